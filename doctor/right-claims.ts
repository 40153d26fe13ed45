/** An example of each claim that a token may make, for whoever has one that the Worker does not take. */
import type { Scope } from '../worker/contract.ts';
import type { UserClaims } from '../worker/rules/user-claims.ts';
import type { Finding } from './finding.ts';

const address = {
  line1: '510 Townsend Street',
  line2: 'Suite 1',
  city: 'San Francisco',
  state: 'CA',
  postal_code: '94103',
  country: 'US',
};

export const rightClaims = {
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  scope: ['onboard', 'bank'],
  account: {
    country: 'US',
    business_type: 'individual',
    business_profile: {
      mcc: '5734',
      name: 'Ada’s Engines',
      product_description: 'Engines, and what to weave on them',
      support_address: address,
      support_email: 'help@example.com',
      support_phone: '+14155550100',
      support_url: 'https://example.com/help',
      url: 'https://example.com',
    },
    individual: {
      first_name: 'Ada',
      last_name: 'Lovelace',
      email: 'ada@example.com',
      phone: '+14155550100',
      dob: { day: 10, month: 12, year: 1985 },
      address,
      id_number: '000000000',
      ssn_last_4: '0000',
    },
    company: { name: 'Ada’s Engines', phone: '+14155550100', tax_id: '000000000', address },
  },
  bank: {
    permissions: ['balances', 'transactions'],
    prefetch: ['balances'],
    filters: { account_subcategories: ['checking', 'savings'], country: 'US' },
    limits: { accounts: 1 },
  },
  save: { usage: 'off_session' },
  embedded: { components: ['payouts', 'payments'] },
} satisfies Partial<UserClaims>;

/**
 * @param param the claim at fault, and the way to it: `account.individual.dob`, `scope.0`
 * @param needed what the elements on the page need of `scope`
 */
export function rightClaim(param: string, needed: readonly Scope[]): Pick<Finding, 'says' | 'paste'> {
  if (param === 'payload') {
    const paste = '{ "iss": …, "aud": …, "sub": …, "iat": …, "exp": …, "jti": …, "scope": … }';
    return { says: 'What the token is signed over has to be an object of claims:', paste };
  }
  if (param === 'nbf') {
    const says = 'The claim nbf is no number, or in the future. Leave it out, or set it in seconds since 1970:';
    return { says, paste: '"nbf": Math.floor(Date.now() / 1000)' };
  }
  const [claim = '', ...inside] = param.split('.');
  const right = new Map<string, unknown>(
    Object.entries({ ...rightClaims, ...(needed.length > 0 && { scope: needed }) }),
  );
  if (!right.has(claim)) return { says: `The claim ${param} is not as it has to be, and none that this doctor knows.` };
  const { known, example } = follow(right.get(claim), inside);
  const says = known
    ? `The claim ${param} is not as it has to be. A right one is, for example:`
    : `There can be no ${param}: leave it out. What there can be is:`;
  return { says, paste: `"${claim}": ${JSON.stringify(example)}` };
}

/** Down to what is at fault, but no further than to a list. Of what is not known, all there can be in its place. */
function follow(right: unknown, [name, ...more]: readonly string[]): { known: boolean; example: unknown } {
  if (name === undefined || typeof right !== 'object' || right === null || Array.isArray(right)) {
    return { known: true, example: right };
  }
  const value = Object.entries<unknown>({ ...right }).find(([one]) => one === name);
  if (value === undefined) return { known: false, example: right };
  const { known, example } = follow(value[1], more);
  return { known, example: { [name]: example } };
}
