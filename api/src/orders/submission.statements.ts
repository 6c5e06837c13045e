import type { Balance, OrderMove, SchoolState, StateContract } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { envelopeOf } from '../budgets/envelope.sql.js';
import { balanceOf, LAST_BALANCE, POST_ENTRY } from '../budgets/ledger.sql.js';
import { itemOf } from '../catalogue/item.sql.js';
import { PRICE_ON } from '../catalogue/price.sql.js';
import { roomOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { SETTINGS_ON } from '../platform/config/setting.sql.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { keptBy, keptIn } from '../platform/database/kept-answer.js';
import type { Write } from '../platform/database/transactions.js';
import { FACT_COLUMNS } from './order.context.js';
import { NEXT_ORDER_NUMBER } from './order-number.sql.js';
import { Order } from './order.entity.js';
import type { OrderMoved, SentBasket } from './order.moving.js';

/*
 * A submission in three statements: lock (`lockOrders`), read, write. What each step asks is one question, so that 64 schools which send
 * at the same instant wait for each other's money, not for a conversation. Each domain words its own part (`*.sql.ts`).
 */

/** The columns of a draft that the rules and the writing look at: what is named is described and read at every submission. */
const COLUMNS = ['id', 'schoolId', 'version', ...FACT_COLUMNS] as const satisfies readonly (keyof Order)[];

export type SubmittedOrder = Pick<Order, (typeof COLUMNS)[number]>;

export interface SubmissionFacts {
  order: SubmittedOrder;
  school: { uai: string; state: SchoolState; stateContract: StateContract };
  lines: SubmittedLine[];
  /** Rows of `setting` as they hold on the day. */
  settings: Record<string, unknown>;
  balance: Balance & { sequence: number };
}

export interface SubmittedLine {
  id: string;
  itemId: string;
  itemName: string;
  roomName: string | null;
  quantityAsked: number;
  unitNetCents: number;
  vatBasisPoints: number;
  quoted: boolean;
  item: {
    state: string;
    onQuote: boolean;
    contractId: string | null;
    investment: boolean;
    unitNetCents: number | null;
    vatBasisPoints: number | null;
  };
}

// Both texts are put together once: a connection knows a statement by its text, and reads a new one through to find it.
let readStatement: string | undefined;

/** One column: thirty are described, read and thrown away again at each submission. */
const READ = (
  columns: string,
) => `select to_json(facts) as facts from (select ${columns}, s.uai as "place.uai", s.state as "place.state", s.state_contract as "place.stateContract",
       (select coalesce(json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'itemName', l.item_name, 'roomName', r.name,
           'quantityAsked', l.quantity_asked, 'unitNetCents', l.unit_net_cents, 'vatBasisPoints', l.vat_basis_points, 'quoted', l.quoted,
           'item', json_build_object('state', i.state, 'onQuote', i.on_quote, 'contractId', i.contract_id, 'investment', i.investment,
             'unitNetCents', case when l.quoted then l.unit_net_cents else p.unit_net_cents end,
             'vatBasisPoints', case when l.quoted then l.vat_basis_points else p.vat_basis_points end)) order by l.position), '[]')
          from order_line l ${join(itemOf('l.item_id'))} ${leftJoin(roomOf('l.room_id'))}
          left join lateral ${PRICE_ON('i.id', '$3')} p on true where l.order_id = o.id) as lines,
       (select json_object_agg(name, value) from (
          ${SETTINGS_ON('$3')}) given) as settings,
       b.*
     from installation_order o ${join(schoolOf('o.school_id'))}
       ${leftJoin(envelopeOf('o.school_id', '$2', 'o.kind'))}
       left join lateral ${LAST_BALANCE('e.id')} b on true
     where o.id = $1) facts`;

const WRITTEN = `with entry as (${POST_ENTRY}),
     changed as (
       update installation_order o set state = $18, state_since = $2, number = coalesce(o.number,
           ${NEXT_ORDER_NUMBER('$10')}), title = $11, school_uai = $12,
           performer = case when $13::uuid is null then 'metropole' else 'contract' end, contract_id = $13, envelope_id = $1,
           hold_id = (select id from entry), hold_kind = 'reserved', hold_cents = $9::bigint, asked_cents = $9::bigint,
           approved_cents = null, automatic_cents = $20, submitted_by = $14, submitted_at = $2, version = o.version + 1
        where o.id = $3 returning o.id, o.version, o.state, o.number),
     told as (
       insert into order_move (order_id, action, from_state, to_state, account_id, role, deputy, at, detail)
         values ($3, $19, $15, $18, $14, $16, $17, $2, json_build_object('reservedCents', $9::bigint)))`;

const MOVED = 'select id, version, state, number from changed';
const WRITE = `${WRITTEN} ${MOVED}`;

/** Of one order alone: what is answered is kept with it. */
const WRITE_AND_KEEP = `${WRITTEN},
     answered as (select json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'number', c.number,
           'orders', json_build_array(to_json(c))) as answer from changed c),
     kept as (${keptIn({ answer: 'answered.answer', from: 'answered', first: 21 })})
     ${MOVED}`;

/**
 * Reads what the rules judge, after the locks: by a statement of its own, which sees what the last holder left. It asks for
 * no scope: whoever may not reach the order holds nothing, and is told so before this is looked at.
 */
export async function readForSubmission(
  manager: EntityManager,
  orderId: string,
  day: string,
  year: number,
): Promise<SubmissionFacts | null> {
  const [row] = await manager.query((readStatement ??= READ(orderColumns(manager))), [orderId, year, day]);
  if (row === undefined) return null;
  const { facts } = row;
  const { submittedAt, reportedAt } = facts;
  return {
    order: {
      ...facts,
      submittedAt: submittedAt && new Date(submittedAt),
      reportedAt: reportedAt && new Date(reportedAt),
    },
    school: { uai: facts['place.uai'], state: facts['place.state'], stateContract: facts['place.stateContract'] },
    lines: facts.lines,
    settings: facts.settings ?? {},
    balance: balanceOf(facts),
  };
}

/** One order of a submission, and what the table's row says of it. */
export interface SentOrder {
  orderId: string;
  move: Pick<OrderMove, 'state' | 'next' | 'action'>;
  envelopeId: string;
  before: Balance & { sequence: number };
  totalCents: number;
  basket: SentBasket;
  year: number;
  title: string;
  schoolUai: string;
  contractId: string | null;
  actor: Actor;
  at: Date;
}

/**
 * Writes the reservation, the order that holds it and the move that tells it.
 * @param keepingFor the request whose only order it is: its answer is kept in the same statement
 */
export async function writeSubmission(
  manager: EntityManager,
  sent: SentOrder,
  keepingFor: { write: Write; today: string } | null,
): Promise<OrderMoved> {
  const { before, actor, move } = sent;
  const [written] = await manager.query(keepingFor ? WRITE_AND_KEEP : WRITE, [
    sent.envelopeId,
    sent.at,
    sent.orderId,
    before.sequence + 1,
    before.openedCents,
    before.reservedCents,
    before.committedCents,
    before.spentCents,
    sent.totalCents,
    sent.year,
    sent.title,
    sent.schoolUai,
    sent.contractId,
    actor.accountId,
    move.state,
    actor.role,
    actor.deputy,
    move.next,
    move.action,
    sent.basket.automaticCents,
    ...(keepingFor ? keptBy(keepingFor.write, keepingFor.today) : []),
  ]);
  return written;
}

/** Under the names of the entity. */
function orderColumns(manager: EntityManager): string {
  const named = (name: string) => manager.connection.getMetadata(Order).findColumnWithPropertyName(name)!.databaseName;
  return COLUMNS.map((name) => `o.${named(name)} as "${name}"`).join(', ');
}
