import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Which checks an actor reaches, over the school `s` whose devices they are of. */
export const checkScope = (actor: Actor): Predicate => schoolReach(actor, 'upkeep-checks.read');
