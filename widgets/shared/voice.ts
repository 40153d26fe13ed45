/**
 * In which language an element speaks, and what it says: the words of every language are registered with Shoelace's
 * `localize`, whose controller also has an element rendered anew when they, or the language of the page, change.
 */
import { LocalizeController, registerTranslation, update } from '@shoelace-style/localize';
import { fill } from './fill.ts';
import { canonical, formatsOf } from './formats.ts';
import { localeOf } from './locale.ts';
import type { Counted, Text, Value, Words } from './words.ts';

/** What the page calls a language, as a tag; some write it with a line below. */
function tagOf(locale: string): string {
  return canonical(locale.replaceAll('_', '-'));
}

/** Without region and script. */
export function languageOf(locale: string): string {
  return new Intl.Locale(tagOf(locale)).language;
}

/** Whatever is written from right to left. */
const FROM_THE_RIGHT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

const ENGLISH = 'en';

/** The library falls back to whatever was registered first: this object, to which the English of every piece is added. */
const english = { $code: ENGLISH, $name: ENGLISH, $dir: 'ltr' } as const;

const spoken = new Set([ENGLISH]);

/** Grows with every change of words. */
export let edition = 0;

type Term = string | ((given: Readonly<Record<string, Value>>, locale: string) => string);

/** Adds words of a piece, or replaces them. */
export function register(code: string, piece: string, words: Words): void {
  const terms = Object.fromEntries(Object.entries(words).map(([key, text]) => [`${piece}.${key}`, termOf(text, code)]));
  spoken.add(code);
  edition++;
  if (code === ENGLISH) registerTranslation(Object.assign(english, terms));
  else registerTranslation({ $code: code, $name: code, $dir: directionOf(code), ...terms });
}

function termOf(text: Text, code: string): Term {
  if (typeof text === 'string' && !text.includes('{')) return text;
  return (given, locale) => {
    const form = typeof text === 'string' ? text : formOf(text, Number(given.count), code);
    return fill(form, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, written(value, locale)])));
  };
}

function formOf(text: Counted, count: number, code: string): string {
  return text[new Intl.PluralRules(code).select(count)] ?? text.other;
}

/** A name that runs the other way must not turn what is around it. */
function written(value: Value, locale: string): string {
  const text = typeof value === 'number' ? new Intl.NumberFormat(formatsOf(locale)).format(value) : value;
  return directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text;
}

function directionOf(locale: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.test(locale) ? 'rtl' : 'ltr';
}

/** An element inherits its language: any `lang` on the way up may change. One observer is enough for all of a page. */
let languages: MutationObserver | undefined;

export class Voice extends LocalizeController {
  override hostConnected(): void {
    super.hostConnected();
    languages ??= new MutationObserver(update);
    for (let root = this.host.getRootNode(); ; root = root.host.getRootNode()) {
      languages.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true });
      if (!(root instanceof ShadowRoot)) return;
    }
  }

  /** The element's language where there are words in it. */
  override lang(): string {
    const wanted = tagOf(localeOf(this.host));
    return spoken.has(languageOf(wanted)) || spoken.has(wanted.toLowerCase()) ? wanted : ENGLISH;
  }

  override dir(): string {
    return this.host.dir || directionOf(this.lang());
  }
}

const voices = new WeakMap<HTMLElement, Voice>();

/** For the language it speaks, rather than the one that it is asked to. */
export function voiceOf(host: Voice['host']): Voice {
  const voice = voices.get(host) ?? new Voice(host);
  voices.set(host, voice);
  return voice;
}
