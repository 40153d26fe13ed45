/** What an address of the playground asks for. Every control is a parameter of it, so that an address can be passed on. */
import { neededAttributes } from '../needed-attributes.ts';
import type { Person } from '../people.ts';
import { faults } from '../qa/choices.ts';
import type { Control, PlaygroundElement } from './elements.ts';
import { switchesFor } from './scenarios.ts';
import { originOf, type Way, ways } from './ways.ts';

export interface State {
  /** As they are written on the element; one that is only there is ''. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
  readonly width: string;
  readonly way: Way;
  readonly scenario: string;
  /** What Stripe does, and when asked for what; '' is what it should. */
  readonly fault: string;
  readonly when: string;
  /** The parameters that make it so, without those that say what holds anyway. */
  readonly parameters: URLSearchParams;
  /** A sentence for each parameter that says nothing a page can do, and so is left out. */
  readonly refused: readonly string[];
}

export const widths = [
  { value: '', label: 'All there is' },
  { value: '390', label: '390 pixels, a phone' },
  { value: '320', label: '320 pixels, a small one' },
] as const;

export const directions = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const;

/** Parameters that are about the page and not the element. */
export const ofThePage = ['user', 'width', 'dir', 'way', 'scenario', 'fault', 'when'];

type Query = (name: string) => string | undefined;

export function stateOf(element: PlaygroundElement, person: Person, query: Query, origin: string): State {
  const parameters = new URLSearchParams();
  const refused: string[] = [];
  const usual = neededAttributes(element.tag, person);
  const attributes = new Map<string, string>();
  for (const { name, kind } of element.attributes) {
    const value = (query(name) ?? usual[name] ?? '').slice(0, 300);
    if (value !== '') attributes.set(name, kind === 'flag' ? '' : value);
    if (value !== (usual[name] ?? '')) parameters.set(name, value);
  }
  const variables = new Map<string, string>();
  for (const control of element.variables) {
    const value = query(control.name) ?? '';
    if (value === '') continue;
    if (!isValue(control, value)) {
      refused.push(`${control.name}=${cut(value)} is left out: ${ruleOf(control)}`);
      continue;
    }
    variables.set(control.name, value);
    parameters.set(control.name, value);
  }
  const one = <T extends string>(name: string, values: readonly { readonly value: T }[]): T | '' => {
    const asked = query(name) ?? '';
    const value = values.find(({ value }) => value === asked)?.value ?? '';
    if (value !== '') parameters.set(name, value);
    else if (asked !== '') refused.push(unknown(name, asked, values));
    return value;
  };
  const dir = one('dir', directions);
  if (dir !== '') attributes.set('dir', dir);
  const width = one('width', widths);
  const way = one('way', ways);
  // Whatever `api` is given: who asks for a bad network is to have it.
  if (way !== '') attributes.set('api', originOf(way, origin));
  const { scenarios, requests } = switchesFor(element.tag);
  const scenario = one('scenario', scenarios);
  const fault = one('fault', faults);
  const when = fault === '' ? '' : one('when', requests);
  return { attributes, variables, width, way, scenario, fault, when, parameters, refused };
}

function unknown(name: string, asked: string, values: readonly { readonly value: string }[]): string {
  const known = values.map(({ value }) => value).filter((value) => value !== '');
  return `${name}=${cut(asked)} is left out: ${name} may be ${known.join(', ')}.`;
}

function cut(value: string): string {
  return value.length <= 40 ? value : `${value.slice(0, 40)}…`;
}

function ruleOf({ kind, name }: Control): string {
  return kind === 'color'
    ? `${name} may be a colour, such as #075985 or oklch(60% 0.1 200), without url().`
    : `${name} may be a value of CSS, such as 0.5rem, of at most 80 characters, without url(), braces and semicolons.`;
}

/** Nothing that could end a declaration, or fetch anything. */
function isValue({ kind }: Control, value: string): boolean {
  return (kind === 'color' ? /^[#\w(),.%/ -]{1,60}$/ : /^[\w(),.%"' -]{1,80}$/).test(value) && !/url/i.test(value);
}
