import { reachOf, VISITS_TOLD } from '@parc/domain';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Minutes that stand, over `v`. */
const TOLD = inStates('v.state', VISITS_TOLD);

const told = ({ sql, parameters }: Predicate): Predicate => ({ sql: `${sql} and ${TOLD}`, parameters });

/** Which visits an actor reaches, as `v` at the school `s`: whoever reads those of all schools reads what is under way too. */
export function visitScope(actor: Actor): Predicate {
  const schools = schoolReach(actor, 'visits.read');
  return reachOf('visits.read', actor.role) === 'all' ? schools : told(schools);
}

/** Which visits an actor may count: minutes that stand, of the schools it reaches, or of its territory without reading one. */
export const countedVisitScope = (actor: Actor): Predicate =>
  told(schoolReach(actor, reachOf('visits.read', actor.role) === null ? 'visits.counts' : 'visits.read'));
