/**
 * Which element tests run in Firefox and WebKit too: of each element what it shows, and what rests on the browser
 * (dialogs, focus, keys, colours, policies, `Intl`). What is left decides on data, which every engine does alike; and
 * all of them together would take each engine three minutes.
 */
export const files = [
  'widgets/index.test.ts',
  ...[
    'cashapp-save-method',
    'connect-account-status',
    'connect-checkout-button',
    'connect-embedded',
    'connect-onboard-button',
    'link-bank-account',
    'linked-bank-accounts',
    'saved-payment-methods',
  ].map((element) => `widgets/${element}/${element}.test.ts`),
  'widgets/connect-embedded/look.test.ts',
  'widgets/linked-bank-accounts/acting.test.ts',
  'widgets/saved-payment-methods/{dates,removing}.test.ts',
  'widgets/shared/{appearance,connect-js,define,formats,money,page-headers,stripe-js}.test.ts',
];

/**
 * The page of a test file in a browser that cannot be driven to what some tests ask, each of which is named with its
 * reason in `docs/browsers.md`: those are never defined. Mocha's own filter would have the runner count them as failed.
 */
export function without(names) {
  return (testFramework) => `<!DOCTYPE html><html><body><script>
    for (const define of ['describe', 'it']) {
      let own;
      Object.defineProperty(window, define, {
        get: () => own,
        set: (mochas) => {
          own = Object.assign((name, ...rest) => ${names}.test(name) || mochas(name, ...rest), mochas);
        },
      });
    }
  </script><script type="module" src="${testFramework}"></script></body></html>`;
}
