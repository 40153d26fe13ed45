/** Pays on Checkout's pages as a browser would, over HTTP: reads the forms, fills them, follows where they lead. */
import { type SaleParams, shop } from './checkout.ts';
import type { Stand } from './stand.ts';
import { shownValues } from './walk.ts';

export interface Page {
  status: number;
  /** Where a redirect off the stand-in leads; null on a page. */
  to: string | null;
  html: string;
  heading: string;
  /** What is wrong, as it stands above the form. */
  alert: string | null;
  headers: Headers;
}

export interface BuyerOf {
  open(url: string | null): Promise<Page>;
  /** Submits the page's form, with what it shows unless something else is typed. */
  submit(typed?: Record<string, string>): Promise<Page>;
  page(): Page;
}

export const JENNY = { email: 'jenny@example.test', name: 'Jenny Rosen' };
export const CARD = { ...JENNY, method: 'card', number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' };
export const BANK = {
  ...JENNY,
  method: 'us_bank_account',
  routing_number: '110000000',
  account_number: '000123456789',
};
export const CASHAPP = { ...JENNY, method: 'cashapp' };

export function buyer({ raw, port }: Stand): BuyerOf {
  let current: Page | null = null;
  let path = '';
  async function go(url: string, init?: RequestInit): Promise<Page> {
    const { pathname, search } = new URL(url, 'http://localhost');
    path = pathname;
    const response = await raw(`http://127.0.0.1:${port}${pathname}${search}`, init);
    const html = await response.text();
    const to = response.headers.get('location');
    if (to && new URL(to, 'http://localhost').hostname === 'localhost') return go(to);
    return {
      status: response.status,
      to,
      html,
      heading: /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '',
      alert: /role="alert"[^>]*>(.*?)</.exec(html)?.[1] ?? null,
      headers: response.headers,
    };
  }
  const self: BuyerOf = {
    async open(url) {
      if (url === null) throw new Error('There is no address to open.');
      current = await go(url);
      return current;
    },
    async submit(typed = {}) {
      const target = /<form method="post"(?: action="([^"]+)")?/.exec(self.page().html);
      if (!target) throw new Error(`There is no form on this page: ${self.page().heading}`);
      const form = new URLSearchParams({ ...shownValues(self.page().html), ...typed });
      current = await go(target[1] ?? path, { method: 'POST', body: form });
      return current;
    },
    page() {
      if (!current) throw new Error('No page is open.');
      return current;
    },
  };
  return self;
}

/** A session of a shop, its page open before a buyer. */
export async function buying(params: SaleParams = {}) {
  const all = await shop();
  const session = await all.session(params);
  const at = buyer(all);
  const page = await at.open(session.url);
  return { ...all, ...at, first: page, id: session.id, now: () => all.read(session.id) };
}

/** Where whoever has paid goes. */
export const done = (id: string) => `https://shop.example/done?session_id=${id}`;
