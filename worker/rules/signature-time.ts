/**
 * The time in a `Stripe-Signature` header. The SDK refuses only old ones: a time in the future, or one that is no
 * number, passes it (STRIPE.md 7.2), so both ends are judged here first.
 */

/** Seconds, both ways. */
const TOLERANCE = 300;

/** @param now seconds since the epoch */
export function signatureTimeFault(header: string, now: number): string | null {
  const times = header
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part.startsWith('t='));
  const [only] = times;
  if (only === undefined || times.length > 1) return 'the header has no single t=';
  if (!/^t=[0-9]{1,12}$/.test(only)) return 't= is not a time';
  const distance = Math.abs(now - Number(only.slice(2)));
  return distance > TOLERANCE ? `t= is ${distance} s away` : null;
}
