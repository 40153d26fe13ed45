/** A code to scan, from what Stripe says of it. Pure. */

import { isFollowable } from '../shared/addresses.ts';
import type { CashappAction, SetupIntentResult } from '../shared/stripe-js.ts';
import type { QrCode } from './flow.ts';

/** Stripe's codes live about this long. */
const LIFE_S = 30;

/** Where a SetupIntent says that the person is to go. */
export function actionOf({ setupIntent }: SetupIntentResult): CashappAction | undefined {
  return setupIntent?.next_action?.cashapp_handle_redirect_or_display_qr_code;
}

/** @param epoch in milliseconds since 1970 @param now in milliseconds of `performance.now()` */
export function qrCodeOf(
  { qr_code, hosted_instructions_url: page }: CashappAction,
  epoch: number,
  now: number,
): QrCode {
  return {
    image: qr_code.image_url_svg,
    drawn: isFollowable(qr_code.image_url_svg),
    page: isFollowable(page) ? page : null,
    until: now + lifeOf(qr_code.expires_at - epoch / 1000) * 1000,
  };
}

/** The code runs out by Stripe's clock: where this computer's is clearly wrong, it lives as long as codes do. */
function lifeOf(left: number): number {
  return left > 0 && left <= 2 * LIFE_S ? Math.min(left, LIFE_S) : LIFE_S;
}

/** Whole seconds until a new one is due. */
export function secondsLeft({ until }: QrCode, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}
