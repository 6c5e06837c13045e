import { reachOf } from '@parc/domain';
import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING, NOTHING, type Predicate } from '../../platform/database/predicate.js';

/** Which campaigns an actor reads whole: those of the metropole, all of them. */
export function campaignScope(actor: Actor): Predicate {
  return reachOf('campaigns.list', actor.role) === 'all' ? EVERYTHING : NOTHING;
}

/** In which schools an actor reads and confirms a part, over `s`. */
export function campaignSchoolScope(actor: Actor): Predicate {
  return schoolReach(actor, 'campaigns.read');
}
