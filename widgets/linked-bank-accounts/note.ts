/** The line below an account's buttons: what is going on with it, or when it can be refreshed again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import { formatsOf, momentOf } from '../shared/formats.ts';
import { icon } from '../shared/icons.ts';
import type { Say } from '../shared/words.ts';
import { consentFor } from './consent.ts';
import { askAgain } from './learn.ts';
import type { Listing } from './listing.ts';
import type { AccountWords } from './messages/en-account.ts';
import { accountWords } from './messages/words.ts';
import { hasFailed, refreshing } from './refreshing.ts';

type Note = TemplateResult | string | typeof nothing;

const spinner = html`<span part="spinner"></span>`;

export function noteOf(flow: Listing, account: BankAccount): Note {
  return consentNote(flow, account.id) ?? rowNote(flow, account);
}

function rowNote(flow: Listing, account: BankAccount): Note {
  const say = accountWords.of(flow.host);
  const { doing } = flow.rowOf(account);
  switch (doing.name) {
    case 'failed':
      return failure(sentence(doing.error, flow.host), say('tryAgain'), doing.again);
    case 'busy':
      return html`${spinner}${doing.action === 'refresh' ? say('refreshing') : say('disconnecting')}`;
    case 'takes_longer':
      return say('takesLonger');
    case 'refreshed':
      return hasFailed(account) ? say('refreshFailed') : say('refreshed');
    case 'nothing':
    case 'confirming':
      return stateOf(account, say);
  }
}

/** How a new consent goes, as long as there is something to say of it. @param account none: the page asked for it */
function consentNote(flow: Listing, account?: string): TemplateResult | undefined {
  const asked = consentFor(flow, account);
  const say = accountWords.of(flow.host);
  switch (asked?.state.name) {
    case 'busy':
    case 'open':
      return html`${spinner}${say('linking')}`;
    case 'failed':
      return failure(sentence(asked.state.error, flow.host), say('tryAgain'), asked.again);
    default:
      return undefined;
  }
}

function stateOf(account: BankAccount, say: Say<AccountWords>): Note {
  const can = refreshing(account, Date.now() / 1000);
  if (can.name === 'pending') return html`${spinner}${say('refreshing')}`;
  if (account.status === 'active' && hasFailed(account)) return say('refreshFailed');
  return can.name === 'later' ? say('again', { moment: momentOf(can.at, formatsOf(say.locale)) }) : nothing;
}

/** While it is tried again the button stays, and with it the focus. */
export function failure(text: string, again: string, retry: () => void, busy = false): TemplateResult {
  return html`<span part="error">${text}</span> <button class="quiet" part="button" aria-disabled=${busy} @click=${() => busy || retry()}>${
    busy ? spinner : nothing
  }<span part="label">${again}</span></button>`;
}

/** Stands above the list, or in its place: the list could not be had, or how a consent goes that the page asked for. */
export function problem(flow: Listing): Note {
  const { state, host } = flow;
  const failed = state.name === 'asking' ? state.after : state;
  if (failed?.name !== 'failed') {
    const note = consentNote(flow);
    return note ? html`<p class="note" part="message">${note}</p>` : nothing;
  }
  const text = sentence(failed.error, host);
  const again = () => {
    flow.engaged = true;
    askAgain(flow);
  };
  return html`<div class="card problem">${icon('alert')}<p>${failure(text, accountWords.of(host)('tryAgain'), again, state !== failed)}</p></div>`;
}
