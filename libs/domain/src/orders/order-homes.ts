import type { ActorRole } from '../roles/roles.js';
import { ORDERS } from './order-lifecycle.js';
import { ORDER_STATE_NAMES, ORDERS_OPEN } from './order-states.js';
import { ORDER_DESK_VIEWS } from './order-views.js';

const PERFORMERS: readonly ActorRole[] = ['technician', 'installer'];
const TO_SCHEDULE = ORDERS.statesFrom('schedule');

/** What a performer may do something about, but for what still needs its first date: a state that is added is in sight. */
const IN_ROUND = ORDER_STATE_NAMES.filter(
  (state) =>
    !TO_SCHEDULE.includes(state) &&
    ORDERS.moves.some((move) => move.state === state && move.who.some((role) => PERFORMERS.includes(role))),
);

/** The orders that each first page holds, part by part: what waits there is seen without being looked for. */
export const ORDER_HOMES = {
  school: { open: ORDERS_OPEN, waiting: ORDERS.statesFrom('confirm') },
  work: { toSchedule: TO_SCHEDULE, round: IN_ROUND, awaited: ORDERS.statesFrom('confirm') },
  desk: {
    toApprove: ORDERS.statesFrom('approve'),
    toCertify: ORDERS.statesFrom('certify'),
    toVerify: ORDERS.statesFrom('confirm-by-default'),
    // A view that asks besides the state shows some orders of it alone.
    counted: ORDER_DESK_VIEWS.filter(({ besides }) => besides === null).flatMap(({ states }) => states),
  },
};
