/**
 * Saves Cash App Pay. Here is what is needed before a click, and no byte more; `later.ts`, loaded as soon as the button is
 * there, has the rest.
 */
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { page } from '../shared/settings.ts';
import { readSetupTerms } from '../shared/setup-terms.ts';
import { initial, type State } from './flow.ts';

type Later = typeof import('./later.ts');

export interface SavingHost extends InlayElement {
  presentation: string | null | undefined;
  returnPath: string | null | undefined;
}

export class Saving extends Flow<SavingHost, State, Later> {
  /** An attempt that was left, and that the person may still go on with in Cash App. */
  declare unsettled: string | undefined;

  constructor(host: SavingHost) {
    super(host, initial);
  }

  start(): Promise<void> {
    const { terms } = this.state;
    return this.engage((later) => later.start(this, terms));
  }

  /** Asks the Worker what the person agrees to. */
  ask(): Promise<void> {
    const { state } = this;
    return this.read(
      readSetupTerms,
      (terms) => this.later?.learn(this, terms) ?? this.to({ ...state, name: 'ready', terms }),
    );
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { ...this.state, name: 'failed', error: null, again: { what: 'load' } };
  }

  /** Whoever comes back from Cash App waits for the outcome, of which `begin.ts` asks. */
  protected override async look(): Promise<void> {
    if (!page.setupReturn && !/setup_intent=/.test(location.search)) await this.ask();
  }

  protected override forget(): void {
    this.unsettled = undefined;
  }
}
