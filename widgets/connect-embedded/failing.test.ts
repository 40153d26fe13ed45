import { expect, fixture, oneEvent } from '@open-wc/testing';
import { AccountNews } from '../shared/news.ts';
import { page } from '../shared/settings.ts';
import { appears, embeddedSettled, shownComponent, within } from '../testing/embedded-scene.ts';
import { EMBEDDED_SECRET } from '../testing/fake-account-sessions.ts';
import { FakeComponent, type FakeConnect, fakeConnect } from '../testing/fake-connect.ts';
import { accountThat } from '../testing/fake-worker.ts';
import { ownClock } from '../testing/own-clock.ts';
import { button, part, words } from '../testing/scene.ts';
import { stage } from '../testing/stage.ts';
import './connect-embedded.ts';
import { waitUntil } from '../testing/wait-until.ts';

const CREATE = 'POST account_sessions';

describe('connect-embedded, when something fails', () => {
  const on = stage();
  let stripe: FakeConnect;
  beforeEach(() => {
    stripe = fakeConnect(on.signal);
  });

  const asked = () => on.worker.kinds.filter((kind) => kind === CREATE).length;
  const hasButton = (element: Element) => part(element, 'button') !== null;

  it('says in a sentence that there is no session, and shows the component when tried again', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('payouts');
    expect(words(element)).to.contain('Please try again in a minute.').and.to.contain('Try again');
    expect(part(element, 'error')).not.to.equal(null);
    expect(part(element, 'skeleton')).to.equal(null);
    expect(element.matches(':state(failed)')).to.equal(true);
    expect(on.named('error')[0]).to.include({ code: 'stripe_unavailable', recoverable: true, requestId: 'req_test' });
    button(element).click();
    await appears(element);
    await waitUntil(() => element.matches(':state(done)'));
    expect(part(element, 'error')).to.equal(null);
    expect(hasButton(element)).to.equal(false);
  });

  it('tries once for a press, however often it is pressed', async () => {
    on.worker.fail(CREATE, 503, 'stripe_unavailable');
    const element = await shownComponent('payouts');
    button(element).click();
    button(element).click();
    await element.start();
    expect(asked()).to.equal(2);
    expect(element.childElementCount).to.equal(1);
  });

  it('says in a sentence what Stripe’s component could not load, and makes it anew on another session', async () => {
    const element = await shownComponent('payouts');
    const failed = oneEvent(element, 'inlay-error');
    within(element, FakeComponent).fail('api_error', `No session ${EMBEDDED_SECRET}_1 here`);
    await failed;
    expect(element.childElementCount).to.equal(0);
    expect(words(element)).to.contain('Something went wrong.').and.to.contain('Try again');
    expect(on.named('error')).to.have.length(1);
    expect(on.named('error')[0]).to.include({ type: 'stripe_error', code: 'embedded_failed', recoverable: true });
    expect(on.lines).to.deep.equal(['[inlay] <connect-embedded> embedded_failed: Stripe: api_error No session … here']);
    button(element).click();
    await appears(element);
    expect(stripe.instances).to.have.length(2);
  });

  it('hears nothing more of a component that has failed', async () => {
    const element = await shownComponent('payouts');
    const component = within(element, FakeComponent);
    component.fail('api_error');
    component.fail('api_error');
    component.start();
    await embeddedSettled();
    expect(on.named('error')).to.have.length(1);
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  it('gets another secret by itself, once, where Stripe could not tell who is there', async () => {
    const element = await shownComponent('payouts');
    const first = within(element, FakeComponent);
    first.fail('authentication_error', 'Who is there?');
    await waitUntil(() => stripe.instances.length === 2);
    await waitUntil(() => element.matches(':state(done)'));
    expect(on.named('error')).to.deep.equal([]);
    expect(within(element, FakeComponent)).not.to.equal(first);
    const failed = oneEvent(element, 'inlay-error');
    within(element, FakeComponent).fail('authentication_error', 'Who is there?');
    await failed;
    await embeddedSettled();
    expect(stripe.instances).to.have.length(2);
    expect(on.named('error')[0]).to.include({ code: 'embedded_failed' });
    expect(on.lines[0]).to.contain('authentication_error Who is there?');
    button(element).click();
    await waitUntil(() => stripe.instances.length === 3);
  });

  it('does so for two components on one new session', async () => {
    const box = await fixture<HTMLElement>(document.createElement('div'));
    const elements = ['payouts', 'payments'].map((component) =>
      Object.assign(document.createElement('connect-embedded'), { component }),
    );
    box.append(...elements);
    await Promise.all(elements.map((element) => oneEvent(element, 'inlay-ready')));
    for (const element of elements) within(element, FakeComponent).fail('authentication_error');
    await waitUntil(() => stripe.instances.length === 2);
    await waitUntil(() => elements.every((element) => element.matches(':state(done)')));
    expect(asked()).to.equal(2);
  });

  it('gives a component up that has not begun to load in 20 seconds, and can be tried again', async () => {
    const clock = ownClock(on.signal);
    FakeComponent.starts = false;
    const element = document.createElement('connect-embedded');
    element.component = 'payouts';
    await fixture(element);
    await appears(element);
    await clock.pass(19.9);
    expect(on.named('error')).to.deep.equal([]);
    await clock.pass(0.1);
    await embeddedSettled();
    expect(words(element)).to.contain('This is taking too long.').and.to.contain('Try again');
    expect(on.named('error')[0]).to.include({ code: 'timeout', recoverable: true });
    FakeComponent.starts = true;
    button(element).click();
    await waitUntil(() => element.matches(':state(done)'));
    expect(stripe.instances, 'anew in all').to.have.length(2);
    await clock.pass(60);
    expect(on.named('error'), 'and one that has begun is left alone').to.have.length(1);
  });

  it('says what failed where Stripe’s script itself throws', async () => {
    stripe.broken = new Error(`IntegrationError: ${EMBEDDED_SECRET}_1`);
    const element = await shownComponent('payouts');
    expect(on.named('error')[0]).to.include({ code: 'embedded_failed', type: 'stripe_error' });
    expect(on.lines[0]).to.contain('Stripe: Error: IntegrationError: …');
    stripe.broken = undefined;
    button(element).click();
    await appears(element);
  });

  it('goes on by itself when there is a connection again', async () => {
    on.worker.next(CREATE, () => Promise.reject(new TypeError('Failed to fetch')));
    const element = await shownComponent('payouts');
    expect(words(element)).to.contain('There is no connection.');
    window.dispatchEvent(new Event('online'));
    await appears(element);
  });

  it('names the policy that forbids Stripe’s frames, rather than waiting', async () => {
    const element = await shownComponent('payouts');
    const violation = (blockedURI: string, disposition: SecurityPolicyViolationEventDisposition = 'enforce') =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI,
          disposition,
          documentURI: location.href,
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          statusCode: 200,
        }),
      );
    violation('https://ads.example.test');
    violation('https://connect-js.stripe.com/ui_layer', 'report');
    await embeddedSettled();
    expect(on.named('error')).to.deep.equal([]);
    const failed = oneEvent(element, 'inlay-error');
    violation('https://connect-js.stripe.com/ui_layer');
    await failed;
    expect(on.named('error')[0]).to.include({ code: 'stripe_js_blocked', recoverable: false });
    expect(on.lines[0]).to.contain(
      'add https://connect-js.stripe.com https://js.stripe.com to script-src and frame-src',
    );
    expect(words(element)).to.contain('does not work on this page');
  });

  for (const [component, says] of [
    ['', 'The attribute component is missing'],
    ['payment_method_settings', 'There is no component "payment_method_settings"'],
    ['Payouts', 'There is no component "Payouts"'],
    ['constructor', 'There is no component "constructor"'],
  ] as const) {
    it(`is not configured with component="${component}", and names the eight that there are`, async () => {
      const element = await shownComponent(component);
      expect(asked()).to.equal(0);
      expect(on.named('error')).to.have.length(1);
      expect(on.named('error')[0]).to.include({ code: 'not_configured', recoverable: false });
      expect(on.lines).to.have.length(1);
      expect(on.lines[0]).to.contain(says);
      expect(on.lines[0]).to.contain(
        'account-management, account-onboarding, balances, documents, notification-banner, payment-method-settings, payments, payouts',
      );
      expect(words(element)).to.equal('This does not work on this page at the moment. Please contact support.');
      expect(hasButton(element)).to.equal(false);
    });
  }

  it('is told of a mistake also where nobody comes near', async () => {
    const element = document.createElement('connect-embedded');
    const far = await fixture<HTMLElement>(document.createElement('div'));
    far.style.paddingTop = '5000px';
    far.append(element);
    await oneEvent(element, 'inlay-error');
    expect(on.lines[0]).to.contain('The attribute component is missing');
  });

  it('says which setting is missing', async () => {
    page.settings = {};
    const element = await shownComponent('payouts');
    expect(on.lines[0]).to.contain('Set data-site on the script tag');
    expect(words(element)).to.contain('does not work on this page');
  });

  it('tells the developer what to change where a component is not allowed, and the person that it is not', async () => {
    on.worker.accountSessions.forbidden = ['payouts'];
    const element = await shownComponent('payouts');
    expect(words(element)).to.equal('You cannot do this here. Please contact support.');
    expect(on.lines[0]).to.contain('Add it to embedded.components of site_test');
    expect(on.named('error')[0]).to.include({ code: 'component_not_allowed', recoverable: false });
    expect(hasButton(element)).to.equal(false);
  });

  it('names the scope that the user token lacks', async () => {
    on.worker.fail(CREATE, 403, 'scope_missing');
    await shownComponent('payouts');
    expect(on.lines[0]).to.contain('Add "embedded" to the claim scope');
  });

  it('says what to do first where nothing has been set up, which is no failure', async () => {
    on.worker.accountSessions.hasAccount = false;
    const element = await shownComponent('payouts');
    expect(words(element)).to.equal('Set up payouts first, then come back here.');
    expect(hasButton(element)).to.equal(false);
    expect(element.matches(':state(failed), :state(done), :state(busy)')).to.equal(false);
    expect(on.named('error')).to.deep.equal([]);
    expect(on.named('ready')).to.have.length(1);
    expect(on.lines).to.deep.equal([]);
    await embeddedSettled();
    expect(asked(), 'asks once').to.equal(1);
  });

  it('has nothing to tell in a banner where nothing has been set up', async () => {
    on.worker.accountSessions.hasAccount = false;
    const element = await shownComponent('notification-banner');
    expect([words(element), element.offsetHeight]).to.deep.equal(['', 0]);
  });

  it('shows the component once another element of the page has set the account up', async () => {
    on.worker.accountSessions.hasAccount = false;
    const element = await shownComponent('payouts');
    const tell = (account = accountThat('none'), { session } = element) =>
      page.dispatchEvent(new AccountNews({}, session, account));
    tell();
    const bob = Object.assign(document.createElement('connect-embedded'), { tokenUrl: '/inlay/token?user=bob' });
    tell(accountThat('incomplete'), bob);
    await embeddedSettled();
    expect(asked()).to.equal(1);
    tell(accountThat('incomplete'));
    await waitUntil(() => asked() === 2);
    await waitUntil(() => words(element).includes('Set up payouts first'));
    on.worker.accountSessions.hasAccount = true;
    tell(accountThat('enabled'));
    await appears(element);
    tell(accountThat('enabled'));
    await embeddedSettled();
    expect(asked()).to.equal(3);
  });

  it('keeps the client secret out of events, attributes, storage, the console and what it shows', async () => {
    const element = await shownComponent('payouts');
    const html = document.documentElement.outerHTML + element.shadowRoot?.innerHTML;
    within(element, FakeComponent).fail('api_error', `Invalid ${EMBEDDED_SECRET}_1`);
    await embeddedSettled();
    const seen = [
      html,
      JSON.stringify(on.heard),
      document.documentElement.outerHTML,
      element.shadowRoot?.innerHTML,
      ...on.lines,
      location.href,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    ];
    expect(on.lines).to.have.length(1);
    expect(seen.join()).not.to.contain('CANARY');
  });
});
