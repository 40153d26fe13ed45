/** Findings for people to read in a terminal. Pure. */
import { type Finding, type Outcome, owners, ownersInOrder } from '../../doctor/finding.ts';
import { summaryOf } from '../../doctor/summary.ts';

const marks: { readonly [outcome in Outcome]: readonly [mark: string, colour: number] } = {
  fault: ['✗', 31],
  unknown: ['?', 33],
  ok: ['✓', 32],
};

/** Characters that a terminal acts on, or that turn the reading around: what pages and Workers say may have them. */
const ACTING = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const harmless = (text: string) =>
  text.replace(ACTING, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** For programs, and harmless to look at: JSON has a way of writing such characters. */
export function asJson(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(ACTING, (all) => (all === '\n' ? all : all.split('').map(escaped).join('')))}\n`;
}

export function report(findings: readonly Finding[], colours: boolean): string {
  const paint = (code: number, text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const groups = ownersInOrder.flatMap((owner) => {
    const own = findings.filter((finding) => finding.owner === owner);
    if (own.length === 0) return [];
    return [`${paint(1, owners[owner])}\n${own.map((finding) => entry(finding, paint)).join('\n')}\n`];
  });
  return `${groups.join('\n')}\n${summaryOf(findings)}\n`;
}

function entry({ outcome, says, details = [], paste }: Finding, paint: (code: number, text: string) => string): string {
  const [mark, colour] = marks[outcome];
  return [
    `  ${paint(colour, mark)} ${harmless(says)}`,
    ...details.map((detail) => `      ${harmless(detail)}`),
    ...(paste === undefined ? [] : ['', `      ${paint(1, harmless(paste))}`, '']),
  ].join('\n');
}
