/** A person's visit to hosted onboarding, opened by an account link and good for an hour. */
export interface Session {
  readonly token: string;
  readonly account: string;
  readonly platform: string;
  readonly livemode: boolean;
  readonly refreshUrl: string;
  readonly returnUrl: string;
  readonly expiresAt: number;
  /** Submitted: coming back to its pages leads on to the site. */
  finished: boolean;
}

export const SESSION_LIVES = 60 * 60;
