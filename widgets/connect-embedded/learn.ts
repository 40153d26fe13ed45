/** Takes in what became of a component, and tells the host page of it. */
import { asInlayError } from '../shared/errors.ts';
import { failWith } from '../shared/keep-up.ts';
import type { Embedding } from './embedding.ts';
import { type Happening, next } from './transitions.ts';

export function happen(flow: Embedding, happening: Happening): Promise<void> {
  return flow.to(next(flow.state, happening));
}

export async function fail(flow: Embedding, cause: unknown): Promise<void> {
  const problem = asInlayError(cause);
  const show = (error = problem) => happen(flow, { type: 'error', error });
  // Nothing has gone wrong where nothing has been set up.
  await (problem.code === 'account_required' ? show() : failWith(flow, problem, show));
}
