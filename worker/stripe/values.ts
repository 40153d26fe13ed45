/** Values of Stripe's, read so that a newer Stripe does not surprise this code. */

/** What this code does not know is taken for `otherwise`. */
export function known<const T extends string>(value: string, values: readonly T[], otherwise: T): T {
  return values.find((one) => one === value) ?? otherwise;
}

/** The id of what is referred to, expanded or not. */
export function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  return (typeof reference === 'object' ? reference?.id : reference) ?? null;
}
