/** Uses of the package's types, compiled as a project would: what is right compiles, and what is wrong does not. */
import type { Account, ConnectOnboardButton, FetchToken, InlayErrorDetail, LinkedBankAccountsEvents } from 'inlay';
import 'inlay/elements/connect-embedded.js';
import type { CashappSaveMethod } from 'inlay/elements/cashapp-save-method';
import { init, type Settings } from 'inlay/init';
import { type Claims, mintToken, TokenError, verifyToken } from 'inlay/server';

const fetchToken: FetchToken = async ({ current, reason, signal }) => {
  const answer = await fetch(`/inlay/token?${reason}`, { signal });
  return current ?? answer.text();
};
const { update, logout } = init({ site: 'site_1', api: 'https://pay.example.com', fetchToken });
update({ appearance: { theme: 'dark', variables: { colorPrimary: '#0a7d4d' } }, locale: 'fr' });
logout();
({ site: 'site_1', locale: 'fr' }) satisfies Settings;
// @ts-expect-error There is no such theme.
update({ appearance: { theme: 'sepia' } });
// @ts-expect-error There is no such setting.
init({ tokenURL: '/inlay/token' });

const button = document.createElement('connect-onboard-button');
button satisfies ConnectOnboardButton;
button.presentation = 'popup';
button.returnPath = '/payouts';
const account: Account | null = button.account;
account?.requirements.currently_due.includes('external_account');
await button.start();
// @ts-expect-error Nothing in place: Stripe hosts onboarding.
button.presentation = 'inline';
// @ts-expect-error What the Worker says is not for a page to set.
button.account = null;
// @ts-expect-error How an element works is no part of the package.
button.session;
document.querySelector('cashapp-save-method') satisfies CashappSaveMethod | null;

export function listen(event: LinkedBankAccountsEvents['inlay-success']): string[] {
  // @ts-expect-error A bank account has no number.
  event.detail.accounts[0]?.number;
  return event.detail.accounts.map(({ institution_name, last4 }) => `${institution_name} ${last4}`);
}

export function tell({ code, recoverable }: InlayErrorDetail): boolean {
  // @ts-expect-error There is no such code.
  if (code === 'token_lost') return false;
  return code === 'token_expired' || recoverable;
}

const key = { id: 'key_1', secret: 'a secret' };
const parties = { site: 'site_1', worker: 'https://pay.example.com' };
const token: string = await mintToken({
  ...parties,
  key,
  sub: 'ada',
  scope: ['onboard', 'bank'],
  account: { country: 'US', individual: { first_name: 'Ada' } },
  bank: { permissions: ['balances'] },
  expiresIn: 60,
});
// @ts-expect-error There is no such scope.
await mintToken({ ...parties, key, sub: 'ada', scope: ['admin'] });
// @ts-expect-error Somebody has to be signed in.
await mintToken({ ...parties, key, scope: ['bank'] });
// @ts-expect-error Stripe has no such field.
await mintToken({ ...parties, key, sub: 'ada', scope: ['onboard'], account: { shoe_size: 44 } });

const claims: Claims = await verifyToken(token, { ...parties, keys: [key] });
claims.scope.includes('bank');
export const isExpired = (error: unknown) => error instanceof TokenError && error.code === 'token_expired';
