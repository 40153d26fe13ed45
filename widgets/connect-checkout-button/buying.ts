/**
 * Leads a buyer to Checkout. Here is what is needed before a click, and no byte more; `later.ts`, loaded as soon as the button
 * is there, has the rest.
 */
import { readMerchant } from '../shared/checkout-merchant.ts';
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import type { Attempt } from './attempt.ts';
import { initial, type State } from './flow.ts';

type Later = typeof import('./later.ts');

export interface Order {
  readonly merchant: string | null | undefined;
  readonly price: string | null | undefined;
  readonly quantity: number | string | null | undefined;
}

export interface BuyingHost extends InlayElement, Order {
  readonly presentation: string | null | undefined;
  readonly returnPath: string | null | undefined;
}

/** Whether it says what is to be bought; what is wrong with it `checkout-request.ts` can tell. */
export function isOrder({ merchant, price, quantity }: Order): boolean {
  return !!merchant && !!price && /^[1-9]\d*$/.test(`${quantity ?? 1}`);
}

export class Buying extends Flow<BuyingHost, State, Later> {
  /** May have been begun, but nobody has heard of that. */
  declare attempt: Attempt | undefined;
  /** A session begun here, `cs_…`, as long as its end is not known. */
  declare unsettled: string | undefined;
  /** Of a Checkout that stands in the page. */
  declare turn: AbortController | undefined;

  constructor(host: BuyingHost) {
    super(host, initial);
  }

  start(): Promise<void> {
    return this.engage((later) => later.start(this));
  }

  /** Asks whether the merchant can sell, where no element of the page knows. */
  ask(): Promise<void> {
    return this.read(
      (session) => readMerchant(session, `${this.host.merchant}`),
      async ({ charges_enabled }) => {
        const { work } = this;
        if (!charges_enabled) await this.loadLater();
        if (work === this.work) await (this.later?.learn(this, charges_enabled) ?? this.to({ name: 'ready' }));
      },
    );
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { name: 'failed', error: null, again: { what: 'load' } };
  }

  /** Whoever comes back from Checkout waits for the outcome, of which `begin.ts` asks; and of what is missing it tells. */
  protected override async look(): Promise<void> {
    if (!location.search.includes('inlay=checkout-') && isOrder(this.host)) await this.ask();
  }

  override forget(): void {
    this.attempt = this.unsettled = undefined;
  }
}
