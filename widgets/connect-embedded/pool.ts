/** Which connection an element uses: one a person, language and look, for as long as the person is signed in. */
import type { EmbeddedComponent } from '../../worker/contract.ts';
import { page, type Session } from '../shared/settings.ts';
import { Connection, type User } from './connection.ts';

const pool = new Set<Connection>();

/** @param alone asks for this component only, where the others may be why they were refused together */
export function join(session: Session, component: EmbeddedComponent, user: User, alone = false): Connection {
  page.addEventListener('settings', endAtLogout);
  const fits = (one: Connection) =>
    one.works &&
    one.session === session &&
    (alone ? !one.open && one.components.has(component) : one.open || one.components.has(component)) &&
    // One that nobody uses can look like anything.
    (one.look.key === user.look.key || one.users.size === 0);
  const connection = [...pool].find(fits) ?? new Connection(session, user.look);
  pool.add(connection);
  connection.components.add(component);
  if (alone) connection.open = false;
  connection.users.add(user);
  connection.settle();
  return connection;
}

/** An instance outlives its last component, which may come back; but not its person. What is only asked for is given up. */
export function leave(connection: Connection, user: User, isSamePerson: boolean): void {
  connection.users.delete(user);
  if (connection.users.size || (isSamePerson && connection.ready)) return;
  connection.end();
  pool.delete(connection);
}

let settling = false;

/** Lets those whose looks have changed find a common one, once all of them know their own. */
export function settleLooks(): void {
  if (settling) return;
  settling = true;
  setTimeout(() => {
    settling = false;
    for (const connection of pool) connection.settle();
  });
}

function endAtLogout(): void {
  if (!page.signedOut) return;
  for (const connection of pool) connection.end();
  pool.clear();
}
