import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Which loans an actor reaches, over the school `s` that asked for it. */
export const loanScope = (actor: Actor): Predicate => schoolReach(actor, 'loans.read');
