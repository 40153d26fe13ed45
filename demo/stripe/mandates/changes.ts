import { type Cause, emit } from '../events/event.ts';
import type { Store, World } from '../world.ts';
import { mandatesOf } from './mandate.ts';

/** The person, or who charged them, ends what was agreed. The method itself stays as it is. */
export function deactivateMandates(world: World, store: Store, method: string, cause: Cause): void {
  for (const mandate of mandatesOf(store, method)) {
    if (mandate.status === 'inactive') continue;
    const object = { ...mandate, status: 'inactive' };
    store.mandates.set(object.id, object);
    emit(world, store, cause, { type: 'mandate.updated', object, previous: { status: mandate.status } });
  }
}
