import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aCirconscription, aModule } from './harness/training-builders.js';

/** Sessions that schools need: suggested from what waits, proposed as they stand, then suggested no more. */
let house: House;
let manager: Person;
let inspector: Person;
let fleets: Fleet[];
let moduleId: string;

beforeAll(async () => {
  house = await House.open();
  const circonscription_id = await aCirconscription(house);
  manager = await house.person('plan-manager');
  inspector = await house.person('inspector', { circonscription_id });
  await house.person('digital-trainer', { circonscription_id });
  fleets = [await aFleet(house), await aFleet(house), await aFleet(house)];
  const modelId = fleets[0]!.taughtModelId;
  moduleId = await aModule(house, [modelId]);
  await aModule(house, [modelId], { minutes: 600 });
  for (const [index, fleet] of fleets.entries()) {
    await house.arrange('update school set circonscription_id = $1, latitude = $2, longitude = 4.4 where id = $3', [
      ...[circonscription_id, 45.4 + index / 100, fleet.school.id],
    ]);
    await aDevice(house, fleet, 'awaiting-training', { model_id: modelId });
  }
});
afterAll(() => house.close());

const needs = async (by: Person) => (await by.get('/api/v1/coherence/needs')).body;

it('are one for three near schools, at the one in the middle, of the shortest module that will do', async () => {
  const { needs: waiting, devices, suggestions } = await needs(inspector);
  expect([waiting, devices, suggestions.length]).toEqual([3, 3, 1]);
  expect(suggestions[0]).toMatchObject({ moduleId, devices: 3, schoolId: fleets[1]!.school.id, guestIds: [] });
  expect(suggestions[0].dates).toHaveLength(1);
  expect(suggestions[0].travelMinutes).toBeGreaterThan(0);
});

it('are proposed as they stand, and suggested no more', async () => {
  const [suggestion] = (await needs(manager)).suggestions;
  const { dates, capacity, circonscriptionId, schoolId, guestIds, trainer } = suggestion;
  const place = { placeKind: 'school', schoolId, placeName: null, remoteLink: null };
  const body = {
    moduleId,
    circonscriptionId,
    guestIds,
    cycles: [],
    dates,
    capacity,
    minimum: 1,
    ...{ trainerId: trainer.accountId, outsideTrainer: null, outsideFirm: null },
    ...place,
  };
  const { status, body: made } = await inspector.post('/api/v1/training-sessions', body);
  expect([status, made.state]).toEqual([201, 'proposed']);
  expect(await needs(inspector)).toEqual({ needs: 0, devices: 0, suggestions: [] });
});

it('are nobody’s to read but of those who propose', async () => {
  const head = await house.person('school-head', { school_id: fleets[0]!.school.id });
  expect((await head.get('/api/v1/coherence/needs')).status).toBe(403);
});
