import { randomUUID } from 'node:crypto';
import type { OrderState } from '@parc/domain';
import { performerOf, type OrderWorld, type Place } from './order-world.js';
import type { Performer } from './plan.js';
import { insert, resolving, type EntryRow, type Statement } from './raw-ledger.js';

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

const NET_CENTS = 10_000;
const TOTAL_CENTS = 12_000;

type PastMove =
  | 'discard'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'schedule'
  | 'start'
  | 'report'
  | 'confirm'
  | 'certify'
  | 'close';

const SUBMITTED: PastMove[] = ['submit'];
const APPROVED: PastMove[] = [...SUBMITTED, 'approve'];
const SCHEDULED: PastMove[] = [...APPROVED, 'schedule'];
const STARTED: PastMove[] = [...SCHEDULED, 'start'];
const INSTALLED: PastMove[] = [...STARTED, 'report'];
const CONFIRMED: PastMove[] = [...INSTALLED, 'confirm'];
const CERTIFIED: PastMove[] = [...CONFIRMED, 'certify'];

/** What an order in each state has behind it. A new state is told here by the compiler. */
const PAST = {
  draft: [],
  discarded: ['discard'],
  submitted: SUBMITTED,
  rejected: [...SUBMITTED, 'reject'],
  approved: APPROVED,
  scheduled: SCHEDULED,
  'in-progress': STARTED,
  installed: INSTALLED,
  confirmed: CONFIRMED,
  certified: CERTIFIED,
  closed: [...CERTIFIED, 'close'],
  cancelled: [...APPROVED, 'cancel'],
} satisfies Record<OrderState, PastMove[]>;

export const BUILT_STATES = Object.keys(PAST) as OrderState[];

/** An order on its way into the tables: what each past move leaves. */
interface Making {
  world: OrderWorld;
  performer: Performer;
  quantity: number;
  done: number;
  row: EntryRow;
  line: EntryRow;
  entries: EntryRow[];
  /** What the contract counts, net. */
  counts: { reason: string; cents: number }[];
}

type Trace = (making: Making) => { state: OrderState; by: string | null; role: string; at: string };

/** An order of this world, inserted as its moves would leave it: row, line, thread, ledger and contract. */
export function anOrder(world: OrderWorld, shape: OrderShape = {}) {
  return { in: (state: OrderState) => build(world, shape, state) };
}

