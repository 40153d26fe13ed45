/**
 * Who is signed in: replace this with your own session. It stands in for one, so that these apps need no sign-in page, and
 * it believes whatever the cookie says, which your backend must never do.
 */
export interface User {
  readonly id: string;
  readonly email: string;
}

/** @param cookies the request's `Cookie` header. Null where nobody is signed in. */
export function signedIn(cookies: string | null | undefined): User | null {
  const id = /(?:^|; )user=([\w-]+)/.exec(cookies ?? '')?.[1];
  return id === undefined ? null : { id, email: `${id}@rocketrides.example` };
}
