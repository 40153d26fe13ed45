import type { Finding, Outcome } from './finding.ts';

export function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  const [faults, unknown] = [count('fault'), count('unknown')];
  const well =
    faults === 0 ? 'Nothing is wrong that can be seen from here' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`;
  return `${well}; ${count('ok')} fine${unknown === 0 ? '' : `, ${unknown} that cannot be known from here`}.`;
}
