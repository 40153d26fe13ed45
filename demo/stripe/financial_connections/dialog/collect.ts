/** One run of the dialog, from consent to done: shows a step, waits for the person, asks the stand-in, goes on. */
import {
  type Bank,
  type BrowserSession,
  createBank,
  type Linked,
  type OfferedBank,
  type Opened,
  type Opening,
  type StripeError,
} from './bank.ts';
import { openModal } from './modal.ts';
import { afterChoosing, afterLogIn, type Credentials, type Step } from './step.ts';
import * as views from './views.ts';

export type Collected = { session: BrowserSession; token: object | null } | { error: StripeError };

/** How often a bank's own page is asked after. */
const POLL_MS = 500;

/** @param withToken whether a token of the account is wanted as well */
export function collect(opening: Opening, withToken: boolean): Promise<Collected> {
  return new Promise((resolve) => run(createBank(opening), withToken, resolve));
}

function run(bank: Bank, withToken: boolean, resolve: (collected: Collected) => void): void {
  let opened: Opened | null = null;
  let step: Step = { name: 'loading' };
  let authorization = '';
  /** Set while accounts are being linked: then leaving waits for what comes of it. */
  let linking = false;
  let leaving = false;
  let linked: Linked | null = null;
  let ended = false;
  const modal = openModal(leave);

  function leave(): void {
    leaving = true;
    if (linking) return;
    const session = linked?.session ?? (opened && { ...opened.session, accounts: [] });
    if (session) finish({ session, token: linked?.token ?? null });
    else if (!ended) modal.close();
  }

  function finish(collected: Collected): void {
    if (ended) return;
    ended = true;
    modal.close();
    resolve(collected);
  }

  function go(to: Step): void {
    step = to;
    if (ended || !opened) return;
    modal.show(...content(to, opened));
  }

  function content(at: Step, all: Opened): [title: string, ...content: Node[]] {
    const another = () => go({ name: 'search' });
    switch (at.name) {
      case 'loading':
        return ['One moment…', ...views.waiting()];
      case 'consent':
        return ['Link your accounts', ...views.consent(all, another)];
      case 'search':
        return [
          'Select your bank',
          ...views.search(all, choose, () => go({ name: 'manual', problem: null, field: null })),
        ];
      case 'down':
        return [`${at.bank.name} is down`, ...views.down(at.bank, another)];
      case 'failed':
        return ['That did not work', ...views.failed(at.message, another)];
      case 'log-in':
        return [`Log in to ${at.bank.name}`, ...views.logIn(at.problem, (given) => enter(at.bank, given), another)];
      case 'challenge':
        return ['One more step', ...views.challenge(at.challenge, (answer) => enter(at.bank, at, answer))];
      case 'authorize': {
        const page = bank.page(authorization, at.bank.name);
        return [at.bank.name, ...views.authorize(at.bank, page, at.blocked, another)];
      }
      case 'accounts': {
        const connect = (names: string[]) =>
          names.length === 0
            ? go({ ...at, problem: 'Choose at least one account.' })
            : void link('link', { institution: at.bank.name, accounts: names, authorization }, at);
        return ['Select accounts', ...views.accounts(at.accounts, all.limit, at.problem, connect, another)];
      }
      case 'manual': {
        const connect = (routing_number: string, account_number: string) =>
          void link('manual', { routing_number, account_number }, at);
        return ['Enter bank details', ...views.manual(at.problem, at.field, connect, another)];
      }
      case 'done':
        return [
          at.count === 1 ? 'Your account was connected' : 'Your accounts were connected',
          ...views.done(at.count, leave),
        ];
    }
  }

  function choose(chosen: OfferedBank): void {
    const next = afterChoosing(chosen);
    if (next === null) void enter(chosen, { username: '', password: '' });
    else if (next.name === 'authorize') {
      // In the click itself, or the browser takes it for an advertisement.
      const popup = window.open(bank.page(authorization, chosen.name), '_blank', 'popup,width=480,height=640');
      go({ ...next, blocked: popup === null });
      void decided(chosen);
    } else go(next);
  }

  async function enter(chosen: OfferedBank, given: Credentials, answer = ''): Promise<void> {
    const { username, password } = given;
    const at: Step = { name: 'loading' };
    go(at);
    const entered = await bank.ask('log-in', { institution: chosen.name, username, password, answer, authorization });
    if (step === at) go(afterLogIn(chosen, { username, password }, entered));
  }

  /** Asks after the bank's page, whatever became of its window: not every page learns of that. */
  async function decided(chosen: OfferedBank): Promise<void> {
    const asked = authorization;
    const still = () => !ended && step.name === 'authorize' && step.bank === chosen && authorization === asked;
    while (still()) {
      const answer = await bank.ask('authorization', { authorization: asked });
      if (!still()) return;
      if ('ok' in answer && answer.ok.status === 'authorized') return enter(chosen, { username: '', password: '' });
      if ('ok' in answer && answer.ok.status === 'declined') {
        authorization = answer.ok.authorization;
        return go({ name: 'failed', message: `You did not authorize ${chosen.name}.` });
      }
      await new Promise((passed) => setTimeout(passed, POLL_MS));
    }
  }

  async function link(
    question: 'link' | 'manual',
    fields: Record<string, string | readonly string[]>,
    at: Extract<Step, { name: 'accounts' | 'manual' }>,
  ): Promise<void> {
    linking = true;
    go({ name: 'loading' });
    const answer = await bank.ask(question, { ...fields, token: String(withToken) });
    linking = false;
    if ('error' in answer) {
      const problem = answer.error.message ?? 'Something went wrong.';
      go(at.name === 'manual' ? { ...at, problem, field: answer.error.param ?? null } : { ...at, problem });
    } else {
      linked = answer.ok;
      go({ name: 'done', count: linked.session.accounts.length });
    }
    if (leaving) leave();
  }

  modal.show('One moment…', ...views.waiting());
  void bank.ask('session').then((answer) => {
    if ('error' in answer) return finish({ error: answer.error });
    ({ authorization } = answer.ok);
    opened = answer.ok;
    if (leaving) leave();
    else go({ name: 'consent' });
  });
}
