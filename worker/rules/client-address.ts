/** Who asks, as far as an address tells: what the limit for addresses counts by. */

/**
 * An IPv4 address as it is; of an IPv6 address the /64, which is what one household or machine has to itself and can take
 * any address of.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const whole = [...head, ...zeros, ...tail];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

/** Each in small letters and without leading zeros: one address has one spelling. */
function groups(part: string): string[] {
  if (part === '') return [];
  return part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
