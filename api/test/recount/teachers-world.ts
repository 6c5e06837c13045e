import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, FIRST_DAY, type World, type WorldSchool } from './world.js';

type Row = Record<string, unknown>;

interface Teacher {
  id: string;
  schoolId: string;
}

const AT = '2026-01-05T08:00:00Z';
const SESSION_STATES = ['closed', 'closed', 'closed', 'held', 'confirmed', 'open', 'cancelled', 'cancelled'];

/** Teachers who come, go and teach in two schools; sessions of every state, who came and who waits; handovers; visits asked for. */
export async function addTeachers(house: House, dice: Dice, world: World): Promise<void> {
  const teachers = await addPosts(house, dice, world.schools);
  const modules = await addModules(house, dice, world);
  await addSessions(house, dice, world, teachers, modules);
  const asked = { ...{ signature: 'M0 0', shown_by: world.accountId } };
  const handovers = teachers.slice(0, 30).map(({ id, schoolId }) => ({
    ...{ id: dice.uuid(), account_id: id, model_id: dice.pick(world.models).id, ...asked },
    ...{
      school_id: dice.chance(0.8) ? schoolId : dice.pick(world.schools).id,
      at: dice.instant(dice.day(FIRST_DAY, DATA_DAY)),
    },
  }));
  await insertRows(house, 'training_handover', handovers);
  await addSupports(house, dice, world, teachers);
}

async function addPosts(house: House, dice: Dice, schools: readonly WorldSchool[]): Promise<Teacher[]> {
  const teachers = Array.from({ length: 130 }, () => ({ id: dice.uuid(), schoolId: dice.pick(schools).id }));
  const accounts = teachers.map(({ id }, place) => ({
    ...{ id, email: `hasard-${place}@exemple.fr`, name: `Hasard ${place}`, active: dice.chance(0.9) },
    ...{ created_at: AT, version: 1 },
  }));
  await insertRows(house, 'account', accounts);
  const posts = teachers.flatMap(({ id, schoolId }) => [
    postOf(dice, id, schoolId),
    ...(dice.chance(0.2) ? [postOf(dice, id, dice.pick(schools).id)] : []),
  ]);
  await insertRows(house, 'assignment', posts);
  return teachers;
}

function postOf(dice: Dice, account_id: string, school_id: string): Row {
  const from_day = dice.day('2023-01-01', '2026-09-15');
  const to_day = dice.chance(0.25) ? dice.day(from_day, '2026-12-31') : null;
  const role = dice.chance(0.15) ? 'school-head' : 'teacher';
  return { id: dice.uuid(), account_id, role, scope_kind: 'school', school_id, from_day, to_day, may_certify: false };
}

/** Some models call for a training, and modules open several of them. */
async function addModules(house: House, dice: Dice, { models }: World): Promise<string[]> {
  const taught = models.filter((_, place) => place % 2 === 0).map(({ id }) => id);
  await house.arrange(`update catalogue_item set training_module = 'Prise en main' where id = any($1)`, [taught]);
  const modules = [0, 1, 2, 3].map((place) => ({
    ...{ id: dice.uuid(), title: `Module du hasard ${place}`, kind: 'functional', minutes: 120, counts: true },
    ...{ current: true, active: true, competences: [], version: 1 },
  }));
  await insertRows(house, 'training_module', modules);
  const opened = modules.flatMap(({ id }) =>
    models.filter(() => dice.chance(0.4)).map((model) => ({ module_id: id, model_id: model.id })),
  );
  await insertRows(house, 'training_module_model', opened);
  return modules.map(({ id }) => id);
}

async function addSessions(
  house: House,
  dice: Dice,
  { schools, accountId }: World,
  teachers: readonly Teacher[],
  modules: readonly string[],
): Promise<void> {
  const places = schools.filter(({ circonscriptionId }) => circonscriptionId !== null);
  const sessions: Row[] = [];
  const moves: Row[] = [];
  const enrolments: Row[] = [];
  for (let number = 0; number < 45; number++) {
    const state = dice.pick(SESSION_STATES);
    const place = dice.pick(places);
    const isPast = ['closed', 'held'].includes(state) || (state === 'cancelled' && dice.chance(0.5));
    const day = isPast ? dice.day('2026-04-01', DATA_DAY) : dice.day('2026-10-06', '2026-12-20');
    const isAtSchool = dice.chance(0.85);
    const session = {
      ...{
        id: dice.uuid(),
        number: `F-2026-${70_000 + number}`,
        module_id: dice.pick(modules),
        version: 1,
        cycles: [],
      },
      ...{ circonscription_id: place.circonscriptionId, trainer_id: accountId, state, capacity: 12, minimum: 1 },
      ...{ place_kind: isAtSchool ? 'school' : 'centre', place_name: isAtSchool ? null : 'Canopé' },
      ...{ school_id: isAtSchool ? place.id : null, ...halfDayOf(number, day) },
      ...{ state_since: dice.instant(dice.day('2026-03-01', DATA_DAY)), proposed_by: accountId, proposed_at: AT },
      ...{ metropole_agreed_at: AT, inspection_agreed_at: AT },
    };
    sessions.push(session);
    if (state === 'cancelled' && dice.chance(0.6))
      moves.push({
        ...{ id: dice.uuid(), session_id: session.id, action: 'confirm', from_state: 'open', to_state: 'confirmed' },
        ...{ account_id: accountId, role: 'plan-manager', deputy: false, at: AT },
      });
    enrolments.push(...enrolmentsOf(dice, session, teachers, accountId));
  }
  await insertSessions(house, sessions);
  await insertRows(house, 'training_session_move', moves);
  await insertRows(house, 'training_enrolment', enrolments);
}

