/** A custom element as a React component: its properties are set as properties, its events are props. */
import { createComponent } from '@lit/react';
import * as React from 'react';

/** `inlay-ready` as `onInlayReady`. */
type Handlers<Events> = {
  [name in keyof Events as name extends `inlay-${infer word}` ? `onInlay${Capitalize<word>}` : never]?:
    | ((event: Events[name]) => void)
    | undefined;
};

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

export function wrap<Element extends HTMLElement, Properties, Events>(
  tagName: string,
  elementClass: new () => Element,
): Wrapper<Element, Properties, Events>;
export function wrap(tagName: string, elementClass: new () => HTMLElement): React.ExoticComponent {
  return createComponent({ react: React, tagName, elementClass, events });
}
