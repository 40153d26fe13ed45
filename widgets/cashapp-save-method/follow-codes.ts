/** Shows codes to scan, each as long as it works, until the person has decided or there are no more. */
import { InlayError } from '../shared/inlay-error.ts';
import type { CashappAction, SetupIntentResult } from '../shared/stripe-js.ts';
import type { QrCode } from './flow.ts';
import { actionOf, qrCodeOf } from './qr-code.ts';
import type { Hint } from './verdict.ts';

const LOOK_MS = 2_000;
/** Nobody waits in front of a hidden page, but the phone may be busy with it. */
const HIDDEN_LOOK_MS = 10_000;
/** So many times does Stripe replace a code. */
const REPLACEMENTS = 20;
/** So many looks in a row may bring nothing, neither an answer nor a code that works. */
const VAIN_LOOKS = 15;

export async function followCodes(
  look: () => Promise<SetupIntentResult>,
  first: CashappAction,
  { over, show }: { readonly over: AbortSignal; readonly show: (code: QrCode) => void },
): Promise<Hint | null> {
  let code = qrCodeOf(first, Date.now(), performance.now());
  let [replaced, vain, heard] = [0, 0, true];
  show(code);
  while (vain < VAIN_LOOKS) {
    await pause(code.until - performance.now(), over);
    if (over.aborted) return null;
    const result = await look().catch((): SetupIntentResult => ({}));
    if (over.aborted) return null;
    heard = result.setupIntent !== undefined;
    if (heard && result.setupIntent?.status !== 'requires_action') return null;
    const action = actionOf(result);
    const works = code.until > performance.now();
    if (action && action.qr_code.image_url_svg !== code.image) {
      if (replaced++ === REPLACEMENTS) break;
      code = qrCodeOf(action, Date.now(), performance.now());
      vain = 0;
      show(code);
    } else if (!works && replaced === REPLACEMENTS) break;
    else vain = works && heard ? 0 : vain + 1;
  }
  const error = heard
    ? new InlayError('setup_expired', 'The last code has run out.', 'stripe_error')
    : new InlayError('cashapp_failed', 'Stripe’s script could not read the SetupIntent.', 'stripe_error');
  return { error, mayBeClosed: false };
}

/** Until the next look: it is due when the code runs out, at the latest, and when somebody turns to the page again. */
function pause(left: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const done = () => {
      end.abort();
      clearTimeout(timer);
      resolve();
    };
    const usual = document.hidden ? HIDDEN_LOOK_MS : LOOK_MS;
    const timer = setTimeout(done, left > 0 ? Math.min(left, usual) : usual);
    over.addEventListener('abort', done, { signal: end.signal });
    document.addEventListener('visibilitychange', () => document.hidden || done(), { signal: end.signal });
    if (over.aborted) done();
  });
}
