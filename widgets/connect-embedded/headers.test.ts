import { expect } from '@open-wc/testing';
import { shownComponent } from '../testing/embedded-scene.ts';
import { fakeConnect } from '../testing/fake-connect.ts';
import { stage } from '../testing/stage.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

// Headers are looked at once a page, and so in a file of their own.
describe('connect-embedded, on a page whose headers are in the way', () => {
  const on = stage();

  it('names the header that keeps Stripe’s windows from opening, where there may be any', async () => {
    fakeConnect(on.signal);
    const { fetch } = globalThis;
    const looks: string[] = [];
    globalThis.fetch = async (input, options) => {
      if (options?.method !== 'HEAD') return fetch(input, options);
      looks.push(String(input));
      return new Response(null, { headers: { 'Cross-Origin-Opener-Policy': 'same-origin' } });
    };
    const show = async (component: string) => (await shownComponent(component)).remove();
    await show('documents');
    await show('payments');
    expect(looks).to.deep.equal([]);
    await show('account-onboarding');
    await show('payouts');
    await waitUntil(() => on.lines.length > 0);
    expect(looks).to.deep.equal([location.href]);
    expect(on.lines).to.deep.equal([
      '[inlay] <connect-embedded> Cross-Origin-Opener-Policy: same-origin cuts off the windows of Stripe and of banks. Send: Cross-Origin-Opener-Policy: same-origin-allow-popups',
    ]);
  });
});
