/**
 * The npm package's own modules, written from the manifest at every build: an element, a property or an event that is new
 * is in the package, in its React wrappers and in its types as soon as it is in the manifest.
 */
import type { Element, Member } from '../docs/manifest.ts';

/** File name to content, for the folder of places.ts, which is two below the repository's. */
export function packageModules(elements: readonly Element[]): Record<string, string> {
  return {
    'index.ts': index(elements),
    'init.ts': init,
    'tags.ts': tags(elements),
    'elements.ts': types(elements),
    'react.ts': `'use client';\n${elements.map(({ name, tagName }) => `export { ${name} } from './react/${tagName}.ts';\n`).join('')}`,
    ...Object.fromEntries(elements.map((element) => [`react/${element.tagName}.ts`, wrapper(element)])),
  };
}

const fileOf = (tag: string) => `../../widgets/${tag}/${tag}.ts`;

function index(elements: readonly Element[]): string {
  return `${elements.map(({ name, tagName }) => `export { ${name} } from '${fileOf(tagName)}';\n`).join('')}
export * from './init.ts';
export type { Finding } from '../../doctor/finding.ts';
export type { Code as InlayErrorCode, InlayErrorDetail, Type as InlayErrorType } from '../../widgets/shared/inlay-error.ts';
export type { Account, BankAccount, CheckoutSession, PaymentMethod } from '../../worker/contract.ts';
export type * from './elements.ts';
`;
}

/** By itself, so that an app which imports some elements has no others. */
const init = `export { init } from '../../widgets/shared/init.ts';
export type { Appearance, FetchToken, Settings, Theme, TokenReason, Variable } from '../../widgets/shared/settings.ts';
`;

/** For what has to be told at build time which tags are elements: it imports nothing. */
function tags(elements: readonly Element[]): string {
  const list = elements.map(({ tagName }) => `  '${tagName}',\n`).join('');
  return `/** The tag of every element. */\nexport const tags: readonly string[] = [\n${list}];\n`;
}

/** Of each element: what can be set on it, and what it tells. */
function types(elements: readonly Element[]): string {
  const own = elements.map(({ name, tagName }) => `import type { ${name} } from '${fileOf(tagName)}';\n`);
  const shapes = new Set(elements.flatMap(({ events }) => events.flatMap(({ type }) => shapesIn(type.text))));
  for (const own of ['InlayErrorDetail', 'Finding']) shapes.delete(own);
  return `${own.join('')}import type { Finding } from '../../doctor/finding.ts';
import type { InlayErrorDetail } from '../../widgets/shared/inlay-error.ts';
import type { ${[...shapes].sort().join(', ')} } from '../../worker/contract.ts';

export type { Handlers, LowerCaseHandlers } from '../../package/handlers.ts';

${elements.map((element) => `${properties(element)}\n${attributes(element)}\n${events(element)}\n`).join('')}`;
}

/** The Worker's shapes that an event carries, and the elements' own error. */
function shapesIn(type: string): string[] {
  return type.match(/\b(?!CustomEvent\b)[A-Z]\w+/g) ?? [];
}

/** What a page may set. `lang` is HTML's own. */
function settable({ members }: Element): Member[] {
  return members.filter(({ kind, readonly, name }) => kind === 'field' && !readonly && name !== 'lang');
}

function properties(element: Element): string {
  const { name, tagName } = element;
  const rows = settable(element).map(
    (member) => `${comment(member.description)}  ${member.name}?: ${name}['${member.name}'] | undefined;\n`,
  );
  return `/** What can be set on \`<${tagName}>\`. */\nexport interface ${name}Properties {\n${rows.join('')}}\n`;
}

/** Markup names some differently. */
function attributes(element: Element): string {
  const { name, tagName } = element;
  const others = settable(element).filter(({ attribute, name }) => attribute !== undefined && attribute !== name);
  const rows = others.map(
    (member) => `${comment(member.description)}  '${member.attribute}'?: ${name}['${member.name}'] | undefined;\n`,
  );
  return `/** The same, and as attributes of \`<${tagName}>\` in markup. */
export interface ${name}Attributes extends ${name}Properties {\n${rows.join('')}}\n`;
}

function events({ name, tagName, events }: Element): string {
  const rows = events.map(
    ({ name, type, description }) => `${comment(description)}  '${name}': ${type.text || 'CustomEvent<null>'};\n`,
  );
  return `/** What \`<${tagName}>\` tells. */\nexport interface ${name}Events {\n${rows.join('')}}\n`;
}

function comment(description: string): string {
  return description && `  /** ${description.replace(/\s+/g, ' ')} */\n`;
}

function wrapper({ name, tagName }: Element): string {
  return `'use client';
import { wrap } from '../../../package/react/wrap.ts';
import { ${name} as element } from '../${fileOf(tagName)}';
import type { ${name}Events, ${name}Properties } from '../elements.ts';

export const ${name} = /* @__PURE__ */ wrap<element, ${name}Properties, ${name}Events>('${tagName}', element);
`;
}
