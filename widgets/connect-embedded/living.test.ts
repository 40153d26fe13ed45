import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { appears, embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { FakeComponent, type FakeConnect, fakeConnect } from '../testing/fake-connect.ts';
import { part, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import type { ConnectEmbedded } from './connect-embedded.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST account_sessions';

describe('connect-embedded, on a page that lives', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });
  afterEach(() => scrollTo(0, 0));

  const asked = () => on.worker.asked.filter(({ what }) => what === CREATE).map(({ body }) => body.components);

  function make(component: string): ConnectEmbedded {
    return Object.assign(document.createElement('connect-embedded'), { component });
  }

  /** So far down the page that nobody sees it. */
  async function farAway(): Promise<ConnectEmbedded> {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.style.paddingTop = '5000px';
    const element = make('payouts');
    box.append(element);
    await embeddedSettled();
    return element;
  }

  it('asks for nothing before somebody comes near', async () => {
    const element = await farAway();
    expect(on.worker.asked).to.deep.equal([]);
    expect(stripe.instances).to.deep.equal([]);
    expect(element.childElementCount).to.equal(0);
    expect(part(element, 'skeleton')).not.to.equal(null);
    scrollTo(0, 5000 - innerHeight * 1.25);
    await appears(element);
    expect(element.getBoundingClientRect().top, 'before it can be seen').to.be.greaterThan(innerHeight);
  });

  it('loads now on start(), and once', async () => {
    const element = await farAway();
    await Promise.all([element.start(), element.start()]);
    expect(element.matches(':state(done)')).to.equal(true);
    await element.start();
    expect(asked()).to.deep.equal([['payouts']]);
    expect(stripe.instances).to.have.length(1);
  });

  it('loads on start() in the same breath as it is put on the page', async () => {
    const element = make('payouts');
    document.body.append(element);
    await element.start();
    expect(element.matches(':state(done)')).to.equal(true);
    expect(asked()).to.have.length(1);
    element.remove();
  });

  it('resolves start() also when it fails, or is taken away', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await farAway();
    await element.start();
    expect(element.matches(':state(failed)')).to.equal(true);
    on.worker.hold(CREATE);
    const started = element.start();
    element.remove();
    await started;
  });

  it('does nothing where it is on no page', async () => {
    const element = make('payouts');
    await element.start();
    await element.refresh();
    expect(on.worker.asked).to.deep.equal([]);
  });

  it('makes the component anew on refresh(), on the same session', async () => {
    const element = await shownComponent('payouts');
    const before = within(element, FakeComponent);
    await element.refresh();
    expect(element.matches(':state(done)')).to.equal(true);
    expect(within(element, FakeComponent)).not.to.equal(before);
    expect(before.isConnected).to.equal(false);
    expect(element.childElementCount).to.equal(1);
    expect(asked()).to.have.length(1);
    expect(on.named('ready')).to.have.length(1);
  });

  it('loads now on refresh() where nothing is shown, and tries again what failed', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await farAway();
    await element.refresh();
    expect(element.matches(':state(failed)')).to.equal(true);
    await element.refresh();
    expect(element.matches(':state(done)')).to.equal(true);
  });

  it('loads nothing while it is disabled, and goes on when it is no longer', async () => {
    const element = make('payouts');
    element.disabled = true;
    await fixture(element);
    await embeddedSettled();
    await element.start();
    await element.refresh();
    expect(on.worker.asked).to.deep.equal([]);
    // Nothing that looks as if it were on its way.
    expect(element.shadowRoot?.querySelector('[part=skeleton], [aria-busy=true]')).to.equal(null);
    element.disabled = false;
    await appears(element);
    element.disabled = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector<HTMLElement>('.stage')?.inert).to.equal(true);
    expect(element.childElementCount).to.equal(1);
  });

  it('loads nothing while the page has folded it away', async () => {
    const element = make('payouts');
    element.hidden = true;
    await fixture(element);
    await embeddedSettled();
    expect(on.worker.asked).to.deep.equal([]);
    element.hidden = false;
    await appears(element);
  });

  it('shows another component when the attribute changes, and leaves nothing of the first', async () => {
    const element = await shownComponent('payouts');
    const before = within(element, FakeComponent);
    element.setAttribute('component', 'balances');
    await waitUntil(() => element.querySelector('stripe-connect-balances'));
    expect(before.isConnected).to.equal(false);
    expect(element.childElementCount).to.equal(1);
    expect(asked()).to.deep.equal([['payouts'], ['balances']]);
    element.setAttribute('component', 'payouts');
    await waitUntil(() => element.querySelector('stripe-connect-payouts'));
    expect(asked(), 'on the instance that has it').to.have.length(2);
    expect(element.childElementCount).to.equal(1);
  });

  it('shows the last of several that the attribute names in one breath', async () => {
    const element = await shownComponent('payouts');
    for (const component of ['balances', 'documents', 'payments'] as const) {
      element.component = component;
      await element.updateComplete;
    }
    await waitUntil(() => element.querySelector('stripe-connect-payments'));
    await embeddedSettled();
    expect(element.children).to.have.length(1);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('takes the component away when the attribute names none, says so, and shows one that it names then', async () => {
    const element = await shownComponent('payouts');
    element.removeAttribute('component');
    await oneEvent(element, 'inlay-error');
    expect(element.childElementCount).to.equal(0);
    expect(on.lines[0]).to.contain('The attribute component is missing');
    element.component = 'balances';
    await appears(element);
    expect(words(element)).not.to.contain('does not work');
  });

  it('waits for a component that a framework names right after it has put the element on the page', async () => {
    const element = document.createElement('connect-embedded');
    await fixture(element);
    element.component = 'payouts';
    await appears(element);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('keeps its component, its instance and its session when it is moved', async () => {
    const element = await shownComponent('payouts');
    const component = within(element, FakeComponent);
    const box = await fixture<HTMLElement>(document.createElement('section'));
    box.append(element);
    await embeddedSettled();
    component.start();
    expect(within(element, FakeComponent)).to.equal(component);
    expect(asked()).to.have.length(1);
    expect(stripe.instances).to.have.length(1);
    expect(on.named('ready')).to.have.length(1);
  });

  it('leaves nothing behind when it is removed', async () => {
    const element = await shownComponent('payouts');
    const component = within(element, FakeComponent);
    const before = document.querySelectorAll('*').length;
    element.remove();
    await embeddedSettled();
    expect(element.childElementCount).to.equal(0);
    expect(document.querySelectorAll('*').length).to.equal(before - 3);
    const heard = on.heard.length;
    component.fail('api_error');
    component.start();
    document.documentElement.lang = 'fr';
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await embeddedSettled();
    document.documentElement.lang = 'en';
    expect(on.heard).to.have.length(heard);
    expect(asked()).to.have.length(1);
    expect(element.childElementCount).to.equal(0);
  });

  it('shows its component again when it comes back, on the instance that there is', async () => {
    const element = await shownComponent('payouts');
    const box = element.parentElement;
    element.remove();
    await embeddedSettled();
    box?.append(element);
    await appears(element);
    await waitUntil(() => element.matches(':state(done)'));
    expect(asked()).to.have.length(1);
    expect(stripe.instances).to.have.length(1);
    expect(stripe.instances[0]?.logouts).to.equal(0);
    expect(element.childElementCount).to.equal(1);
  });

  it('waits until somebody comes near again where it comes back far away', async () => {
    const element = await shownComponent('payouts');
    const box = element.parentElement;
    element.remove();
    await embeddedSettled();
    if (box) box.style.paddingTop = '5000px';
    box?.append(element);
    await embeddedSettled();
    expect(element.childElementCount).to.equal(0);
  });

  it('gives up what it waits for when it is removed', async () => {
    on.worker.hold(CREATE);
    const element = make('payouts');
    await fixture(element);
    await waitUntil(() => asked().length === 1);
    element.remove();
    await waitUntil(() => on.worker.asked.at(-1)?.signal?.aborted);
    await embeddedSettled();
    expect(stripe.instances).to.deep.equal([]);
    expect(on.heard).to.deep.equal([]);
  });

  it('makes one instance and one component where a framework puts it on the page, takes it off and puts it on', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const element = make('payouts');
    for (let time = 0; time < 3; time++) {
      box.append(element);
      await nextFrame();
      element.remove();
      await Promise.resolve();
    }
    box.append(element);
    await appears(element);
    await embeddedSettled();
    expect(stripe.instances).to.have.length(1);
    expect(element.childElementCount).to.equal(1);
    expect(document.querySelectorAll('stripe-connect-payouts')).to.have.length(1);
    expect(on.named('ready')).to.have.length(1);
  });

  it('makes a second element of the same component independent of the first', async () => {
    const one = await shownComponent('payouts');
    const other = await shownComponent('payouts');
    one.remove();
    await embeddedSettled();
    expect(within(other, FakeComponent).isConnected).to.equal(true);
    within(other, FakeComponent).fail('api_error');
    await embeddedSettled();
    expect(other.matches(':state(failed)')).to.equal(true);
  });

  it('works when it is cloned, with a component of its own', async () => {
    const element = await shownComponent('payouts');
    const clone = document.createElement('div');
    clone.innerHTML = '<connect-embedded component="payouts"></connect-embedded>';
    element.after(clone);
    const copy = clone.querySelector('connect-embedded');
    if (!copy) throw new Error('There is no copy.');
    await appears(copy);
    expect(within(copy, FakeComponent)).not.to.equal(within(element, FakeComponent));
    clone.remove();
  });

  it('keeps what is shown when the page comes out of the back-forward cache', async () => {
    const element = await shownComponent('payouts');
    const component = within(element, FakeComponent);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await embeddedSettled();
    expect(within(element, FakeComponent)).to.equal(component);
    expect(asked()).to.have.length(1);
  });

  it('asks again for what was on its way when the page went into it', async () => {
    on.worker.hold(CREATE);
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const elements = [make('balances'), make('payouts')];
    box.append(...elements);
    await waitUntil(() => asked().length === 1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    for (const element of elements) await appears(element);
    await waitUntil(() => elements.every((element) => element.matches(':state(done)')));
    expect(asked()).to.deep.equal([
      ['balances', 'payouts'],
      ['balances', 'payouts'],
    ]);
    expect(stripe.instances).to.have.length(1);
  });
});
