/** A window that a component opens, as Stripe's do: it checks who is there, and may lead on to hosted onboarding. */
import { newId, type World } from '../world.ts';

export type WindowStatus =
  /** Not opened yet, or not answered. */
  | 'offered'
  | 'declined'
  | 'authenticated'
  /** The person came back from onboarding. */
  | 'ended';

export interface ConnectWindow {
  readonly id: string;
  readonly account: string;
  readonly platform: string;
  readonly livemode: boolean;
  readonly status: WindowStatus;
}

/** Made before it is wanted: a browser opens windows only in the click itself. */
export function offerWindow(
  world: World,
  about: Pick<ConnectWindow, 'account' | 'platform' | 'livemode'>,
): ConnectWindow {
  const { account, platform, livemode } = about;
  const offered: ConnectWindow = { id: newId('', 32), account, platform, livemode, status: 'offered' };
  world.connectWindows.set(offered.id, offered);
  return offered;
}

export function moveWindow(world: World, from: ConnectWindow, status: WindowStatus): void {
  world.connectWindows.set(from.id, { ...from, status });
}

/** Whether somebody was let in through this window, for this account. */
export function letsIn(world: World, id: string, account: string): boolean {
  const found = world.connectWindows.get(id);
  return found?.account === account && (found.status === 'authenticated' || found.status === 'ended');
}
