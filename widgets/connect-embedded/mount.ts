/** One of Stripe's components in the page: in the light DOM, where its frames have to be, and in a slot of the element. */
import type { EmbeddedComponent } from '../../worker/contract.ts';
import {
  type ConnectElement,
  type ConnectInstance,
  type ConnectProblem,
  refusedByPolicy,
} from '../shared/connect-js.ts';
import { InlayError } from '../shared/inlay-error.ts';
import type { Notifications } from './flow.ts';

/** What becomes of a component. */
export interface Told {
  /** It has begun to show itself. */
  readonly started: () => void;
  /** By Stripe's script. */
  readonly broken: (problem: ConnectProblem) => void;
  readonly failed: (error: unknown) => void;
  readonly exited: () => void;
  readonly notified: (counts: Notifications) => void;
}

/** Stripe's script may say nothing at all, where one of its frames or requests is held up. */
const PATIENCE_MS = 20_000;

/** Until `signal` aborts. */
export function mount(
  host: HTMLElement,
  component: EmbeddedComponent,
  { connect }: ConnectInstance,
  told: Told,
  signal: AbortSignal,
): void {
  const name = component.replaceAll('_', '-');
  const tag = `stripe-connect-${name}`;
  const place = document.createElement('div');
  place.slot = 'component';
  // Stripe's npm package makes those that it does not list under their bare name.
  const element: ConnectElement = place.appendChild(document.createElement(customElements.get(tag) ? tag : name));
  host.append(place);
  const timer = setTimeout(() => told.failed(tooLate(tag)), PATIENCE_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    place.remove();
  });
  refusedByPolicy(signal).catch((error) => told.failed(error));
  if (!element.setConnector) throw unknown(tag);
  element.setOnLoaderStartInternalOnly?.(() => {
    clearTimeout(timer);
    told.started();
  });
  element.setOnLoadErrorInternalOnly?.(({ error }) => told.broken(error));
  element.setOnExitInternalOnly?.(() => told.exited());
  element.setOnNotificationsChangeInternalOnly?.(({ total, actionRequired }) =>
    told.notified({ total, actionRequired }),
  );
  element.setConnector(connect);
}

function unknown(tag: string): InlayError {
  return new InlayError('embedded_failed', `Stripe's script has no <${tag}>.`, 'stripe_error');
}

function tooLate(tag: string): InlayError {
  return new InlayError('timeout', `<${tag}> has not begun to load in time.`, 'connection_error');
}
