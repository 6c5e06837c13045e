import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';
import { schoolReach } from './reach.sql.js';

/** Which schools an actor reaches (rights.md, directory.read), over the alias `s`. */
export function schoolScope(actor: Actor): Predicate {
  return schoolReach(actor, 'directory.read');
}
