import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { AT } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { aCirconscription, aSession, seated } from './harness/training-builders.js';
import { randomWorld, type World } from './recount/world.js';

let house: House;
let world: World;
let manager: Person;

const TRAINED = '/api/v1/figures/trained';
const get = (path: string): Promise<Answer> => manager.get(`${TRAINED}${path}`);

interface Part {
  axis: string;
  part: string;
  num: number | null;
  masked: boolean;
}
const partsOf = async (axis: string): Promise<Part[]> => {
  const { parts } = (await get(`/breakdown?axis=${axis}`)).body as { parts: Omit<Part, 'axis'>[] };
  return parts.map((part) => ({ ...part, axis }));
};

/** Enough teachers of a public school and of a private one have come to a training for each sector to be told. */
async function trainSome(): Promise<void> {
  const schools = await house.sql<{ id: string }>(
    `select distinct on (sector) id from school where state = 'open' and opened_on is null and state_contract is distinct from 'none' order by sector, id`,
  );
  const by = (await house.build.account('plan-manager')).id;
  const circonscriptionId = await aCirconscription(house);
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const ground = { circonscriptionId, schoolId: schools[0]!.id, trainerId: trainer.id, by };
  const dates = { starts_at: '2026-09-21T07:00:00Z', ends_at: '2026-09-21T09:00:00Z' };
  const session = await aSession(house, ground, 'closed', { capacity: 40, ...dates });
  for (const { id } of schools) {
    await house.arrange(
      `insert into school_year_figures (school_id, school_year, pupils, classes, teachers) values ($1, 2026, 200, 8, 40)
       on conflict (school_id, school_year) do update set teachers = 40, pupils = 200`,
      [id],
    );
    for (let teacher = 0; teacher < 8; teacher++) {
      const { id: accountId } = await house.build.account('teacher', { school_id: id });
      const came = { present: true, recorded_by: by, recorded_at: AT };
      await seated(house, session, { accountId, schoolId: id }, came);
    }
  }
}

beforeAll(async () => {
  house = await House.open();
  world = await randomWorld(house, 2);
  await trainSome();
  await house.application.get(WorkingOutService).workAll(['trained', 'waiting']);
  manager = await house.person('plan-manager');
}, 60_000);
afterAll(() => house.close());

describe('a figure of persons', () => {
  it('is told of the whole plan, and where that is narrowed by sector and network', async () => {
    const { figure } = (await get('')).body;
    expect(figure).toMatchObject({ masked: false, num: expect.any(Number), den: expect.any(Number) });
    const parts = [...(await partsOf('network')), ...(await partsOf('sector'))];
    expect(parts.filter(({ masked }) => !masked).length).toBeGreaterThan(0);
    for (const { axis, part, num, masked } of parts) {
      const narrowed = (await get(`?${axis}=${encodeURIComponent(part)}`)).body.figure;
      expect(narrowed).toMatchObject({ num, masked });
    }
  });

  it('is told of no part that few persons stand in, in no number at all', async () => {
    const { parts } = (await get('/breakdown?axis=commune')).body as { parts: Record<string, unknown>[] };
    const masked = parts.filter((part) => part['masked'] === true);
    expect(masked.length).toBeGreaterThan(0);
    for (const part of masked) expect(part).toMatchObject({ num: null, den: null, value: null, high: null });
    for (const part of parts.filter((one) => !masked.includes(one))) {
      expect(part['num']).toBeGreaterThanOrEqual(5);
      expect(Number(part['den']) - Number(part['num'])).toBeGreaterThanOrEqual(5);
    }
  });

  it('is masked where it is narrowed further than it is worked out', async () => {
    expect((await get('?kind=nursery')).body.figure).toMatchObject({ masked: true, num: null, value: null });
  });

  it('is broken down by no commune that is narrowed, and by no kind of school', async () => {
    for (const query of ['axis=commune&sector=public', 'axis=network&kind=nursery', 'axis=kind'])
      expect(await get(`/breakdown?${query}`)).toMatchObject({ status: 422, body: { code: 'figure.axis' } });
    expect((await get('/breakdown?axis=network&sector=public')).status).toBe(200);
  });

  it('is told of no school: a yes or a no would name somebody', async () => {
    const [school] = world.schools;
    for (const path of ['/schools', '/schools/export.csv', `/schools/${school!.id}/rows`])
      expect(await get(path)).toMatchObject({ status: 422, body: { code: 'figure.axis' } });
    const kept = await house.sql(
      `select from indicator_school i join indicator_period p on p.id = i.period_id where p.key in ('trained', 'waiting')`,
    );
    expect(kept).toEqual([]);
  });
});
