/** What users of such kits elsewhere complain of, by number, and what shows that it is not so here. */

/** A test by its file and name, in which … stands for what differs from one case to the next; or a sentence of the documentation. */
export type Evidence =
  | { readonly test: string; readonly name: string }
  | { readonly docs: string; readonly says: string };

export interface Complaint {
  readonly number: number;
  readonly complaint: string;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

const test = (file: string, name: string): Evidence => ({ test: file, name });
const docs = (file: string, says: string): Evidence => ({ docs: file, says });

const all: readonly (readonly [complaint: string, first: Evidence, ...more: Evidence[]])[] = [
  [
    'A popup is blocked because something was awaited first',
    test('widgets/connect-onboard-button/popup.test.ts', 'opens it in the click itself, before anything is asked'),
    test('demo/e2e/popup.spec.ts', 'a blocked window falls back to going there with this page'),
  ],
  [
    '"Embedded" still opens a window',
    test('widgets/connect-embedded/connect-embedded.test.ts', 'hints at a window of Stripe’s … …'),
    docs('docs/embedded.md', 'Stripe opens a window of its own where it must make sure who somebody is'),
  ],
  [
    'A redirect loses state',
    test('demo/e2e/host-page.spec.ts', "coming back takes Inlay's parameter off the address and leaves the page's own"),
    test(
      'widgets/connect-onboard-button/returning.test.ts',
      'takes its marker off the address, and leaves the rest as it was written',
    ),
    test(
      'demo/e2e/cashapp-save-method-phone.spec.ts',
      'a page loaded again after the return does not tell of the success again',
    ),
  ],
  [
    'A return is taken for done',
    test('widgets/connect-onboard-button/returning.test.ts', 'does not take the return for success'),
    test(
      'widgets/connect-onboard-button/returning.test.ts',
      'stops with an explanation when that has happened too often, and goes on with a click',
    ),
    test('widgets/connect-checkout-button/returning.test.ts', 'does not take the return for success'),
  ],
  [
    'Cash App is confirmed twice, or shown as cancelled though it succeeded',
    test('widgets/cashapp-save-method/saving.test.ts', 'opens one dialog for a double click'),
    test('widgets/cashapp-save-method/returning.test.ts', 'does not take the address’s word for failure'),
    test(
      'widgets/cashapp-save-method/pending.test.ts',
      'keeps asking while Stripe has not settled it, explains that, and succeeds by itself',
    ),
    test(
      'widgets/cashapp-save-method/phone.test.ts',
      'lets Stripe’s script leave, says where to go on, and tells where to come back to',
    ),
  ],
  [
    'Bank links fail in web views',
    test(
      'widgets/link-bank-account/link-bank-account.test.ts',
      'gives Stripe an address to come back to only in the built-in browser of an app, and hints at another',
    ),
    docs('docs/bank-accounts.md', 'If your bank does not open, open this page in your browser.'),
  ],
  [
    'COOP and Referrer-Policy break what a bank opens',
    test(
      'widgets/connect-onboard-button/popup.test.ts',
      'hears of the end although a COOP header made the window look closed',
    ),
    test(
      'demo/e2e/link-bank-account.spec.ts',
      "headers that keep a bank's window from working are named on the console, with what to put instead",
    ),
  ],
  [
    'A Content-Security-Policy breaks it',
    test('demo/e2e/host-page.spec.ts', 'the whole flow works under a strict policy, which reports nothing'),
    test('demo/e2e/host-page.spec.ts', 'the whole flow works where Trusted Types are enforced'),
    test('widgets/connect-embedded/script.test.ts', 'gives the script the nonce of the page'),
  ],
  [
    'An expired session is the end',
    test('widgets/shared/token.test.ts', 'is asked for again once when the Worker says …'),
    test(
      'widgets/connect-embedded/failing.test.ts',
      'gets another secret by itself, once, where Stripe could not tell who is there',
    ),
  ],
  [
    'A secret is bound when the element is mounted',
    test('widgets/connect-onboard-button/starting.test.ts', 'asks nothing but a token and the account before a click'),
    test('widgets/cashapp-save-method/saving.test.ts', 'asks nothing but a token and the terms before a click'),
  ],
  [
    'It cannot be imported on a server, and strict mode breaks it',
    test('scripts/bundle.test.ts', 'any widget can be imported in Node, as rendering on a server needs'),
    test(
      'package/tests/imports.test.ts',
      'every export can be imported where there is no page, and leaves nothing behind but what Lit needs',
    ),
    test('examples/e2e/every-app.spec.ts', '…: the tag is in the HTML that the server sends'),
    test(
      'examples/e2e/components.spec.ts',
      'react: under strict mode, which does everything twice, one press is one start and is heard once',
    ),
  ],
  [
    'A script that failed to load is final',
    test('widgets/shared/stripe-js.test.ts', 'can be asked for again after it did not load, and says what failed'),
    test(
      'widgets/link-bank-account/script.test.ts',
      'says in a sentence that it did not load, and tries again when pressed',
    ),
  ],
  [
    'Stripe.js is loaded twice, or for another account',
    test('widgets/shared/stripe-js.test.ts', 'is loaded once, however many ask'),
    test('widgets/shared/stripe-js.test.ts', 'makes one instance a key, language and account'),
  ],
  [
    'Two widgets on one page disturb each other',
    test('demo/e2e/host-page.spec.ts', 'the elements work where a script makes them, and twice on a page'),
    test('demo/e2e/cashapp-save-method-page.spec.ts', 'two elements of a page do not disturb each other'),
  ],
  [
    'An element that is registered twice throws',
    test('widgets/shared/define.test.ts', 'does nothing, and says so once'),
    test(
      'demo/e2e/host-page.spec.ts',
      'a page with a second, a third and a fourth copy of the bundle works as with one, and is told once',
    ),
  ],
  [
    'Types are missing',
    test('package/tests/types.test.ts', 'right uses of the types compile and wrong ones do not, resolved as by %s'),
  ],
  [
    'Events in React never fire, or handlers pile up',
    test(
      'widgets/shared/token.test.ts',
      'is not asked for anew because a framework passes a new function on every render',
    ),
    test(
      'package/tests/react.test.ts',
      'calls the newest handler alone, however often it has rendered, and none once there is none',
    ),
    test(
      'examples/e2e/components.spec.ts',
      'however often the page is rendered, one press is one start and is heard once',
    ),
  ],
  [
    'Stripe’s iframes do not work in a shadow root',
    test(
      'widgets/connect-embedded/connect-embedded.test.ts',
      'has Stripe’s component in the light DOM, in a slot, where it is seen while it loads',
    ),
    test(
      'widgets/connect-checkout-button/inline.test.ts',
      'puts Checkout into the page itself, for the merchant’s account, in the person’s language',
    ),
  ],
  [
    'Focus traps of dialogs shut it out',
    test(
      'widgets/connect-onboard-button/connect-onboard-button.test.ts',
      'takes the focus that it is given in a modal dialog',
    ),
    test(
      'widgets/connect-checkout-button/connect-checkout-button.test.ts',
      'takes the focus that it is given in a modal dialog',
    ),
    test(
      'examples/e2e/dialog.spec.ts',
      'a modal dialog takes the focus in, keeps it, and gives it back when Escape closes it',
    ),
    test(
      'examples/e2e/dialog.spec.ts',
      "ours steps aside for Stripe's dialog, comes back when that is done, and shows what was linked",
    ),
  ],
  [
    'Webhooks cannot be verified at the edge',
    test(
      'worker/routes/webhooks.test.ts',
      'accepts any of several signing secrets, and several signatures while one is rolled',
    ),
    test('worker/routes/webhooks.test.ts', '46: one byte more'),
  ],
  [
    'Events that come twice, late or in another order do harm',
    test('worker/routes/webhooks.test.ts', '50: one event delivered fifty times has one effect'),
    test('worker/routes/webhooks.test.ts', '51: events in any order end in the same state'),
    test('worker/routes/webhooks.test.ts', '56: a reading that began earlier never overwrites one that began later'),
  ],
  [
    'No integrity hashes are published',
    test('scripts/bundle.test.ts', 'publishes the hash of every file'),
    docs('docs/security.md', "Stripe's own script cannot have one either."),
    test(
      'demo/e2e/bundle.spec.ts',
      'every file has the hash that is published, may be loaded by any page, and is kept as long as it stays the same',
    ),
  ],
  [
    'An evergreen address breaks pages',
    test(
      'scripts/bundle.test.ts',
      'lets any page load it, keeps what never changes for a year and the rest for minutes',
    ),
    docs('docs/upgrading.md', "A page that must not change under its users' hands names the version"),
  ],
  [
    'Where the origin is not allowed there is a blank widget',
    test('widgets/connect-onboard-button/starting.test.ts', 'tells the developer which origin to add, and where'),
    test(
      'widgets/shared/api.test.ts',
      'that no preflight lets through is explained by one that needs none: the developer reads which origin to add',
    ),
  ],
  [
    'There is no example in plain HTML',
    test('scripts/docs-code.test.ts', 'the page that README gives to copy is the example that is driven in browsers'),
    test('examples/e2e/every-app.spec.ts', "…: a merchant is onboarded, and the app's own handler hears of it"),
  ],
  [
    'The language cannot be changed at run time',
    test(
      'widgets/connect-onboard-button/language.test.ts',
      'follows the nearest lang on the way up, also when that changes',
    ),
    test(
      'widgets/connect-embedded/look.test.ts',
      'tells Stripe which language the person speaks, in the way of their region, and follows it',
    ),
  ],
  [
    'Iframes are left over',
    test('widgets/connect-embedded/living.test.ts', 'leaves nothing behind when it is removed'),
    test(
      'widgets/connect-checkout-button/inline.test.ts',
      'leaves nothing behind when it is removed, and tells nobody',
    ),
    test('examples/e2e/components.spec.ts', 'an element that is gone leaves no listener and no frame behind'),
  ],
  [
    'Double submits, endless spinners, vague errors',
    test(
      'widgets/connect-onboard-button/starting.test.ts',
      'sends one request for a double click, and says that it is busy',
    ),
    test('widgets/shared/token.test.ts', 'whose function never answers is given up'),
    test('widgets/connect-onboard-button/starting.test.ts', 'names the setting that is missing'),
  ],
  [
    'Third-party cookies are blocked',
    test(
      'widgets/connect-onboard-button/starting.test.ts',
      'sends the token, no cookies, and no more of the page’s address than its origin',
    ),
    docs('docs/security.md', 'There are no cookies and no `credentials`.'),
  ],
  [
    'Its width collapses in flex and grid',
    test('widgets/connect-onboard-button/connect-onboard-button.test.ts', 'keeps its width in a … box'),
    test('widgets/linked-bank-accounts/linked-bank-accounts.test.ts', 'keeps a width in a … box'),
  ],
];

export const complaints: readonly Complaint[] = all.map(([complaint, first, ...more], index) => ({
  number: index + 1,
  complaint,
  evidence: [first, ...more],
}));
