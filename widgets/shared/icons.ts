import { html, type TemplateResult } from 'lit';

export type Icon = 'check' | 'clock' | 'alert' | 'stop' | 'account';

/** Outlines on a 20 × 20 grid. */
const paths: { readonly [icon in Icon]: string } = {
  check: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM6.5 10.2l2.4 2.4 4.6-5',
  clock: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM10 5.8V10l2.8 2',
  alert: 'M10 2.6 18.4 17H1.6L10 2.6ZM10 8v4M10 14.4v.1',
  stop: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM7 7l6 6M13 7l-6 6',
  account: 'M3 8.5 10 3l7 5.5M4 17h12M5.5 9.5v5M10 9.5v5M14.5 9.5v5',
};

/** In the colour of the text; always next to words that say the same. */
export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${paths[name]} /></svg>`;
}
