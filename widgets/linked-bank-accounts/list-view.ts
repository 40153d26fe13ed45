/** The list as a whole: the cards, or what there is to see without them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Listing } from './listing.ts';

export function listView(flow: Listing): TemplateResult | typeof nothing {
  const { state, say } = flow;
  const { name, list } = state;
  if (name === 'signed_out') return nothing;
  return html`<section aria-label=${say('label')} aria-busy=${name === 'loading' || name === 'asking'}>
    ${name === 'loading' ? skeleton(say('loading')) : nothing}
    ${flow.later?.problem(flow) ?? nothing}
    ${list?.data.length === 0 ? html`<div class="card empty" tabindex="-1"><slot name="empty">${say('empty')}</slot></div>` : nothing}
    <ul role="list" part="list" ?hidden=${!list?.data.length}></ul>
    <p class="unseen" role="status">${flow.said}</p>
  </section>`;
}

/** As large as two accounts are. */
function skeleton(label: string): TemplateResult {
  const one = html`<div class="card" part="skeleton"></div>`;
  return html`<div class="skeletons" role="img" aria-label=${label}>${one}${one}</div>`;
}
