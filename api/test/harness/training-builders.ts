import {
  addCalendarDays,
  parisInstantOf,
  SURVEY_LEAST_ANSWERS,
  TRAINING_STATE_NAMES,
  type TrainingAction,
  type TrainingState,
} from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

let count = 0;

/** What a session needs around it. */
export interface TrainingGround {
  circonscriptionId: string;
  /** Where it is held. */
  schoolId: string;
  trainerId: string;
  /** Who proposed it. */
  by: string;
}

export const aCirconscription = (house: House): Promise<string> =>
  house.build.insert('circonscription', { code: `042${7_000 + ++count}B`, name: `Circonscription ${count}` });

/** A module that opens these models. */
export async function aModule(house: House, modelIds: readonly string[] = [], row: Row = {}): Promise<string> {
  const id = await house.build.insert('training_module', {
    ...{ title: `Prendre en main ${++count}`, kind: 'functional', minutes: 120, counts: true, ...row },
  });
  for (const model_id of modelIds)
    await house.arrange('insert into training_module_model (module_id, model_id) values ($1, $2)', [id, model_id]);
  return id;
}

/** A PDF that begins and ends as one. */
export const A_PDF = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

/** A file of a module, of its first writing. */
export const aModuleFile = (house: House, series_id: string, created_by: string, row: Row = {}): Promise<string> =>
  house.build.insert('training_module_file', {
    ...{ series_id, created_by, created_at: AT, label: 'Livret', content: A_PDF, size_bytes: A_PDF.length, ...row },
  });

/** Which states have both agreements, and which are past their date. */
const AGREED: readonly TrainingState[] = ['open', 'confirmed', 'held', 'closed'];
const PAST: readonly TrainingState[] = ['held', 'closed'];
export const BUILT_TRAINING_STATES = TRAINING_STATE_NAMES;

/** Half-days of which no other session has one. @param first a midnight in Paris, roughly: « 2026-12-01 » */
function halfDayOfItsOwn(first: string): { starts_at: Date; ends_at: Date } {
  const half = ++count;
  const hour = half % 2 === 0 ? 9 : 14;
  const day = addCalendarDays(first, Math.floor(half / 2));
  return {
    starts_at: parisInstantOf(day, `${hour}:00`.padStart(5, '0')),
    ends_at: parisInstantOf(day, `${hour + 2}:00`),
  };
}

/** A session in a state, with its proposal. Each has a half-day of its own: one trainer may hold them all. */
export async function aSession(
  house: House,
  { circonscriptionId, schoolId, trainerId, by }: TrainingGround,
  state: TrainingState,
  row: Row = {},
): Promise<string> {
  const agreed = AGREED.includes(state) ? AT : null;
  const id = await insertWithDate(house, {
    ...{ number: `F-2026-${50_000 + ++count}` },
    module_id: (row.module_id as string | undefined) ?? (await aModule(house)),
    ...{ circonscription_id: circonscriptionId, school_id: schoolId, trainer_id: trainerId },
    ...{
      ...halfDayOfItsOwn(PAST.includes(state) ? '2025-11-03' : '2026-12-01'),
      place_kind: 'school',
      capacity: 12,
      minimum: 1,
      state,
      state_since: AT,
    },
    ...{ proposed_by: by, proposed_at: AT, metropole_agreed_at: agreed, inspection_agreed_at: agreed, ...row },
  });
  await house.build.insert('training_session_move', {
    ...{ session_id: id, action: 'propose', from_state: null, to_state: 'proposed', account_id: by },
    ...{ role: 'plan-manager', at: AT },
  });
  return id;
}

/** The session with its one date: the database refuses it without. */
async function insertWithDate(house: House, row: Row): Promise<string> {
  const names = Object.keys(row);
  const [made] = await house.build.run(
    `with made as (insert into training_session (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) returning *),
       dated as (insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
         select id, trainer_id, state, starts_at, ends_at from made)
     select id from made`,
    Object.values(row),
  );
  return made!.id as string;
}

/** The session is held then, whatever it was before: one half-day. */
export async function heldAt(house: House, id: string, startsAt: string, endsAt: string): Promise<void> {
  await house.arrange(
    `with of_session as (update training_session set starts_at = $2, ends_at = $3 where id = $1)
     update training_date set starts_at = $2, ends_at = $3 where session_id = $1`,
    [id, startsAt, endsAt],
  );
}

/** Somebody has the next place of the session. */
export async function seated(
  house: House,
  sessionId: string,
  who: { accountId: string; schoolId: string },
  row: Row = {},
): Promise<string> {
  const [next] = await house.sql<{ capacity: number; turn: number }>(
    `select t.capacity, 1 + (select count(*)::int from training_enrolment n where n.session_id = t.id) as turn
       from training_session t where t.id = $1`,
    [sessionId],
  );
  return house.build.insert('training_enrolment', {
    ...{ session_id: sessionId, capacity: next!.capacity, account_id: who.accountId, school_id: who.schoolId },
    ...{ turn: next!.turn, seat: next!.turn, enrolled_by: who.accountId, enrolled_at: AT, seated_at: AT, ...row },
  });
}

/** As many have answered as it takes for it to be told; the first of them remarks this. @returns the id of that answer */
export async function aToldSurvey(house: House, sessionId: string, remark: string): Promise<string> {
  await house.arrange('insert into training_survey (session_id, asked, asked_at) values ($1, $2, $3)', [
    ...[sessionId, SURVEY_LEAST_ANSWERS, AT],
  ]);
  const given = { session_id: sessionId, useful: 3, level: 3, uses: 'perhaps' };
  const first = await house.build.insert('training_survey_answer', { ...given, remark });
  for (let other = 1; other < SURVEY_LEAST_ANSWERS; other++) await house.build.insert('training_survey_answer', given);
  return first;
}

export async function sessionRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from training_session where id = $1', [id]))[0]!;
}

export const sessionMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from training_session_move where session_id = $1 order by at, id', [id]);

/** Who has a place, and who waits, by turn: the seat, or null. */
export const placesOf = (house: House, id: string): Promise<{ accountId: string; seat: number | null }[]> =>
  house.sql(
    'select account_id as "accountId", seat from training_enrolment where session_id = $1 and left_at is null order by turn',
    [id],
  );

/** The action at the version that the session has now. */
export async function actOnSession(
  house: House,
  person: Person,
  id: string,
  action: TrainingAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await sessionRow(house, id)) as { version: number };
  return person.post(`/api/v1/training-sessions/${id}/${action}`, body, { version });
}
