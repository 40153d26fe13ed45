/** Takes in what the Worker said, and tells the person and the host page of it. */
import type { PaymentMethod } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import { failWith } from '../shared/keep-up.ts';
import { type Happening, next } from './list-transitions.ts';
import { removalWords } from './messages/words.ts';
import type { MethodList, Reason } from './method-list.ts';
import { nameOf } from './method-row.ts';

export function happen(flow: MethodList, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

/** For a screen reader, which cannot see that a row has changed or is gone. */
export function tell(flow: MethodList, text: string): void {
  flow.said = text;
  flow.host.requestUpdate();
}

export function emitChange(flow: MethodList): void {
  flow.host.emit('change', { paymentMethods: flow.state.methods ?? [] });
}

/** What is asked for because somebody wants to know; a failure is told. */
export async function askAgain(flow: MethodList): Promise<void> {
  // What failed before may be well in a moment, and is told again where it is not.
  if (flow.state.name === 'failed') flow.said = '';
  await happen(flow, { type: 'asked' });
  await flow.ask('load', 0);
}

export async function learn(flow: MethodList, methods: readonly PaymentMethod[], reason: Reason): Promise<void> {
  const { name, methods: before } = flow.state;
  const gone = before?.filter(({ id }) => !methods.some((method) => method.id === id)) ?? [];
  // The element that sent the news has told of it already.
  if (gone.length && reason !== 'news') tell(flow, gone.map((method) => farewell(flow, method)).join(' '));
  for (const { id } of gone) flow.removals.delete(id);
  await happen(flow, { type: 'list', methods });
  // What is there at first is no change.
  if (name !== 'loading' && JSON.stringify(before ?? []) !== JSON.stringify(methods)) emitChange(flow);
}

/** The list may be faster than the answer to a removal. */
function farewell({ removals, host }: MethodList, method: PaymentMethod): string {
  const say = removalWords.of(host);
  return say(removals.get(method.id)?.name === 'busy' ? 'removed' : 'gone', { method: nameOf(method) });
}

/** The list could not be had. */
export function fail(flow: MethodList, cause: unknown): Promise<void> {
  return failWith(flow, cause, async (error) => {
    if (flow.state.name === 'asking') tell(flow, sentence(error, flow.host));
    await happen(flow, { type: 'error', error });
  });
}
