import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import type { Predicate } from '../../platform/database/predicate.js';

/** Of which schools an actor reads the software, over `s`. */
export const softwareScope = (actor: Actor): Predicate => schoolReach(actor, 'software.of-school');
