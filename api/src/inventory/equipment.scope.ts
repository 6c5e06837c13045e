import { reachOf } from '@parc/domain';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import { ordersGivenTo } from '../orders/order.sql.js';
import { only, type Predicate } from '../platform/database/predicate.js';

/**
 * Which devices an actor reaches (rights.md), over the aliases `e` and `s` (the school it stands in, when it does): the door,
 * lists and counts all use it. A firm's are those of its orders, wherever they are; what lies in stock is the metropole's.
 */
export function equipmentScope(actor: Actor): Predicate {
  return reachOf('equipment.read', actor.role) === 'work'
    ? only(`e.order_id in ${ordersGivenTo(contractsHeldBy(':scopeHolder'))}`, { scopeHolder: actor.contractHolderId })
    : schoolReach(actor, 'equipment.read');
}

/** Which devices an actor may count: those it reaches, and for the committee how many there are. */
export function countedEquipmentScope(actor: Actor): Predicate {
  return reachOf('equipment.read', actor.role) === null
    ? schoolReach(actor, 'equipment.counts')
    : equipmentScope(actor);
}
