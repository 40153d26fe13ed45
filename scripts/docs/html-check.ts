/** Whether a block of HTML is one that can be pasted: every tag closed, every element, attribute, value and slot one that exists. */
import type { Element } from './manifest.ts';

/** What may be said of any element. */
const GLOBAL = /^(id|class|slot|style|hidden|lang|dir|title|role|tabindex|part|aria-[a-z]+|data-[a-z-]+)$/;
/** What the script tag takes, besides a script's own. */
const SETTINGS = ['site', 'token-url', 'api', 'lang', 'theme', 'csp-nonce', 'messages'];
const VOID = ['meta', 'link', 'input', 'img', 'br', 'hr'];
const KNOWN =
  `html head title meta link style script body main header footer nav section article aside h1 h2 h3 h4 p ul ol li dl dt dd a span
div strong em code pre button input label form dialog iframe img br hr table thead tbody tr th td template noscript`.split(
    /\s+/,
  );

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** What is wrong with it; nothing where it can be pasted. Contents of its `style` and `script` elements go to `inner`. */
export function htmlFaults(
  html: string,
  elements: readonly Element[],
  inner: (kind: 'style' | 'script' | 'module', text: string) => readonly string[] = () => [],
): string[] {
  const faults: string[] = [];
  const open: Tag[] = [];
  let rest = html.replace(/^<!doctype html>/i, '').replace(/<!--.*?-->/gs, '');
  while (rest !== '') {
    const closing = /^<\/([\w-]+)>/.exec(rest);
    const opening = /^<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)\s*(\/?)>/.exec(rest);
    const token = closing?.[0] ?? opening?.[0] ?? /^[^<]+/.exec(rest)?.[0];
    if (token === undefined) return [...faults, `this cannot be read: ${rest.slice(0, 60)}`];
    rest = rest.slice(token.length);
    if (closing !== null) {
      const last = open.pop();
      if (last?.name !== closing[1]) return [...faults, `</${closing[1]}> closes <${last?.name ?? 'nothing'}>`];
    } else if (opening !== null) {
      const tag = read(opening[1] ?? '', opening[2] ?? '');
      faults.push(...tagFaults(tag, open.at(-1), elements));
      if (opening[3] === '/' && !VOID.includes(tag.name)) faults.push(`<${tag.name} /> closes nothing in HTML`);
      if (VOID.includes(tag.name)) continue;
      open.push(tag);
      if (tag.name !== 'style' && tag.name !== 'script') continue;
      const end = rest.indexOf(`</${tag.name}>`);
      const isModule = tag.attributes.some(([name, value]) => name === 'type' && value === 'module');
      if (end > 0)
        faults.push(...inner(tag.name === 'style' ? 'style' : isModule ? 'module' : 'script', rest.slice(0, end)));
      rest = rest.slice(Math.max(end, 0));
    }
  }
  return [...faults, ...open.map(({ name }) => `<${name}> is never closed`)];
}

/** A component of Vue or Svelte: its tags as HTML, and events of an element that it has. */
export function componentFaults(component: string, elements: readonly Element[]): string[] {
  const markup = component
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<\/?template>/g, '')
    .replace(/=\{(?:[^{}]|\{[^{}]*\})*\}/g, '=""')
    .replace(/<([\w-]+-[\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/>/g, '<$1$2></$1>');
  const listened = [...markup.matchAll(/<([a-z]+-[\w-]+)([^>]*)>/g)].flatMap(([, tag, attributes = '']) =>
    [...attributes.matchAll(/\s(?:@|on:?)([a-z-]+)=/g)].map(([, event = '']) => ({ tag, event })),
  );
  const unknown = listened.filter(
    ({ tag, event }) =>
      !elements.some(({ tagName, events }) => tagName === tag && events.some(({ name }) => name === event)),
  );
  return [
    ...unknown.map(({ tag, event }) => `<${tag}> has no event ${event}`),
    ...htmlFaults(markup.replace(/\s(?:@|on:?|v-|:)[\w-]+="[^"]*"/g, ''), elements),
  ];
}

function read(name: string, attributes: string): Tag {
  const found = attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g);
  return { name, attributes: [...found].map(([, attribute = '', value = '']) => [attribute, value]) };
}

function tagFaults({ name, attributes }: Tag, parent: Tag | undefined, elements: readonly Element[]): string[] {
  const twice = attributes.filter(([one], index) => attributes.findIndex(([other]) => other === one) !== index);
  const slot = attributes.find(([attribute]) => attribute === 'slot')?.[1];
  const around = elements.find(({ tagName }) => tagName === parent?.name);
  const faults = twice.map(([attribute]) => `<${name}> has ${attribute} twice`);
  if (slot !== undefined && around !== undefined && !around.slots.some((one) => one.name === slot)) {
    faults.push(`<${around.tagName}> has no slot ${slot}`);
  }
  if (name === 'script') return [...faults, ...scriptFaults(attributes)];
  if (!name.includes('-')) return KNOWN.includes(name) ? faults : [...faults, `there is no element <${name}>`];
  const element = elements.find(({ tagName }) => tagName === name);
  if (element === undefined) return [...faults, `there is no element <${name}>`];
  for (const [attribute, value] of attributes) {
    const known = element.attributes.find((one) => one.name === attribute);
    if (known === undefined && !GLOBAL.test(attribute)) faults.push(`<${name}> has no attribute ${attribute}`);
    const values = known?.type.text.match(/'[^']+'/g)?.map((one) => one.slice(1, -1));
    if (values && !values.includes(value)) faults.push(`${attribute} of <${name}> is one of ${values.join(', ')}`);
  }
  return faults;
}

function scriptFaults(attributes: Tag['attributes']): string[] {
  const known = ['src', 'type', 'async', 'defer', 'nonce', 'integrity', 'crossorigin'];
  return attributes
    .filter(([name]) => !known.includes(name) && !SETTINGS.includes(name.replace(/^data-/, '')))
    .map(([name]) => `the script tag takes no ${name}`);
}
