import { reachOf } from '@parc/domain';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import { devicesReportedBy, ordersGivenTo } from '../orders/order.sql.js';
import { only, type Predicate } from '../platform/database/predicate.js';

/**
 * Which devices an actor reaches (rights.md), over the aliases `e` and `s` (the school it stands in, when it does): the door,
 * lists and counts all use it. A firm's are those that its orders brought
 * or that their reports name, wherever they are; what lies in stock is the metropole's.
 */
export function equipmentScope(actor: Actor): Predicate {
  return reachOf('equipment.read', actor.role) === 'work'
    ? only(`e.id in ${devicesOfWork(contractsHeldBy(':scopeHolder'))}`, { scopeHolder: actor.contractHolderId })
    : schoolReach(actor, 'equipment.read');
}

/** By id: a union, so that each half is read by its index. */
const devicesOfWork = (contracts: string) =>
  `(select y.id from equipment y where y.order_id in ${ordersGivenTo(contracts)} union all ${devicesReportedBy(contracts)})`;

/** Of which schools an actor reads what they have, over the alias `s`. */
export function equippedSchoolScope(actor: Actor): Predicate {
  return schoolReach(actor, 'equipment.read');
}

/** Which devices an actor may count: those it reaches, and for the committee how many there are. */
export function countedEquipmentScope(actor: Actor): Predicate {
  return reachOf('equipment.read', actor.role) === null
    ? schoolReach(actor, 'equipment.counts')
    : equipmentScope(actor);
}
