/** What is asked of a text before it is said. Pure. */
import type { Text } from './words.ts';

const WAYS: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A sentence, or one for each way of counting, of which `other` is the one that has to be there. */
export function isText(value: unknown): value is Text {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null || !('other' in value)) return false;
  return Object.entries(value).every(([way, text]) => WAYS.includes(way) && typeof text === 'string' && text.trim());
}

export function textsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The names that are filled in, sorted. "One account" need not name the number. */
export function placesOf(text: Text): string[] {
  const form = typeof text === 'string' ? text : text.other;
  return [...new Set([...form.matchAll(/{(\w+)}/g)].map(([, name = '']) => name))].sort();
}
