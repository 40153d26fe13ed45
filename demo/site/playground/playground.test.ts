import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSite } from '../app.ts';
import { attributeControl, elements, elementsOf } from './elements.ts';
import { ofThePage } from './state.ts';

const settings = {
  origin: 'http://localhost:5173',
  worker: 'http://localhost:8787',
  standIn: 'http://localhost:12111',
  site: 'site_rocket_rides',
  key: { id: 'key_1', secret: 'a secret of the site, of more than 32 bytes' },
};
const site = createSite(settings);
const text = async (path: string) => (await site.request(path)).text();
const live = async (path: string) => (await site.request(path, { headers: { Accept: 'application/json' } })).json();

describe('a control', () => {
  const control = (type: string, description = '') =>
    attributeControl({ name: 'x', description, type: { text: type } });

  test('is a choice where the type is a list of words, or a name of one', () => {
    const values = { kind: 'choice', choices: [{ value: 'a' }, { value: 'b-c' }] };
    expect(control("'a' | 'b-c' | null | undefined")).toMatchObject(values);
    expect(control('Theme | null')).toMatchObject({ kind: 'choice', choices: { length: 3 } });
  });

  test('is a box to tick for what is there or not, and text for the rest, with the words that its description names', () => {
    expect(control('boolean')).toMatchObject({ kind: 'flag' });
    expect(control('number | string | null')).toMatchObject({ kind: 'text', suggestions: [] });
    expect(control('string', 'Either `payouts` or `pay-ins`.')).toMatchObject({ suggestions: ['payouts', 'pay-ins'] });
  });

  test('comes by itself with a new attribute, on the page of every element', async () => {
    const file = new URL('../../../widgets/custom-elements.json', import.meta.url);
    const known = elementsOf(JSON.parse(readFileSync(file, 'utf8')));
    expect(known.map(({ tag }) => tag)).toContain('connect-onboard-button');
    for (const { tag, attributes, variables } of known) {
      const page = await text(`/playground/${tag}`);
      for (const { name } of [...attributes, ...variables]) expect(page, tag).toContain(`name="${name}"`);
    }
  });

  test('has a parameter to itself', () => {
    for (const { tag, attributes, variables } of elements()) {
      const names = [...attributes, ...variables].map(({ name }) => name).concat(ofThePage);
      expect({ tag, twice: names.filter((name, at) => names.indexOf(name) !== at) }).toEqual({ tag, twice: [] });
    }
  });
});

