import { expect, fixture, oneEvent } from '@open-wc/testing';
import { init } from '../shared/init.ts';
import { appears, embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { FakeComponent, type FakeConnect, type FakeInstance, fakeConnect } from '../testing/fake-connect.ts';
import { TOKEN_URL } from '../testing/fake-worker.ts';
import { button, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import type { ConnectEmbedded } from './connect-embedded.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST account_sessions';

describe('connect-embedded, several on a page', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });

  const asked = () => on.worker.asked.filter(({ what }) => what === CREATE).map(({ body }) => body.components);

  function make(component: string, attributes: Record<string, string> = {}): ConnectEmbedded {
    const element = document.createElement('connect-embedded');
    for (const [name, value] of Object.entries({ component, ...attributes })) element.setAttribute(name, value);
    return element;
  }

  /** Side by side, so that all of them are seen. */
  async function put(...elements: ConnectEmbedded[]): Promise<void> {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    box.style.display = 'flex';
    box.append(...elements);
    await Promise.all(elements.map((element) => oneEvent(element, 'inlay-ready')));
    await embeddedSettled();
  }

  const instanceOf = (element: Element): FakeInstance | undefined => within(element, FakeComponent).instance;

  it('asks once for all that begin together, and makes one instance', async () => {
    const elements = ['payouts', 'payments', 'balances'].map((component) => make(component));
    await put(...elements);
    expect(asked()).to.deep.equal([['balances', 'payments', 'payouts']]);
    expect(stripe.instances).to.have.length(1);
    for (const element of elements) expect(instanceOf(element)).to.equal(stripe.instances[0]);
  });

  it('asks for a component once that stands on the page twice', async () => {
    await put(make('payouts'), make('payouts'));
    expect(asked()).to.deep.equal([['payouts']]);
    expect(stripe.instances).to.have.length(1);
  });

  it('shows a component that the instance has on it, and another on a new one, when they come later', async () => {
    await put(make('payouts'), make('payments'));
    const known = await shownComponent('payments');
    expect(instanceOf(known)).to.equal(stripe.instances[0]);
    const other = await shownComponent('balances');
    expect(instanceOf(other)).to.equal(stripe.instances[1]);
    expect(asked()).to.deep.equal([['payments', 'payouts'], ['balances']]);
  });

  it('asks for the same components when a session has run out, and shows nothing of it', async () => {
    await put(make('payouts'), make('payments'));
    const [instance] = stripe.instances;
    const before = on.heard.length;
    expect(await instance?.fetch()).to.equal(true);
    expect(asked()).to.deep.equal([
      ['payments', 'payouts'],
      ['payments', 'payouts'],
    ]);
    expect(new Set(instance?.secrets).size).to.equal(2);
    expect(on.heard).to.have.length(before);
  });

  it('renews a token that has run out by then, once', async () => {
    await shownComponent('payouts');
    on.worker.fail(CREATE, 401, 'token_expired');
    expect(await stripe.instances[0]?.fetch()).to.equal(true);
    expect(on.worker.kinds).to.deep.equal(['token', CREATE, CREATE, 'token', CREATE]);
  });

  it('fails on all of them where there is no session, and tries again on all of them with one session', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const elements = ['payouts', 'payments', 'balances'].map((component) => make(component));
    await put(...elements);
    for (const element of elements) expect(words(element)).to.contain('Please try again in a minute.');
    expect(on.named('error')).to.have.length(3);
    const [, second] = elements;
    if (second) button(second).click();
    for (const element of elements) await appears(element);
    await embeddedSettled();
    expect(asked()).to.have.length(2);
    expect(asked()[1]).to.deep.equal(['balances', 'payments', 'payouts']);
    expect(stripe.instances).to.have.length(1);
  });

  it('fails on all of them where a session that has run out cannot be had anew, and tries again on all', async () => {
    const elements = ['payouts', 'payments'].map((component) => make(component));
    await put(...elements);
    on.worker.fail(CREATE, 500, 'internal');
    expect(await stripe.instances[0]?.fetch()).to.equal(false);
    await embeddedSettled();
    for (const element of elements) {
      expect(element.firstElementChild).to.equal(null);
      expect(words(element)).to.contain('Something went wrong.').and.to.contain('Try again');
    }
    const [first] = elements;
    if (first) button(first).click();
    for (const element of elements) await appears(element);
    expect(stripe.instances).to.have.length(2);
  });

  it('leaves those alone that failed of something else', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const one = await shownComponent('payouts');
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const other = await shownComponent('payments');
    button(one).click();
    await appears(one);
    await embeddedSettled();
    expect(other.matches(':state(failed)')).to.equal(true);
  });

  for (const code of ['component_not_allowed', 'stripe_refused'] as const) {
    it(`shows the others where one component is refused: ${code}`, async () => {
      const elements = ['payouts', 'documents', 'balances'].map((component) => make(component));
      if (code === 'component_not_allowed') on.worker.accountSessions.forbidden = ['documents'];
      else {
        on.worker.fail(CREATE, 502, code);
        on.worker.next(CREATE, ({ body }) => refuseDocuments(body));
        on.worker.next(CREATE, ({ body }) => refuseDocuments(body));
        on.worker.next(CREATE, ({ body }) => refuseDocuments(body));
      }
      await put(...elements);
      expect(elements.map((element) => element.matches(':state(done)'))).to.deep.equal([true, false, true]);
      expect(elements[1] && words(elements[1])).to.contain('Please contact support.');
      expect(on.named('error')).to.have.length(1);
      const [together, ...alone] = asked();
      expect(together).to.deep.equal(['balances', 'documents', 'payouts']);
      expect(alone.flat().sort()).to.deep.equal(together);
      expect(alone).to.have.length(3);
    });
  }

  function refuseDocuments({ components }: Record<string, unknown>): Response {
    if (Array.isArray(components) && components.includes('documents')) {
      const error = { type: 'stripe_error', code: 'stripe_refused', message: 'For developers.', request_id: 'req_1' };
      return Response.json({ error }, { status: 502 });
    }
    return Response.json({ client_secret: 'accs_secret__1', publishable_key: 'pk_test_1', components });
  }

  it('logs the instance out and takes the components away at logout', async () => {
    const elements = [make('payouts'), make('payments')];
    await put(...elements);
    init().logout();
    await waitUntil(() => elements.every((element) => element.childElementCount === 0));
    await embeddedSettled();
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([1]);
    expect(elements.map(words)).to.deep.equal(['', '']);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('logs out an instance, too, that nobody shows any longer', async () => {
    const element = await shownComponent('payouts');
    element.remove();
    await embeddedSettled();
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([0]);
    init().logout();
    await embeddedSettled();
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([1]);
  });

  it('keeps an instance up to date, and logs it out, one of whose components has failed', async () => {
    const [one, other] = [make('payouts'), make('payments')];
    await put(one, other);
    const component = within(other, FakeComponent);
    within(one, FakeComponent).fail('api_error');
    await waitUntil(() => one.matches(':state(failed)'));
    expect(within(other, FakeComponent), 'the other stays').to.equal(component);
    other.lang = 'fr';
    await waitUntil(() => stripe.instances[0]?.looks.at(-1)?.locale === 'fr');
    init().logout();
    await embeddedSettled();
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([1]);
  });

  it('asks for no secret of a person who is gone, whatever Stripe’s script wants', async () => {
    await shownComponent('payouts');
    init().logout();
    await embeddedSettled();
    const before = on.worker.asked.length;
    expect(await stripe.instances[0]?.fetch()).to.equal(false);
    expect(on.worker.asked).to.have.length(before);
  });

  it('shows nothing and says nothing of a person who leaves while it is asked', async () => {
    const release = on.worker.hold(CREATE);
    const element = make('payouts');
    await fixture(element);
    await waitUntil(() => asked().length === 1);
    init().logout();
    await embeddedSettled();
    release();
    await embeddedSettled();
    expect(on.worker.asked.at(-1)?.signal?.aborted).to.equal(true);
    expect(stripe.instances).to.deep.equal([]);
    expect(element.childElementCount).to.equal(0);
    expect(on.named('error')).to.deep.equal([]);
  });

  it('shows the next person their own, and never on the instance of another', async () => {
    const element = await shownComponent('payouts');
    init().logout();
    await waitUntil(() => element.childElementCount === 0);
    init({ tokenUrl: TOKEN_URL });
    await appears(element);
    expect(stripe.instances).to.have.length(2);
    expect(instanceOf(element)).to.equal(stripe.instances[1]);
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([1, 0]);
  });

  it('logs out the instance of a person whom the page exchanges for another without saying so', async () => {
    const element = await shownComponent('payouts');
    element.tokenUrl = `${TOKEN_URL}?user=bob`;
    await waitUntil(() => stripe.instances.length === 2);
    await waitUntil(() => element.childElementCount && instanceOf(element) === stripe.instances[1]);
    await embeddedSettled();
    expect(stripe.instances.map(({ logouts }) => logouts)).to.deep.equal([1, 0]);
    expect(element.childElementCount).to.equal(1);
  });

  it('gives two persons on a page an instance each', async () => {
    const [ada, bob] = [make('payouts'), make('payouts', { 'token-url': `${TOKEN_URL}?user=bob` })];
    await put(ada, bob);
    expect(stripe.instances).to.have.length(2);
    expect(instanceOf(ada)).not.to.equal(instanceOf(bob));
    expect(asked()).to.deep.equal([['payouts'], ['payouts']]);
    bob.tokenUrl = '';
    await waitUntil(() => bob.childElementCount && instanceOf(bob) === instanceOf(ada));
    expect(stripe.instances.map(({ logouts }) => logouts))
      .to.include(0)
      .and.to.include(1);
  });
});
