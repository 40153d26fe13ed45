import { describe, expect, it } from 'vitest';
import { tagsIn } from '../cli/doctor/html.ts';
import { needsOf } from './needs.ts';
import { readTags } from './page-tags.ts';
import { mixedContent } from './rules/mixed-content.ts';
import type { GivenSettings } from './settings.ts';
import { goodPage } from './testing.ts';

const URL_OF_PAGE = 'https://app.test/a';
const read = (html: string, given?: GivenSettings) => readTags(tagsIn(html), URL_OF_PAGE, given);

describe('a policy in a meta', () => {
  const meta = (directive: string) => `<meta http-equiv="Content-Security-Policy" content="${directive}">`;
  const policies = (html: string) => read(html).policies.flatMap(({ directives }) => [...directives.keys()]);

  it('holds where it stands in the head, wherever that ends', () => {
    expect(
      policies(`<html><head>${meta('a')}<link rel=x><style></style></head>${meta('b')}<body>${meta('c')}`),
    ).toEqual(['a', 'b']);
    expect(policies(`${meta('a')}<script src=/x.js></script>${meta('b')}<p>${meta('c')}`)).toEqual(['a', 'b']);
    expect(policies(`${meta('a')}<link-bank-account></link-bank-account>${meta('b')}`)).toEqual(['a']);
  });
});

describe('a stand-in for Stripe', () => {
  it.each([
    ['http://localhost:12111/js/stripe.js', 'http://localhost:12111'],
    ['https://stripe.test/js/connect.js?v=1', 'https://stripe.test'],
    ['https://notstripe.com/js/stripe.js', 'https://notstripe.com'],
    ['/js/stripe.js', null],
    ['https://app.test/js/connect.js', null],
    ['https://cdn.test/assets/stripe.js', null],
    ['https://cdn.test/assets/js/connect.js', null],
    ['https://js.stripe.com/js/stripe.js', null],
    ['https://stripe.com/js/stripe.js', null],
    ['https://js.stripe.com/endive/stripe.js', null],
  ])('is %s: %s', (src, origin) => {
    expect(read(`<script src="${src}"></script>`).standIn).toBe(origin);
  });
});

describe('an address', () => {
  const loader = 'src="https://pay.test/inlay.js" data-site=site_1';

  it.each<[html: string, api: string | null, tokens: string | null, unreadable: string[]]>([
    [`<script ${loader} data-token-url=/t></script>`, 'https://pay.test', '/t', []],
    [`<script ${loader} data-api=https://other.test/x></script>`, 'https://other.test', null, []],
    [`<script ${loader} data-api=localhost:6302></script>`, null, null, ['data-api=localhost:6302']],
    [`<script ${loader} data-api=pay.example.com></script>`, null, null, ['data-api=pay.example.com']],
    [`<script ${loader} data-api=//pay.example.com></script>`, null, null, ['data-api=//pay.example.com']],
    [`<script ${loader} data-token-url=https://></script>`, 'https://pay.test', null, ['data-token-url=https://']],
    [
      `<script ${loader} data-token-url=localhost:1/t></script>`,
      'https://pay.test',
      null,
      ['data-token-url=localhost:1/t'],
    ],
    [
      `<script ${loader}></script><connect-onboard-button api=localhost:6302 token-url=data:x></connect-onboard-button>`,
      null,
      null,
      ['api=localhost:6302', 'token-url=data:x'],
    ],
    ['<script src=localhost:6302/inlay.js data-site=s></script>', null, null, ['src=localhost:6302/inlay.js']],
  ])('that no page could ask is told apart, and no rule trips over it: %s', (html, api, tokens, unreadable) => {
    const found = read(html);
    expect(found.settings).toMatchObject({ api, tokens: tokens && { url: tokens } });
    expect(found.unreadable.map(({ name, value }) => `${name}=${value}`)).toEqual(unreadable);
    const page = { ...goodPage, ...found };
    expect(() => [needsOf(page), mixedContent(page, false)]).not.toThrow();
  });

  it('that is given in another way wins over the tag’s, and is read as that is', () => {
    const tag = `<script ${loader} data-api=localhost:1 data-token-url=/t></script>`;
    const given = read(tag, {
      api: { name: 'api', value: 'https://x.test/' },
      tokens: { name: '--token-url', value: 'x:' },
    });
    expect(given.settings).toMatchObject({ api: 'https://x.test', tokens: null });
    expect(given.unreadable).toEqual([{ name: '--token-url', value: 'x:' }]);
    expect(read(tag, { tokens: 'function' }).settings.tokens).toBe('function');
    expect(read(tag, { tokens: null }).settings.tokens).toBe(null);
  });
});
