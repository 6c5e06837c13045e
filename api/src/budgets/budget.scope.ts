import { reachOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { NOTHING, only, type Predicate } from '../identity/scope.js';

/** Whose budgets an actor reaches (rights.md, budgets.read), over the alias `s` of the school: the one place where the word becomes a predicate. */
export function budgetScope(actor: Actor): Predicate {
  if (!reachOf('budgets.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'teacher':
    case 'school-head':
      return only('s.id = :scopeSchool', { scopeSchool: actor.schoolId });
    case 'technician':
    case 'plan-manager':
    case 'committee':
      return only('true', {});
    case 'commune-officer':
      return only(`s.commune_id = :scopeCommune and s.sector = 'public'`, { scopeCommune: actor.communeId });
    case 'private-body-officer':
      return only(`s.managing_body_id = :scopeBody and s.sector = 'private'`, { scopeBody: actor.managingBodyId });
    default:
      return NOTHING;
  }
}
