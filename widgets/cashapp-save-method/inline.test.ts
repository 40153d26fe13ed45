import { expect, oneEvent } from '@open-wc/testing';
import { waitingWith } from '../testing/fake-cashapp.ts';
import { type FakeStripe, fakeStripe } from '../testing/fake-stripe.ts';
import { leaving } from '../testing/leaving.ts';
import { type OwnClock, ownClock } from '../testing/own-clock.ts';
import { hide, onPhone } from '../testing/phone.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './cashapp-save-method.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'cashapp-save-method';
const SYNC = 'POST setup_intents/seti_1/sync';

describe('cashapp-save-method with presentation="inline"', () => {
  const on = stage();
  let stripe: FakeStripe;
  let clock: OwnClock;
  beforeEach(() => {
    stripe = fakeStripe(on.signal);
    clock = ownClock(on.signal);
  });

  /** An element that has been pressed, and shows its first code, which works for 30 seconds. */
  async function drawn(attributes: Record<string, string> = {}, first = waitingWith(1)) {
    stripe.cashapp.look = () => first;
    const element = await shown(TAG, { presentation: 'inline', ...attributes });
    const next = stripe.cashapp.next();
    button(element).click();
    const confirmation = await next;
    confirmation.end(first);
    await settled();
    return { element, confirmation };
  }

  const image = (element: Element) => element.shadowRoot?.querySelector('img');
  const shownCode = (element: Element) => image(element)?.src.split('?')[1];
  const timer = (element: Element) => element.shadowRoot?.querySelector('[role=timer]');

  async function approved(element: HTMLElementTagNameMap[typeof TAG]): Promise<void> {
    stripe.cashapp.look = () => ({ setupIntent: { status: 'succeeded' } });
    const success = oneEvent(element, 'inlay-success');
    await Promise.all([clock.pass(2), success]);
  }

  it('draws the code itself, says what to do with it, and offers another way and a way out', async () => {
    const { element, confirmation } = await drawn();
    expect(confirmation.handleActions).to.equal(false);
    expect(image(element)?.alt).to.equal('Cash App QR code');
    expect(shownCode(element)).to.equal('1');
    expect(words(element)).to.contain('Scan the code with your phone’s camera or with Cash App.');
    expect(part(element, 'cancel')?.textContent).to.equal('Cancel');
    const link = element.shadowRoot?.querySelector<HTMLAnchorElement>('.code a');
    expect(link?.href).to.equal('https://payments.stripe.test/cashapp/instructions/1');
    expect(link?.textContent).to.equal('Open Cash App on this device');
    expect(link?.rel).to.contain('noopener');
    expect(element.matches(':state(busy)')).to.equal(true);
    await approved(element);
    expect(on.named('success')).to.have.length(1);
    expect(words(element)).to.contain('$ada');
    expect(image(element)).to.equal(null);
  });

  it('keeps room for the code before it is there', async () => {
    const element = await shown(TAG, { presentation: 'inline' });
    const next = stripe.cashapp.next();
    button(element).click();
    const confirmation = await next;
    await settled();
    const before = element.offsetHeight;
    stripe.cashapp.look = () => waitingWith(1);
    confirmation.end(waitingWith(1, 0, { hosted_instructions_url: 'javascript:alert(1)' }));
    await waitUntil(() => image(element));
    expect(element.offsetHeight).to.equal(before);
    expect(element.shadowRoot?.querySelector('.code a'), 'no address to follow').to.equal(null);
    await approved(element);
  });

  it('counts down where a screen reader does not listen, and replaces the code when it has run out', async () => {
    const { element } = await drawn();
    expect(timer(element)?.textContent).to.equal('New code in 30 s');
    expect(timer(element)?.getAttribute('aria-live')).to.equal('off');
    await clock.pass(18);
    expect(timer(element)?.textContent).to.equal('New code in 12 s');
    expect(shownCode(element)).to.equal('1');
    await clock.pass(11);
    stripe.cashapp.look = () => waitingWith(2);
    await clock.pass(1);
    expect(shownCode(element)).to.equal('2');
    expect(timer(element)?.textContent).to.equal('New code in 30 s');
    await approved(element);
  });

  for (const { clockIs, left, says } of [
    { clockIs: 'right', left: 22, says: 22 },
    { clockIs: 'a little slow', left: 45, says: 30 },
    { clockIs: 'far behind', left: 3_600, says: 30 },
    { clockIs: 'ahead', left: -5, says: 30 },
  ]) {
    it(`counts from ${says} where a code has ${left} s left and this computer’s clock is ${clockIs}`, async () => {
      const { element } = await drawn({}, waitingWith(1, Math.floor(Date.now() / 1000) + left + 1));
      const [seconds = ''] = timer(element)?.textContent?.match(/\d+/) ?? [];
      expect(Number(seconds)).to.be.within(says, says + (says === left ? 1 : 0));
      await approved(element);
    });
  }

  it('asks about every two seconds, and Stripe’s script alone', async () => {
    const { element } = await drawn();
    await clock.pass(10);
    expect(stripe.cashapp.looks).to.equal(5);
    expect(on.worker.kinds).not.to.contain(SYNC);
    await approved(element);
    await clock.pass(60);
    expect(stripe.cashapp.looks, 'not once it is over').to.equal(6);
  });

  it('asks less often while the page is hidden, and at once when it is shown again', async () => {
    const { element } = await drawn();
    hide(on.signal, true);
    await clock.pass(2);
    const before = stripe.cashapp.looks;
    await clock.pass(20);
    expect(stripe.cashapp.looks - before).to.equal(2);
    stripe.cashapp.look = () => ({ setupIntent: { status: 'succeeded' } });
    const success = oneEvent(element, 'inlay-success');
    hide(on.signal, false);
    await success;
  });

  it('replaces a code twenty times, and then says that the time has run out', async () => {
    const { element } = await drawn();
    const seen: string[] = [];
    on.worker.setup.status = 'requires_action';
    const end = Date.now() + 700_000;
    const first = Date.now();
    stripe.cashapp.look = () => waitingWith(1 + Math.floor((Date.now() - first) / 30_000));
    while (element.matches(':state(busy)') && Date.now() < end) {
      await clock.pass(10);
      const code = shownCode(element);
      if (code && !seen.includes(code)) seen.push(code);
    }
    expect(seen).to.have.length(21);
    expect(on.named('error')[0]).to.include({ code: 'setup_expired', recoverable: true });
    expect(words(element)).to.contain('The time to authorize this in Cash App ran out.').and.to.contain('Try again');
    const next = stripe.cashapp.next();
    button(element).click();
    (await next).end({ setupIntent: { status: 'succeeded' } });
    on.worker.setup.status = 'succeeded';
    await oneEvent(element, 'inlay-success');
    expect(on.worker.kinds.at(-1), 'a new attempt').to.equal('POST setup_intents/seti_2/sync');
  });

  it('does not wait for ever for a new code that does not come', async () => {
    const { element } = await drawn();
    on.worker.setup.status = 'requires_action';
    await clock.pass(90);
    expect(on.named('error')[0]).to.include({ code: 'setup_expired' });
    expect(words(element)).to.contain('Try again');
  });

  it('says in a sentence that Cash App declined', async () => {
    const { element } = await drawn();
    Object.assign(on.worker.setup, {
      status: 'requires_payment_method',
      failure: 'setup_intent_authentication_failure',
    });
    stripe.cashapp.look = () => ({ setupIntent: { status: 'requires_payment_method' } });
    const failed = oneEvent(element, 'inlay-error');
    await Promise.all([clock.pass(2), failed]);
    expect(words(element)).to.contain('Cash App did not authorize this.');
    expect(image(element)).to.equal(null);
  });

  it('goes on through answers that are lost on the way', async () => {
    const { element } = await drawn();
    stripe.cashapp.look = () => {
      throw new Error('offline');
    };
    await clock.pass(20);
    expect(shownCode(element)).to.equal('1');
    stripe.cashapp.look = () => ({ error: { type: 'api_connection_error' } });
    await clock.pass(6);
    await approved(element);
  });

  it('says so when Stripe cannot be asked any longer', async () => {
    const { element } = await drawn();
    on.worker.setup.status = 'requires_action';
    stripe.cashapp.look = () => ({ error: { type: 'api_error' } });
    await clock.pass(40);
    expect(on.named('error')[0]).to.include({ code: 'cashapp_failed' });
    expect(words(element)).to.contain('Try again');
  });

  it('is ready again when cancelled, with the focus on its button, and asks no more', async () => {
    const { element } = await drawn();
    on.worker.setup.status = 'requires_action';
    const cancelled = oneEvent(element, 'inlay-cancel');
    part(element, 'cancel')?.focus();
    part(element, 'cancel')?.click();
    await cancelled;
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
    expect(words(element)).to.contain('Save Cash App Pay');
    expect(on.named('error')).to.deep.equal([]);
    const before = stripe.cashapp.looks;
    await clock.pass(60);
    expect(stripe.cashapp.looks).to.equal(before);
  });

  it('is saved all the same when the phone was faster than the button Cancel', async () => {
    const { element } = await drawn();
    const success = oneEvent(element, 'inlay-success');
    part(element, 'cancel')?.click();
    await success;
    expect(on.named('cancel')).to.deep.equal([]);
  });

  it('shows the link instead of an image that the page forbids, and names the directive once', async () => {
    const { element } = await drawn();
    image(element)?.dispatchEvent(new Event('error'));
    await element.updateComplete;
    expect(image(element)).to.equal(null);
    expect(words(element)).to.contain('The code cannot be shown here.').and.to.contain('Open Cash App on this device');
    stripe.cashapp.look = () => waitingWith(2);
    await clock.pass(30);
    image(element)?.dispatchEvent(new Event('error'));
    await element.updateComplete;
    expect(on.lines.filter((line) => line.includes('img-src https://qr.stripe.com'))).to.have.length(1);
    await approved(element);
  });

  it('draws no image from an address that is not one to load', async () => {
    const { element } = await drawn(
      {},
      {
        setupIntent: {
          status: 'requires_action',
          next_action: {
            cashapp_handle_redirect_or_display_qr_code: {
              hosted_instructions_url: 'https://payments.stripe.test/1',
              mobile_auth_url: 'https://pm-redirects.stripe.test/1',
              qr_code: { expires_at: 0, image_url_svg: 'javascript:alert(1)' },
            },
          },
        },
      },
    );
    expect(image(element)).to.equal(null);
    await approved(element);
  });

  it('stops when it is removed, tells nobody, and has the Worker keep what was saved', async () => {
    const { element } = await drawn();
    const before = on.heard.length;
    element.remove();
    await waitUntil(() => on.worker.kinds.includes(SYNC));
    await settled();
    const looks = stripe.cashapp.looks;
    await clock.pass(60);
    expect(stripe.cashapp.looks).to.equal(looks);
    expect(on.heard).to.have.length(before);
  });

  it('changes its words, and nothing else, with the language', async () => {
    const { element } = await drawn();
    element.lang = 'fr';
    await waitUntil(() => words(element).includes('Nouveau code dans 30 s'));
    expect(image(element)?.alt).to.equal('QR code Cash App');
    expect(stripe.cashapp.confirmations).to.have.length(1);
    await approved(element);
  });

  it('leaves for Cash App on a phone, which cannot scan itself', async () => {
    onPhone(on.signal);
    const left = leaving();
    const { element } = await drawn();
    expect(await left).to.equal('https://pm-redirects.stripe.test/authorize/nonce_1');
    expect(words(element)).to.contain('Continue in Cash App.');
    expect(image(element)).to.equal(null);
    await clock.pass(15);
    await waitUntil(() => on.worker.kinds.includes(SYNC));
  });
});
