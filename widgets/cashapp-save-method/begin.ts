/** How an element begins, once its first render is done: with a return from Cash App, or waiting for settings. */
import { awaitSettings } from '../shared/keep-up.ts';
import { page, type Session } from '../shared/settings.ts';
import { takeSetupReturn } from '../shared/setup-return.ts';
import { attend } from './attend.ts';
import { initial } from './flow.ts';
import { conclude, happen, knowTerms } from './learn.ts';
import type { Saving } from './saving.ts';

export function begin(flow: Saving, signal: AbortSignal): void {
  if (signal.aborted) return;
  attend(flow, signal);
  const { session } = flow;
  if (session) take(flow, session, signal);
  else awaitSettings(flow, signal, () => happen(flow, { type: 'logout' }));
}

/** One element of the page takes up a return; the others begin as ever. */
function take(flow: Saving, session: Session, signal: AbortSignal): void {
  const setupIntent = takeSetupReturn();
  page.setupReturn = undefined;
  if (setupIntent) comeBack(flow, session, setupIntent, signal);
  else if (flow.state === initial) flow.ask();
}

/** The address says which attempt, and nothing more of it is believed. */
async function comeBack(flow: Saving, session: Session, setupIntent: string, signal: AbortSignal): Promise<void> {
  flow.engaged = true;
  happen(flow, { type: 'returned', setupIntent });
  try {
    await conclude(flow, session, setupIntent);
    await knowTerms(flow);
  } catch (error) {
    // What is shown with the failure is what the next press agrees to.
    await knowTerms(flow);
    await flow.fail(error, signal);
  }
}
