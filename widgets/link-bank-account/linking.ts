/**
 * Links bank accounts, for any element. Here is what is needed before a click, and no byte more; `later.ts`, loaded as
 * soon as the button is there, has the rest.
 */
import { readTerms } from '../shared/bank-terms.ts';
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { type Consent, initial, type State } from './flow.ts';

type Later = typeof import('./later.ts');

/** What narrows a session; a host without these asks for all that the token and the site allow. */
export interface LinkingHost extends InlayElement {
  permissions?: string | null | undefined;
  prefetch?: string | null | undefined;
  country?: string | null | undefined;
  subcategories?: string | null | undefined;
  maxAccounts?: number | string | null | undefined;
  returnPath?: string | null | undefined;
}

export class Linking extends Flow<LinkingHost, State, Later> {
  /** In an element with a content of its own, see `guest.ts`. */
  declare readonly guest: boolean;

  constructor(host: LinkingHost, state: State = initial) {
    super(host, state);
  }

  /** With a `consent`, for just those permissions. */
  start(consent: Consent = {}): Promise<void> {
    return this.engage((later) => later.start(this, consent));
  }

  /** Asks the Worker what a session would ask for. */
  ask(): Promise<void> {
    return this.read(
      readTerms,
      (terms) => this.later?.learn(this, terms) ?? this.to({ name: 'ready', terms, accounts: this.state.accounts }),
    );
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { ...this.state, name: 'failed', error: null, again: { what: 'load' } };
  }
}
