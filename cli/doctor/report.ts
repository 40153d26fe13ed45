/** Findings for people to read in a terminal. Pure. */
import { type Finding, type Outcome, owners, ownersInOrder } from '../../doctor/finding.ts';
import { summaryOf } from '../../doctor/summary.ts';

const marks: { readonly [outcome in Outcome]: readonly [mark: string, colour: number] } = {
  fault: ['✗', 31],
  unknown: ['?', 33],
  ok: ['✓', 32],
};

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
    `  ${paint(colour, mark)} ${says}`,
    ...details.map((detail) => `      ${detail}`),
    ...(paste === undefined ? [] : ['', `      ${paint(1, paste)}`, '']),
  ].join('\n');
}
