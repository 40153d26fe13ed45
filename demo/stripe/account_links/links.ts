import { newId, type World } from '../world.ts';

/** A link into hosted onboarding: good for one visit, for five minutes. */
export interface AccountLink {
  readonly token: string;
  readonly account: string;
  readonly platform: string;
  readonly livemode: boolean;
  readonly refreshUrl: string;
  readonly returnUrl: string;
  readonly expiresAt: number;
  used: boolean;
}

const LINK_LIVES = 300;

export function newLink(
  world: World,
  about: Pick<AccountLink, 'account' | 'platform' | 'livemode' | 'refreshUrl' | 'returnUrl'>,
): AccountLink & { url: string } {
  const token = newId('', 24);
  const link: AccountLink = { ...about, token, expiresAt: world.now() + LINK_LIVES, used: false };
  world.accountLinks.set(token, link);
  return { ...link, url: `${world.origin}/setup/e/${link.account}/${token}` };
}
