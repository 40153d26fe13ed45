/** Findings for people to read in a terminal. Pure. */
import { type Finding, type Outcome, type Owner, owners } from '../../doctor/finding.ts';

const marks: { readonly [outcome in Outcome]: readonly [mark: string, colour: number] } = {
  fault: ['✗', 31],
  unknown: ['?', 33],
  ok: ['✓', 32],
};

const isOwner = (key: string): key is Owner => Object.hasOwn(owners, key);

export function report(findings: readonly Finding[], colours: boolean): string {
  const paint = (code: number, text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const groups = Object.keys(owners)
    .filter(isOwner)
    .flatMap((owner) => {
      const own = findings.filter((finding) => finding.owner === owner);
      if (own.length === 0) return [];
      return [`${paint(1, owners[owner])}\n${own.map((finding) => entry(finding, paint)).join('\n')}\n`];
    });
  return `${groups.join('\n')}\n${summary(findings)}\n`;
}

function entry({ outcome, says, details = [], paste }: Finding, paint: (code: number, text: string) => string): string {
  const [mark, colour] = marks[outcome];
  return [
    `  ${paint(colour, mark)} ${says}`,
    ...details.map((detail) => `      ${detail}`),
    ...(paste === undefined ? [] : ['', `      ${paint(1, paste)}`, '']),
  ].join('\n');
}

export function summary(findings: readonly Finding[]): string {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  const [faults, unknown] = [count('fault'), count('unknown')];
  const well =
    faults === 0 ? 'Nothing is wrong that can be seen from here' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`;
  return `${well}; ${count('ok')} fine${unknown === 0 ? '' : `, ${unknown} that cannot be known from here`}.`;
}
