import { expect, it } from 'vitest';
import { meaningOf, readMeanings } from './openapi-meanings.ts';

const meanings = readMeanings([
  `/** Ends of a sale. */
export const Outcome = v.picklist([
  /** Not paid yet. */
  'open',
  'paid',
]);
const session = {
  /** \`cs_…\` */
  id: v.string(),
  outcome: Outcome,
};
export const Sale = v.object({
  ...session,
  /**
   * What the site
   * has taken.
   */
  fee: v.number(),
  dispute: v.nullable(v.object({ id: v.string() })),
});
export type Sale = v.InferOutput<typeof Sale>;
export const Sales = v.object({
  /** Newest first. */
  recent: v.array(Sale),
  of: v.strictObject({
    /** The site's own user id. */
    merchant: v.string(),
  }),
});
`,
]);
const said = (schema: string, path: string) => meaningOf(meanings, schema, path.split('.'));

it('a field means what the comment beside it says, wherever its schema is part of another', () => {
  expect(said('Sale', 'fee')).toBe('What the site has taken.');
  expect(said('Sale', 'id')).toBe('`cs_…`');
  expect(said('Sales', 'recent')).toBe('Newest first.');
  expect(said('Sales', 'recent.id')).toBe('`cs_…`');
  expect(said('Sales', 'of.merchant')).toBe("The site's own user id.");
});

it('a field of a picklist means what its words do', () => {
  expect(said('Sales', 'recent.outcome')).toBe('`open`: Not paid yet.');
});

it('a field that nobody has explained means nothing, and not what another of its name does', () => {
  expect(said('Sale', 'dispute.id')).toBe('');
  expect(said('Sale', 'nothing')).toBe('');
});
