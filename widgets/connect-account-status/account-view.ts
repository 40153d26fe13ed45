/** The inside of the card: where the merchant stands, what works, what is missing and by when. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../worker/contract.ts';
import { type Missing, tell } from '../connect-onboard-button/account-story.ts';
import { explanationOf, leadOf, toneIcons } from '../connect-onboard-button/account-words.ts';
import { icon } from '../shared/icons.ts';
import type { OnboardWords } from '../shared/messages/en-onboard.ts';
import type { Say } from '../shared/words.ts';

/** So many lines of missing things fit into the card; the rest unfolds when asked for. */
const ROOM = 3;
/** Lines that a thing takes, with and without what Stripe found wrong with it. */
const LINES = { plain: 1, refused: 3 };

export interface Speaking {
  readonly say: Say<OnboardWords>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whom to talk to; null while it is not known. */
  readonly business: string | null;
}

export function accountView(account: Account, speaking: Speaking): TemplateResult {
  const { say } = speaking;
  const { tone, missing } = tell(account);
  return html`
    <header part="status" data-tone=${tone}>
      <span class="badge">${icon(toneIcons[tone])}</span>
      <strong>${say(`status.${account.status}`)}</strong>
      <p>${explanationOf(account, say, speaking.business)}</p>
    </header>
    ${account.status === 'none' || account.status === 'disconnected' ? nothing : whatWorks(account, say)}
    ${missing.length ? whatIsMissing(account, missing, speaking) : nothing}`;
}

function whatWorks({ charges_enabled, payouts_enabled }: Account, say: Say<OnboardWords>): TemplateResult {
  const row = (works: boolean, what: 'charges' | 'payouts') =>
    html`<li ?data-on=${works}>${icon(works ? 'check' : 'stop')}${say(`${what}.${works ? 'on' : 'off'}`)}</li>`;
  return html`<ul class="works">${row(charges_enabled, 'charges')}${row(payouts_enabled, 'payouts')}</ul>`;
}

function whatIsMissing(account: Account, missing: readonly Missing[], { say, now }: Speaking): TemplateResult {
  const shown = missing.slice(0, fitting(missing));
  const rest = missing.slice(shown.length);
  return html`<div class="missing">
    <p id="lead">${leadOf(account, say, now)}</p>
    <ul part="list" aria-labelledby="lead">${shown.map((one) => item(one, say))}</ul>
    ${
      rest.length
        ? html`<details><summary>${say('showMore', { count: rest.length })}</summary>
          <ul aria-labelledby="lead">${rest.map((one) => item(one, say))}</ul></details>`
        : nothing
    }
  </div>`;
}

/** How many of them fit. At least one does. */
function fitting(missing: readonly Missing[]): number {
  let lines = 0;
  const first = missing.findIndex(({ problem }) => {
    lines += problem ? LINES.refused : LINES.plain;
    return lines > ROOM;
  });
  return first < 0 ? missing.length : Math.max(1, first);
}

function item({ topic, problem }: Missing, say: Say<OnboardWords>): TemplateResult {
  return html`<li part="item">${say(`topic.${topic}`)}${problem ? html` <span part="error">${say(`problem.${problem}`)}</span>` : nothing}</li>`;
}
