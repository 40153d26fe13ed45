/** Which view a step has, and what its buttons lead to. */
import { accounts } from './account_choice.ts';
import type { OfferedBank, Opened } from './bank.ts';
import { type Entry, MANUAL, type Numbers, type Step } from './step.ts';
import * as views from './views.ts';

export interface Actions {
  go(to: Step): void;
  choose(bank: OfferedBank): void;
  enter(bank: OfferedBank, entry: Entry): void;
  linkChosen(at: Extract<Step, { name: 'accounts' }>): void;
  linkNumbers(at: Extract<Step, { name: 'manual' }>): void;
  leave(): void;
}

export function content(step: Step, opened: Opened, actions: Actions): [title: string, ...content: Node[]] {
  const another = () => actions.go({ name: 'search' });
  switch (step.name) {
    case 'loading':
      return ['One moment…', ...views.waiting()];
    case 'consent':
      return ['Link your accounts', ...views.consent(opened, another)];
    case 'search':
      return ['Select your bank', ...views.search(opened, actions.choose, () => actions.go(MANUAL))];
    case 'down':
      return [`${step.bank.name} is down`, ...views.down(step.bank, another)];
    case 'failed':
      return ['That did not work', ...views.failed(step.message, another)];
    case 'log-in':
      return [`Log in to ${step.bank.name}`, ...views.logIn(step, (entry) => actions.enter(step.bank, entry), another)];
    case 'challenge': {
      const answered = (answer: string) => actions.enter(step.bank, { ...step.entry, answer });
      return ['One more step', ...views.challenge(step.challenge, answered)];
    }
    case 'authorize':
      return [step.bank.name, ...views.authorize(step.bank, step.page, step.blocked, another)];
    case 'accounts': {
      const connect = (chosen: readonly string[]) => actions.linkChosen({ ...step, chosen });
      return ['Select accounts', ...accounts(step, opened.limit, connect, another)];
    }
    case 'manual': {
      const connect = (numbers: Numbers) => actions.linkNumbers({ ...step, numbers });
      return ['Enter bank details', ...views.manual(step, connect, another)];
    }
    case 'done': {
      const title = step.count === 1 ? 'Your account was connected' : 'Your accounts were connected';
      return [title, ...views.done(step.count, actions.leave)];
    }
  }
}
