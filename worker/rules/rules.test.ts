/** The decisions as tables and properties; the routes' tests show them over HTTP. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountFacts, accountStatus, NO_ACCOUNT } from './account-status.ts';
import { markReturn, readReturnUrl } from './return-url.ts';
import { signatureTimeFault } from './signature-time.ts';
import { type Controller, controllerFault } from './site-settings.ts';

describe('where a merchant stands (the table in STRIPE.md 3.3)', () => {
  const submitted = { details_submitted: true };
  const working = { ...submitted, charges_enabled: true, payouts_enabled: true };
  const rows: [string, Partial<AccountFacts>, Partial<AccountFacts['requirements']>][] = [
    ['incomplete', {}, { currently_due: ['external_account'], disabled_reason: 'requirements.past_due' }],
    ['incomplete', {}, {}],
    ['pending_verification', submitted, { pending_verification: ['individual.id_number'] }],
    ['pending_verification', submitted, { disabled_reason: 'requirements.pending_verification' }],
    ['pending_verification', working, { pending_verification: ['company.tax_id'] }],
    ['pending_verification', submitted, {}],
    ['enabled', working, {}],
    ['enabled', { ...submitted, payouts_enabled: true, capabilities: { transfers: 'active' } }, {}],
    ['due_later', working, { currently_due: ['individual.ssn_last_4'], current_deadline: 1_800_000_000 }],
    ['due_later', working, { currently_due: ['individual.ssn_last_4'] }],
    ['past_due', submitted, { past_due: ['external_account'], currently_due: ['external_account'] }],
    ['past_due', submitted, { disabled_reason: 'requirements.past_due' }],
    ['past_due', { ...submitted, charges_enabled: true }, { currently_due: ['external_account'] }],
    ['restricted', submitted, { disabled_reason: 'under_review' }],
    ['restricted', submitted, { disabled_reason: 'platform_paused', currently_due: ['external_account'] }],
    ['rejected', submitted, { disabled_reason: 'rejected.fraud' }],
    ['rejected', {}, { disabled_reason: 'rejected.terms_of_service', currently_due: ['external_account'] }],
  ];
  for (const [status, facts, requirements] of rows) {
    it(`${status}: ${JSON.stringify({ ...facts, ...requirements })}`, () => {
      expect(
        accountStatus({ ...NO_ACCOUNT, ...facts, requirements: { ...NO_ACCOUNT.requirements, ...requirements } }),
      ).toBe(status);
    });
  }
});

describe('return addresses', () => {
  const site = { origins: ['https://shop.example', 'http://localhost:5173'], mode: 'test' } as const;

  it('whatever is accepted is on a listed origin, has no user information and stays there when marked', () => {
    const hostile = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('https://shop.example', 'http://localhost:5173', 'https://shop.example.', '//shop.example'),
          fc.string(),
        )
        .map(([origin, rest]) => origin + rest),
    );
    fc.assert(
      fc.property(hostile, (input) => {
        const read = readReturnUrl(input, site);
        if (!read.ok) return;
        const marked = new URL(markReturn(read.url, 'onboard-return'));
        expect(site.origins).toContain(marked.origin);
        expect([marked.username, marked.password]).toEqual(['', '']);
        expect(marked.searchParams.getAll('inlay')).toEqual(['onboard-return']);
        expect([marked.pathname, marked.hash]).toEqual([read.url.pathname, read.url.hash]);
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it('keep their own parameters as they were written', () => {
    const read = readReturnUrl('https://shop.example/a?b=c%20d&e=%2F+f', site);
    expect(read.ok && markReturn(read.url, 'onboard-refresh')).toBe(
      'https://shop.example/a?b=c%20d&e=%2F+f&inlay=onboard-refresh',
    );
  });
});

it('the time of a signature is one whole number of seconds within five minutes, both ways', () => {
  const now = 1_767_225_600;
  for (const [header, fine] of [
    [`t=${now},v1=a`, true],
    [`t=${now - 300},v1=a`, true],
    [`t=${now + 300},v1=a`, true],
    [`t=${now - 301},v1=a`, false],
    [`t=${now + 301},v1=a`, false],
    ['v1=a', false],
    ['t=,v1=a', false],
    ['t=abc,v1=a', false],
    ['t=1e9,v1=a', false],
    [`t=-${now},v1=a`, false],
    [`t=1,t=${now},v1=a`, false],
  ] as const) {
    expect([header, signatureTimeFault(header, now) === null]).toEqual([header, fine]);
  }
});

it('accepts the controllers that Stripe accepts (STRIPE.md 3.1), and says of each other one what to change', () => {
  const accepted: string[] = [];
  for (const payer of ['account', 'application'] as const)
    for (const payments of ['stripe', 'application'] as const)
      for (const requirement_collection of ['stripe', 'application'] as const)
        for (const type of ['full', 'express', 'none'] as const) {
          const controller: Controller = {
            fees: { payer },
            losses: { payments },
            requirement_collection,
            stripe_dashboard: { type },
          };
          const fault = controllerFault(controller);
          if (fault === null) accepted.push([payer, payments, requirement_collection, type].join(' '));
          else expect(fault).toMatch(/ needs /);
        }
  expect(accepted).toEqual([
    'account stripe stripe full',
    'account stripe stripe none',
    'application stripe stripe none',
    'application application stripe express',
    'application application application none',
  ]);
});