/** Each has minutes of its own, so that one trainer may hold them all; a morning, now and then an evening at the edge of a day. */
function halfDayOf(number: number, day: string) {
  const minutes = 6 * 60 + number * 4;
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return { starts_at: `${day}T${clock(minutes)}:00Z`, ends_at: `${day}T${clock(minutes + 3)}:00Z` };
}

/** The first have a place, the others wait; some have left, and of who had a place it is said whether they came. */
function enrolmentsOf(dice: Dice, session: Row, teachers: readonly Teacher[], accountId: string): Row[] {
  const seats = dice.whole(2, 8);
  const people = new Map(
    Array.from({ length: dice.whole(3, 14) }, () => dice.pick(teachers)).map((one) => [one.id, one]),
  );
  const isOver = ['held', 'closed'].includes(String(session['state']));
  return [...people.values()].map(({ id, schoolId }, place) => {
    const enrolled_at = dice.instant(dice.day('2026-03-01', '2026-10-04'));
    const isSeated = place < seats;
    const isTold = isSeated && isOver && (session['state'] === 'closed' || dice.chance(0.5));
    return {
      ...{
        id: dice.uuid(),
        session_id: session['id'],
        capacity: session['capacity'],
        account_id: id,
        school_id: schoolId,
      },
      ...{ turn: place + 1, seat: isSeated ? place + 1 : null, enrolled_by: id, enrolled_at },
      seated_at: isSeated ? dice.instant(dice.day(enrolled_at.slice(0, 10), '2026-10-06')) : null,
      left_at: !isSeated && dice.chance(0.2) ? dice.instant(dice.day(enrolled_at.slice(0, 10), '2026-10-06')) : null,
      ...{
        present: isTold ? dice.chance(0.8) : null,
        recorded_by: isTold ? accountId : null,
        recorded_at: isTold ? AT : null,
      },
    };
  });
}

/** Sessions with their one date, at once: the database refuses them without. */
async function insertSessions(house: House, sessions: readonly Row[]): Promise<void> {
  const columns = Object.keys(sessions[0]!).join(', ');
  await house.arrange(
    `with made as (insert into training_session (${columns}) select ${columns} from jsonb_populate_recordset(null::training_session, $1::jsonb) returning *)
     insert into training_date (session_id, trainer_id, state, starts_at, ends_at) select id, trainer_id, state, starts_at, ends_at from made`,
    [JSON.stringify(sessions)],
  );
}

async function addSupports(house: House, dice: Dice, { schools, accountId }: World, teachers: readonly Teacher[]) {
  const places = new Map(schools.map((school) => [school.id, school.circonscriptionId]));
  const rows = teachers.slice(0, 60).flatMap(({ id, schoolId }, place) => {
    const circonscription_id = places.get(schoolId) ?? null;
    if (circonscription_id === null) return [];
    const state = dice.pick(['reported', 'reported', 'cancelled', 'asked']);
    const isReported = state === 'reported';
    const { starts_at, ends_at } = halfDayOf(place, '2026-09-15');
    return [
      {
        ...{ id: dice.uuid(), school_id: schoolId, circonscription_id, teacher_id: id, asked_by: id, about: 'use' },
        ...{ asked_at: dice.instant(dice.day('2025-08-25', DATA_DAY)), level: 'cp', purpose: 'Au hasard', version: 1 },
        ...{ wished_from: '2026-09-01', wished_to: '2026-12-01', state, state_since: AT },
        ...{
          trainer_id: isReported ? accountId : null,
          starts_at: isReported ? starts_at : null,
          ends_at: isReported ? ends_at : null,
        },
        ...{ report: isReported ? 'Fait' : null, minutes: isReported ? 60 : null, reported_at: isReported ? AT : null },
      },
    ];
  });
  await insertRows(house, 'support_request', rows);
}
