/** The part of Stripe's script that shows Checkout in the page, which is paid when the test says so. */
import type { Stripe, StripeOptions } from '../shared/stripe-js.ts';

export interface EmbeddedPage {
  readonly publishableKey: string;
  readonly options: StripeOptions | undefined;
  /** What the page gave for it. */
  readonly clientSecret: string;
  /** Where it stands now; null before it is mounted and after. */
  readonly frame: () => HTMLIFrameElement | null;
  readonly destroyed: () => boolean;
  /** The person has paid. */
  readonly complete: () => void;
}

export class FakeEmbedded {
  /** Every one that was made, oldest first. */
  readonly pages: EmbeddedPage[] = [];
  /** Made, but not told of before the test says so. */
  held: Promise<void> | undefined;
  /** Why the next ones cannot be made. */
  broken: unknown;
  readonly #waiting: ((page: EmbeddedPage) => void)[] = [];

  /** The next that is mounted. */
  next(): Promise<EmbeddedPage> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  scriptFor(publishableKey: string, options: StripeOptions | undefined): Pick<Stripe, 'createEmbeddedCheckoutPage'> {
    return {
      createEmbeddedCheckoutPage: async ({ fetchClientSecret, onComplete }) => {
        if (this.broken) throw this.broken;
        if (this.pages.some((page) => !page.destroyed())) throw new Error('IntegrationError: one at a time.');
        let [frame, destroyed]: [HTMLIFrameElement | null, boolean] = [null, false];
        const clientSecret = await fetchClientSecret();
        const page: EmbeddedPage = {
          publishableKey,
          options,
          clientSecret,
          frame: () => frame,
          destroyed: () => destroyed,
          complete: onComplete,
        };
        this.pages.push(page);
        await this.held;
        const unmount = () => {
          frame?.remove();
          frame = null;
        };
        return {
          mount: (where) => {
            if (destroyed || frame) throw new Error('IntegrationError: already mounted, or destroyed.');
            frame = document.createElement('iframe');
            frame.title = 'Checkout';
            where.append(frame);
            for (const tell of this.#waiting.splice(0)) tell(page);
          },
          unmount,
          destroy: () => {
            unmount();
            destroyed = true;
          },
        };
      },
    };
  }
}
