import { addCalendarDays, parisInstantOf, type SupportAction, type SupportState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

/** What a visit of support needs around it. */
export interface SupportGround {
  schoolId: string;
  circonscriptionId: string;
  teacherId: string;
  trainerId: string;
}

const REPORT = { report: 'Séance de codage en demi-groupes.', minutes: 90, reported_at: AT };

/** What a request of each state has, and the move that brought it there. A new state is told here by the compiler. */
const PAST: Record<SupportState, { by: SupportAction | 'ask'; from: SupportState | null; dated: boolean; has: Row }> = {
  asked: { by: 'ask', from: null, dated: false, has: {} },
  dated: { by: 'date', from: 'asked', dated: true, has: {} },
  reported: { by: 'report', from: 'dated', dated: true, has: REPORT },
  cancelled: { by: 'cancel', from: 'asked', dated: false, has: {} },
};
export const BUILT_SUPPORT_STATES = Object.keys(PAST) as SupportState[];

let count = 0;
/** Mornings that have passed, no other request's: one trainer may have them all. */
function morningOfItsOwn(): { starts_at: Date; ends_at: Date } {
  const day = addCalendarDays('2024-09-02', ++count);
  return { starts_at: parisInstantOf(day, '09:00'), ends_at: parisInstantOf(day, '11:00') };
}

/** A request about a use, in a state, with its asking and the move that brought it there. */
export async function aSupport(
  house: House,
  { schoolId, circonscriptionId, teacherId, trainerId }: SupportGround,
  state: SupportState,
  row: Row = {},
): Promise<string> {
  const { by, from, dated, has } = PAST[state];
  const id = await house.build.insert('support_request', {
    ...{ school_id: schoolId, circonscription_id: circonscriptionId, teacher_id: teacherId, asked_by: teacherId },
    ...{ asked_at: AT, about: 'use', level: 'ce2', wished_from: '2026-10-12', wished_to: '2026-11-27' },
    ...{ purpose: 'Programmer un robot avec ma classe', state, state_since: AT },
    ...(dated ? { trainer_id: trainerId, ...morningOfItsOwn() } : {}),
    ...{ ...has, ...row },
  });
  const line = { request_id: id, at: AT };
  const asking = { action: 'ask', from_state: null, to_state: 'asked', account_id: teacherId, role: 'teacher' };
  await house.build.insert('support_move', { ...line, ...asking });
  if (from !== null)
    await house.build.insert('support_move', {
      ...{ ...line, action: by, from_state: from, to_state: state, account_id: trainerId, role: 'digital-trainer' },
      ...(by === 'cancel' ? { reason: 'Classe en sortie' } : {}),
    });
  return id;
}

export async function supportRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from support_request where id = $1', [id]))[0]!;
}

export const supportMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from support_move where request_id = $1 order by at, id', [id]);

/** The action at the version that the request has now. */
export async function actOnSupport(
  house: House,
  person: Person,
  id: string,
  action: SupportAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await supportRow(house, id)) as { version: number };
  return person.post(`/api/v1/support-requests/${id}/${action}`, body, { version });
}
