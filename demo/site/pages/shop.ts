import { html } from 'hono/html';
import type { Html, View } from '../layout.ts';
import { as, personNamed } from '../people.ts';
import { priceList } from '../price-list.ts';
import { dollars } from '../sales.ts';
import type { Page } from './page.ts';

export const shop: Page = {
  path: '/shop',
  label: 'Shop',
  title: 'Shop',
  element: '<connect-checkout-button merchant="…" price="…">',
  shows: 'Buying from a driver on Stripe’s Checkout page, without being signed in; a fee is the platform’s',
  body: (view) => html`
    <h1>Ride with ${nameOf(sellerOf(view))}</h1>
    <p class="lead">You pay ${nameOf(sellerOf(view))} directly. Nobody has to be signed in: these buttons send no token.</p>
    ${items(view, 'redirect')}
    ${whenOpen(view)}
  `,
};

export const shopInPlace: Page = {
  path: '/shop-in-place',
  label: null,
  title: 'Shop, in place',
  element: '<connect-checkout-button presentation="inline">',
  shows: 'The same with Checkout on the page itself',
  body: (view) => html`
    <h1>Ride with ${nameOf(sellerOf(view))}</h1>
    <p class="lead">Checkout opens below the button, on this page.</p>
    ${items(view, 'inline')}
    ${whenOpen(view)}
  `,
};

/** Whose shop it is: `?merchant=`, or whoever looks at it. */
function sellerOf({ person, query }: View): string {
  return query('merchant') ?? person.id;
}

function nameOf(seller: string): string {
  return personNamed(seller)?.firstName ?? seller;
}

/** Who has just started the demo has a shop that nobody can buy in yet. */
function whenOpen(view: View): Html {
  return html`<p>A shop opens when <a href="${as(view.person, '/onboard')}">its driver’s payouts</a> are set up.</p>`;
}

/** What the site sells for every driver, and with `?price=` what this driver sells at a price of their own. */
function items(view: View, presentation: 'redirect' | 'inline'): Html {
  const own = view.query('price');
  return html`<ul class="items${presentation === 'inline' ? ' tall' : ''}">
    ${priceList.map(({ id, name, about, unit_amount, quantity }) =>
      item(view, { name, about, cost: dollars(unit_amount * quantity), price: id, quantity, presentation }),
    )}
    ${
      own === undefined
        ? ''
        : item(view, {
            name: 'By arrangement',
            about: 'At the driver’s own price.',
            price: own,
            quantity: 1,
            presentation,
          })
    }
  </ul>`;
}

interface Item {
  readonly name: string;
  readonly about: string;
  readonly cost?: string;
  readonly price: string;
  readonly quantity: number;
  readonly presentation: string;
}

function item(view: View, { name, about, cost, price, quantity, presentation }: Item): Html {
  return html`<li class="card">
    <h2>${name}${cost === undefined ? '' : html` <span class="price">${cost}</span>`}</h2>
    <p>${about}</p>
    <connect-checkout-button merchant="${sellerOf(view)}" price="${price}" quantity="${view.query('quantity') ?? quantity}"
      ${presentation === 'inline' ? html`presentation="inline"` : ''}></connect-checkout-button>
  </li>`;
}
