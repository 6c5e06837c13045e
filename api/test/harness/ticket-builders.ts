import { randomUUID } from 'node:crypto';
import type { TicketAction, TicketState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

let count = 0;

interface Ground {
  schoolId: string;
  /** Who reported it. */
  reporterId: string;
  /** Who has it in hand, where somebody has. */
  technicianId: string;
}

/** What a ticket of each state has, and how it came there. A new state is told here by the compiler. */
const PAST: Record<TicketState, { by: string; from: TicketState | null; has: (ground: Ground) => Row }> = {
  new: { by: 'report', from: null, has: () => ({}) },
  assigned: { by: 'take', from: 'new', has: inHand },
  planned: {
    by: 'plan',
    from: 'assigned',
    has: (ground) => ({
      ...inHand(ground),
      planned_from: '2026-10-08T08:00:00Z',
      planned_to: '2026-10-08T09:00:00Z',
    }),
  },
  'in-progress': { by: 'start', from: 'assigned', has: (ground) => ({ ...inHand(ground), arrived_at: AT }) },
  waiting: {
    by: 'wait',
    from: 'assigned',
    has: (ground) => ({ ...inHand(ground), wait_for: 'part', review_on: '2026-10-20' }),
  },
  resolved: { by: 'resolve', from: 'in-progress', has: (ground) => ({ ...inHand(ground), resolved_at: AT }) },
  closed: { by: 'close', from: 'resolved', has: (ground) => ({ ...inHand(ground), resolved_at: AT }) },
  cancelled: { by: 'cancel', from: 'new', has: () => ({}) },
  merged: { by: 'merge', from: 'new', has: () => ({}) },
};
export const BUILT_TICKET_STATES = Object.keys(PAST) as TicketState[];

function inHand({ technicianId }: Ground): Row {
  return { assigned_account_id: technicianId };
}

/** A ticket of the whole school in a state, with its report and the move that brought it there. */
export async function aTicket(house: House, ground: Ground, state: TicketState, row: Row = {}): Promise<string> {
  const { by, from, has } = PAST[state];
  const older =
    state === 'merged' && row.merged_into_id === undefined
      ? { merged_into_id: await aTicket(house, ground, 'new', { reported_at: '2026-10-05T07:00:00Z' }) }
      : {};
  const id = await house.build.insert('ticket', {
    ...{
      number: `T-2026-${String(50_000 + ++count)}`,
      school_id: ground.schoolId,
      subject: 'school',
      symptom: 'outage',
    },
    ...{ impact: 'class', urgency: 'otherwise', priority: 'P2', state, state_since: AT },
    ...{ reported_by: ground.reporterId, reported_at: AT, ...has(ground), ...older, ...row },
  });
  await aLine(house, id, { action: 'report', from_state: null, to_state: 'new', account_id: ground.reporterId });
  if (from !== null)
    await aLine(house, id, { action: by, from_state: from, to_state: state, account_id: ground.technicianId });
  return id;
}

export const aLine = (house: House, ticketId: string, row: Row): Promise<string> =>
  house.build.insert('ticket_move', {
    ...{ ticket_id: ticketId, role: 'technician', at: AT, priority: 'P2', presence: false, detail: {} },
    ...row,
  });

/** A photo of a ticket that has come, whole; its bytes are no picture. */
export async function aTicketFile(
  house: House,
  { ticketId, accountId }: { ticketId: string; accountId: string },
): Promise<string> {
  const of = { ticket_id: ticketId };
  const slotId = await house.build.insert('ticket_photo_slot', {
    ...{ ...of, id: randomUUID(), photo_id: randomUUID(), size: 'whole', moment: 'before', sha256: '0'.repeat(64) },
    ...{ size_bytes: 4, announced_by: accountId, announced_at: AT },
  });
  return house.build.insert('ticket_file', {
    ...{ ...of, slot_id: slotId, media_type: 'image/webp', size_bytes: 4, width: 1, height: 1 },
    ...{ content: Buffer.from('RIFF'), created_by: accountId, created_at: AT },
  });
}

export async function ticketRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from ticket where id = $1', [id]))[0]!;
}

export const ticketMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from ticket_move where ticket_id = $1 order by at, id', [id]);

/** The action at the version that the ticket has now. */
export async function actOn(
  house: House,
  person: Person,
  id: string,
  action: TicketAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await ticketRow(house, id)) as { version: number };
  return person.post(`/api/v1/tickets/${id}/${action}`, body, { version });
}

export const RESOLUTION = { cause: 'battery', repair: 'replaced', minutes: 35, priceCents: 0, device: 'stays' };
