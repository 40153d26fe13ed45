/** What the snippet is to be for: every choice is a parameter of the page's address. */
import { neededAttributes } from '../needed-attributes.ts';
import type { Person } from '../people.ts';
import { as } from '../people.ts';
import type { SiteSettings } from '../settings.ts';
import type { Attributes } from './markup.ts';

export const frontends = [
  { value: 'html', label: 'HTML, or what a server renders' },
  { value: 'react', label: 'React' },
  { value: 'next', label: 'Next' },
  { value: 'vue', label: 'Vue' },
  { value: 'svelte', label: 'Svelte' },
] as const;

export const versions = [
  { value: 'pinned', label: 'This version for good, with integrity' },
  { value: 'major', label: 'The newest of version 1: /1/' },
] as const;

/** An element as it is to be written. */
export interface WantedElement {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly presentation: string | null;
}

export interface Wanted {
  readonly frontend: (typeof frontends)[number]['value'];
  readonly backend: string;
  readonly elements: readonly WantedElement[];
  readonly pinned: boolean;
  readonly nonce: boolean;
  readonly trustedTypes: boolean;
  readonly worker: string;
  readonly site: string;
  readonly tokenUrl: string;
  readonly parameters: URLSearchParams;
}

interface Asked {
  readonly query: (name: string) => string | undefined;
  readonly queries: (name: string) => readonly string[];
  readonly person: Person;
  readonly settings: SiteSettings;
  readonly tags: readonly string[];
}

export function wantedIn({ query, queries, person, settings, tags }: Asked): Wanted {
  const parameters = new URLSearchParams();
  const chosen = tags.filter((tag) => queries('element').includes(tag));
  for (const tag of chosen) parameters.append('element', tag);
  const one = <T extends string>(name: string, values: readonly { readonly value: T }[], usual: T): T => {
    const value = values.find(({ value }) => value === query(name))?.value ?? usual;
    if (value !== usual) parameters.set(name, value);
    return value;
  };
  const said = (name: string, pattern: RegExp, usual: string): string => {
    const value = query(name) ?? '';
    if (!pattern.test(value) || value === usual) return usual;
    parameters.set(name, value);
    return value;
  };
  const yes = (name: string) => said(name, /^yes$/, '') === 'yes';
  const inPlace = yes('in-place');
  return {
    frontend: one('frontend', frontends, 'html'),
    backend: said('backend', /^[a-z]+$/, 'express'),
    elements: (chosen.length === 0 ? ['connect-onboard-button'] : chosen).map((tag) => written(tag, person, inPlace)),
    pinned: one('version', versions, 'pinned') === 'pinned',
    nonce: yes('nonce'),
    trustedTypes: yes('trusted-types'),
    worker: said('worker', /^https?:\/\/[\w.-]+(:\d+)?$/, settings.worker),
    site: said('site', /^site_\w+$/, settings.site),
    tokenUrl: said('token-url', /^\/[\w./?=&%-]*$/, as(person, '/inlay/token')),
    parameters,
  };
}

function written(tag: string, person: Person, inPlace: boolean): WantedElement {
  const presentation = inPlace && /^(cashapp-save-method|connect-checkout-button)$/.test(tag) ? 'inline' : null;
  return {
    tag,
    presentation,
    attributes: [...Object.entries(neededAttributes(tag, person)), ['presentation', presentation]],
  };
}
