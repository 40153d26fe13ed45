/** A site's appearance as the components' style sheet takes it. */
export type Variables = Readonly<Record<string, string>>;

/** Anything else a site may have put there is left out, as Stripe does. */
export function variablesOf(appearance: unknown): Variables {
  if (typeof appearance !== 'object' || appearance === null || !('variables' in appearance)) return {};
  const { variables } = appearance;
  if (typeof variables !== 'object' || variables === null) return {};
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** `colorPrimary` becomes `--color-primary`. */
export function customProperties(variables: Variables): [name: string, value: string][] {
  return Object.entries(variables)
    .filter(([name]) => /^[a-z][A-Za-z]*$/.test(name))
    .map(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value]);
}

/** Whether text on this colour has to be light. What is not understood counts as light, as the components are by default. */
export function isDark(color: string): boolean {
  const channels = channelsOf(color.trim().toLowerCase());
  if (!channels) return false;
  const [red, green, blue] = channels;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function channelsOf(color: string): [number, number, number] | null {
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(color)?.[1];
  if (hex) {
    const pairs = hex.length < 6 ? Array.from(hex, (digit) => digit + digit) : (hex.match(/../g) ?? []);
    return three(pairs.map((pair) => Number.parseInt(pair, 16)));
  }
  const numbers = Array.from(color.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
  if (color.startsWith('rgb')) return three(numbers);
  // Of hue, saturation and lightness the last is near enough.
  const lightness = numbers[2];
  if (!color.startsWith('hsl') || lightness === undefined) return null;
  const grey = lightness * 2.55;
  return [grey, grey, grey];
}

function three([red, green, blue]: number[]): [number, number, number] | null {
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}
