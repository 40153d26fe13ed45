/** The attributes that an element shows nothing without, with values that the demo has. */
import type { Person } from './people.ts';

export function neededAttributes(tag: string, person: Person): { readonly [attribute: string]: string } {
  switch (tag) {
    case 'connect-checkout-button':
      return { merchant: person.id, price: 'day_pass' };
    case 'connect-embedded':
      return { component: 'payouts' };
    default:
      return {};
  }
}
