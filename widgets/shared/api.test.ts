import { expect } from '@open-wc/testing';
import { LINK } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import '../connect-onboard-button/connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

describe('a request to the Worker', () => {
  const on = stage();

  for (const status of [429, 503]) {
    it(`is made once more after a short wait when it is answered ${status}`, async () => {
      on.worker.fail('GET account', status, 'stripe_busy', { 'Retry-After': '0' });
      const element = await shown(TAG);
      expect(words(element)).to.contain('Set up payouts');
      on.worker.fail('POST account_links', status, 'stripe_busy', { 'Retry-After': '0' });
      const left = leaving();
      button(element).click();
      expect(await left).to.equal(LINK);
    });
  }

  it('is not made a third time', async () => {
    for (let time = 0; time < 3; time++) on.worker.fail('GET account', 503, 'stripe_busy', { 'Retry-After': '0' });
    expect(words(await shown(TAG))).to.contain('Please try again in a minute.');
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account']);
  });

  for (const wait of ['6', 'Fri, 01 Mar 2031 12:00:00 GMT', undefined]) {
    it(`is left to the person when Retry-After is ${wait}`, async () => {
      on.worker.fail('GET account', 503, 'stripe_busy', wait === undefined ? {} : { 'Retry-After': wait });
      expect(words(await shown(TAG))).to.contain('Try again');
      expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
    });
  }

  it('is not repeated after a 500', async () => {
    on.worker.fail('GET account', 500, 'internal', { 'Retry-After': '0' });
    await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account']);
  });

  it('may need both a new token and a wait', async () => {
    on.worker.fail('GET account', 503, 'stripe_busy', { 'Retry-After': '0' });
    on.worker.fail('GET account', 401, 'token_expired');
    expect(words(await shown(TAG))).to.contain('Set up payouts');
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account', 'token', 'GET account']);
  });

  it('names its site in the path, whatever that contains', async () => {
    await shown(TAG, { site: '../x?y#z' });
    expect(on.worker.asked.at(-1)?.url).to.equal('https://pay.example.test/v1/sites/..%2Fx%3Fy%23z/account');
  });

  it('has its preflight asked once as a person reaches for the button, and the click is one request', async () => {
    const element = await shown(TAG);
    for (const type of ['pointerenter', 'pointerenter', 'focusin']) element.dispatchEvent(new Event(type));
    await waitUntil(() => on.worker.kinds.includes('GET account_links'));
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET account_links']);
    const left = leaving();
    button(element).click();
    await left;
    expect(on.worker.kinds.slice(3)).to.deep.equal(['POST account_links']);
  });

  it('that no preflight lets through is explained by one that needs none: the developer reads which origin to add', async () => {
    on.worker.next('GET account', () => Promise.reject(new TypeError('Failed to fetch')));
    on.worker.fail('GET config', 403, 'origin_not_allowed');
    await shown(TAG);
    expect(on.worker.kinds).to.deep.equal(['token', 'GET account', 'GET config']);
    const asked = on.worker.asked.at(-1);
    expect(asked && [...asked.headers.keys()]).to.deep.equal([]);
    expect(on.named('error')[0]).to.include({ code: 'origin_not_allowed' });
    expect(on.lines[0]).to.contain(location.origin);
  });
});
