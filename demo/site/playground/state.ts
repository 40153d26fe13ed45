/** What an address of the playground asks for. Every control is a parameter of it, so that an address can be passed on. */
import { neededAttributes } from '../needed-attributes.ts';
import type { Person } from '../people.ts';
import type { Control, PlaygroundElement } from './elements.ts';
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
    if (!isValue(control, value)) continue;
    variables.set(control.name, value);
    parameters.set(control.name, value);
  }
  const one = (name: string, values: readonly { readonly value: string }[]) => {
    const value = values.find(({ value }) => value === query(name))?.value ?? '';
    if (value !== '') parameters.set(name, value);
    return value;
  };
  const dir = one('dir', directions);
  if (dir !== '') attributes.set('dir', dir);
  const width = one('width', widths);
  one('way', ways);
  const way = ways.find(({ value }) => value === query('way'))?.value ?? '';
  if (way !== '' && !attributes.has('api')) attributes.set('api', originOf(way, origin));
  const [scenario = '', fault = '', when = ''] = ['scenario', 'fault', 'when'].map((name) => {
    const value = query(name) ?? '';
    if (value !== '' && !(name === 'when' && !query('fault'))) parameters.set(name, value);
    return value;
  });
  return { attributes, variables, width, way, scenario, fault, when, parameters };
}

/** Nothing that could end a declaration, or fetch anything. */
function isValue({ kind }: Control, value: string): boolean {
  return (kind === 'color' ? /^[#\w(),.%/ -]{1,60}$/ : /^[\w(),.%"' -]{1,80}$/).test(value) && !/url/i.test(value);
}
