import { expect } from '@open-wc/testing';
import { tokenNumber } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import { init } from './init.ts';
import type { TokenReason } from './settings.ts';
import '../connect-onboard-button/connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('a user token', () => {
  const on = stage();
  const { now } = Date;
  const { timeout } = AbortSignal;
  afterEach(() => {
    Date.now = now;
    AbortSignal.timeout = timeout;
  });
  const bearer = () => on.worker.asked.at(-1)?.headers.get('Authorization');

  it('is asked for with a POST, and kept', async () => {
    const element = await shown(TAG);
    await element.refresh();
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account']);
    expect(bearer()).to.equal(`Bearer ${tokenNumber(1)}`);
  });

  it('may come as plain text', async () => {
    on.worker.next('token', () => new Response(`${tokenNumber(7)}\n`));
    await shown(TAG);
    expect(bearer()).to.equal(`Bearer ${tokenNumber(7)}`);
  });

  for (const code of ['token_expired', 'token_invalid', 'token_missing'] as const) {
    it(`is asked for again once when the Worker says ${code}`, async () => {
      on.worker.fail('GET account', 401, code);
      const element = await shown(TAG);
      expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'token', 'GET account']);
      expect(bearer()).to.equal(`Bearer ${tokenNumber(2)}`);
      expect(words(element)).to.contain('Set up payouts');
    });
  }

  it('is not asked for a third time', async () => {
    on.worker.fail('GET account', 401, 'token_invalid');
    on.worker.fail('GET account', 401, 'token_invalid');
    const element = await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'token', 'GET account']);
    expect(words(element)).to.contain('Your session could not be confirmed.');
    expect(on.lines[0]).to.contain('token-url');
  });

  it('that has run out is renewed while the pointer is on its way, so that a click is one request', async () => {
    const element = await shown(TAG);
    Date.now = () => now() + 580_000;
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => on.worker.kinds.includes('GET account_links'));
    expect(on.worker.kinds.slice(2)).to.deep.equal(['token', 'GET account_links']);
    const before = on.worker.asked.length;
    const left = leaving();
    button(element).click();
    await left;
    expect(on.worker.kinds.slice(before)).to.deep.equal(['POST account_links']);
    expect(bearer()).to.equal(`Bearer ${tokenNumber(2)}`);
  });

  it('that has not run out is not', async () => {
    const element = await shown(TAG);
    Date.now = () => now() + 560_000;
    element.focus();
    await waitUntil(() => on.worker.kinds.includes('GET account_links'));
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account_links']);
  });

  it('comes from fetchToken, which is told why', async () => {
    const asked: { current: string | null; reason: TokenReason }[] = [];
    let count = 0;
    init({
      fetchToken: async ({ current, reason, signal }) => {
        expect(signal.aborted).to.equal(false);
        asked.push({ current, reason });
        return tokenNumber(++count);
      },
    });
    on.worker.fail('GET account', 401, 'token_expired');
    const element = await shown(TAG);
    on.worker.fail('GET account', 401, 'token_invalid');
    await element.refresh();
    expect(asked).to.deep.equal([
      { current: null, reason: 'initial' },
      { current: tokenNumber(1), reason: 'expired' },
      { current: tokenNumber(2), reason: 'rejected' },
    ]);
    expect(on.worker.kinds).not.to.contain('token');
  });

  it('is not asked for anew because a framework passes a new function on every render', async () => {
    let asked = 0;
    const another = () => async () => tokenNumber(++asked);
    const element = await shown(TAG);
    element.fetchToken = another();
    await element.updateComplete;
    await element.refresh();
    const before = on.worker.asked.length;
    element.fetchToken = another();
    await element.updateComplete;
    await element.refresh();
    expect(asked).to.equal(1);
    expect(on.worker.kinds.slice(before)).to.deep.equal(['GET account']);
  });

  const failures: readonly (readonly [what: string, answer: () => Response | Promise<Response>])[] = [
    ['401', () => new Response('Sign in', { status: 401 })],
    ['500', () => new Response('{}', { status: 500 })],
    ['a page to sign in', () => new Response('<!doctype html><p>Sign in')],
    ['JSON without a token', () => Response.json({ jwt: 'x.y.z' })],
    ['an empty token', () => Response.json({ token: '' })],
    ['nothing', () => new Response('')],
    ['broken JSON', () => new Response('{"token":')],
  ];
  for (const [what, answer] of failures) {
    it(`says so to the person, and names token-url to the developer, when the route answers ${what}`, async () => {
      on.worker.next('token', answer);
      const element = await shown(TAG);
      expect(words(element)).to.contain('Your session could not be confirmed.').and.to.contain('Try again');
      expect(on.lines).to.have.length(1);
      expect(on.lines[0]).to.contain('token-url /inlay/token');
      expect(on.named('error')[0]).to.include({ code: 'token_route_failed', type: 'configuration_error' });
      expect(on.worker.kinds).to.deep.equal(['token']);
      await element.start();
      expect(words(element)).to.contain('Set up payouts');
    });
  }

  it('whose function throws is a failure like any other', async () => {
    init({
      fetchToken: () => {
        throw new Error('not signed in');
      },
    });
    await shown(TAG);
    expect(on.lines[0]).to.contain('fetchToken').and.to.contain('not signed in');
  });

  it('whose function never answers is given up', async () => {
    const late = new AbortController();
    AbortSignal.timeout = () => late.signal;
    init({
      fetchToken: () => {
        queueMicrotask(() => late.abort(new DOMException('Too long', 'TimeoutError')));
        return new Promise(() => undefined);
      },
    });
    expect(words(await shown(TAG))).to.contain('This is taking too long.');
  });

  it('without dates is used until the Worker refuses it', async () => {
    on.worker.next('token', () => Response.json({ token: 'a.b.c' }));
    const element = await shown(TAG);
    Date.now = () => now() + 10_000_000;
    element.focus();
    await waitUntil(() => on.worker.kinds.includes('GET account_links'));
    await element.refresh();
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account_links', 'GET account']);
  });
});
