import { reachOf } from '@parc/domain';
import { schoolReach } from '../../directory/reach.sql.js';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING, NOTHING, only, type Predicate } from '../../platform/database/predicate.js';

/** Which schools' kit an actor reads, over `s`. */
export const kitScope = (actor: Actor): Predicate => schoolReach(actor, 'kit.read');

/** Which needs an actor reaches, over the school `s` that said them. */
export const needScope = (actor: Actor): Predicate => schoolReach(actor, 'needs.read');

/** Which redeployments an actor reaches, over `d`: a school those that would take from it or bring to it. */
export function redeploymentScope(actor: Actor): Predicate {
  switch (reachOf('redeployments.read', actor.role)) {
    case 'all':
      return EVERYTHING;
    case 'own':
      return only('(d.from_school_id = :scopeSchool or d.to_school_id = :scopeSchool)', {
        scopeSchool: actor.schoolId,
      });
    default:
      return NOTHING;
  }
}
