import {
  ORDER_STATE_NAMES,
  ORDERS_DATED,
  ORDERS_GIVEN,
  ORDERS_SENT,
  ORDERS_TO_DO,
  ORDERS_WITH_APPOINTMENT,
} from '@parc/domain';
import { contractOf, holderOf } from '../catalogue/contract.sql.js';
import { accountOf } from '../identity/account.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { byId, leftJoin, type Joined, type Rows } from '../platform/database/joins.sql.js';

/** Orders, as `o`. */
export const ORDERS: Rows = ['installation_order', 'o'];

export const orderOf = (id: string, alias = 'o'): Joined => byId('installation_order', alias, id);

const NEVER_SENT = ORDER_STATE_NAMES.filter((state) => !(ORDERS_SENT as readonly string[]).includes(state));
/** Sent once, whatever became of it, over `o`: said by what it is not, so that the list's own order still serves. */
export const SENT = `not ${inStates('o.state', NEVER_SENT)}`;

/** What an order is worth now, in cents, over `o`: the last of its amounts that is known. */
export const AMOUNT = 'coalesce(o.certified_cents, o.hold_cents, o.approved_cents, o.asked_cents)';

/** Of the order `o`, where its state tells a date: the columns keep the last one agreed, whatever became of it. */
const whereDated = (column: string) => `case when ${inStates('o.state', ORDERS_DATED)} then ${column} end`;
/** Its appointment, or that of the work reported, over `o`; null elsewhere. Nobody reads the columns themselves. */
export const PLANNED_FROM = whereDated('o.planned_from');
export const PLANNED_TO = whereDated('o.planned_to');

/** The moves of orders, as `m`, and those of one. */
export const MOVES: Rows = ['order_move', 'm'];
export const movesOf = (order = 'o.id'): Joined => ['order_move', 'm', `m.order_id = ${order}`];

/** How many lines were ordered: what was added on the spot is not one of them. */
export const LINE_COUNT = '(select count(*)::int from order_line l where l.order_id = o.id and not l.extra)';

/** Orders and what they are worth, as JSON: count, amountCents. */
export const countedOrders = (cents: string, where: string) =>
  `(select json_build_object('count', count(*), 'amountCents', coalesce(sum(${cents}), 0)) from installation_order where ${where})`;

/** Schools that have given a contract of these, by id, work that was not called off: the sites of a firm's work. */
export const sitesOfWork = (contracts: string) =>
  `(select o.school_id from installation_order o where o.contract_id in ${contracts} and ${inStates('o.state', ORDERS_GIVEN)})`;

/** The orders of these contracts, by id. */
export const ordersGivenTo = (contracts: string) =>
  `(select o.id from installation_order o where o.contract_id in ${contracts} and ${inStates('o.state', ORDERS_GIVEN)})`;

/** The devices that reports of these contracts' orders name, by id. */
export const devicesReportedBy = (contracts: string) =>
  `select d.equipment_id from order_device d where d.order_id in ${ordersGivenTo(contracts)}`;

/** Is an order of one of these contracts planned or begun at a school? */
export const worksAt = (school: string, contracts: string) =>
  `exists (select from installation_order o where o.school_id = ${school} and o.contract_id in ${contracts} and ${inStates('o.state', ORDERS_TO_DO)})`;

/** The next time that a technician of the metropole comes to a school for an order, as JSON: from, title; null: none is planned. */
export const nextAppointmentAt = (school: string, now: string) =>
  `(select json_build_object('from', o.planned_from, 'title', o.title) from installation_order o
     where o.school_id = ${school} and o.assigned_account_id is not null and ${inStates('o.state', ORDERS_WITH_APPOINTMENT)} and o.planned_to > ${now}
     order by o.planned_from, o.id limit 1)`;

/** Who carries an order out: the contract `k` and its firm `h`, or the metropole's technician `t`; joined to `o`. */
export const PERFORMER = [contractOf('o.contract_id'), holderOf(), accountOf('o.assigned_account_id', 't')]
  .map(leftJoin)
  .join(' ');
/** The firm, or the person, over the same, as JSON: firm, technician. A person's name is not read by all who read a firm's. */
export const PERFORMER_NAMES = `json_build_object('firm', h.name, 'technician', t.name)`;
