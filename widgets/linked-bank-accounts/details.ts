/** What unfolds below an account: transactions with their chart, and owners. Loaded when first asked for. */
import { html, render, type TemplateResult } from 'lit';
import type { BankAccount, BankAccountOwnerList, MonthlyTotalList } from '../../worker/contract.ts';
import { listMonthlyTotals, listOwners } from '../shared/bank-api.ts';
import { dress } from '../shared/dress.ts';
import { sentence } from '../shared/errors.ts';
import type { Say } from '../shared/words.ts';
import { charts } from './chart.ts';
import { detailStyles } from './details.styles.ts';
import { Feed } from './feed.ts';
import type { Listing } from './listing.ts';
import type { AccountWords } from './messages/en-account.ts';
import { accountWords } from './messages/words.ts';
import { failure } from './note.ts';
import { Once } from './once.ts';
import { ownersView } from './owners.ts';
import type { Panel } from './row.ts';
import { type DayParts, transactionsView } from './transactions.ts';

/** Has a part of the document of its own, so that an update of the list does not walk thousands of transactions. */
interface Unfolded {
  readonly box: HTMLElement;
  draw(): void;
  reload(): void;
}

/** For as long as the element and the person stay. */
const unfolded = new WeakMap<AbortController, Map<string, Unfolded>>();
const drawn = new WeakMap<Unfolded, Manner>();

/** What it was drawn with. */
interface Manner {
  readonly say: Say<AccountWords>;
  readonly days: unknown;
}

function mannerOf({ host }: Listing): Manner {
  return { say: accountWords.of(host), days: host.days };
}

export function panelOf(flow: Listing, account: BankAccount, panel: Panel): TemplateResult {
  const { work, host } = flow;
  if (!work) return html``;
  dress(host.shadowRoot, detailStyles);
  const known = unfolded.get(work) ?? new Map<string, Unfolded>();
  unfolded.set(work, known);
  const key = `${panel} ${account.id}`;
  const one = known.get(key) ?? begin(flow, account, panel, work.signal);
  known.set(key, one);
  const [before, now] = [drawn.get(one), mannerOf(flow)];
  drawn.set(one, now);
  if (before && before.days !== now.days) one.reload();
  else if (before && before.say !== now.say) one.draw();
  return html`${one.box}`;
}

/** There is something newer. */
export function reload({ work }: Listing, account: BankAccount): void {
  if (!work) return;
  for (const [key, one] of unfolded.get(work) ?? []) if (key.endsWith(` ${account.id}`)) one.reload();
}

function begin(flow: Listing, account: BankAccount, panel: Panel, signal: AbortSignal): Unfolded {
  const box = document.createElement('div');
  box.className = 'panel';
  const one = panel === 'ownership' ? owners(flow, account, box) : transactions(flow, account, box, signal);
  one.draw();
  one.reload();
  return one;
}

function owners(flow: Listing, account: BankAccount, box: HTMLElement): Unfolded {
  const draw = () => {
    const say = accountWords.of(flow.host);
    render(
      reading(flow, list, 'stand-in short', (known) => ownersOf(known, say)),
      box,
    );
  };
  const list = new Once(flow, (session, signal) => listOwners(session, account.id, signal), draw);
  return {
    box,
    draw,
    reload: () => {
      draw();
      list.load();
    },
  };
}

function ownersOf({ data, refresh }: BankAccountOwnerList, say: Say<AccountWords>): TemplateResult {
  if (data.length) return ownersView(data, say);
  const why = refresh?.status === 'pending' ? say('beingRead') : refresh ? say('noOwners') : say('neverRead');
  return html`<p class="ending" part="message">${why}</p>`;
}

function transactions(flow: Listing, account: BankAccount, box: HTMLElement, signal: AbortSignal): Unfolded {
  let parts: DayParts = new WeakMap();
  let before = mannerOf(flow);
  const draw = () => {
    const now = mannerOf(flow);
    const { say } = now;
    if (say !== before.say) parts = new WeakMap();
    before = now;
    const chart = reading(flow, totals, 'stand-in chart', (known: MonthlyTotalList) => charts(known.data, say));
    render([chart, transactionsView(flow, account, feed, parts)], box);
    follow();
  };
  const totals = new Once(flow, (session, given) => listMonthlyTotals(session, account.id, given), draw);
  const feed = new Feed(flow, account, signal, draw, () => totals.load());
  let observer: IntersectionObserver | undefined;
  /** The button that loads more is pressed by scrolling to it; a page that leaves it in view is followed by another. */
  const follow = () => {
    observer?.disconnect();
    const more = box.querySelector('.more');
    if (!more || feed.next.name !== 'more') return;
    observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && feed.more(), {
      root: box.querySelector('.scroll'),
      rootMargin: '0px 0px 300px 0px',
    });
    observer.observe(more);
  };
  signal.addEventListener('abort', () => observer?.disconnect());
  return {
    box,
    draw,
    reload: () => {
      draw();
      feed.reload();
    },
  };
}

/** What is read once: a stand-in of its size, the thing itself, or what went wrong and a way to try again. */
function reading<T>(flow: Listing, once: Once<T>, standIn: string, view: (value: T) => unknown): unknown {
  const say = accountWords.of(flow.host);
  const { reading } = once;
  switch (reading.name) {
    case 'loading':
      return html`<div class=${standIn} part="skeleton" role="img" aria-label=${say('loading')}></div>`;
    case 'known':
      return view(reading.value);
    case 'failed':
      return html`<p class="ending" part="message">${failure(sentence(reading.error, flow.host), say('tryAgain'), () => once.load())}</p>`;
  }
}
