/** One attempt with Cash App: the links it gives out, which stop working by the clock, and the way back. */
import type Stripe from 'stripe';
import { newId, type Store, type World } from '../world.ts';

/** How long a link and its QR code work. */
const LINK_LIVES = 30;
const REFRESHES = 20;
export const SETUP_LIVES = REFRESHES * LINK_LIVES;
export const PAYMENT_LIVES = 60 * 60;

export interface CashappSession {
  readonly id: string;
  readonly store: Store;
  /** `seti_…` or `pi_…` */
  readonly intent: string;
  readonly clientSecret: string;
  readonly method: string;
  readonly returnUrl: string | null;
  readonly acceptance: Stripe.Mandate.CustomerAcceptance;
  readonly endsAt: number;
  link: { readonly token: string; readonly expiresAt: number };
  refreshes: number;
  /** What the dialog resolves with when the person closes it; Stripe does not say which. */
  closing: 'error' | 'intent';
  status: 'open' | 'approved' | 'declined' | 'expired' | 'canceled';
}

/** Somebody who came by a link in time: what they see lasts as long as the attempt. */
export interface CashappVisit {
  readonly session: CashappSession;
  /** On the device that pays, or on another one that scanned. */
  readonly device: 'same' | 'other';
}

export function openSession(
  world: World,
  about: Omit<CashappSession, 'id' | 'link' | 'refreshes' | 'status' | 'endsAt' | 'closing'>,
  lives: number,
): CashappSession {
  const session: CashappSession = {
    ...about,
    id: newId('', 24),
    endsAt: world.now() + lives,
    link: newLink(world),
    refreshes: 0,
    closing: 'intent',
    status: 'open',
  };
  world.cashappSessions.set(session.id, session);
  world.cashappLinks.set(session.link.token, session);
  return session;
}

function newLink(world: World): CashappSession['link'] {
  return { token: newId('', 32), expiresAt: world.now() + LINK_LIVES };
}

export function openSessionOf(world: World, intent: string): CashappSession | undefined {
  return Array.from(world.cashappSessions.values()).find(
    (session) => session.intent === intent && session.status === 'open',
  );
}

/** Whoever reads the intent once its links have run out gets new ones, up to a number of times. */
export function freshen(world: World, session: CashappSession): void {
  if (session.link.expiresAt > world.now() || session.refreshes >= REFRESHES) return;
  session.refreshes += 1;
  session.link = newLink(world);
  world.cashappLinks.set(session.link.token, session);
}

export type LinkState = 'works' | 'used' | 'replaced' | 'expired';

export function stateOf(world: World, session: CashappSession, token: string): LinkState {
  if (session.status === 'expired' || session.endsAt <= world.now()) return 'expired';
  if (session.status !== 'open') return 'used';
  if (session.link.token !== token) return 'replaced';
  return session.link.expiresAt > world.now() ? 'works' : 'expired';
}

export function scanUrl(world: World, token: string): string {
  return `${world.origin}/cashapp/scan/${token}`;
}

export function nextAction(world: World, session: CashappSession) {
  const { token, expiresAt } = session.link;
  return {
    type: 'cashapp_handle_redirect_or_display_qr_code',
    cashapp_handle_redirect_or_display_qr_code: {
      hosted_instructions_url: `${world.origin}/cashapp/instructions/${session.id}`,
      mobile_auth_url: `${world.origin}/cashapp/authorize/${token}`,
      qr_code: {
        expires_at: expiresAt,
        image_url_png: `${world.origin}/cashapp/qr/${token}.png`,
        image_url_svg: `${world.origin}/cashapp/qr/${token}.svg`,
      },
    },
  };
}
