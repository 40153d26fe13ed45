/** Whoever has the address of a session's page, or the secret of one that is shown in another page, may pay it. */
import type { Store, World } from '../world.ts';
import type { CheckoutSession } from './session.ts';

export interface Visit {
  readonly world: World;
  readonly store: Store;
  readonly session: CheckoutSession;
  /** The path that all pages of this visit begin with. */
  readonly base: string;
  /** In a frame of the merchant's page. */
  readonly framed: boolean;
}

export function visitOf(world: World, way: string, key: string): Visit | null {
  const framed = way === 'embed';
  const id = framed ? (key.split('_secret_')[0] ?? '') : key;
  for (const store of world.stores()) {
    const session = store.checkoutSessions.get(id);
    if (!session) continue;
    const { client_secret, ui_mode } = session.shown;
    const right = framed ? ui_mode === 'embedded_page' && client_secret === key : ui_mode === 'hosted_page';
    return right ? { world, store, session, base: `/c/${way}/${key}`, framed } : null;
  }
  return null;
}

/** Somebody who comes back from elsewhere: the address says only whose session it was. */
export function returning(world: World, id: string): Visit | null {
  for (const store of world.stores()) {
    const secret = store.checkoutSessions.get(id)?.shown.client_secret;
    if (secret !== undefined) return secret === null ? visitOf(world, 'pay', id) : visitOf(world, 'embed', secret);
  }
  return null;
}

/** As it is now. */
export function revisited(visit: Visit): Visit {
  return { ...visit, session: visit.store.checkoutSessions.get(visit.session.shown.id) ?? visit.session };
}
