/** Somebody who uses the demo's host site, as a test speaks for them without a browser. */
import * as v from 'valibot';
import { Account } from '../../worker/contract.ts';

export interface Addresses {
  readonly site: string;
  readonly worker: string;
  readonly stripe: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  /** The address of a page of the host site as this person. */
  readonly at: (path: string) => string;
  /** Where the Worker says this person stands. */
  readonly account: () => Promise<Account>;
  /** Gives this person an account in the state of this name, as the tester's panel does. */
  readonly becomes: (scenario: string) => Promise<void>;
}

export function createPerson(demo: Addresses, name: string): Person {
  const as = (path: string) => `${demo.site}${path}?user=${name}`;
  return {
    name,
    email: `${name}@rocketrides.example`,
    at: as,
    async account() {
      const { token } = v.parse(v.object({ token: v.string() }), await (await fetch(as('/inlay/token'))).json());
      const response = await fetch(`${demo.worker}/v1/sites/site_rocket_rides/account`, {
        headers: { Authorization: `Bearer ${token}`, Origin: demo.site },
      });
      return v.parse(Account, await response.json());
    },
    async becomes(scenario) {
      const response = await fetch(as('/qa/account'), {
        method: 'POST',
        headers: { Accept: 'application/json', Origin: demo.site },
        body: new URLSearchParams({ scenario }),
      });
      const { message } = v.parse(v.object({ message: v.string() }), await response.json());
      if (!message.includes(scenario)) throw new Error(`${name} does not become ${scenario}: ${message}`);
    },
  };
}
