/** The button that starts a flow, and the line that says what is going on: the same for every element with one. */
import { html, nothing, type TemplateResult } from 'lit';

/** What the button needs to know of its flow. */
export interface Startable {
  readonly state: { readonly name: string };
  readonly host: { readonly disabled: boolean };
  readonly engaged: boolean | undefined;
  start(): Promise<void>;
}

/**
 * The label stays the same node whatever it says: a press on one that is replaced meanwhile would come to nothing.
 * @param held whether a press comes to nothing for now
 * @param busy whether the person has to wait
 */
export function button(flow: Startable, text: string, slot = '', held = isHeld(flow), busy = held): TemplateResult {
  return html`<button class="row" part="button" aria-describedby="message terms" ?disabled=${flow.host.disabled} aria-busy=${busy} aria-disabled=${held} @click=${() => flow.start()}>${
    busy ? html`<span part="spinner"></span>` : nothing
  }<span part="label"><slot name=${slot}>${text}</slot></span></button>`;
}

/** While an attempt begins, or is under way somewhere else. */
export function isHeld({ state }: Pick<Startable, 'state'>): boolean {
  return state.name === 'busy' || state.name === 'open';
}

/** A screen reader hears it once the person has turned to the element. */
export function message({ engaged }: Pick<Startable, 'engaged'>, text: unknown): TemplateResult {
  return html`<div id="message" part="message" role="status" aria-live=${engaged ? 'polite' : 'off'}>${text}</div>`;
}

export const skeleton = html`<div class="row" part="skeleton"></div>`;
