/** Which payment methods an account asks for: each is a capability of it, requested or not. */
import { capabilityStatus, offers } from '../../accounts/capabilities.ts';
import type { CapabilityName } from '../../accounts/capability_names.ts';
import { saveAccount } from '../../accounts/changes.ts';
import { withCapabilities } from '../../accounts/create.ts';
import { field } from '../../api/browser_call.ts';
import { refused } from '../../api/errors.ts';
import { STRIPE_ITSELF } from '../../events/event.ts';
import type { PanelCall } from '../call.ts';
import type { Panel } from './panel.ts';

export interface MethodShown {
  readonly capability: CapabilityName;
  readonly name: string;
  readonly kind: 'bank' | 'card' | 'later' | 'wallet';
  readonly on: boolean;
  /** Without cards nothing could be charged at all. */
  readonly fixed: boolean;
  readonly status: 'active' | 'inactive' | 'pending' | 'unrequested';
}

export interface MethodsShown {
  readonly methods: readonly MethodShown[];
}

interface Method extends Pick<MethodShown, 'capability' | 'name' | 'kind'> {
  /** In whose currency it pays; null anywhere. */
  readonly currency: string | null;
}

const METHODS: readonly Method[] = [
  { capability: 'card_payments', name: 'Cards', kind: 'card', currency: null },
  { capability: 'link_payments', name: 'Link', kind: 'wallet', currency: null },
  { capability: 'cashapp_payments', name: 'Cash App Pay', kind: 'wallet', currency: 'usd' },
  { capability: 'us_bank_account_ach_payments', name: 'ACH Direct Debit', kind: 'bank', currency: 'usd' },
  { capability: 'sepa_debit_payments', name: 'SEPA Direct Debit', kind: 'bank', currency: 'eur' },
  { capability: 'bancontact_payments', name: 'Bancontact', kind: 'bank', currency: 'eur' },
  { capability: 'klarna_payments', name: 'Klarna', kind: 'later', currency: null },
  { capability: 'affirm_payments', name: 'Affirm', kind: 'later', currency: 'usd' },
];

export const paymentMethodSettings: Panel = {
  read({ account }): MethodsShown {
    return {
      methods: methodsOf(account).map(({ capability, name, kind }) => {
        const on = offers(account, capability);
        const status = on ? capabilityStatus(account) : 'unrequested';
        return { capability, name, kind, on, fixed: capability === 'card_payments', status };
      }),
    };
  },
  acts: {
    change: {
      authenticated: true,
      run({ world, platform, account, fields }) {
        const wanted = methodsOf(account).find(({ capability }) => capability === field(fields, 'capability'));
        if (!wanted) throw refused('There is no such payment method.', { param: 'capability' });
        const requested = field(fields, 'on') === 'true';
        if (!requested && wanted.capability === 'card_payments') {
          throw refused('Cards cannot be turned off.', { param: 'capability' });
        }
        const changed = withCapabilities(account, { [wanted.capability]: { requested } }, world.now());
        saveAccount(world, platform, { ...account, ...changed }, STRIPE_ITSELF);
      },
    },
  },
};

function methodsOf(account: PanelCall['account']): Method[] {
  return METHODS.filter(({ currency }) => currency === null || currency === account.currency);
}
