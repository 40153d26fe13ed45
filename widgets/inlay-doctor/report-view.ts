/** Findings, as a developer reads them on the page. In English, like the console. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Finding, type Outcome, owners, ownersInOrder } from '../../doctor/finding.ts';
import { type Icon, icon } from '../shared/icons.ts';

const marks: { readonly [outcome in Outcome]: readonly [icon: Icon, word: string] } = {
  fault: ['alert', 'Fault:'],
  unknown: ['clock', 'Not known from here:'],
  ok: ['check', 'Fine:'],
};

const order: readonly Outcome[] = ['fault', 'unknown', 'ok'];

export type Copy = (text: string, code: Element | null) => void;

/** @param copied what the developer copied last */
export function reportView(findings: readonly Finding[], copied: string | null, copy: Copy): TemplateResult[] {
  return ownersInOrder.flatMap((owner) => {
    const own = order.flatMap((outcome) => findings.filter((one) => one.owner === owner && one.outcome === outcome));
    if (own.length === 0) return [];
    return [
      html`<p class="group" id=${owner}>${owners[owner]}</p>
        <ul role="list" part="list" aria-labelledby=${owner}>
          ${own.map((finding) => item(finding, copied, copy))}
        </ul>`,
    ];
  });
}

function item(
  { check, outcome, says, details = [], paste }: Finding,
  copied: string | null,
  copy: Copy,
): TemplateResult {
  const [name, word] = marks[outcome];
  const press = ({ currentTarget }: Event) =>
    copy(paste ?? '', currentTarget instanceof Element ? currentTarget.previousElementSibling : null);
  return html`<li part="item" class=${outcome} data-check=${check}>
    ${icon(name)}
    <div>
      <p><span class="unseen">${word}</span> ${says}</p>
      ${details.length > 0 ? html`<ul class="details">${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : nothing}
      ${
        paste === undefined
          ? nothing
          : html`<div class="paste"><code>${paste}</code><button class="quiet" part="button" type="button" @click=${press}
              ><span part="label">${copied === paste ? 'Copied' : 'Copy'}<span class="unseen"> ${paste.slice(0, 60)}</span></span></button></div>`
      }
    </div>
  </li>`;
}
