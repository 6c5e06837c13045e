import { ORDERS_FROM_APPROVAL, reachOf, type Role } from '@parc/domain';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import { inStates } from '../platform/database/in-states.js';
import { both, EVERYTHING, NOTHING, only, type Predicate } from '../platform/database/predicate.js';
import { SENT } from './order.sql.js';

const FROM_APPROVED = only(inStates('o.state', ORDERS_FROM_APPROVAL), {});
const ONCE_SENT = only(SENT, {});

/** From which step on a role reads an order (rights.md, orders.read). */
const STEPS_READ: Record<Role, Predicate> = {
  teacher: EVERYTHING,
  'school-head': EVERYTHING,
  technician: FROM_APPROVED,
  installer: FROM_APPROVED,
  'plan-manager': ONCE_SENT,
  'commune-officer': ONCE_SENT,
  'private-body-officer': ONCE_SENT,
  inspector: FROM_APPROVED,
  'digital-trainer': FROM_APPROVED,
  // It counts them, school by school, and reads none.
  committee: ONCE_SENT,
  administrator: NOTHING,
};

/**
 * Which orders an actor reaches, over the aliases `o` and `s` (its school): the access door, lists, counts, exports, files
 * and documents all use it. A firm's are those of its contracts, wherever they are.
 */
export function orderScope(actor: Actor): Predicate {
  const whose =
    reachOf('orders.read', actor.role) === 'work'
      ? only(`o.contract_id in ${contractsHeldBy(':scopeHolder')}`, { scopeHolder: actor.contractHolderId })
      : schoolReach(actor, 'orders.read');
  return both(STEPS_READ[actor.role], whose);
}

/** Which orders of the schools it reaches an actor may count: those it reads, and for the committee how many there are. */
export function countedOrderScope(actor: Actor): Predicate {
  return reachOf('orders.read', actor.role) === null
    ? both(STEPS_READ[actor.role], schoolReach(actor, 'steering.read'))
    : orderScope(actor);
}
