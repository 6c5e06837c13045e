import { reachOf } from '@parc/domain';
import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import { both, EVERYTHING, NOTHING, type Predicate } from '../../platform/database/predicate.js';

/** Which dotations an actor reads whole: those of the metropole, all of them. */
export function dotationScope(actor: Actor): Predicate {
  return reachOf('dotations.list', actor.role) === 'all' ? EVERYTHING : NOTHING;
}

/** Which schools' parts an actor reads, over the part `p` and its school `s`: what is only prepared is nobody else's. */
export function dotationPartScope(actor: Actor): Predicate {
  const asked = { sql: 'p.answer_by is not null', parameters: {} };
  return both(schoolReach(actor, 'dotations.read'), dotationScope(actor) === EVERYTHING ? EVERYTHING : asked);
}
