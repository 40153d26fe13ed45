/** The list as a whole: the methods, or what there is to see without them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from './list-state.ts';
import type { MethodList } from './method-list.ts';

export function listView(flow: MethodList): TemplateResult | typeof nothing {
  const { state, say } = flow;
  const { name, methods } = state;
  if (name === 'signed_out') return nothing;
  const busy = name === 'loading' || name === 'asking';
  const failed = name === 'failed' ? state : name === 'asking' ? state.after : null;
  return html`<section aria-label=${say('label')} aria-busy=${busy}>
    ${name === 'loading' ? skeleton(say('loading')) : nothing}
    ${failed ? problem(flow, failed, busy) : nothing}
    ${methods?.length === 0 ? html`<div class="row empty" tabindex="-1"><slot name="empty">${say('empty')}</slot></div>` : nothing}
    <ul role="list" part="list" ?hidden=${!methods?.length}></ul>
    <p class="unseen" role="status">${flow.said}</p>
  </section>`;
}

/** As large as one method is. */
function skeleton(label: string): TemplateResult {
  return html`<div class="row" part="skeleton" role="img" aria-label=${label}></div>`;
}

/** Stands above the list, or in its place. */
function problem(flow: MethodList, { error }: Failed, busy: boolean): TemplateResult {
  const { say, later } = flow;
  return html`<div class="row problem">
    <p part="error">${later?.sentenceOf(flow, error) ?? say('failed')}</p>
    <button class="quiet" part="button" aria-disabled=${busy} @click=${() => flow.again()}>${
      busy ? html`<span part="spinner"></span>` : nothing
    }<span part="label">${say('tryAgain')}</span></button>
  </div>`;
}
