import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Which returns an actor reaches, over the school `s` whose device it is. */
export const returnScope = (actor: Actor): Predicate => schoolReach(actor, 'warranty-returns.read');