async function build(world: OrderWorld, shape: OrderShape, state: OrderState): Promise<BuiltOrder> {
  const past: PastMove[] | undefined = PAST[state];
  if (!past)
    throw new Error(`no order is built in the state '${state}': say in order-builders.ts what it has behind it`);
  const { performer = 'metropole', place = world.place, quantity = 4, done = 3 } = shape;
  const making: Making = {
    ...{ world, performer, quantity, done, entries: [], counts: [] },
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
  for (const one of past) moves.push(move(one, moves.at(-1)!.to_state as string, TRACES[one](making)));
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

/** The autumn of an order, before the tests' day: reported long enough ago to be confirmed by default. */
const DAYS = {
  compose: '2026-08-31T07:00:00Z',
  discard: '2026-09-01T07:00:00Z',
  submit: '2026-09-01T08:00:00Z',
  approve: '2026-09-02T07:00:00Z',
  reject: '2026-09-02T07:00:00Z',
  schedule: '2026-09-03T07:00:00Z',
  cancel: '2026-09-04T07:00:00Z',
  start: '2026-09-15T14:45:00Z',
  report: '2026-09-15T15:45:00Z',
  confirm: '2026-09-16T07:00:00Z',
  certify: '2026-09-17T07:00:00Z',
  close: '2026-09-18T07:00:00Z',
};

let numbered = 50_000;

function hold(making: Making, kind: 'reserved' | 'committed' | null): void {
  const cents = making.quantity * TOTAL_CENTS;
  const hold_id = kind ? randomUUID() : null;
  Object.assign(making.row, { hold_id, hold_kind: kind, hold_cents: kind && cents });
}

/** The columns of an entry that resolves what the order holds now. */
function resolvingHold({ row }: Making): EntryRow {
  const kind = row.hold_kind as 'reserved' | 'committed';
  return resolving({ holdId: row.hold_id as string, holdKind: kind, holdCents: row.hold_cents as number });
}

function count(making: Making, reason: string, items: number): void {
  if (making.performer === 'contract') making.counts.push({ reason, cents: items * NET_CENTS });
}

const TRACES: Record<PastMove, Trace> = {
  discard: ({ row }) => ({ state: 'discarded', by: row.created_by as string, role: 'school-head', at: DAYS.discard }),
  submit: (making) => {
    const { row, world, performer, quantity } = making;
    const cents = quantity * TOTAL_CENTS;
    const contract_id = performer === 'contract' ? world.contractId : null;
    hold(making, 'reserved');
    Object.assign(row, {
      ...{ number: `C-2026-${(numbered += 1)}`, performer, contract_id, title: 'Prestation' },
      ...{ submitted_by: row.created_by, submitted_at: DAYS.submit },
    });
    making.entries.push({
      ...{ id: row.hold_id, kind: 'reservation', reserved_change: cents, opens_hold: 'reserved', hold_cents: cents },
    });
    return { state: 'submitted', by: row.created_by as string, role: 'school-head', at: DAYS.submit };
  },
  approve: (making) => {
    const { row, world, line, quantity } = making;
    const cents = quantity * TOTAL_CENTS;
    const resolved = resolvingHold(making);
    hold(making, 'committed');
    making.entries.push({
      ...{ id: row.hold_id, kind: 'commitment', reserved_change: -cents, committed_change: cents },
      ...{ opens_hold: 'committed', hold_cents: cents, ...resolved },
    });
    line.quantity_approved = quantity;
    count(making, 'approve', quantity);
    Object.assign(row, { approved_cents: cents, decided_at: DAYS.approve });
    if (making.performer === 'contract') row.counted_net_cents = quantity * NET_CENTS;
    return { state: 'approved', by: world.certifier.accountId, role: 'plan-manager', at: DAYS.approve };
  },
  reject: (making) => {
    making.entries.push({
      kind: 'release',
      reserved_change: -(making.row.hold_cents as number),
      ...resolvingHold(making),
    });
    hold(making, null);
    making.row.decided_at = DAYS.reject;
    return { state: 'rejected', by: making.world.certifier.accountId, role: 'plan-manager', at: DAYS.reject };
  },
  cancel: (making) => {
    making.entries.push({
      kind: 'release',
      committed_change: -(making.row.hold_cents as number),
      ...resolvingHold(making),
    });
    hold(making, null);
    count(making, 'cancel', -making.quantity);
    making.row.counted_net_cents = 0;
    return { state: 'cancelled', by: making.world.certifier.accountId, role: 'plan-manager', at: DAYS.cancel };
  },
  schedule: ({ row, world, performer }) => {
    const assigned_account_id = performer === 'metropole' ? world.plan.technician.accountId : null;
    Object.assign(row, { assigned_account_id, planned_from: DAYS.start, planned_to: DAYS.report });
    return { state: 'scheduled', by: world.certifier.accountId, role: 'plan-manager', at: DAYS.schedule };
  },
  start: ({ row, world, performer }) => {
    const { accountId } = performerOf(world, performer);
    Object.assign(row, { ever_started: true, performed_by: [accountId] });
    return { state: 'in-progress', by: accountId, role: roleOf(performer), at: DAYS.start };
  },
  report: ({ row, line, world, performer, quantity, done }) => {
    line.quantity_done = done;
    if (done < quantity) line.less_reason = 'Un poste est déjà équipé';
    Object.assign(row, { reported_cents: done * TOTAL_CENTS, reported_at: DAYS.report, report_note: '' });
    const by = performerOf(world, performer).accountId;
    return { state: 'installed', by, role: roleOf(performer), at: DAYS.report };
  },
  confirm: ({ row }) => {
    Object.assign(row, { confirmed_at: DAYS.confirm, confirmed_by: row.created_by });
    return { state: 'confirmed', by: row.created_by as string, role: 'school-head', at: DAYS.confirm };
  },
  certify: (making) => {
    const { row, world, quantity, done } = making;
    const spent = done * TOTAL_CENTS;
    making.entries.push({
      ...{
        kind: 'expense',
        committed_change: -(row.hold_cents as number),
        spent_change: spent,
        ...resolvingHold(making),
      },
    });
    hold(making, null);
    count(making, 'certify', done - quantity);
    const by = world.certifier.accountId;
    Object.assign(row, { certified_cents: spent, certified_at: DAYS.certify, certified_by: by });
    return { state: 'certified', by, role: 'plan-manager', at: DAYS.certify };
  },
  close: ({ row }) => {
    row.invoice_number = 'F-2026-1';
    return { state: 'closed', by: null, role: 'system', at: DAYS.close };
  },
};

const roleOf = (performer: Performer) => (performer === 'metropole' ? 'technician' : 'installer');
