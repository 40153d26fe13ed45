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

export const LINK_LIVES = 300;
