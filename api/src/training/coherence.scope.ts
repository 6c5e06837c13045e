import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Of which schools an actor reads what waits for a training there, over `s`. */
export const coherenceScope = (actor: Actor): Predicate => schoolReach(actor, 'coherence.read');

/** Of which schools an actor counts it, over `s`. */
export const countedCoherenceScope = (actor: Actor): Predicate => schoolReach(actor, 'coherence.counts');
