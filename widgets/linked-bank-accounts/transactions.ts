/** What the transactions of an account look like. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { BankAccount, Transaction } from '../../worker/contract.ts';
import { sentence } from '../shared/errors.ts';
import { formatsOf } from '../shared/formats.ts';
import { money } from '../shared/money.ts';
import type { Say } from '../shared/words.ts';
import { nameOf } from './account-card.ts';
import type { Day } from './day-groups.ts';
import { daysShown } from './days.ts';
import type { Feed } from './feed.ts';
import type { Listing } from './listing.ts';
import type { AccountWords } from './messages/en-account.ts';
import { accountWords } from './messages/words.ts';
import { failure } from './note.ts';

/** Each day's part of the document, made once: a page more does not touch the days before it. */
export type DayParts = WeakMap<Day, HTMLElement>;

export function transactionsView(flow: Listing, account: BankAccount, feed: Feed, parts: DayParts): TemplateResult {
  const say = accountWords.of(flow.host);
  const { pending, days } = feed.shown;
  const label = `${flow.say('transactions')}: ${nameOf(account)}`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${label} aria-busy=${feed.next.name === 'loading'}>
    ${pending.length ? group(say('pending'), pending, say) : nothing}
    ${days.map((day) => partOf(day, parts, say))}
    ${ending(flow, feed, pending.length + days.length === 0, say)}
  </div>`;
}

function partOf(day: Day, parts: DayParts, say: Say<AccountWords>): HTMLElement {
  const known = parts.get(day);
  if (known) return known;
  const part = document.createElement('div');
  part.className = 'day';
  const date = new Intl.DateTimeFormat(formatsOf(say.locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // The day is known where the person is; only its name is still to be found.
  render(group(date.format(Date.parse(day.day)), day.transactions, say), part);
  parts.set(day, part);
  return part;
}

function group(name: string, transactions: readonly Transaction[], say: Say<AccountWords>): TemplateResult {
  return html`<p class="date" aria-hidden="true">${name}</p>
    <ul role="list" aria-label=${name}>${transactions.map((one) => row(one, say))}</ul>`;
}

function row({ status, description, amount, currency }: Transaction, say: Say<AccountWords>): TemplateResult {
  const sum = html`<bdi>${money(amount, currency, formatsOf(say.locale), 'exceptZero')}</bdi>`;
  return status === 'void'
    ? html`<li class="void"><span><s><bdi>${description}</bdi></s> <em>${say('void')}</em></span><s>${sum}</s></li>`
    : html`<li class=${amount > 0 ? 'in' : 'out'}><span><bdi>${description}</bdi></span><span>${sum}</span></li>`;
}

/** Below the last one: the button for more, or why there is none. */
function ending(flow: Listing, feed: Feed, empty: boolean, say: Say<AccountWords>): TemplateResult {
  const { next } = feed;
  const { host } = flow;
  const text = (words: unknown) => html`<p class="ending" part="message">${words}</p>`;
  switch (next.name) {
    case 'loading':
      return empty
        ? html`<div class="stand-in" part="skeleton" role="img" aria-label=${say('loading')}></div>`
        : moreButton(feed, say, true);
    case 'more':
      return moreButton(feed, say, false);
    case 'synchronizing':
      return text(html`<span part="spinner"></span>${empty ? say('beingRead') : say('stillReading')}`);
    case 'takes_longer':
      return text(say('takesLonger'));
    case 'failed':
      return text(failure(sentence(next.error, host), say('tryAgain'), () => feed.more()));
    case 'end':
      return text(
        empty
          ? whyEmpty(next.refresh?.status, daysShown(host.days), say)
          : say('thatIsAll', { count: daysShown(host.days) }),
      );
  }
}

function whyEmpty(
  refresh: 'pending' | 'succeeded' | 'failed' | undefined,
  count: number,
  say: Say<AccountWords>,
): string {
  if (refresh === 'pending') return say('beingRead');
  return refresh ? say('noTransactions', { count }) : say('neverRead');
}

function moreButton(feed: Feed, say: Say<AccountWords>, busy: boolean): TemplateResult {
  return html`<button class="quiet more" part="button" aria-busy=${busy} aria-disabled=${busy} @click=${() => feed.more()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label">${say('more')}</span></button>`;
}
