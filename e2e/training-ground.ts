import { Caller } from './caller.js';
import { arrange, ask, type School } from './plan.js';

/** Who trains, who inspects and who teaches at a school. */
export interface TrainingPeople {
  circonscriptionId: string;
  trainer: string;
  trainerId: string;
  inspector: string;
  teacher: { email: string; name: string };
}

export async function people(school: School): Promise<TrainingPeople> {
  const [row] = await ask<TrainingPeople>(
    `select s.circonscription_id as "circonscriptionId", t.email as trainer, t.id as "trainerId", i.email as inspector,
            json_build_object('email', p.email, 'name', p.name) as teacher
       from school s
       join assignment b on b.circonscription_id = s.circonscription_id and b.role = 'digital-trainer' and b.to_day is null
       join account t on t.id = b.account_id
       join assignment a on a.circonscription_id = s.circonscription_id and a.role = 'inspector' and a.to_day is null
       join account i on i.id = a.account_id
       join assignment c on c.school_id = s.id and c.role = 'teacher' and c.to_day is null
       join account p on p.id = c.account_id and p.active
      where s.id = $1 order by p.email limit 1`,
    [school.id],
  );
  return row!;
}

/** @param modelId what it opens; null: nothing */
export async function aModuleFor(manager: Caller, modelId: string | null): Promise<string> {
  const { id } = await manager.post('/training-modules', {
    ...{ title: `Prendre en main ${crypto.randomUUID()}`, kind: 'functional', minutes: 120, counts: true },
    ...{ modelIds: modelId === null ? [] : [modelId], competences: [], materials: [] },
  });
  return id as string;
}

/** Whoever works there has been trained to nothing: what the plan says of them is taken back. */
export const untrained = ({ id }: School): Promise<unknown> =>
  arrange(
    `update training_attendance a set present = false, by_code = false from training_enrolment n join assignment w on w.account_id = n.account_id
      where n.id = a.enrolment_id and a.present and w.school_id = $1`,
    [id],
  );

/** Twelve places on the first day from three weeks on when the trainer is free, whatever other journeys take meanwhile. */
export async function proposed(
  by: Caller,
  school: School,
  { circonscriptionId, trainerId }: TrainingPeople,
  moduleId: string,
): Promise<string> {
  for (let days = 21; ; days++) {
    const at = (hour: string) => new Date(`${dayFrom(days)}T${hour}:00Z`).toISOString();
    const asked = {
      ...{ moduleId, circonscriptionId, placeKind: 'school', schoolId: school.id, placeName: null, remoteLink: null },
      ...{ outsideTrainer: null, outsideFirm: null },
      ...{ trainerId, dates: [{ startsAt: at('08:00'), endsAt: at('10:00') }] },
      ...{ capacity: 12, minimum: 1, guestIds: [], cycles: [] },
    };
    try {
      return (await by.post('/training-sessions', asked)).id as string;
    } catch (error) {
      if (!String(error).includes('training.trainer-taken') || days > 80) throw error;
    }
  }
}

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Proposed, and agreed to by both sides. */
export async function confirmedSession(
  school: School,
): Promise<{ id: string; who: TrainingPeople; inspector: Caller }> {
  const who = await people(school);
  const manager = await Caller.as('gestion@demonstration.example');
  const id = await proposed(await Caller.as(who.trainer), school, who, await aModuleFor(manager, null));
  await manager.post(`/training-sessions/${id}/agree`, {}, 1);
  const inspector = await Caller.as(who.inspector);
  await inspector.post(`/training-sessions/${id}/agree`, {}, 2);
  return { id, who, inspector };
}

/** So many people who work in schools of the same circonscription. */
export function wanting(school: School, count: number): Promise<{ accountId: string; email: string; name: string }[]> {
  return ask(
    `select c.id as "accountId", min(c.email) as email, min(c.name) as name
       from assignment a join account c on c.id = a.account_id and c.active join school s on s.id = a.school_id
      where s.circonscription_id = (select circonscription_id from school where id = $1)
        and a.role in ('teacher', 'school-head') and a.to_day is null and a.deputy_of_id is null
      group by c.id having count(*) = 1 order by min(c.email) limit $2`,
    [school.id, count],
  );
}

/** Its hour has come: a journey cannot wait for it. The last morning on which its trainer held nothing else, in another journey. */
export async function itBegan(id: string): Promise<void> {
  for (let days = 1; ; days++) {
    const at = (time: string) =>
      `((now() at time zone 'Europe/Paris')::date - ${days} + time '${time}') at time zone 'Europe/Paris'`;
    try {
      return await arrange(
        `with of_session as (update training_session set starts_at = ${at('09:00')}, ends_at = ${at('11:00')} where id = $1)
         update training_date set starts_at = ${at('09:00')}, ends_at = ${at('11:00')} where session_id = $1`,
        [id],
      );
    } catch (error) {
      if (!String(error).includes('training_date_trainer_once') || days > 7) throw error;
    }
  }
}
