import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import type { Predicate } from '../../platform/database/predicate.js';

/** Which trials an actor reaches, over the school `s` where each takes place. */
export const pilotScope = (actor: Actor): Predicate => schoolReach(actor, 'pilots.read');
