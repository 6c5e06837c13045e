import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckNights } from '../src/upkeep/check-nights.service.js';
import { aFleet, aModel, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aPlan } from './harness/upkeep-builders.js';

/** A school of more devices than one check holds is checked in parts. */
let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  const holidays = { zone: 'A', name: 'Vacances', from_day: '2026-10-17', to_day: '2026-11-01' };
  await house.build.insert('school_holiday', holidays);
});
afterAll(() => house.close());

/** In service in one room, their labels numbered. */
const manyDevices = (other: Fleet, count: number): Promise<unknown> =>
  house.arrange(
    `insert into equipment (tag, words, model_id, state, state_since, room_id, school_id)
       select $1 || to_char(n, 'FM000'), ' many ', $2, 'in-service', '2026-10-01T08:00:00Z', $3, $4 from generate_series(1, $5::int) n`,
    [`MD-${randomUUID().slice(0, 8).toUpperCase()}-`, other.modelId, other.roomId, other.school.id, count],
  );

/** How many devices its checks name, each once; and from which label to which each part goes. */
async function devicesChecked(planId: string): Promise<{ devices: number; labels: string[] }> {
  const parts = await house.sql<{ devices: string; labels: string }>(
    `select count(distinct e.id) as devices, min(right(e.tag, 3)::int) || '-' || max(right(e.tag, 3)::int) as labels
       from upkeep_check c join upkeep_check_device d on d.check_id = c.id join equipment e on e.id = d.equipment_id
      where c.plan_id = $1 group by c.part order by c.part`,
    [planId],
  );
  return {
    devices: parts.reduce((sum, { devices }) => sum + Number(devices), 0),
    labels: parts.map(({ labels }) => labels),
  };
}

describe('a school of many devices', () => {
  it('leaves out no device of a school that has more than one check holds', async () => {
    const other = { ...(await aFleet(house)), modelId: await aModel(house) };
    await manyDevices(other, 450);
    const { body } = await manager.post('/api/v1/upkeep-plans', {
      ...{
        name: `Campagne ${randomUUID().slice(0, 8)}`,
        points: ['Écran'],
        technicianId: null,
        modelId: other.modelId,
      },
      ...{ rule: 'once', onDay: '2026-11-30' },
    });
    expect(body.made).toBe(3);
    const list = (await manager.get(`/api/v1/upkeep-checks?planId=${body.id}`)).body;
    const parts = list.items.map(({ part, devices }: { part: number; devices: number }) => [part, devices]);
    expect(parts.sort()).toEqual([
      [1, 200],
      [2, 200],
      [3, 50],
    ]);
    expect(await devicesChecked(body.id)).toEqual({ devices: 450, labels: ['1-200', '201-400', '401-450'] });
  });

  it('has all devices of a large school checked each term, however often a night is worked', async () => {
    const other = { ...(await aFleet(house)), modelId: await aModel(house) };
    await manyDevices(other, 201);
    const planId = await aPlan(house, other, { made_until: '2026-10-05' });
    await Promise.all([
      house.application.get(CheckNights).make('2026-10-06'),
      house.application.get(CheckNights).make('2026-10-06'),
    ]);
    await house.application.get(CheckNights).make('2026-10-07');
    expect(
      await house.sql('select due_on::text as due, part, devices from upkeep_check where plan_id = $1 order by part', [
        planId,
      ]),
    ).toEqual([
      { due: '2026-11-02', part: 1, devices: 200 },
      { due: '2026-11-02', part: 2, devices: 1 },
    ]);
  });
});
