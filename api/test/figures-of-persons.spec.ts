import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
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

beforeAll(async () => {
  house = await House.open();
  world = await randomWorld(house, 2);
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
