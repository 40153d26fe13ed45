/**
 * Embeds one of Connect's components. Here is what is needed before somebody comes near it, and no byte more; `later.ts`,
 * loaded as soon as the skeleton is there, has the rest.
 */
import { Flow } from '../shared/flow.ts';
import type { InlayElement } from '../shared/inlay-element.ts';
import { initial, type State } from './flow.ts';
import type { Showing } from './showing.ts';

type Later = typeof import('./later.ts');

export interface EmbeddingHost extends InlayElement {
  component: string | null | undefined;
}

export class Embedding extends Flow<EmbeddingHost, State, Later> {
  /** What is on the page of Stripe's, or on its way there. */
  declare showing: Showing | undefined;
  /** What the attribute said when it was last heeded. */
  declare asked: string | undefined;
  /** Whether the element is about to be seen, or is. */
  declare near: boolean | undefined;

  constructor(host: EmbeddingHost) {
    super(host, initial);
  }

  start(): Promise<void> {
    this.engaged = true;
    return this.act((later) => later.start(this));
  }

  ask(): Promise<void> {
    return this.act((later) => later.refresh(this));
  }

  protected importLater(): Promise<Later> {
    return import('./later.ts');
  }

  protected broken(): State {
    return { name: 'failed', error: null };
  }

  /** Nothing is asked for what nobody sees. */
  protected override async look(): Promise<void> {}

  protected override forget(): void {
    this.showing?.end();
  }
}
