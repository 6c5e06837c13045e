import { reachOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { NOTHING, only, type Predicate } from '../identity/scope.js';

/** Which schools an actor reaches (rights.md, directory.read), over the alias `s`: the one place where the word becomes a predicate. */
export function schoolScope(actor: Actor): Predicate {
  if (!reachOf('directory.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'teacher':
    case 'school-head':
      return only('s.id = :scopeSchool', { scopeSchool: actor.schoolId });
    case 'technician':
    case 'plan-manager':
    case 'committee':
      return only('true', {});
    case 'installer':
      return only(
        `s.id in (select o.school_id from installation_order o join contract k on k.id = o.contract_id
           where k.holder_id = :scopeHolder and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'))`,
        { scopeHolder: actor.contractHolderId },
      );
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
