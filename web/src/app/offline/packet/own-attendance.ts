import type { AttendancePacket, AttendancePerson, AttendanceSheet } from '@parc/api-client';
import { TRAININGS, TRAININGS_ATTENDED, type TrainingAction } from '@parc/domain';
import type { WaitingAct } from '../acts';

type Waiting = Pick<WaitingAct, 'object' | 'action' | 'body' | 'refusal'>;

/** What an act that says who came brings along. */
export interface AttendedBody {
  readonly people: readonly { readonly id: string; readonly dateId: string; readonly present: boolean }[];
}

/** A session's list as it will be once everything that waits on this phone has arrived. */
export function withOwnAttendance(sheet: AttendanceSheet, waiting: readonly Waiting[]): AttendanceSheet {
  return waiting
    .filter(({ object, refusal }) => object.kind === 'training' && object.id === sheet.id && refusal === null)
    .reduce(afterAct, sheet);
}

export const packetWithOwn = (packet: AttendancePacket, waiting: readonly Waiting[]): AttendancePacket => ({
  ...packet,
  sessions: packet.sessions.map((sheet) => withOwnAttendance(sheet, waiting)),
});

function afterAct(sheet: AttendanceSheet, { action, body }: Waiting): AttendanceSheet {
  if (isAttended(action, body)) return { ...sheet, people: sheet.people.map((person) => afterSaid(person, body)) };
  const move = TRAININGS.moves.find((one) => one.action === action);
  if (move === undefined) return sheet;
  const state = move.next;
  const isHeld = TRAININGS_ATTENDED.includes(state);
  return { ...sheet, state, mayAttend: isHeld, mayCorrect: isHeld, possible: isHeld ? [CLOSES] : [] };
}

const CLOSES: TrainingAction = 'close';
/** Who came is no move of the session. */
export const ATTENDING = 'attend';

const isAttended = (action: string, body: unknown): body is AttendedBody =>
  action === ATTENDING && Array.isArray((body as Partial<AttendedBody> | null)?.people);

function afterSaid(person: AttendancePerson, { people }: AttendedBody): AttendancePerson {
  const said = people.filter(({ id }) => id === person.id);
  if (said.length === 0) return person;
  const named = new Set(said.map(({ dateId }) => dateId));
  return {
    ...person,
    presences: [
      ...person.presences.filter(({ dateId }) => !named.has(dateId)),
      ...said.map(({ dateId, present }) => ({ dateId, present, byCode: false })),
    ],
  };
}
