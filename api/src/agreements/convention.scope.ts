import { reachOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { NOTHING, only, type Predicate } from '../identity/scope.js';

/** Which conventions an actor reaches (rights.md, conventions.read), over the alias `c`: the door, lists and counts all use it. */
export function conventionScope(actor: Actor): Predicate {
  if (!reachOf('conventions.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'technician':
    case 'plan-manager':
    case 'committee':
      return only('true', {});
    case 'commune-officer':
      return only('c.commune_id = :scopeCommune', { scopeCommune: actor.communeId });
    case 'private-body-officer':
      return only('c.managing_body_id = :scopeBody', { scopeBody: actor.managingBodyId });
    default: {
      const { sql, parameters } = siteScope(actor);
      return only(
        `exists (select from convention_site cs join school s on s.id = cs.school_id where cs.convention_id = c.id and ${sql})`,
        parameters as Record<string, string>,
      );
    }
  }
}

/** Which schools an actor sees among sites and blocked schools, over the alias `s`. */
export function siteScope(actor: Actor): Predicate {
  if (!reachOf('conventions.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'technician':
    case 'plan-manager':
    case 'committee':
      return only('true', {});
    case 'school-head':
      return only('s.id = :scopeSchool', { scopeSchool: actor.schoolId });
    case 'commune-officer':
      return only(`s.commune_id = :scopeCommune and s.sector = 'public'`, { scopeCommune: actor.communeId });
    case 'private-body-officer':
      return only('s.managing_body_id = :scopeBody', { scopeBody: actor.managingBodyId });
    case 'inspector':
    case 'digital-trainer':
      return only('s.circonscription_id = :scopeCirconscription', { scopeCirconscription: actor.circonscriptionId });
    default:
      return NOTHING;
  }
}
