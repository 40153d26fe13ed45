/** The code to scan, as the element draws it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SaveWords } from '../shared/messages/en-save.ts';
import { endTurn } from '../shared/turn.ts';
import type { Say } from '../shared/words.ts';
import type { QrCode } from './flow.ts';
import { happen } from './learn.ts';
import { secondsLeft } from './qr-code.ts';
import type { Saving } from './saving.ts';

/** The seconds are for the eye: a screen reader that told of each could tell of nothing else. */
export function codeToScan(flow: Saving, code: QrCode | null, say: Say<SaveWords>): TemplateResult {
  return html`<div class="code">
    <div class="frame" data-drawn=${code?.drawn ?? false}>${code ? picture(flow, code, say) : nothing}</div>
    <div>
      <p role="timer" aria-live="off">${code ? say('newCodeIn', { seconds: secondsLeft(code, performance.now()) }) : nothing}</p>
      ${
        code?.page
          ? html`<a href=${code.page} target="_blank" rel="noopener noreferrer">${say('onThisDevice')}</a>`
          : nothing
      }
      <button part="cancel" type="button" @click=${() => leave(flow)}>${say('cancel')}</button>
    </div>
  </div>`;
}

function picture(flow: Saving, { image, drawn }: QrCode, say: Say<SaveWords>): TemplateResult {
  if (!drawn) return html`<p>${say('notDrawn')}</p>`;
  return html`<img
    part="qr"
    alt=${say('qrCode')}
    src=${image}
    referrerpolicy="no-referrer"
    @error=${() => cannotDraw(flow, image)}
  />`;
}

const told = new WeakSet<Saving>();

function cannotDraw(flow: Saving, image: string): void {
  if (!told.has(flow)) {
    const { origin } = new URL(image, location.href);
    console.error(
      `[inlay] <${flow.host.localName}> The QR code of ${origin} could not be shown: check img-src https://qr.stripe.com in the Content-Security-Policy of this page.`,
    );
  }
  told.add(flow);
  happen(flow, { type: 'not_drawn', image });
}

/** What became of the attempt is asked all the same: the phone may have been faster. */
function leave({ host }: Saving): void {
  endTurn();
  // The host has the focus already, with the button that is about to go.
  host.shadowRoot?.querySelector('button')?.focus();
}
