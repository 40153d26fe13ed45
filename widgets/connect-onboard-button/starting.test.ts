import { expect } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { accountThat, LINK, SITE } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, part, shown, visit, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('connect-onboard-button, going to Stripe', () => {
  const on = stage();

  it('asks nothing but a token and the account before a click', async () => {
    await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
  });

  it('goes there after one request', async () => {
    const element = await shown(TAG);
    const before = on.worker.asked.length;
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(LINK);
    expect(on.worker.kinds.slice(before)).to.deep.equal(['POST account_links']);
  });

  it('sends one request for a double click, and says that it is busy', async () => {
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    button(element).click();
    element.start();
    await element.updateComplete;
    expect(element.matches(':state(busy)')).to.equal(true);
    expect(button(element).getAttribute('aria-busy')).to.equal('true');
    expect(button(element).disabled, 'would lose the focus').to.equal(false);
    expect(words(element)).to.contain('Opening Stripe…');
    await left;
    expect(on.worker.kinds.filter((kind) => kind === 'POST account_links')).to.have.length(1);
    expect(on.named('start')).to.have.length(1);
  });

  it('asks to come back to this page, without its hash', async () => {
    visit('?tab=payouts&q=%20x', '#top');
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    await left;
    const { return_url, presentation, refresh } = on.worker.asked.at(-1)?.body ?? {};
    expect(return_url).to.equal(`${location.origin}${location.pathname}?tab=payouts&q=%20x`);
    expect(presentation).to.equal('redirect');
    expect(refresh).to.equal(undefined);
  });

  it('asks to come back to return-path', async () => {
    const element = await shown(TAG, { 'return-path': '/settings/payouts?x=1' });
    const left = leaving();
    button(element).click();
    await left;
    expect(on.worker.asked.at(-1)?.body.return_url).to.equal(`${location.origin}/settings/payouts?x=1`);
  });

  it('sends the token, no cookies, and no more of the page’s address than its origin', async () => {
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    await left;
    const { headers, url } = on.worker.asked.at(-1) ?? {};
    expect(headers?.get('Authorization')).to.match(/^Bearer ey/);
    expect(headers?.get('Content-Type')).to.equal('application/json');
    expect(url)
      .to.match(new RegExp(`/v1/sites/${SITE}/account_links$`))
      .and.not.to.contain('CANARY');
  });

  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'not an address',
    '//evil.test',
  ]) {
    it(`does not follow ${link}`, async () => {
      on.worker.next('POST account_links', () => Response.json({ url: link }));
      const element = await shown(TAG);
      await element.start();
      expect(words(element)).to.contain('Something went wrong');
      expect(on.named('error')).to.have.length(1);
    });
  }

  const sentences = [
    { status: 503, code: 'stripe_unavailable', says: 'Please try again in a minute.', recoverable: true },
    { status: 429, code: 'rate_limited', says: 'Please try again in a minute.', recoverable: true },
    { status: 403, code: 'origin_not_allowed', says: 'Please contact support.', recoverable: false },
    { status: 403, code: 'scope_missing', says: 'Please contact support.', recoverable: false },
    { status: 500, code: 'internal', says: 'Something went wrong. Please try again.', recoverable: true },
    { status: 409, code: 'account_being_created', says: 'Your account is being created.', recoverable: true },
  ] as const;
  for (const { status, code, says, recoverable } of sentences) {
    it(`says it in a sentence when the Worker answers ${code}, and works when pressed again`, async () => {
      on.worker.fail('POST account_links', status, code);
      const element = await shown(TAG);
      await element.start();
      expect(words(element)).to.contain(says).and.to.contain('Try again').and.not.to.contain(code);
      expect(element.matches(':state(failed)')).to.equal(true);
      const [detail] = on.named('error');
      expect(detail).to.include({ type: 'api_error', code, recoverable, requestId: 'req_test' });
      expect(detail).to.have.property('message').that.contains(says);
      const left = leaving();
      button(element).click();
      expect(await left).to.equal(LINK);
    });
  }

  it('tells the developer which origin to add, and where', async () => {
    on.worker.fail('GET account', 403, 'origin_not_allowed');
    await shown(TAG);
    expect(on.lines).to.have.length(1);
    expect(on.lines[0]).to.contain(`Add ${location.origin} to the origins of ${SITE}`).and.to.contain('PATCH');
  });

  it('treats a code it does not know as something that went wrong', async () => {
    on.worker.next('GET account', () =>
      Response.json(
        { error: { type: 'api_error', code: 'from_the_future', message: 'x', request_id: 'r' } },
        { status: 418 },
      ),
    );
    expect(words(await shown(TAG))).to.contain('Something went wrong');
  });

  it('says so when an answer is not JSON', async () => {
    on.worker.next('GET account', () => new Response('<h1>Portal</h1>'));
    expect(words(await shown(TAG))).to.contain('Something went wrong');
  });

  it('does not turn a message of the Worker’s into anything on the page', async () => {
    on.worker.next('GET account', () =>
      Response.json({ error: { code: 'internal', message: '<img src=x onerror=alert(1)>' } }, { status: 500 }),
    );
    const element = await shown(TAG);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(words(element)).not.to.contain('<img');
  });

  const hostile = '"><img src=x onerror=alert(1)>';
  for (const name of ['site', 'api', 'token-url', 'lang', 'theme', 'presentation', 'return-path']) {
    it(`keeps markup in the attribute ${name} text`, async () => {
      const element = await shown(TAG, { [name]: hostile });
      const left = leaving();
      await Promise.race([element.start(), left]);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(document.querySelector('img[src=x]')).to.equal(null);
      expect(part(element, 'button')).not.to.equal(null);
    });
  }

  it('names a return-path that is no address', async () => {
    const element = await shown(TAG, { 'return-path': 'http://[' });
    await element.start();
    expect(on.lines[0]).to.contain('return-path "http://["');
    expect(on.worker.kinds).not.to.contain('POST account_links');
  });

  it('names the setting that is missing', async () => {
    for (const [settings, named] of [
      [{ site: undefined }, 'data-site'],
      [{ site: SITE, tokenUrl: undefined }, 'data-token-url'],
      [{ tokenUrl: '/inlay/token', api: undefined }, 'api'],
    ] as const) {
      init(settings);
      const element = await shown(TAG);
      expect(words(element)).to.contain('does not work on this page');
      expect(on.lines.at(-1)).to.contain(named);
      element.remove();
    }
    expect(on.worker.asked).to.deep.equal([]);
  });

  it('starts working when the missing settings come', async () => {
    init({ site: undefined });
    const element = await shown(TAG);
    init({ site: SITE });
    await waitUntil(() => words(element).includes('Set up payouts'));
  });

  it('keeps secrets out of events, attributes, the console and what it shows', async () => {
    on.worker.account = accountThat('incomplete', { currently_due: ['external_account'] });
    const element = await shown(TAG);
    const left = leaving();
    button(element).click();
    await left;
    on.worker.fail('GET account', 500, 'internal');
    await element.refresh();
    const seen = [
      JSON.stringify(on.heard),
      element.outerHTML,
      element.shadowRoot?.innerHTML,
      ...on.lines,
      location.href,
    ];
    expect(seen.join()).not.to.contain('CANARY');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('CANARY');
  });
});
