import type { ReturnAction, ReturnState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT, aDevice, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';
import { aTicket } from './ticket-builders.js';

type Row = Record<string, unknown>;

/** The move that brought a return to each state. A new state is told here by the compiler. */
const PAST: Record<ReturnState, ReturnAction | null> = {
  prepared: null,
  sent: 'send',
  repaired: 'receive-repaired',
  replaced: 'receive-replaced',
  refused: 'refuse',
  cancelled: 'cancel',
};
export const BUILT_RETURN_STATES = Object.keys(PAST) as ReturnState[];

export interface BuiltReturn {
  id: string;
  equipmentId: string;
  ticketId: string;
}

interface Ground {
  /** Who reported the breakdown. */
  reporterId: string;
  /** Who has the ticket, and prepared the return. */
  technicianId: string;
}

/** A return of a device of the fleet's school, its ticket waiting for the maker while it is not back. */
export async function aReturn(
  house: House,
  fleet: Fleet,
  { reporterId, technicianId }: Ground,
  state: ReturnState,
  row: Row = {},
): Promise<BuiltReturn> {
  const open = state === 'prepared' || state === 'sent';
  const equipmentId = await aDevice(house, fleet, open ? 'under-repair' : 'in-service', {
    warranty_until: '2027-10-06',
  });
  const waits = open ? { wait_for: 'maker', review_on: '2026-10-20' } : {};
  const at = { schoolId: fleet.school.id, reporterId, technicianId };
  const ticketId = await aTicket(house, at, open ? 'waiting' : 'assigned', {
    subject: 'device',
    equipment_id: equipmentId,
    ...waits,
  });
  const gone = state !== 'prepared' && state !== 'cancelled';
  const id = await house.build.insert('warranty_return', {
    ...{ ticket_id: ticketId, equipment_id: equipmentId, school_id: fleet.school.id, state, state_since: AT },
    ...{ fault: 'Ne charge plus', prepared_by: technicianId, prepared_on: '2026-10-05', warranty_until: '2027-10-06' },
    ...{ review_on: '2026-10-20', ...(gone ? { sent_on: '2026-10-05' } : {}) },
    ...(state === 'replaced' ? { former_serial: 'ANCIEN', new_serial: 'NOUVEAU' } : {}),
    ...row,
  });
  const who = { role: 'technician', account_id: technicianId };
  await house.build.insert('warranty_return_move', {
    ...{ return_id: id, at: AT, action: 'prepare', from_state: null, to_state: 'prepared', ...who },
  });
  const action = PAST[state];
  if (action)
    await house.build.insert('warranty_return_move', {
      ...{ return_id: id, at: AT, action, from_state: action === 'send' || action === 'cancel' ? 'prepared' : 'sent' },
      ...{ to_state: state, ...who },
    });
  return { id, equipmentId, ticketId };
}

export async function returnRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from warranty_return where id = $1', [id]))[0]!;
}

export const returnMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from warranty_return_move where return_id = $1 order by at, id', [id]);

/** The action at the version that the return has now. */
export async function actOnReturn(
  house: House,
  person: Person,
  id: string,
  action: ReturnAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await returnRow(house, id)) as { version: number };
  return person.post(`/api/v1/warranty-returns/${id}/${action}`, body, { version });
}
