import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coherenceOf } from '@parc/domain';
import { COHERENCE, readinessOn, shownAt, trainedAt, trainedOnce } from '../src/training/coherence.sql.js';
import { aFleet, AT, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aCirconscription, aModule, aSession, seated } from './harness/training-builders.js';

/** The rule is written once in the domain, and once in SQL for lists: both say the same of every school there may be. */
let house: House;
let fleet: Fleet;
let moduleId: string;
let sessionId: string;
let technicianId: string;
beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  moduleId = await aModule(house, [fleet.taughtModelId]);
  technicianId = (await house.build.account('technician')).id;
  const circonscriptionId = await aCirconscription(house);
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.id, by: trainer.id };
  sessionId = await aSession(house, ground, 'closed', { module_id: moduleId, capacity: 200 });
});
afterAll(() => house.close());

const TODAY = '2026-11-03';

/** Somebody of a school who came to the session, or was shown the model there; gone: they have left it since. */
async function somebody(schoolId: string, how: 'came' | 'absent' | 'shown', gone: boolean): Promise<void> {
  const account = await house.build.account('teacher', { school_id: schoolId });
  if (gone)
    await house.arrange(`update assignment set from_day = '2023-01-01', to_day = '2026-07-01' where account_id = $1`, [
      account.id,
    ]);
  if (how === 'shown')
    await house.build.insert('training_handover', {
      ...{ school_id: schoolId, model_id: fleet.taughtModelId, account_id: account.id, shown_by: technicianId },
      ...{ at: AT, signature: 'M1 1L2 2' },
    });
  else
    await seated(
      house,
      sessionId,
      { accountId: account.id, schoolId },
      { present: how === 'came', recorded_by: account.id, recorded_at: AT },
    );
}

const numbers = [0, 1, 2];
const schools = numbers.flatMap((here) =>
  numbers.flatMap((gone) => [false, true].map((isShown) => ({ here, gone, isShown }))),
);

describe.each(schools)(
  'where $here came, $gone have left, and one was shown it: $isShown',
  ({ here, gone, isShown }) => {
    let schoolId: string;
    beforeAll(async () => {
      schoolId = (await house.build.school()).id;
      for (let n = 0; n < here; n++) await somebody(schoolId, 'came', false);
      for (let n = 0; n < gone; n++) await somebody(schoolId, n % 2 === 0 ? 'came' : 'shown', true);
      if (isShown) await somebody(schoolId, 'shown', false);
      await somebody(schoolId, 'absent', false);
    });

    it.each([
      [1, false],
      [1, true],
      [2, false],
      [2, true],
    ])('with %i to be trained and in use: %s, SQL says what the rule says', async (minTeachers, inUse) => {
      await house.arrange(
        `insert into setting (name, from_day, value, source) values ('training.minTeachers', '2020-01-01', to_jsonb($1::int), 'Essai')
       on conflict (name, from_day) do update set value = excluded.value`,
        [minTeachers],
      );
      const words = { model: '$1::uuid', school: '$2::uuid', day: `'${TODAY}'::date` } as const;
      const [row] = await house.sql<{ said: string; here: number; once: number; shown: boolean }>(
        `select ${COHERENCE({ ...words, inUse: String(inUse) })} as said, ${trainedAt(words.model, words.school, words.day)} as here,
        (select count(distinct k.account_id)::int from (${trainedOnce(words.model, words.school)}) k) as once,
        ${shownAt(words.model, words.school, words.day)} as shown`,
        [fleet.taughtModelId, schoolId],
      );
      expect(row).toMatchObject({ here: here + Number(isShown), once: here + gone + Number(isShown), shown: isShown });
      const facts = { trainedHere: row!.here, trainedOnce: row!.once, shownHere: row!.shown };
      expect(row!.said).toBe(coherenceOf({ callsForTraining: true, ...facts, inUse, minTeachers }));
    });

    it('with one to be trained, what figures read of many schools says what the rule says of each', async () => {
      await house.arrange(`update setting set value = '1' where name = 'training.minTeachers'`);
      const held = `select $1::uuid as school_id, $2::uuid as model_id`;
      const [row] = await house.sql(readinessOn(held, `'${TODAY}'::date`), [schoolId, fleet.taughtModelId]);
      const facts = { trainedHere: here + Number(isShown), trainedOnce: 0, shownHere: isShown, minTeachers: 1 };
      const said = coherenceOf({ callsForTraining: true, ...facts, inUse: false });
      expect(row).toMatchObject({ school_id: schoolId, ready: said === 'ready' });
    });
  },
);
