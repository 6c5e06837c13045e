import { parisInstantOf } from '@parc/domain';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';
import { aCirconscription, aModule, aSession, seated, type TrainingGround } from './training-builders.js';

/** Who and where: a circonscription with its inspector and trainer, a public school in it, a private one that is its guest. */
export interface AttendanceGround {
  house: House;
  manager: Person;
  inspector: Person;
  trainer: Person;
  diocese: Person;
  teacher: Person;
  colleague: Person;
  privateTeacher: Person;
  schoolId: string;
  privateSchoolId: string;
  session: TrainingGround;
}

export async function anAttendanceGround(house: House): Promise<AttendanceGround> {
  const circonscription_id = await aCirconscription(house);
  const managing_body_id = await house.build.insert('managing_body', {
    name: `OGEC ${circonscription_id}`,
    kind: 'ogec',
  });
  const { id: schoolId } = await house.build.school({ circonscription_id });
  const { id: privateSchoolId } = await house.build.school({
    sector: 'private',
    state_contract: 'association',
    managing_body_id,
  });
  const manager = await house.person('plan-manager');
  const trainer = await house.person('digital-trainer', { circonscription_id });
  return {
    ...{ house, manager, trainer, schoolId, privateSchoolId },
    inspector: await house.person('inspector', { circonscription_id }),
    diocese: await house.person('private-body-officer', { managing_body_id }),
    teacher: await house.person('teacher', { school_id: schoolId }),
    colleague: await house.person('teacher', { school_id: schoolId }),
    privateTeacher: await house.person('teacher', { school_id: privateSchoolId }),
    session: {
      ...{ circonscriptionId: circonscription_id, schoolId, trainerId: trainer.accountId, by: manager.accountId },
    },
  };
}

/** A session on one day, half-day by half-day: « 09:00-12:00 ». Its private school is a guest. */
export async function aDay(
  { house, session, privateSchoolId }: AttendanceGround,
  day: string,
  halfDays: readonly string[],
  row: { state?: 'held' | 'closed' | 'confirmed'; capacity?: number; kind?: string } = {},
): Promise<{ id: string; dates: string[] }> {
  const { state = 'held', capacity = 12, kind = 'functional' } = row;
  const module_id = await aModule(house, [], { kind });
  const id = await aSession(house, session, state, { module_id, capacity });
  const spans = halfDays.map((halfDay) => halfDay.split('-').map((time) => parisInstantOf(day, time)));
  await house.arrange(
    `with gone as (delete from training_date where session_id = $1),
       spanned as (update training_session set starts_at = $2, ends_at = $3 where id = $1)
     insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
     select t.id, t.trainer_id, t.state, d.starts_at, d.ends_at
       from training_session t, unnest($4::timestamptz[], $5::timestamptz[]) d(starts_at, ends_at) where t.id = $1`,
    [id, spans[0]![0], spans.at(-1)![1], spans.map(([starts]) => starts), spans.map(([, ends]) => ends)],
  );
  await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [id, privateSchoolId]);
  const dates = await house.sql<{ id: string }>(
    'select id from training_date where session_id = $1 order by starts_at',
    [id],
  );
  return { id, dates: dates.map((date) => date.id) };
}

/** The teacher of the public school, and where asked their colleague and the private school's, have a place. */
export const placeOf = (
  { house, schoolId, privateSchoolId, privateTeacher }: AttendanceGround,
  sessionId: string,
  person: Person,
): Promise<string> =>
  seated(house, sessionId, {
    accountId: person.accountId,
    schoolId: person === privateTeacher ? privateSchoolId : schoolId,
  });

export const said = ({ status, body }: Answer): string => `${status} ${(body.code as string | undefined) ?? ''}`.trim();

/** What stands of each half-day of a place, in order. */
export const presencesOf = async (house: House, enrolmentId: string): Promise<(boolean | null)[]> =>
  (
    await house.sql<{ present: boolean | null }>(
      `select a.present from training_enrolment n join training_date d on d.session_id = n.session_id
         left join training_attendance a on a.date_id = d.id and a.enrolment_id = n.id
        where n.id = $1 order by d.starts_at`,
      [enrolmentId],
    )
  ).map(({ present }) => present);

/** What the place itself says: the sum. */
export const sumOf = async (house: House, enrolmentId: string): Promise<boolean | null> =>
  (
    await house.sql<{ present: boolean | null }>('select present from training_enrolment where id = $1', [enrolmentId])
  )[0]!.present;
