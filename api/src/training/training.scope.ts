import { reachOf, SCOPE_OF_ROLE, TRAININGS_TOLD } from '@parc/domain';
import { circonscriptionOfSchool } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { EVERYTHING, NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { ENROLLED_IN, isGuest } from './training.sql.js';

/**
 * Which sessions an actor reaches, as `t`: those of its circonscription for who builds them there; those that its school is
 * invited to, or one is enrolled in, for who works in one, once both sides have agreed.
 */
export function trainingScope(actor: Actor): Predicate {
  switch (reachOf('training-sessions.read', actor.role)) {
    case 'all':
      return EVERYTHING;
    case 'own':
      return SCOPE_OF_ROLE[actor.role] === 'circonscription' ? ofCirconscription(actor) : ofSchool(actor);
    default:
      return NOTHING;
  }
}

const ofCirconscription = ({ circonscriptionId }: Actor): Predicate =>
  only('t.circonscription_id = :scopeCirconscription', { scopeCirconscription: circonscriptionId });

/** What one was enrolled in stays in sight, given up or of a school left since. */
const ofSchool = ({ schoolId, accountId }: Actor): Predicate =>
  only(
    `(${inStates('t.state', TRAININGS_TOLD)} and (t.circonscription_id = ${circonscriptionOfSchool(':scopeSchool')} or ${isGuest(':scopeSchool')})
      or t.id in ${ENROLLED_IN(':scopeAccount')})`,
    { scopeSchool: schoolId, scopeAccount: accountId },
  );
