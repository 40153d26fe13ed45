/**
 * The npm package's own modules, written from the manifest at every build: an element, a property or an event that is new
 * is in the package, in its React wrappers and in its types as soon as it is in the manifest.
 */
import { type Element, readElements, settable } from './package-elements.ts';

/** File name to content. They are read in a folder two below the repository's. */
export function packageSources(elements: readonly Element[] = readElements()): Record<string, string> {
  return {
    'index.ts': index(elements),
    'elements.ts': types(elements),
    'react.ts': `'use client';\n${lines(elements, ({ name, tagName }) => `export { ${name} } from './react/${tagName}.ts';`)}`,
    ...Object.fromEntries(elements.map((element) => [`react/${element.tagName}.ts`, wrapper(element)])),
  };
}

const fileOf = (tag: string) => `../../widgets/${tag}/${tag}.ts`;

function lines(elements: readonly Element[], line: (element: Element) => string): string {
  return elements.map((element) => `${line(element)}\n`).join('');
}

function index(elements: readonly Element[]): string {
  return `${lines(elements, ({ name, tagName }) => `export { ${name} } from '${fileOf(tagName)}';`)}
export { init } from '../../widgets/shared/init.ts';
export type { Code as InlayErrorCode, InlayErrorDetail, Type as InlayErrorType } from '../../widgets/shared/inlay-error.ts';
export type { Appearance, FetchToken, Settings, Theme, TokenReason, Variable } from '../../widgets/shared/settings.ts';
export type { Account, BankAccount, CheckoutSession, PaymentMethod } from '../../worker/contract.ts';
export type * from './elements.ts';
`;
}

/** Of each element: what can be set on it, and what it tells. */
function types(elements: readonly Element[]): string {
  return `${lines(elements, ({ name, tagName }) => `import type { ${name} } from '${fileOf(tagName)}';`)}${imports(elements)}
${lines(elements, (element) => `${properties(element)}\n${events(element)}`)}`;
}

function properties(element: Element): string {
  const { name } = element;
  const rows = settable(element).map(
    (member) => `${comment(member.description)}  ${member.name}?: ${name}['${member.name}'] | undefined;\n`,
  );
  return `/** What can be set on \`<${element.tagName}>\`. */\nexport interface ${name}Properties {\n${rows.join('')}}\n`;
}

function events({ name, tagName, events }: Element): string {
  const rows = events.map(
    ({ name, type, description }) => `${comment(description)}  '${name}': ${type?.text ?? 'CustomEvent<null>'};\n`,
  );
  return `/** What \`<${tagName}>\` tells. */\nexport interface ${name}Events {\n${rows.join('')}}\n`;
}

function comment(description: string): string {
  return description ? `  /** ${description.replace(/\s+/g, ' ')} */\n` : '';
}

/** The shapes that events carry: the Worker's, or an error. */
function imports(elements: readonly Element[]): string {
  const named = (element: Element) =>
    element.events.flatMap(({ type }) => type?.text.match(/\b(?!CustomEvent\b)[A-Z]\w+/g) ?? []);
  const names = [...new Set(elements.flatMap(named))].sort();
  const shapes = names.filter((name) => name !== 'InlayErrorDetail');
  return `import type { InlayErrorDetail } from '../../widgets/shared/inlay-error.ts';
import type { ${shapes.join(', ')} } from '../../worker/contract.ts';
`;
}

function wrapper({ name, tagName }: Element): string {
  return `'use client';
import { wrap } from '../../../package/react/wrap.ts';
import { ${name} as element } from '../${fileOf(tagName)}';
import type { ${name}Events, ${name}Properties } from '../elements.ts';

export const ${name} = /* @__PURE__ */ wrap<element, ${name}Properties, ${name}Events>('${tagName}', element);
`;
}
