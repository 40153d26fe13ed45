import type { PanelCall } from '../call.ts';

/** What a component shows, and what a person can do in it. */
export interface Panel {
  read(call: PanelCall): object;
  /** By name. Each changes what is read afterwards. */
  readonly acts?: Readonly<Record<string, Act>>;
}

export interface Act {
  /** Whether Stripe first wants to know who is there. */
  readonly authenticated: boolean;
  run(call: PanelCall): void;
}
