import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aNeed } from './harness/need-builders.js';
import type { Person } from './harness/person.js';

/** Whom a redeployment asks, and how many devices one need may have on their way. */
let house: House;
let giving: Fleet;
let receiving: Fleet;
let manager: Person;
let givingHead: Person;
let receivingHead: Person;

beforeAll(async () => {
  house = await House.open();
  giving = await aFleet(house);
  receiving = await aFleet(house);
  manager = await house.person('plan-manager');
  givingHead = await house.person('school-head', { school_id: giving.school.id });
  receivingHead = await house.person('school-head', { school_id: receiving.school.id });
  // Nothing is asked of it: all that it has of this model is more than its kit.
  await house.arrange(
    'insert into kit_model (model_id, group_id) select $1, g.id from kit_group g order by g.place limit 1',
    [giving.modelId],
  );
});
afterAll(() => house.close());

async function anOffer(state: 'in-service' | 'in-stock' = 'in-stock') {
  const equipmentId = await aDevice(house, giving, state);
  const needId = await aNeed(house, receiving.school.id, receivingHead.accountId);
  return { equipmentId, needId };
}
const propose = (offer: { equipmentId: string; needId: string }) => manager.post('/api/v1/redeployments', offer);

describe('a redeployment that is proposed', () => {
  it('writes to the heads that are asked, each of its side', async () => {
    const subjects = async (person: Person) =>
      (
        await house.sql<{ subject: string }>(
          'select m.subject from mail m join account a on a.email = m.recipient where a.id = $1 order by m.id desc limit 1',
          [person.accountId],
        )
      ).map(({ subject }) => subject);
    await propose(await anOffer('in-service'));
    expect(await subjects(givingHead)).toEqual(['Votre avis sur un appareil à redéployer']);
    expect(await subjects(receivingHead)).toEqual(['Un appareil est proposé à votre école']);
  });

  it('offers so many devices for a need at once as it asks for: one, where it says nothing', async () => {
    const [offer, other] = [await anOffer(), await anOffer()];
    expect((await propose(offer)).status).toBe(201);
    const second = { ...other, needId: offer.needId };
    expect(await propose(second)).toMatchObject({ status: 409, body: { code: 'redeployment.need-covered' } });
    await house.arrange('update need set quantity = 2 where id = $1', [offer.needId]);
    const third = { ...(await anOffer()), needId: offer.needId };
    const answers = await Promise.all([propose(second), propose(third)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
