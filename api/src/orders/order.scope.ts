import { ORDERS_FROM_APPROVAL, reachOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { NOTHING, only, type Predicate } from '../identity/scope.js';

/** States from approval on: what technicians, installers and outside readers see of orders. */
const FROM_APPROVED = inStates('o.state', ORDERS_FROM_APPROVAL);

/**
 * Which orders an actor reaches (rights.md, orders.read; rules.md 2), over the aliases `o` (installation_order) and `s` (its school): the one place where the word becomes a predicate. The access
 * door, lists, counts, exports, files and documents all use it. A role without reach reaches nothing.
 */
export function orderScope(actor: Actor): Predicate {
  if (!reachOf('orders.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'teacher':
    case 'school-head':
      return only('o.school_id = :scopeSchool', { scopeSchool: actor.schoolId });
    case 'technician':
      return only(`${FROM_APPROVED}`, {});
    case 'installer':
      return only(`${FROM_APPROVED} and o.contract_id in (select id from contract where holder_id = :scopeHolder)`, {
        scopeHolder: actor.contractHolderId,
      });
    case 'plan-manager':
      return only(`o.state not in ('draft', 'discarded')`, {});
    case 'commune-officer':
      return only(`o.state not in ('draft', 'discarded') and s.commune_id = :scopeCommune and s.sector = 'public'`, {
        scopeCommune: actor.communeId,
      });
    case 'private-body-officer':
      return only(
        `o.state not in ('draft', 'discarded') and s.managing_body_id = :scopeBody and s.sector = 'private'`,
        { scopeBody: actor.managingBodyId },
      );
    case 'inspector':
    case 'digital-trainer':
      return only(`${FROM_APPROVED} and s.circonscription_id = :scopeCirconscription`, {
        scopeCirconscription: actor.circonscriptionId,
      });
    default:
      return NOTHING;
  }
}
