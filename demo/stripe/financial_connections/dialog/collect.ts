/** One run of the dialog, from consent to done: shows a step, waits for the person, asks the stand-in, goes on. */
import {
  type Answer,
  type Bank,
  type BrowserSession,
  createBank,
  type Linked,
  type OfferedBank,
  type Opened,
  type Opening,
  type StripeError,
} from './bank.ts';
import { type Actions, content } from './content.ts';
import { type Modal, openModal } from './modal.ts';
import { afterChoosing, afterLogIn, type Entry, type Step } from './step.ts';
import { waiting } from './views.ts';

export type Collected = { session: BrowserSession; token: object | null } | { error: StripeError };

/** How often a bank's own page is asked after. */
const POLL_MS = 500;

/** @param withToken whether a token of the account is wanted as well */
export function collect(opening: Opening, withToken: boolean): Promise<Collected> {
  return new Promise((resolve) => void new Flow(createBank(opening), withToken, resolve).begin());
}

class Flow implements Actions {
  readonly #bank: Bank;
  readonly #withToken: boolean;
  readonly #resolve: (collected: Collected) => void;
  readonly #modal: Modal;
  #opened: Opened | null = null;
  #step: Step = { name: 'loading' };
  /** Names the page of the next bank that asks on its own. */
  #authorization = '';
  #linking = false;
  #linked: Linked | null = null;
  #leaving = false;

  constructor(bank: Bank, withToken: boolean, resolve: (collected: Collected) => void) {
    this.#bank = bank;
    this.#withToken = withToken;
    this.#resolve = resolve;
    this.#modal = openModal('Link your bank', this.leave);
    this.#modal.show('One moment…', ...waiting());
  }

  async begin(): Promise<void> {
    const answer = await this.#bank.ask('session');
    if ('error' in answer) return this.#end({ error: answer.error });
    this.#opened = answer.ok;
    this.#authorization = answer.ok.authorization;
    if (this.#leaving) this.leave();
    else this.go({ name: 'consent' });
  }

  readonly go = (to: Step): void => {
    this.#step = to;
    if (this.#opened && !this.#leaving) this.#modal.show(...content(to, this.#opened, this));
  };

  readonly choose = (bank: OfferedBank): void => {
    const next = afterChoosing(bank, this.#bank.page(this.#authorization, bank.name));
    if (next === null) this.enter(bank, {});
    else if (next.name !== 'authorize') this.go(next);
    else {
      // In the click itself, or the browser takes it for an advertisement.
      const popup = window.open(next.page, '_blank', 'popup,width=480,height=640');
      const at = { ...next, blocked: popup === null };
      this.go(at);
      void this.#decided(at, this.#authorization);
    }
  };

  readonly enter = async (bank: OfferedBank, entry: Entry): Promise<void> => {
    const at: Step = { name: 'loading' };
    this.go(at);
    const answer = await this.#bank.ask('log-in', { institution: bank.name, ...entry });
    if (this.#step === at) this.go(afterLogIn(bank, entry, answer));
  };

  readonly linkChosen = async (at: Extract<Step, { name: 'accounts' }>): Promise<void> => {
    if (at.chosen.length === 0) return this.go({ ...at, problem: 'Choose at least one account.' });
    const { authorization, chosen: accounts } = at;
    const answer = await this.#link(() =>
      this.#bank.ask('link', { institution: at.bank.name, accounts, authorization, ...this.#token() }),
    );
    if ('error' in answer) this.go({ ...at, problem: answer.error.message ?? 'Something went wrong.' });
  };

  readonly linkNumbers = async (at: Extract<Step, { name: 'manual' }>): Promise<void> => {
    const { routing: routing_number, account: account_number } = at.numbers;
    const answer = await this.#link(() =>
      this.#bank.ask('manual', { routing_number, account_number, ...this.#token() }),
    );
    if (!('error' in answer)) return;
    const { message = 'Something went wrong.', param = null } = answer.error;
    this.go({ ...at, problem: message, field: param });
  };

  /** By any way out. Accounts that are being linked are waited for, as they will be linked. */
  readonly leave = (): void => {
    this.#leaving = true;
    this.#modal.close();
    if (this.#linking) return;
    const session = this.#linked?.session ?? (this.#opened && { ...this.#opened.session, accounts: [] });
    if (session) this.#end({ session, token: this.#linked?.token ?? null });
  };

  /** Asks after the bank's page, whatever became of its window: not every page learns of that. */
  async #decided(at: Extract<Step, { name: 'authorize' }>, authorization: string): Promise<void> {
    const still = () => this.#step === at && !this.#leaving;
    while (still()) {
      const answer = await this.#bank.ask('authorization', { authorization });
      if (!still()) return;
      if ('ok' in answer && answer.ok.status !== 'waiting') {
        this.#authorization = answer.ok.next;
        if (answer.ok.status === 'authorized') return this.enter(at.bank, { authorization });
        return this.go({ name: 'failed', message: `You did not authorize ${at.bank.name}.` });
      }
      await new Promise((passed) => setTimeout(passed, POLL_MS));
    }
  }

  async #link(ask: () => Promise<Answer<Linked>>): Promise<Answer<Linked>> {
    this.#linking = true;
    this.go({ name: 'loading' });
    const answer = await ask();
    this.#linking = false;
    if ('ok' in answer) {
      this.#linked = answer.ok;
      this.go({ name: 'done', count: answer.ok.session.accounts.length });
    }
    if (this.#leaving) this.leave();
    return answer;
  }

  #token(): { token: string } {
    return { token: String(this.#withToken) };
  }

  #end(collected: Collected): void {
    this.#leaving = true;
    this.#modal.close();
    this.#resolve(collected);
  }
}
