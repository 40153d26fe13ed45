import { html, nothing } from 'lit';
import type { Finding } from '../../doctor/finding.ts';
import { summaryOf } from '../../doctor/summary.ts';
import { define } from '../shared/define.ts';
import { InlayElement } from '../shared/inlay-element.ts';
import { moreContrast } from '../shared/more-contrast.styles.ts';
import { moreTokens } from '../shared/more-tokens.styles.ts';
import { page } from '../shared/settings.ts';
import { tokens } from '../shared/tokens.styles.ts';
import { styles } from './inlay-doctor.styles.ts';
import { reportView } from './report-view.ts';

/**
 * @summary For the site's developer: looks at the page it is on, and says what keeps the elements from working and what to
 * paste where. It speaks English, like the console.
 *
 * @tag inlay-doctor
 *
 * @event inlay-ready - The first findings are shown. Fires once.
 * @event {CustomEvent<{ findings: Finding[] }>} inlay-change - The page has been looked at.
 *
 * @csspart list - What was found of one who can change it.
 * @csspart item - One finding.
 * @csspart button - A button.
 * @csspart label - A button's label.
 * @csspart status - How many faults there are.
 * @csspart error - The checks could not be loaded.
 * @csspart spinner - Turns while the page is looked at again.
 * @csspart skeleton - Stands in for the findings until there are any.
 *
 * @cssproperty --inlay-color-primary - Buttons and their labels.
 * @cssproperty --inlay-color-on-primary - The label of a filled button.
 * @cssproperty --inlay-color-background - Background.
 * @cssproperty --inlay-color-text - Text.
 * @cssproperty --inlay-color-muted - Less important text.
 * @cssproperty --inlay-color-danger - The sign of a fault.
 * @cssproperty --inlay-color-success - The sign of what is fine.
 * @cssproperty --inlay-color-border - Lines and the skeleton.
 * @cssproperty --inlay-border-radius - Roundness of corners.
 * @cssproperty --inlay-spacing - Distance between parts.
 * @cssproperty --inlay-font-family - Typeface.
 * @cssproperty --inlay-font-size - Size of text, and with it of everything.
 *
 * @cssstate busy - The page is being looked at.
 * @cssstate done - Nothing is wrong that can be seen from the page.
 * @cssstate failed - Something is.
 */
export class InlayDoctor extends InlayElement {
  /**
   * A press on a text must not throw the focus to a button.
   * @internal
   */
  static override shadowRootOptions: ShadowRootInit = { mode: 'open' };

  static override styles = [tokens, moreTokens, moreContrast, styles];

  /** What was found, newest look; empty before the first is over. */
  get findings(): readonly Finding[] {
    return this.#findings ?? [];
  }

  #findings: readonly Finding[] | undefined;
  /** Aborts when the element leaves the page, or is asked to look again. */
  #looking: AbortController | undefined;
  #listening: AbortController | undefined;
  #broken = false;
  #said = '';
  #copied: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    // Settings that come later are what is looked at, too.
    page.addEventListener('settings', () => this.refresh(), { signal: this.#listening.signal });
    setTimeout(() => this.#looking ?? this.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#looking?.abort();
    this.#looking = undefined;
  }

  /** Looks at the page again. */
  start(): Promise<void> {
    return this.refresh();
  }

  /** Looks at the page again. */
  async refresh(): Promise<void> {
    if (this.disabled || !this.isConnected) return;
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    this.#said = '';
    this.#copied = null;
    this.#mark('busy');
    const findings = await import('./look.ts').then(({ look }) => look(this, looking.signal)).catch(() => undefined);
    if (this.#looking !== looking) return;
    this.#looking = undefined;
    const first = !this.#findings && findings;
    this.#broken = !findings;
    this.#findings = findings ?? this.#findings;
    this.#said = findings ? summaryOf(findings) : '';
    const wrong = !findings || findings.some(({ outcome }) => outcome === 'fault');
    this.#mark(wrong ? 'failed' : 'done');
    await this.updateComplete;
    if (first) this.emit('ready');
    if (findings) this.emit('change', { findings });
  }

  #mark(state: 'busy' | 'done' | 'failed'): void {
    for (const one of ['busy', 'done', 'failed']) this.states?.delete(one);
    this.states?.add(state);
    this.requestUpdate();
  }

  protected override render() {
    const busy = this.#looking !== undefined;
    const findings = this.#findings;
    return html`<section aria-label="Inlay doctor" aria-busy=${busy} lang="en" dir="ltr">
      <header>
        <p><strong>Inlay doctor</strong><span part="status">${findings && !busy ? summaryOf(findings) : 'Looking at this page…'}</span></p>
        <button part="button" type="button" aria-disabled=${busy || this.disabled} @click=${() => busy || this.refresh()}>${
          busy ? html`<span part="spinner"></span>` : nothing
        }<span part="label">Check again</span></button>
      </header>
      ${this.#broken ? html`<p part="error">The checks could not be loaded. Look at the console, and check again.</p>` : nothing}
      ${findings ? reportView(findings, this.#copied, (text, code) => this.#copy(text, code)) : html`<div part="skeleton"></div>`}
      <p class="unseen" role="status">${this.#said}</p>
    </section>`;
  }

  async #copy(text: string, code: Element | null): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#copied = text;
      this.#said = 'Copied.';
    } catch {
      // Not every page may write there: then it is selected, for the developer to copy.
      if (code) getSelection()?.selectAllChildren(code);
      this.#said = 'Selected: copy it with the keyboard.';
    }
    this.requestUpdate();
  }
}

define('inlay-doctor', InlayDoctor);

declare global {
  interface HTMLElementTagNameMap {
    'inlay-doctor': InlayDoctor;
  }
}
