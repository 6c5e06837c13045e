import { randomUUID } from 'node:crypto';
import type { OrderState } from '@parc/domain';
import {
  DAYS,
  historiesOf,
  NET_CENTS,
  TOTAL_CENTS,
  TRACES,
  type History,
  type Making,
  type Trace,
} from './order-histories.js';
import type { OrderWorld, Place } from './order-world.js';
import type { Performer } from './plan.js';
import { insert, type EntryRow, type Statement } from './raw-ledger.js';

/** What an order is, where the defaults do not do: four items of 100,00 € net, 120,00 € with tax. */
export interface OrderShape {
  performer?: Performer;
  place?: Place;
  quantity?: number;
  /** What the report says was done; three of four unless told otherwise. */
  done?: number;
  createdBy?: string | undefined;
  /** Columns of the order that differ from what the moves would leave. */
  columns?: EntryRow;
}

export interface BuiltOrder {
  id: string;
  lineId: string;
  performer: Performer;
  place: Place;
}

/** An order of this world, inserted as its moves would leave it: row, line, thread, ledger and contract; by the shortest way there unless told. */
export function anOrder(world: OrderWorld, shape: OrderShape = {}) {
  return {
    in: (state: OrderState, history: History = historiesOf(state)[0]!) => build(world, shape, state, history),
  };
}

async function build(world: OrderWorld, shape: OrderShape, state: OrderState, history: History): Promise<BuiltOrder> {
  const { performer = 'metropole', place = world.place, quantity = 4, done = 3 } = shape;
  const making: Making = {
    ...{ world, performer, quantity, done, entries: [], counts: [] },
    // The world's own school has a room for it.
    title: place === world.place ? 'Prestation, salle des maîtres' : 'Prestation',
    row: {
      id: randomUUID(),
      asked_cents: quantity * TOTAL_CENTS,
      created_by: place.head.accountId,
      school_uai: place.uai,
    },
    line: { position: 0, quantity_asked: quantity, unit_net_cents: NET_CENTS, vat_basis_points: 2_000 },
  };
  if (shape.createdBy) making.row.created_by = shape.createdBy;
  const moves = [
    move('compose', null, {
      state: 'draft',
      by: making.row.created_by as string,
      role: 'school-head',
      at: DAYS.compose,
    }),
  ];
  for (const one of history) moves.push(move(one, moves.at(-1)!.to_state as string, TRACES[one](making)));
  Object.assign(making.row, { state, state_since: moves.at(-1)!.at }, shape.columns);
  const lineId = await world.ledger.kept((statement) => write(statement, making, place, moves));
  return { id: making.row.id as string, lineId, performer, place };
}

function move(action: string, from: string | null, made: ReturnType<Trace>): EntryRow {
  return { action, from_state: from, to_state: made.state, account_id: made.by, role: made.role, at: made.at };
}

async function write(statement: Statement, making: Making, place: Place, moves: EntryRow[]): Promise<string> {
  const { world, row, performer } = making;
  const orderId = row.id as string;
  const { itemId, contractItemId, roomId, periodId } = world.plan;
  const purchaseOrder = making.counts.length > 0 ? await numberPurchaseOrder(statement, world) : {};
  const money = making.entries.length > 0 ? { envelope_id: place.envelopeId } : {};
  await world.ledger.order(statement, place.schoolId, place.head.accountId, { ...money, ...purchaseOrder, ...row });
  const lineId = await insert(statement, 'order_line', {
    order_id: orderId,
    item_id: performer === 'metropole' ? itemId : contractItemId,
    ...{ item_name: 'Prestation', unit: 'l’unité', room_id: place === world.place ? roomId : null },
    ...making.line,
  });
  for (const entry of making.entries)
    await world.ledger.post(statement, { envelope_id: place.envelopeId, order_id: orderId, ...entry });
  for (const { reason, cents } of making.counts) await countContract(statement, periodId, orderId, reason, cents);
  for (const one of moves) await insert(statement, 'order_move', { order_id: orderId, ...one });
  return lineId;
}

async function numberPurchaseOrder(statement: Statement, world: OrderWorld): Promise<EntryRow> {
  const [period] = await statement(
    'update contract_period set last_purchase_order = last_purchase_order + 1 where id = $1 returning last_purchase_order as last',
    [world.plan.periodId],
  );
  const number = `${world.contractNumber}/BC-2026-${String(period!.last).padStart(5, '0')}`;
  return { purchase_order_number: number, contract_period_id: world.plan.periodId };
}

async function countContract(
  statement: Statement,
  periodId: string,
  orderId: string,
  reason: string,
  cents: number,
): Promise<void> {
  if (cents === 0) return;
  const [period] = await statement(
    'update contract_period set counted_net_cents = counted_net_cents + $2 where id = $1 returning counted_net_cents::int as counted',
    [periodId, cents],
  );
  await insert(statement, 'contract_entry', {
    ...{ period_id: periodId, order_id: orderId, change_net_cents: cents, counted_after_net_cents: period!.counted },
    ...{ reason, posted_at: DAYS.approve, actor: 'system:test' },
  });
}
