import { randomUUID } from 'node:crypto';
import type { VisitAction, VisitState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';
import { aLine, aTicket } from './ticket-builders.js';

type Row = Record<string, unknown>;

let count = 0;

export interface VisitGround {
  schoolId: string;
  /** Who is there. */
  technicianId: string;
  /** Who reported what is repaired. */
  reporterId: string;
}

const ENDED = { left_at: '2026-10-06T07:40:00Z', ending: 'signed', met: 'head' };

/** What a visit of each state has, and the move that brought it there. A new state is told here by the compiler. */
const PAST: Record<VisitState, { by: VisitAction | 'begin'; from: VisitState | null; has: Row }> = {
  open: { by: 'begin', from: null, has: {} },
  closed: { by: 'close', from: 'open', has: ENDED },
  abandoned: { by: 'abandon', from: 'open', has: {} },
};
export const BUILT_VISIT_STATES = Object.keys(PAST) as VisitState[];

/** A visit in a state, with its arrival and the move that brought it there; a closed one has minutes of one ticket. */
export async function aVisit(house: House, ground: VisitGround, state: VisitState, row: Row = {}): Promise<string> {
  const { by, from, has } = PAST[state];
  const id = randomUUID();
  await house.build.insert('visit', {
    ...{ id, number: `I-2026-${String(50_000 + ++count)}`, school_id: ground.schoolId, begun_by: ground.technicianId },
    ...{ state, state_since: AT, begun_at: AT, ...has, ...row },
  });
  const line = { visit_id: id, at: AT, role: 'technician', account_id: ground.technicianId };
  await house.build.insert('visit_move', { ...line, action: 'begin', from_state: null, to_state: 'open' });
  if (from !== null)
    await house.build.insert('visit_move', {
      ...{ ...line, action: by, from_state: from, to_state: state, reason: by === 'abandon' ? 'École fermée' : null },
    });
  if (state === 'closed') await aPart(house, id, await aTicket(house, ground, 'resolved'));
  return id;
}

/** A ticket in the minutes of a visit. */
export function aPart(house: House, visitId: string, ticketId: string, row: Row = {}): Promise<string> {
  return house.build.insert('visit_part', {
    ...{ visit_id: visitId, position: 0, kind: 'ticket', ticket_id: ticketId, number: `T-2026-${++count}`, at: AT },
    ...{ about: 'Ne charge plus', deed: 'Pièce remplacée (batterie)', result: 'done', minutes: 35, ...row },
  });
}

/** A ticket that whoever is there has resolved since they came. */
export async function repairedThere(house: House, ground: VisitGround, row: Row = {}): Promise<string> {
  const at = house.now();
  const resolved = { resolved_at: at, state_since: at };
  const id = await aTicket(house, ground, 'resolved', { ...resolved, ...row });
  await aLine(house, id, {
    ...{ action: 'resolve', from_state: 'in-progress', to_state: 'resolved', account_id: ground.technicianId, at },
  });
  await house.build.insert('ticket_resolution', {
    ...{ ticket_id: id, account_id: ground.technicianId, at, cause: 'battery', repair: 'replaced', minutes: 35 },
    ...{ price_cents: 0, device: 'stays', charge: 'free' },
  });
  return id;
}

export async function visitRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from visit where id = $1', [id]))[0]!;
}

export const visitMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from visit_move where visit_id = $1 order by at, id', [id]);

/** The action at the version that the visit has now. */
export async function actOnVisit(
  house: House,
  person: Person,
  id: string,
  action: VisitAction | 'close-by-code',
  body?: Body,
  key?: string,
): Promise<Answer> {
  const { version } = (await visitRow(house, id)) as { version: number };
  return person.post(`/api/v1/visits/${id}/${action}`, body, { version, ...(key ? { key } : {}) });
}

/** An end that says that nobody was there: it needs nothing that follows. */
export const nobodyThere = (house: House, more: object = {}) => ({
  ...{ leftAt: house.now().toISOString(), ending: 'nobody', met: null, absenceReason: 'École fermée à midi' },
  ...{ note: 'Tout fonctionne.', internalNote: null, ...more },
});
