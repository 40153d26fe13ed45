import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { InlayError } from './inlay-error.ts';
import { loadStripeJs, type StripeConstructor, stripeFor } from './stripe-js.ts';

const MISSING = new URL('/no/such/stripe.js', location.href).href;
const fake: StripeConstructor = () => ({
  collectFinancialConnectionsAccounts: () => Promise.resolve({}),
  confirmCashappSetup: () => Promise.resolve({}),
  retrieveSetupIntent: () => Promise.resolve({}),
  createEmbeddedCheckoutPage: () => Promise.reject(new Error('None is shown here.')),
});
/** A script of this server's that defines the global, as Stripe's does. */
const WORKING = URL.createObjectURL(
  new Blob(['window.Stripe = () => ({ loadedFrom: "blob" });'], { type: 'text/javascript' }),
);

const tags = () => [...document.scripts].filter(({ src }) => src === MISSING || src === WORKING);
const failureOf = (loading: Promise<unknown>): Promise<InlayError> =>
  loading.then(
    () => Promise.reject(new Error('It has loaded.')),
    (error) => (error instanceof InlayError ? error : Promise.reject(error)),
  );

describe('Stripe’s script', () => {
  beforeEach(() => {
    window.Stripe = undefined;
  });
  afterEach(() => {
    for (const script of tags()) script.remove();
    window.Stripe = undefined;
  });

  it('is what the page has loaded already, and then nothing is loaded', async () => {
    window.Stripe = fake;
    expect(await loadStripeJs(undefined, MISSING)).to.equal(fake);
    expect(tags()).to.have.length(0);
  });

  it('is loaded once, however many ask', async () => {
    const [one, other] = await Promise.all([loadStripeJs('r4nd0m', WORKING), loadStripeJs('r4nd0m', WORKING)]);
    expect(one).to.equal(other);
    expect(await loadStripeJs(undefined, WORKING)).to.equal(one);
    expect(tags()).to.have.length(1);
    expect(tags()[0]?.nonce).to.equal('r4nd0m');
  });

  it('can be asked for again after it did not load, and says what failed', async () => {
    const error = await failureOf(loadStripeJs(undefined, MISSING));
    expect(error).to.include({ code: 'stripe_js_failed', type: 'connection_error' });
    expect(error.message).to.contain(MISSING);
    expect(tags(), 'the failed tag is gone').to.have.length(0);
    await loadStripeJs(undefined, WORKING);
    expect(window.Stripe).to.be.a('function');
  });

  it('is not taken for loaded when it defines nothing', async () => {
    const empty = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    expect((await failureOf(loadStripeJs(undefined, empty))).message).to.contain('no window.Stripe');
  });

  for (const source of ['https://js.stripe.com/v3/', 'https://js.stripe.com/endive/stripe.js']) {
    it(`is waited for where the page has its own tag for ${source}, and not waited for twice`, async () => {
      const own = document.createElement('script');
      // Of a type that no browser runs: nothing leaves this computer.
      own.type = 'text/plain';
      own.src = source;
      document.head.append(own);
      const waiting = loadStripeJs(undefined, MISSING);
      expect(tags()).to.have.length(0);
      own.dispatchEvent(new Event('error'));
      expect((await failureOf(waiting)).message).to.contain(source);
      expect((await failureOf(loadStripeJs(undefined, MISSING))).message).to.contain(MISSING);
      own.remove();
    });
  }

  it('makes one instance a key, language and account', () => {
    let made = 0;
    const create: StripeConstructor = (key, options) => {
      made++;
      return fake(key, options);
    };
    const one = stripeFor(create, 'pk_test_1', 'fr-CA');
    expect(stripeFor(create, 'pk_test_1', 'fr')).to.equal(one);
    expect(stripeFor(create, 'pk_test_2', 'fr-CA')).not.to.equal(one);
    expect(stripeFor(create, 'pk_test_1', 'en')).not.to.equal(one);
    const theirs = stripeFor(create, 'pk_test_1', 'fr', 'acct_1');
    expect(theirs).not.to.equal(one);
    expect(stripeFor(create, 'pk_test_1', 'fr', 'acct_1')).to.equal(theirs);
    expect(stripeFor(create, 'pk_test_1', 'fr', null)).to.equal(one);
    expect(made).to.equal(4);
  });

  it('speaks a language it knows, and else the browser’s', () => {
    const asked: unknown[] = [];
    const create: StripeConstructor = (key, options) => {
      asked.push(options?.locale);
      return fake(key, options);
    };
    for (const locale of ['fr-CA', 'EN', 'tlh', 'constructor', '"><img>']) stripeFor(create, `pk_${locale}`, locale);
    expect(asked).to.deep.equal(['fr', 'en', 'auto', 'auto', 'auto']);
  });

  it('is told whose account a session is on, and nothing where it is the platform’s', () => {
    const asked: unknown[] = [];
    const create: StripeConstructor = (key, options) => {
      asked.push(options);
      return fake(key, options);
    };
    stripeFor(create, 'pk_test_1', 'en', 'acct_1');
    stripeFor(create, 'pk_test_1', 'en');
    expect(asked).to.deep.equal([{ locale: 'en', stripeAccount: 'acct_1' }, { locale: 'en' }]);
  });

  /** What happens in a page of this origin with such a policy. */
  async function under(policy: string): Promise<string> {
    const frame = document.createElement('iframe');
    const address = new URL('stripe-js.ts', import.meta.url).href;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module">
        import { loadStripeJs } from '${address}';
        loadStripeJs().catch((error) => error).then((outcome) => { document.title = outcome.code + ' ' + outcome.message; });
      </script>`;
    document.body.append(frame);
    await waitUntil(() => frame.contentDocument?.title);
    const { title = '' } = frame.contentDocument ?? {};
    frame.remove();
    return title;
  }

  it('is said to be forbidden where a policy of the page forbids it', async () => {
    const outcome = await under(`script-src ${location.origin} 'unsafe-inline'`);
    expect(outcome).to.match(/^stripe_js_blocked .*https:\/\/js\.stripe\.com\/.*script-src/);
  });

  it('passes Trusted Types by the policy inlay', async () => {
    // Forbidden by script-src all the same, so that nothing leaves this computer: it came as far as that.
    const policy = `require-trusted-types-for 'script'; trusted-types inlay; script-src ${location.origin} 'unsafe-inline'`;
    expect(await under(policy)).to.match(/^stripe_js_blocked /);
    expect(await under(policy.replace('types inlay', 'types other'))).to.match(/^stripe_js_blocked .*policy inlay/);
  });
});
