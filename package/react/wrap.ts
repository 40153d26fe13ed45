/** A custom element as a React component: its properties are set as properties, its events are props. */
import { createComponent } from '@lit/react';
import * as React from 'react';
import type { Handlers } from '../handlers.ts';

export type Wrapper<Element, Properties, Events> = React.ForwardRefExoticComponent<
  Omit<React.HTMLAttributes<Element>, keyof Properties> & Properties & Handlers<Events> & React.RefAttributes<Element>
>;

const events = {
  onInlayReady: 'inlay-ready',
  onInlayStart: 'inlay-start',
  onInlayChange: 'inlay-change',
  onInlaySuccess: 'inlay-success',
  onInlayCancel: 'inlay-cancel',
  onInlayError: 'inlay-error',
};

interface ElementClass<Element> {
  new (): Element;
  readonly observedAttributes: readonly string[];
}

export function wrap<Element extends HTMLElement, Properties, Events>(
  tagName: string,
  elementClass: ElementClass<Element>,
): Wrapper<Element, Properties, Events>;
export function wrap(tagName: string, elementClass: ElementClass<HTMLElement>): React.ExoticComponent {
  // Has Lit make the class's properties, by which they are told from attributes: where a script tag has defined the element
  // already, nobody else does.
  void elementClass.observedAttributes;
  return createComponent({ react: React, tagName, elementClass, events });
}
