/**
 * The whole of what a host site's backend does for Inlay: say, signed, who is asking. Copy it, and take the person from
 * your own session instead of from a query parameter.
 */
import { SignJWT } from 'jose';
import type { Person } from './people.ts';

export interface TokenSettings {
  /** `site_…` */
  readonly site: string;
  /** One of the site's keys, from the operator's `/v1/sites`. The secret stays on this server. */
  readonly key: { readonly id: string; readonly secret: string };
  /** The Worker's origin. */
  readonly worker: string;
}

/** Good for five minutes; the widgets ask for another when it runs out. */
export function signUserToken({ site, key, worker }: TokenSettings, person: Person): Promise<string> {
  const claims = {
    email: person.email,
    name: person.name,
    scope: ['onboard', 'bank', 'save', 'embedded'],
    // What we know of our driver already. Stripe shows it to them to confirm.
    account: {
      country: 'US',
      business_type: 'individual',
      business_profile: { mcc: '4121', product_description: 'Rides by bike and e-scooter, booked on Rocket Rides.' },
      individual: { first_name: person.firstName, last_name: person.lastName, email: person.email },
    },
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'inlay+jwt', kid: key.id })
    .setIssuer(site)
    .setAudience(worker)
    .setSubject(person.id)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .setJti(crypto.randomUUID())
    .sign(new TextEncoder().encode(key.secret));
}
