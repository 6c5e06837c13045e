import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Of which schools an actor reads the hours, or says whether they count, over `s`. */
export const hoursScope = (actor: Actor, permission: 'training-hours.read' | 'training-hours.mark'): Predicate =>
  schoolReach(actor, permission);
