import { expect } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { loadConnectJs, refusedByPolicy, type StripeConnect } from './connect-js.ts';
import { InlayError } from './inlay-error.ts';

const MISSING = new URL('/no/such/connect.js', location.href).href;
/** A script of this server's that defines the global, as Stripe's does. */
const WORKING = URL.createObjectURL(
  new Blob(['window.StripeConnect = { init: () => ({}) };'], { type: 'text/javascript' }),
);

const tags = () => [...document.scripts].filter(({ src }) => src === MISSING || src === WORKING);
const failureOf = (loading: Promise<unknown>): Promise<InlayError> =>
  loading.then(
    () => Promise.reject(new Error('It has loaded.')),
    (error) => (error instanceof InlayError ? error : Promise.reject(error)),
  );

describe('Stripe’s script for embedded components', () => {
  const clear = () => {
    for (const script of tags()) script.remove();
    window.StripeConnect = undefined;
  };
  beforeEach(clear);
  afterEach(clear);

  it('is what the page has loaded already, and then nothing is loaded', async () => {
    const fake: StripeConnect = { init: () => Promise.reject(new Error('Not here.')) };
    window.StripeConnect = fake;
    expect(await loadConnectJs(undefined, MISSING)).to.equal(fake);
    expect(tags()).to.have.length(0);
  });

  it('is loaded where there is a global that cannot do anything', async () => {
    window.StripeConnect = {};
    const connect = await loadConnectJs('r4nd0m', WORKING);
    expect(connect.init).to.be.a('function');
    expect(tags().map(({ nonce }) => nonce)).to.deep.equal(['r4nd0m']);
  });

  it('can be asked for again after it did not load', async () => {
    const error = await failureOf(loadConnectJs(undefined, MISSING));
    expect(error).to.include({ code: 'stripe_js_failed', type: 'connection_error' });
    expect(tags(), 'the failed tag is gone').to.have.length(0);
    await loadConnectJs(undefined, WORKING);
  });

  it('is not taken for loaded when it defines nothing', async () => {
    const empty = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    expect((await failureOf(loadConnectJs(undefined, empty))).message).to.contain('no window.StripeConnect');
  });

  for (const version of ['v0.1', 'v1.0']) {
    it(`is waited for where the page has its own tag of ${version}`, async () => {
      const own = document.createElement('script');
      // Of a type that no browser runs: nothing leaves this computer.
      own.type = 'text/plain';
      own.src = `https://connect-js.stripe.com/${version}/connect.js`;
      document.head.append(own);
      const waiting = loadConnectJs(undefined, MISSING);
      expect(tags()).to.have.length(0);
      own.dispatchEvent(new Event('error'));
      expect((await failureOf(waiting)).message).to.contain(own.src);
      own.remove();
    });
  }

  /** What happens in a page of this origin with such a policy. */
  async function under(policy: string): Promise<string> {
    const frame = document.createElement('iframe');
    const address = new URL('connect-js.ts', import.meta.url).href;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module">
        import { loadConnectJs } from '${address}';
        loadConnectJs().catch((error) => error).then((outcome) => { document.title = outcome.code + ' ' + outcome.message; });
      </script>`;
    document.body.append(frame);
    await waitUntil(() => frame.contentDocument?.title);
    const { title = '' } = frame.contentDocument ?? {};
    frame.remove();
    return title;
  }

  it('is said to be forbidden where a policy of the page forbids it', async () => {
    const outcome = await under(`script-src ${location.origin} 'unsafe-inline'`);
    expect(outcome).to.match(/^stripe_js_blocked .*https:\/\/connect-js\.stripe\.com\/.*script-src/);
    expect(outcome).to.contain('add https://connect-js.stripe.com https://js.stripe.com to script-src and frame-src');
  });

  it('passes Trusted Types by the policy inlay', async () => {
    const policy = `require-trusted-types-for 'script'; trusted-types inlay; script-src ${location.origin} 'unsafe-inline'`;
    expect(await under(policy)).to.match(/^stripe_js_blocked .*script-src/);
    expect(await under(policy.replace('types inlay', 'types other'))).to.match(/^stripe_js_blocked .*policy inlay/);
  });

  for (const [blockedURI, isStripes] of [
    ['https://connect-js.stripe.com/ui_layer', true],
    ['https://js.stripe.com/v3/', true],
    ['https://b.js.stripe.com/', true],
    ['https://example.test/?https://js.stripe.com', false],
    ['inline', false],
  ] as const) {
    it(`${isStripes ? 'is' : 'is not'} what a policy refuses with ${blockedURI}`, async () => {
      const over = new AbortController();
      const refused = refusedByPolicy(over.signal).catch((error: unknown) => error);
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI,
          documentURI: location.href,
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          originalPolicy: '',
          disposition: 'enforce',
          statusCode: 200,
        }),
      );
      const outcome = await Promise.race([refused, Promise.resolve().then(() => 'nothing')]);
      expect(outcome instanceof InlayError).to.equal(isStripes);
      over.abort();
    });
  }
});
