import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { accountThat, LINK, SITE } from '../testing/fake-worker.ts';
import { leaving } from '../testing/leaving.ts';
import { button, part, settled, shown, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-onboard-button.ts';
import { waitUntil } from '../testing/wait-until.ts';

const TAG = 'connect-onboard-button';

/** A window as `window.open` gives it, as far as the widget touches it. */
class FakeWindow {
  closed = false;
  opener: unknown = window;
  focused = 0;
  readonly document = document.implementation.createHTMLDocument();
  readonly went: string[] = [];
  readonly location = { replace: (url: string) => this.went.push(url) };
  close(): void {
    this.closed = true;
  }
  focus(): void {
    this.focused++;
  }
}

describe('connect-onboard-button, in a window', () => {
  const on = stage();
  const { open } = window;
  let windows: FakeWindow[];
  beforeEach(() => {
    windows = [];
    Object.assign(window, {
      open: () => {
        const opened = new FakeWindow();
        windows.push(opened);
        return opened;
      },
    });
  });
  afterEach(() => {
    Object.assign(window, { open });
  });

  const popup = () => shown(TAG, { presentation: 'popup' });

  /** Clicks, and waits until the window is on its way to Stripe. */
  async function away() {
    const element = await popup();
    button(element).focus();
    button(element).click();
    await waitUntil(() => windows[0]?.went.length);
    await settled();
    const [opened] = windows;
    if (!opened) throw new Error('No window was opened.');
    return { element, opened };
  }

  function tellOpener(data: unknown): void {
    const channel = new BroadcastChannel('inlay');
    channel.postMessage(data);
    channel.close();
  }
  const returned = { site: SITE, flow: 'onboard', event: 'returned' };

  it('opens it in the click itself, before anything is asked', async () => {
    const element = await popup();
    const before = on.worker.asked.length;
    button(element).click();
    expect(windows).to.have.length(1);
    expect(on.worker.asked).to.have.length(before);
    expect(windows[0]?.document.body.textContent).to.equal('Opening Stripe…');
    expect(windows[0]?.opener).to.equal(null);
    await waitUntil(() => windows[0]?.went.length);
    expect(windows[0]?.went).to.deep.equal([LINK]);
    expect(on.worker.kinds.slice(before)).to.deep.equal(['POST account_links']);
    expect(on.worker.asked.at(-1)?.body.presentation).to.equal('popup');
  });

  it('goes there with the page itself where no window opens', async () => {
    Object.assign(window, { open: () => null });
    const element = await popup();
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(LINK);
    expect(on.worker.asked.at(-1)?.body.presentation).to.equal('redirect');
  });

  it('opens none in the browser of an app', async () => {
    const { userAgent } = navigator;
    Object.defineProperty(navigator, 'userAgent', { value: `${userAgent} FBAN/FBIOS`, configurable: true });
    const element = await popup();
    const left = leaving();
    button(element).click();
    expect(await left).to.equal(LINK);
    Object.defineProperty(navigator, 'userAgent', { value: userAgent, configurable: true });
    expect(windows).to.deep.equal([]);
  });

  it('says where it goes on, and shows the window again when pressed', async () => {
    const { element, opened } = await away();
    expect(words(element)).to.contain('Continue in the Stripe window.');
    expect(element.matches(':state(busy)')).to.equal(true);
    button(element).click();
    expect(opened.focused).to.equal(1);
    expect(windows).to.have.length(1);
  });

  it('learns the outcome from the Worker when the window says that it is back', async () => {
    const { element } = await away();
    on.worker.account = accountThat('enabled');
    const success = oneEvent(element, 'inlay-success');
    tellOpener(returned);
    expect((await success).detail).to.deep.equal({ account: on.worker.account });
    await element.updateComplete;
    expect(words(element)).to.contain('Payouts are set up');
    expect(element.shadowRoot?.activeElement, 'keeps the focus').to.equal(part(element, 'status'));
    expect(on.named('cancel')).to.deep.equal([]);
  });

  it('does not take the window’s word for success', async () => {
    const { element } = await away();
    on.worker.account = accountThat('incomplete', { currently_due: ['external_account'] });
    const change = oneEvent(element, 'inlay-change');
    tellOpener(returned);
    await change;
    await element.updateComplete;
    expect(words(element)).to.contain('Continue set-up').and.to.contain('Your bank account');
    expect(on.named('success')).to.deep.equal([]);
  });

  for (const data of [null, 'returned', { ...returned, site: 'site_other' }, { ...returned, event: 'x' }, [returned]]) {
    it(`ignores the message ${JSON.stringify(data)}`, async () => {
      await away();
      const before = on.worker.asked.length;
      tellOpener(data);
      // A second message, which is heeded, shows that the first has been heard.
      tellOpener(returned);
      await waitUntil(() => on.worker.asked.length > before);
      expect(on.worker.kinds.slice(before)).to.deep.equal(['GET account']);
    });
  }

  it('ignores messages of other windows', async () => {
    const { element } = await away();
    window.dispatchEvent(new MessageEvent('message', { data: returned, origin: 'https://evil.test' }));
    await element.updateComplete;
    expect(words(element)).to.contain('Continue in the Stripe window.');
  });

  it('is ready again when the window is closed, and calls it a cancellation', async () => {
    const { element, opened } = await away();
    const cancel = oneEvent(element, 'inlay-cancel');
    opened.close();
    await cancel;
    await element.updateComplete;
    expect(words(element)).to.contain('Set up payouts');
    expect(element.shadowRoot?.activeElement).to.equal(button(element));
    expect(on.named('success')).to.deep.equal([]);
    button(element).click();
    expect(windows).to.have.length(2);
  });

  it('sees success in a window that was closed without a word', async () => {
    const { element, opened } = await away();
    on.worker.account = accountThat('pending_verification');
    const success = oneEvent(element, 'inlay-success');
    opened.close();
    await success;
    expect(on.named('cancel')).to.deep.equal([]);
  });

  it('hears of the end although a COOP header made the window look closed', async () => {
    const { element, opened } = await away();
    const cancel = oneEvent(element, 'inlay-cancel');
    opened.close();
    await cancel;
    on.worker.account = accountThat('enabled');
    const success = oneEvent(element, 'inlay-success');
    tellOpener(returned);
    await success;
    expect(on.named('success')).to.have.length(1);
  });

  it('looks when the person turns to the page, and tells of success once', async () => {
    const { element, opened } = await away();
    on.worker.account = accountThat('enabled');
    const success = oneEvent(element, 'inlay-success');
    window.dispatchEvent(new Event('focus'));
    await success;
    const asked = on.worker.asked.length;
    tellOpener(returned);
    opened.close();
    await waitUntil(() => on.worker.asked.length > asked);
    await aTimeout(0);
    await element.updateComplete;
    expect(on.named('success')).to.have.length(1);
    expect(on.named('cancel')).to.deep.equal([]);
  });

  it('stays as it is when the person only looks', async () => {
    const { element } = await away();
    const asked = on.worker.asked.length;
    window.dispatchEvent(new Event('focus'));
    await waitUntil(() => on.worker.asked.length > asked);
    await element.updateComplete;
    expect(words(element)).to.contain('Continue in the Stripe window.');
  });

  it('closes the empty window when no link could be had', async () => {
    on.worker.fail('POST account_links', 500, 'internal');
    const element = await popup();
    await element.start();
    expect(windows[0]?.closed).to.equal(true);
    expect(words(element)).to.contain('Something went wrong');
  });

  it('closes the empty window when the element goes away, and leaves one at Stripe alone', async () => {
    const release = on.worker.hold('POST account_links');
    const element = await popup();
    const started = element.start();
    element.remove();
    await started;
    release();
    expect(windows[0]?.closed).to.equal(true);
    expect(windows[0]?.went).to.deep.equal([]);

    const { element: second, opened } = await again();
    second.remove();
    expect(opened.closed).to.equal(false);
  });

  async function again() {
    windows = [];
    return away();
  }

  it('goes on working where presentation is set only later', async () => {
    const element = await shown(TAG);
    element.presentation = 'popup';
    await element.updateComplete;
    button(element).click();
    expect(windows).to.have.length(1);
    await waitUntil(() => windows[0]?.went.length);
  });
});
