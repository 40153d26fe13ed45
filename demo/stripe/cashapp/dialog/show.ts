/** One run of the dialog: shows the code, asks after the intent, and ends when the person has decided or left. */
import { h } from '../../financial_connections/dialog/dom.ts';
import { type Modal, openModal } from '../../financial_connections/dialog/modal.ts';
import type { BrowserIntent, Intents } from './intents.ts';
import { closed, ended, linksOf, type Result } from './result.ts';

const POLL_MS = 1_000;
/** How long the good news is shown. */
const DONE_MS = 800;

export function showCode(intents: Intents, intent: BrowserIntent): Promise<Result> {
  return new Promise((resolve) => void new Showing(intents, intent, resolve).begin());
}

class Showing {
  readonly #intents: Intents;
  readonly #resolve: (result: Result) => void;
  readonly #modal: Modal;
  readonly #code = h('img', { class: 'code', alt: 'Cash App QR code', width: '256', height: '256' });
  /** What the code leads to: who tries this out may have no phone that reaches this computer. */
  readonly #scanned = h(
    'a',
    { class: 'muted', target: '_blank', rel: 'noopener' },
    'No phone at hand? Open what it leads to',
  );
  #intent: BrowserIntent;
  #over = false;

  constructor(intents: Intents, intent: BrowserIntent, resolve: (result: Result) => void) {
    this.#intents = intents;
    this.#intent = intent;
    this.#resolve = resolve;
    this.#modal = openModal('Cash App Pay', () => void this.#leave());
  }

  async begin(): Promise<void> {
    this.#draw();
    this.#modal.show(
      'Scan with your phone',
      h(
        'p',
        { class: 'muted' },
        'Point the camera of your phone at the code, or scan it in Cash App, and authorize there.',
      ),
      this.#code,
      this.#scanned,
    );
    while (!this.#over) {
      await new Promise((passed) => setTimeout(passed, POLL_MS));
      const answer = await this.#intents.retrieve();
      if (this.#over) return;
      // Offline for a moment is no end: the phone may be online.
      if ('error' in answer) continue;
      this.#intent = answer.intent;
      const end = ended(answer.intent);
      if (end) return this.#finish(end);
      this.#draw();
    }
  }

  #draw(): void {
    const url = linksOf(this.#intent)?.qr_code.image_url_svg;
    if (!url || this.#code.getAttribute('src') === url) return;
    this.#code.setAttribute('src', url);
    this.#scanned.setAttribute('href', url.replace('/cashapp/qr/', '/cashapp/scan/').replace(/\.svg$/, ''));
  }

  async #finish(end: Result): Promise<void> {
    if (!('error' in end)) {
      this.#modal.show('Authorized', h('div', { class: 'tick', 'aria-hidden': 'true' }, '✓'));
      await new Promise((passed) => setTimeout(passed, DONE_MS));
    }
    this.#end(end);
  }

  /** By any way out. What became of the intent meanwhile counts for more than that the dialog was closed. */
  async #leave(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#modal.close();
    const [answer, how] = await Promise.all([this.#intents.retrieve(), this.#intents.closing()]);
    this.#resolve(closed('intent' in answer ? answer.intent : this.#intent, how));
  }

  #end(result: Result): void {
    if (this.#over) return;
    this.#over = true;
    this.#modal.close();
    this.#resolve(result);
  }
}
