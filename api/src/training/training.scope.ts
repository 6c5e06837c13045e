import { reachOf, SCOPE_OF_ROLE, TRAININGS_TOLD } from '@parc/domain';
import { circonscriptionOfSchool } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { EVERYTHING, NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { isGuest } from './training.sql.js';

/**
 * Which sessions an actor reaches, as `t`: those of its circonscription for who builds them there; those that its school is
 * invited to for who works in one, once both sides have agreed.
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

const ofSchool = ({ schoolId }: Actor): Predicate =>
  only(
    `${inStates('t.state', TRAININGS_TOLD)} and (t.circonscription_id = ${circonscriptionOfSchool(':scopeSchool')} or ${isGuest(':scopeSchool')})`,
    { scopeSchool: schoolId },
  );
