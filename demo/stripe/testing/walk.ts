/** Walks hosted onboarding as a browser would, over HTTP: reads the forms, fills them, follows where they lead. */
import type { Stand } from './stand.ts';

export interface Page {
  status: number;
  /** Where a redirect leads; null on a page. */
  to: string | null;
  html: string;
  heading: string;
}

export interface Walk {
  page: Page;
  open(url: string): Promise<Page>;
  /** Presses a button of the page's form; unnamed fields keep what the page shows. */
  press(action: 'continue' | 'save', values?: Record<string, string>): Promise<Page>;
  /** "Use test data" and "Continue", with some other values if so wished. */
  next(values?: Record<string, string>): Promise<Page>;
  /** From wherever it stands through to "Agree and submit". */
  finish(values?: Record<string, string>): Promise<Page>;
}

export function walk({ raw, port }: Stand): Walk {
  const local = (url: string) => (URL.canParse(url) ? `http://127.0.0.1:${port}${new URL(url).pathname}` : url);
  async function go(url: string, init?: RequestInit): Promise<Page> {
    const response = await raw(local(url), init);
    const html = await response.text();
    const to = response.headers.get('location');
    if (to?.startsWith('/')) return go(to);
    return { status: response.status, to, html, heading: decodeEntities(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '') };
  }
  const self: Walk = {
    page: { status: 0, to: null, html: '', heading: '' },
    async open(url) {
      self.page = await go(url);
      return self.page;
    },
    async press(action, values = {}) {
      const target = /<form method="post" action="([^"]+)"/.exec(self.page.html)?.[1];
      if (!target) throw new Error(`There is no form on this page: ${self.page.heading}`);
      const form = new URLSearchParams({ ...shownValues(self.page.html), ...values, action });
      self.page = await go(target, { method: 'POST', body: form });
      return self.page;
    },
    next: (values = {}) => self.press('continue', { ...testValues(self.page.html), ...known(values, self.page.html) }),
    async finish(values = {}) {
      for (let steps = 0; steps < 8; steps += 1) {
        if (self.page.html.includes('>Agree and submit<')) return self.press('continue');
        await self.next(values);
      }
      throw new Error(`Onboarding did not come to its end: ${self.page.heading}`);
    },
  };
  return self;
}

/** What the fields of the page show. */
export function shownValues(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    if (!/type="radio"/.test(tag) || / checked/.test(tag)) values[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [whole, inner = ''] of html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g))
    values[attribute(whole, 'name')] = decodeEntities(inner);
  for (const [whole] of html.matchAll(/<select[\s\S]*?<\/select>/g)) {
    values[attribute(whole, 'name')] = /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '';
  }
  return values;
}

function testValues(html: string): Record<string, string> {
  const fields = html.matchAll(/<(?:input|select|textarea)[^>]*data-test[^>]*>/g);
  return Object.fromEntries(Array.from(fields, ([tag]) => [attribute(tag, 'name'), attribute(tag, 'data-test')]));
}

function known(values: Record<string, string>, html: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => html.includes(`name="${name}"`)));
}

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decodeEntities(text: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
