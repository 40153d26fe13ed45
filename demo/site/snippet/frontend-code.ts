/** The elements in a framework's own words, from the npm package. */
import { NONCE } from './policy.ts';
import type { Wanted, WantedElement } from './wanted.ts';

/** '' for plain HTML, whose tags are all there is. */
export function frontendCode({ frontend, elements, site, worker, tokenUrl, nonce }: Wanted): string {
  const cspNonce = nonce ? `, cspNonce: '${NONCE}'` : '';
  const settings = `{ site: '${site}', api: '${worker}', tokenUrl: '${tokenUrl}'${cspNonce} }`;
  switch (frontend) {
    case 'html':
      return '';
    case 'react':
      return `// npm install inlay\n${react(elements, `init(${settings});\n`)}`;
    case 'next':
      return `// npm install inlay, and in a file of its own:\n'use client';\n\n${react(elements, `if (typeof window !== 'undefined') init(${settings});\n`)}`;
    case 'vue':
      return [
        '<!-- npm install inlay. In vite.config.ts: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes("-") } } }) -->',
        `<script setup>\nimport { init } from 'inlay';\n\ninit(${settings});\nconst done = (event) => console.log(event.detail);\n</script>`,
        `<template>\n${lines(elements, (name) => `<${name} @inlay-success="done" />`)}\n</template>`,
      ].join('\n\n');
    case 'svelte':
      return [
        '<!-- npm install inlay -->',
        `<script>\nimport { init } from 'inlay';\n\ninit(${settings});\nconst done = (event) => console.log(event.detail);\n</script>`,
        elements
          .map(({ tag, attributes }) => `<${[tag, ...written(attributes)].join(' ')} oninlay-success={done}></${tag}>`)
          .join('\n'),
      ].join('\n\n');
  }
}

function react(elements: readonly WantedElement[], beginning: string): string {
  const names = elements.map(({ tag }) => componentOf(tag));
  const tags = elements.map(
    ({ attributes }, at) => `      <${[names[at], ...written(attributes)].join(' ')} onInlaySuccess={done} />`,
  );
  return `import { init } from 'inlay';
import { ${names.join(', ')} } from 'inlay/react';

${beginning}const done = (event) => console.log(event.detail);

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

function lines(elements: readonly WantedElement[], tagOf: (name: string) => string): string {
  return elements.map(({ tag, attributes }) => `  ${tagOf([tag, ...written(attributes)].join(' '))}`).join('\n');
}

function written(attributes: WantedElement['attributes']): string[] {
  return attributes.flatMap(([name, value]) => (value === null ? [] : `${name}="${value}"`));
}
