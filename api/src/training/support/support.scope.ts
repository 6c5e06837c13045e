import { reachOf, SCOPE_OF_ROLE } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING, NOTHING, only, type Predicate } from '../../platform/database/predicate.js';

/**
 * Which visits of support an actor reaches, as `t`: those of its circonscription for who comes from there; those of its school for
 * who heads it; those in one's own class for who teaches, of a school left since too.
 */
export function supportScope(actor: Actor): Predicate {
  switch (reachOf('support-requests.read', actor.role)) {
    case 'all':
      return EVERYTHING;
    case 'own':
      return SCOPE_OF_ROLE[actor.role] === 'circonscription' ? ofCirconscription(actor) : ofSchool(actor);
    default:
      return NOTHING;
  }
}

/** How many there are: of its circonscription, or of all. */
export function countedSupportScope(actor: Actor): Predicate {
  switch (reachOf('support-requests.counts', actor.role)) {
    case 'all':
      return EVERYTHING;
    case 'own':
      return ofCirconscription(actor);
    default:
      return NOTHING;
  }
}

const ofSchool = ({ role, accountId, schoolId }: Actor): Predicate =>
  role === 'teacher'
    ? only('t.teacher_id = :scopeTeacher', { scopeTeacher: accountId })
    : only('t.school_id = :scopeSchool', { scopeSchool: schoolId });

const ofCirconscription = ({ circonscriptionId }: Actor): Predicate =>
  only('t.circonscription_id = :scopeCirconscription', { scopeCirconscription: circonscriptionId });
