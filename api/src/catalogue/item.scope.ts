import { ITEMS_ORDERABLE, ITEMS_SOLD, reachOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { contractsHeldBy } from './contract.sql.js';

/** Which items an actor reaches (rights.md, catalogue.read), over the alias `i`: the door, lists and counts all use it. */
export function itemScope(actor: Actor): Predicate {
  if (!reachOf('catalogue.read', actor.role)) return NOTHING;
  switch (actor.role) {
    case 'technician':
    case 'plan-manager':
    case 'inspector':
    case 'digital-trainer':
      return only('true', {});
    case 'installer':
      // Its lines: what its contracts sell now or sold before; what is still examined is the metropole's business.
      return only(`${inStates('i.state', ITEMS_SOLD)} and i.contract_id in ${contractsHeldBy(':scopeHolder')}`, {
        scopeHolder: actor.contractHolderId,
      });
    case 'committee':
      return only(inStates('i.state', ITEMS_ORDERABLE), {});
    default:
      return NOTHING;
  }
}
