/** Who is signed in to Rocket Rides. The demo has no passwords: `?user=NAME` is the person, each name a different one. */

export interface Person {
  /** Rocket Rides' own user id, the token's `sub`. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
}

export const defaultName = 'demo';

const allowed = /^[a-z0-9][a-z0-9_-]{0,62}$/i;

/** Null when the name cannot be one. Nothing asked for, or an empty box, is the demo user. */
export function personNamed(name: string | undefined): Person | null {
  const id = name === undefined || name === '' ? defaultName : name;
  if (!allowed.test(id)) return null;
  const firstName = id.charAt(0).toUpperCase() + id.slice(1);
  const lastName = 'Rivera';
  return { id, firstName, lastName, name: `${firstName} ${lastName}`, email: `${id}@rocketrides.example` };
}

export const nameRule = 'A user name is 1 to 63 letters, digits, hyphens or underscores, for example ?user=ann.';

/** The address of a page of ours as this person: everyone but the demo user is named in it. */
export function as(person: Person, path: string): string {
  return person.id === defaultName ? path : `${path}?user=${encodeURIComponent(person.id)}`;
}
