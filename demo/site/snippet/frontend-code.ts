/** The elements in a framework's own words, from the npm package. */
import { elements as all } from '../playground/elements.ts';
import type { Wanted, WantedElement } from './wanted.ts';

/** A bundle is the same for every response: the nonce is read from a script tag that has it, where there is a page. */
const NONCE_OF_PAGE = 'Array.from(document.scripts).find(({ nonce }) => nonce)?.nonce';

const successful = new Set(all().flatMap(({ tag, events }) => (events.includes('inlay-success') ? [tag] : [])));

/** '' for plain HTML, whose tags are all there is. */
export function frontendCode({ frontend, elements, site, worker, tokenUrl, nonce }: Wanted): string {
  const settings = `site: '${site}', api: '${worker}', tokenUrl: '${tokenUrl}'`;
  const init = nonce
    ? `if (typeof document !== 'undefined') {\n  const cspNonce = ${NONCE_OF_PAGE};\n  init({ ${settings}, cspNonce });\n}\n`
    : `init({ ${settings} });\n`;
  switch (frontend) {
    case 'html':
      return '';
    case 'react':
      return `// npm install inlay\n${react(elements, init)}`;
    case 'next':
      return `// npm install inlay, and in a file of its own:\n'use client';\n\n${react(elements, init)}`;
    case 'vue':
      return [
        "<!-- npm install inlay. In vite.config.ts, with `import { tags } from 'inlay/tags'`: vue({ template: { compilerOptions: { isCustomElement: (tag) => tags.includes(tag) } } }) -->",
        `<script setup>\n${imports(elements)}\n\n${init}const done = (event) => console.log(event.detail);\n</script>`,
        `<template>\n${elements.map((one) => `  <${opened(one.tag, one, '@inlay-success="done"')} />`).join('\n')}\n</template>`,
      ].join('\n\n');
    case 'svelte':
      return [
        '<!-- npm install inlay -->',
        `<script>\n${imports(elements)}\n\n${init}const done = (event) => console.log(event.detail);\n</script>`,
        elements.map((one) => `<${opened(one.tag, one, 'oninlay-success={done}')}></${one.tag}>`).join('\n'),
      ].join('\n\n');
  }
}

/** Those that are used: `inlay` itself has all of them. */
function imports(elements: readonly WantedElement[]): string {
  const each = [...new Set(elements.map(({ tag }) => `import 'inlay/elements/${tag}';`))];
  return [...each, "import { init } from 'inlay/init';"].join('\n');
}

function react(elements: readonly WantedElement[], beginning: string): string {
  const names = elements.map(({ tag }) => componentOf(tag));
  const handler = 'onInlaySuccess={({ detail }) => console.log(detail)}';
  const tags = elements.map((one) => `      <${opened(componentOf(one.tag), one, handler)} />`);
  return `import { init } from 'inlay/init';
import { ${names.join(', ')} } from 'inlay/react';

${beginning}
export function Payments() {
  return (
    <>
${tags.join('\n')}
    </>
  );
}`;
}

export function componentOf(tag: string): string {
  return tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A tag as far as its handler, which it has where there is such an event. */
function opened(name: string, { tag, attributes }: WantedElement, handler: string): string {
  const written = attributes.flatMap(([attribute, value]) => (value === null ? [] : `${attribute}="${value}"`));
  return [name, ...written, ...(successful.has(tag) ? [handler] : [])].join(' ');
}