describe('an address', () => {
  const path = '/playground/connect-onboard-button';

  test('is the state: the element, its code and where it begins', async () => {
    const address = `${path}?user=ann&presentation=popup&lang=ja&disabled=true&color-primary=%23075&dir=rtl&scenario=account-rejected&fault=429`;
    const state = await live(address);
    expect(state.attributes).toMatchObject({
      presentation: 'popup',
      lang: 'ja',
      disabled: '',
      dir: 'rtl',
      theme: null,
    });
    expect(state.blocks.code).toContain(
      '<connect-onboard-button presentation="popup" lang="ja" disabled dir="rtl"></connect-onboard-button>',
    );
    expect(state.blocks.sheet).toBe('connect-onboard-button {\n  --inlay-color-primary: #075;\n}');
    expect(state.blocks.code).not.toContain('--inlay-');
    expect(state.orders).toEqual([
      { to: 'account', form: { scenario: 'rejected' } },
      { to: 'fault', form: { match: 'POST /v1/account_links', do: '429', times: '99' } },
    ]);
    expect(new URLSearchParams(state.address.split('?')[1])).toEqual(new URLSearchParams(address.split('?')[1]));
    expect(await text(address)).toContain(
      'presentation="popup" lang="ja" disabled dir="rtl"></connect-onboard-button>',
    );
    expect(await text(state.sheet)).toBe('connect-onboard-button {\n  --inlay-color-primary: #075;\n}\n');
  });

  test('is as short as it can be', async () => {
    const { address } = await live(`${path}?user=demo&presentation=&way=&width=&scenario=&color-primary=`);
    expect(address).toBe(path);
    const shop = await live('/playground/connect-checkout-button?merchant=demo&price=day_pass&quantity=2');
    expect(shop.address).toBe('/playground/connect-checkout-button?quantity=2');
  });

  test('that asks for a bad network has it, whatever `api` it gives, which stays in its field', async () => {
    const address = `${path}?api=${encodeURIComponent('http://localhost:6502')}&way=offline`;
    expect(await live(address)).toMatchObject({
      attributes: { api: 'http://offline.localhost:5173' },
      address,
    });
    expect(await text(address)).toContain('name="api" value="http://localhost:6502"');
  });

  test('that gives an attribute a value of no use passes it on, as one of the choices', async () => {
    const address = `${path}?theme=zzz&lang=tlh&presentation=sideways`;
    expect((await live(address)).attributes).toMatchObject({ theme: 'zzz', lang: 'tlh', presentation: 'sideways' });
    const page = await text(address);
    for (const value of ['zzz', 'tlh', 'sideways']) {
      expect(page).toContain(`<option value="${value}" selected>${value} (none of these)</option>`);
    }
  });

  test.each([
    ['fault=zzz', 'fault=zzz is left out: fault may be 500, 429, timeout, timeout_after_commit, reset, html.'],
    ['fault=500&when=GET', 'when=GET is left out: when may be POST /v1/account_links, POST /v1/accounts, GET /v1/acc'],
    ['scenario=bank-relink', 'scenario=bank-relink is left out: scenario may be account-new, account-incomplete'],
    ['way=zzz', 'way=zzz is left out: way may be slow, offline, busy, broken.'],
    ['width=7', 'width=7 is left out: width may be 390, 320.'],
    ['dir=up', 'dir=up is left out: dir may be ltr, rtl.'],
    ['color-primary=url(x)', 'color-primary=url(x) is left out: color-primary may be a colour, such as #075985'],
    ['border-radius=1;2', 'border-radius=1;2 is left out: border-radius may be a value of CSS'],
  ])('that asks for %s, which the page has not, is told what it may ask for', async (parameters, sentence) => {
    const state = await live(`${path}?${parameters}`);
    expect(state.blocks.refused).toContain(sentence);
    expect(await text(`${path}?${parameters}`)).toContain(`data-block="refused">${sentence}`);
    expect(state.address).not.toContain(sentence.split(' ')[0]);
    expect((await live(path)).blocks.refused).toBe('');
  });

  test('puts nothing into a page but what it is the value of', async () => {
    const page = await text(`${path}?return-path=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script>alert');
    for (const value of ['red;}body{display:none', 'url(//evil.test)', 'x{', '\\75rl']) {
      const sheet = await text(`${path}/looks.css?color-primary=${encodeURIComponent(value)}`);
      expect(sheet, value).toBe('');
    }
  });
});

test('the code has the stand-in’s scripts as long as there is a stand-in, in the order of the page', async () => {
  const standIn = '<script src="http://localhost:12111/js/stripe.js"></script>\n<script type="module"';
  const { blocks } = await live('/playground/link-bank-account');
  expect(blocks.code.startsWith(standIn)).toBe(true);
  const connect = await live('/playground/connect-embedded');
  expect(connect.blocks.code).toContain(`<script src="http://localhost:12111/js/connect.js"></script>\n${standIn}`);
  const real = createSite({ ...settings, standIn: null });
  const headers = { Accept: 'application/json' };
  const code = (await (await real.request('/playground/connect-embedded', { headers })).json()).blocks.code;
  expect(code).toMatch(/^<script type="module"/);
});

test('the code of the sample element that sells names whose shop it is', async () => {
  const { blocks } = await live('/playground/connect-checkout-button?user=ann');
  expect(blocks.code).toContain('<connect-checkout-button merchant="ann" price="day_pass">');
});

test.each([
  ['busy', 429, 'rate_limited'],
  ['broken', 500, 'internal'],
])('the %s way to the Worker answers as a page of another origin may read it', async (way, status, code) => {
  const response = await site.request(`http://${way}.localhost:5173/v1/sites/site_rocket_rides/account`);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(settings.origin);
});
