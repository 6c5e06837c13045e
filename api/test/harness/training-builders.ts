import { TRAINING_STATE_NAMES, type TrainingAction, type TrainingState } from '@parc/domain';
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

/** Which states have both agreements, and which are past their date. */
const AGREED: readonly TrainingState[] = ['open', 'confirmed', 'held', 'closed'];
const PAST: readonly TrainingState[] = ['held', 'closed'];
export const BUILT_TRAINING_STATES = TRAINING_STATE_NAMES;

/** A session in a state, with its proposal. Each is at an hour of its own: one trainer may hold them all. */
export async function aSession(
  house: House,
  { circonscriptionId, schoolId, trainerId, by }: TrainingGround,
  state: TrainingState,
  row: Row = {},
): Promise<string> {
  const hours = ++count * 2;
  const first = Date.parse(PAST.includes(state) ? '2025-11-03T08:00:00Z' : '2026-12-01T08:00:00Z');
  const at = (hour: number) => new Date(first + hour * 3_600_000);
  const agreed = AGREED.includes(state) ? AT : null;
  const id = await house.build.insert('training_session', {
    ...{
      number: `F-2026-${50_000 + count}`,
      module_id: (row.module_id as string | undefined) ?? (await aModule(house)),
    },
    ...{ circonscription_id: circonscriptionId, school_id: schoolId, trainer_id: trainerId },
    ...{ starts_at: at(hours), ends_at: at(hours + 2), capacity: 12, minimum: 1, state, state_since: AT },
    ...{ proposed_by: by, proposed_at: AT, metropole_agreed_at: agreed, inspection_agreed_at: agreed, ...row },
  });
  await house.build.insert('training_session_move', {
    ...{ session_id: id, action: 'propose', from_state: null, to_state: 'proposed', account_id: by },
    ...{ role: 'plan-manager', at: AT },
  });
  return id;
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
