/**
 * Types of the elements as tags in the templates of frameworks. They augment modules that need not be installed, so they
 * are written as declarations and not compiled here: `package/types` and the examples hold them against the frameworks.
 */
import type { Element } from '../docs/manifest.ts';

/** File name to content. */
export function frameworkTypes(elements: readonly Element[]): Record<string, string> {
  return { 'jsx.d.ts': jsx(elements), 'vue.d.ts': vue(elements), 'svelte.d.ts': svelte(elements) };
}

function jsx(elements: readonly Element[]): string {
  return `/** The elements as tags of JSX in React 19: \`import type {} from 'inlay/jsx'\`, once in a project. */
import type { ClassAttributes, HTMLAttributes } from 'react';
${imports(elements, 'LowerCaseHandlers')}
type Tag<Element, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Attributes> &
  ClassAttributes<Element> &
  Attributes &
  LowerCaseHandlers<Events> & { class?: string | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags(elements, '      ')}    }
  }
}
`;
}

function vue(elements: readonly Element[]): string {
  return `/** The elements as tags of Vue's templates: \`import type {} from 'inlay/vue'\`, once in a project. */
import type { DefineComponent, HTMLAttributes } from 'vue';
${imports(elements, 'Handlers')}
type Tag<Element, Attributes, Events> = DefineComponent<
  Omit<HTMLAttributes, keyof Attributes> & Attributes & Handlers<Events>
>;

declare module 'vue' {
  interface GlobalComponents {
${tags(elements, '    ')}  }
}
`;
}

function svelte(elements: readonly Element[]): string {
  return `/** The elements as tags of Svelte's templates: \`import type {} from 'inlay/svelte'\`, once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
${imports(elements, 'LowerCaseHandlers')}
type Tag<Element extends EventTarget, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Attributes> &
  Attributes &
  LowerCaseHandlers<Events>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags(elements, '    ')}  }
}
`;
}

function imports(elements: readonly Element[], handlers: string): string {
  const names = elements.flatMap(({ name }) => [name, `${name}Attributes`, `${name}Events`]);
  return `import type { ${[handlers, ...names].join(', ')} } from './index.js';\n`;
}

function tags(elements: readonly Element[], indent: string): string {
  return elements
    .map(({ name, tagName }) => `${indent}'${tagName}': Tag<${name}, ${name}Attributes, ${name}Events>;\n`)
    .join('');
}
