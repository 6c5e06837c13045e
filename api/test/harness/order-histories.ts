import { randomUUID } from 'node:crypto';
import type { OrderAction, OrderState } from '@parc/domain';
import { EXPECTED_MOVES } from './order-expected.js';
import { performerOf, type OrderWorld } from './order-world.js';
import type { Performer } from './plan.js';
import { resolving, type EntryRow } from './raw-ledger.js';

/** What an order may have behind it: every action that leads to another state; one that is added is told by the compiler. */
export type PastMove = Exclude<OrderAction, 'move' | 'ask-to-cancel' | 'complement' | 'record-invoice'>;
export type History = readonly PastMove[];

/** The shortest way to each state, by the expected table. */
const SHORTEST = new Map<OrderState, History>([['draft', []]]);
for (const [state, history] of SHORTEST)
  for (const move of EXPECTED_MOVES)
    if (move.state === state && !SHORTEST.has(move.next))
      SHORTEST.set(move.next, [...history, move.action as PastMove]);

export const BUILT_STATES = [...SHORTEST.keys()];

/** The shortest way there first, then by each other move that leads there. @throws Error on a state that none does */
export function historiesOf(state: OrderState): readonly History[] {
  const shortest = SHORTEST.get(state);
  if (!shortest) throw new Error(`no order is built in '${state}': no row of order-expected.ts leads there`);
  const others = EXPECTED_MOVES.filter((move) => move.next === state && move.state !== state)
    .map((move) => [...SHORTEST.get(move.state)!, move.action as PastMove])
    .filter((history) => history.join() !== shortest.join());
  return [shortest, ...others];
}

/** Whether the move may still follow: what was begun once is cancelled no more. */
export function mayFollow({ guards }: { guards: readonly string[] }, history: History): boolean {
  return !(guards.includes('never-started') && history.includes('start'));
}

export const NET_CENTS = 10_000;
export const TOTAL_CENTS = 12_000;

/** An order on its way into the tables: what each past move leaves. */
export interface Making {
  world: OrderWorld;
  performer: Performer;
  quantity: number;
  done: number;
  /** What it is called once it is sent. */
  title: string;
  row: EntryRow;
  line: EntryRow;
  entries: EntryRow[];
  /** What the contract counts, net. */
  counts: { reason: string; cents: number }[];
}

export type Trace = (making: Making) => { state: OrderState; by: string | null; role: string; at: string };

/** The autumn of an order, before the tests' day: reported long enough ago to be confirmed by default. */
export const DAYS = {
  compose: '2026-08-31T07:00:00Z',
  discard: '2026-09-01T07:00:00Z',
  submit: '2026-09-01T08:00:00Z',
  withdraw: '2026-09-01T09:00:00Z',
  return: '2026-09-02T07:00:00Z',
  lapse: '2026-09-02T07:00:00Z',
  approve: '2026-09-02T07:00:00Z',
  reject: '2026-09-02T07:00:00Z',
  schedule: '2026-09-03T07:00:00Z',
  cancel: '2026-09-04T07:00:00Z',
  start: '2026-09-15T14:45:00Z',
  interrupt: '2026-09-15T15:15:00Z',
  report: '2026-09-15T15:45:00Z',
  dispute: '2026-09-16T06:00:00Z',
  confirm: '2026-09-16T07:00:00Z',
  adjourn: '2026-09-17T07:00:00Z',
  'confirm-by-default': '2026-09-26T07:00:00Z',
  certify: '2026-09-28T07:00:00Z',
  close: '2026-09-29T07:00:00Z',
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

export const TRACES: Record<PastMove, Trace> = {
  discard: ({ row }) => ({ state: 'discarded', by: row.created_by as string, role: 'school-head', at: DAYS.discard }),
  submit: (making) => {
    const { row, world, performer, quantity } = making;
    const cents = quantity * TOTAL_CENTS;
    const contract_id = performer === 'contract' ? world.contractId : null;
    hold(making, 'reserved');
    Object.assign(row, {
      ...{ number: `C-2026-${(numbered += 1)}`, performer, contract_id, title: making.title },
      ...{ submitted_by: row.created_by, submitted_at: DAYS.submit },
    });
    making.entries.push({
      ...{ id: row.hold_id, kind: 'reservation', reserved_change: cents, opens_hold: 'reserved', hold_cents: cents },
    });
    return { state: 'submitted', by: row.created_by as string, role: 'school-head', at: DAYS.submit };
  },
  withdraw: (making) => backToDraft(making, making.row.created_by as string, 'school-head', DAYS.withdraw),
  return: (making) => backToDraft(making, making.world.certifier.accountId, 'plan-manager', DAYS.return),
  lapse: (making) => backToDraft(making, null, 'system', DAYS.lapse),
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
    releaseReserved(making);
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
  interrupt: ({ world, performer }) => {
    const by = performerOf(world, performer).accountId;
    return { state: 'scheduled', by, role: roleOf(performer), at: DAYS.interrupt };
  },
  report: ({ row, line, world, performer, quantity, done }) => {
    line.quantity_done = done;
    if (done < quantity) line.less_reason = 'Un poste est déjà équipé';
    Object.assign(row, { reported_cents: done * TOTAL_CENTS, reported_at: DAYS.report, report_note: 'Fait le matin' });
    const by = performerOf(world, performer).accountId;
    return { state: 'installed', by, role: roleOf(performer), at: DAYS.report };
  },
  confirm: ({ row }) => {
    Object.assign(row, { confirmed_at: DAYS.confirm, confirmed_by: row.created_by });
    return { state: 'confirmed', by: row.created_by as string, role: 'school-head', at: DAYS.confirm };
  },
  'confirm-by-default': ({ row, world }) => {
    const by = world.people['plan-manager'].accountId;
    Object.assign(row, { confirmed_at: DAYS['confirm-by-default'], confirmed_by_default_by: by });
    return { state: 'confirmed', by, role: 'plan-manager', at: DAYS['confirm-by-default'] };
  },
  dispute: ({ row }) => {
    return { state: 'in-progress', by: row.created_by as string, role: 'school-head', at: DAYS.dispute };
  },
  adjourn: ({ row, world }) => {
    Object.assign(row, { confirmed_at: null, confirmed_by: null, confirmed_by_default_by: null });
    return { state: 'in-progress', by: world.certifier.accountId, role: 'plan-manager', at: DAYS.adjourn };
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

function releaseReserved(making: Making): void {
  making.entries.push({
    kind: 'release',
    reserved_change: -(making.row.hold_cents as number),
    ...resolvingHold(making),
  });
  hold(making, null);
}

function backToDraft(making: Making, by: string | null, role: string, at: string): ReturnType<Trace> {
  releaseReserved(making);
  return { state: 'draft', by, role, at };
}
