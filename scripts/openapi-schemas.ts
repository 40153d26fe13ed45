/** The shapes that `openapi.json` names: those of the contract, and those of the operator's routes. */
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import * as contract from '../worker/contract.ts';
import { Rotation, SiteChange, SiteCreate, SiteSettings } from '../worker/rules/site-settings.ts';
import { TokenRequest } from '../worker/rules/token-request.ts';

const SiteKey = v.object({ id: v.string(), created: v.number(), expires_at: v.nullable(v.number()) });
const Site = v.object({
  object: v.literal('site'),
  id: v.string(),
  mode: contract.Mode,
  ...SiteSettings.entries,
  stripe: v.object({ publishable_key: v.string() }),
  created: v.number(),
  keys: v.array(SiteKey),
});
const NewKey = v.object({ id: v.string(), secret: v.string() });

export const schemas: Record<string, GenericSchema> = {
  Account: contract.Account,
  AccountLink: contract.AccountLink,
  AccountLinkRequest: contract.AccountLinkRequest,
  AccountSession: contract.AccountSession,
  AccountSessionRequest: contract.AccountSessionRequest,
  BankAccount: contract.BankAccount,
  BankAccountList: contract.BankAccountList,
  BankAccountOwnerList: contract.BankAccountOwnerList,
  BankSession: contract.BankSession,
  BankSessionRequest: contract.BankSessionRequest,
  BankSessionTerms: contract.BankSessionTerms,
  CheckoutMerchant: contract.CheckoutMerchant,
  CheckoutSession: contract.CheckoutSession,
  CheckoutSessionRequest: contract.CheckoutSessionRequest,
  Checkup: contract.Checkup,
  Config: contract.Config,
  Error: contract.ErrorBody,
  Health: v.object({ status: v.literal('ok') }),
  KeyDeleted: v.object({ object: v.literal('site_key'), id: v.string(), deleted: v.literal(true) }),
  KeyRotated: v.object({ object: v.literal('site_key'), ...NewKey.entries }),
  LinkedBankSession: contract.LinkedBankSession,
  MonthlyTotalList: contract.MonthlyTotalList,
  NewCheckoutSession: contract.NewCheckoutSession,
  PaymentIntent: contract.PaymentIntent,
  PaymentIntentRequest: contract.PaymentIntentRequest,
  PaymentMethodList: contract.PaymentMethodList,
  PaymentMethodRemoved: contract.PaymentMethodRemoved,
  RefreshRequest: contract.RefreshRequest,
  Rotation,
  SetupIntent: contract.SetupIntent,
  SetupIntentRequest: contract.SetupIntentRequest,
  SetupOutcome: contract.SetupOutcome,
  SetupTerms: contract.SetupTerms,
  Site,
  SiteChange,
  SiteCreate,
  SiteCreated: v.object({ ...Site.entries, key: NewKey }),
  SiteList: v.object({ object: v.literal('list'), url: v.string(), has_more: v.boolean(), data: v.array(Site) }),
  TokenRequest,
  TransactionList: contract.TransactionList,
  User: v.object({
    object: v.literal('user'),
    id: v.string(),
    account: contract.Account,
    bank_accounts: v.array(contract.BankAccount),
    payment_methods: v.array(contract.PaymentMethod),
    consents: v.array(contract.Consent),
    sales: contract.Sales,
    payouts: v.array(contract.Payout),
  }),
  UserToken: contract.UserToken,
  WebhookReceived: v.object({ received: v.literal(true) }),
};
