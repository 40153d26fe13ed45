/** What the words of an attribute leave of what is allowed: they can take away, and never add. */
export function narrowed<T extends string>(allowed: readonly T[], attribute: string | null | undefined): readonly T[] {
  const wanted = attribute?.split(/\s+/);
  return attribute?.trim() ? allowed.filter((one) => wanted?.includes(one)) : allowed;
}
