/** Figures that mean something on a machine shared with others: interleaved rounds, medians, ratios within a round. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [upper, lower] = [sorted[sorted.length >> 1], sorted[(sorted.length - 1) >> 1]];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.');
  return (upper + lower) / 2;
}

/** One figure a round, by variant. */
export type Rounds<Name extends string> = ReadonlyMap<Name, readonly number[]>;

/**
 * Measures every variant once a round, beginning with another one each time, so that what else the machine does meets
 * all of them alike. One round before the first warms up and is thrown away.
 */
export async function interleave<Name extends string>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => Promise<number>,
): Promise<Rounds<Name>> {
  const figures = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = await measure(name);
      if (round > 0) figures.get(name)?.push(figure);
    }
  }
  return figures;
}

/** The median of the rounds' own ratios: a slow minute slows both sides of it. */
export function ratio(figures: readonly number[], floors: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (floors[round] ?? Number.NaN)));
}
