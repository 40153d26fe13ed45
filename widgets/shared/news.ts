import type { Account } from '../../worker/contract.ts';
import type { Session } from './settings.ts';

/** One element of the page has changed what others show: whoever shows it asks the Worker again, but for `from`. */
export class News extends Event {
  readonly from: object;

  constructor(about: 'bank' | 'payment_methods', from: object) {
    super(about);
    this.from = from;
  }
}

/** One element has read where the merchant stands: the others on the page show the same. */
export class AccountNews extends Event {
  readonly from: object;
  readonly session: Session | undefined;
  readonly account: Account;

  constructor(from: object, session: Session | undefined, account: Account) {
    super('account');
    this.from = from;
    this.session = session;
    this.account = account;
  }
}
