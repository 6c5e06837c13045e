import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INDICATORS, type Indicator } from '@parc/domain';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { aModel, aStockPlace } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let people: Record<string, Person>;
let modelId: string;
let places: { commune: string; otherCommune: string; body: string; circonscription: string };
let schools: Record<'town' | 'village' | 'private', { id: string; communeId: string }>;

const FIGURES = '/api/v1/figures';
const TERMINALS = `${FIGURES}/terminals-per-100`;
const MONEY = (INDICATORS as readonly Indicator[]).find(({ subject }) => subject === 'money')!.key;

/** So many tablets that have stood in a school since the first of October, and its pupils. */
async function equip(schoolId: string, tablets: number, pupils: number): Promise<void> {
  const roomId = await house.build.room(schoolId);
  await house.arrange(
    'insert into school_year_figures (school_id, school_year, pupils, classes, teachers) values ($1, 2026, $2, 4, 5)',
    [schoolId, pupils],
  );
  for (let n = 0; n < tablets; n++) {
    const tag = `FIG-${randomUUID().slice(0, 8).toUpperCase()}`;
    const id = await house.build.insert('equipment', {
      ...{ tag, model_id: modelId, state: 'in-service', state_since: '2026-10-01T07:00:00Z', words: ` ${tag} ` },
      ...{ room_id: roomId, school_id: schoolId },
    });
    await house.build.insert('equipment_move', {
      ...{ equipment_id: id, action: 'place', from_state: 'in-stock', to_state: 'in-service', role: 'system' },
      ...{ at: '2026-10-01T07:00:00Z', school_id: schoolId, room_id: roomId },
    });
  }
}

beforeAll(async () => {
  house = await House.open();
  const { build } = house;
  await aStockPlace(house);
  modelId = await aModel(house);
  await build.insert('equipment_model', { model_id: modelId, family: 'tablet', stores_data: true });
  const circonscription = await build.insert('circonscription', { code: '0429999M', name: 'Nord' });
  const body = await build.insert('managing_body', { name: 'OGEC du Gier', kind: 'ogec' });
  const town = await build.school({ circonscription_id: circonscription, priority: 'REP' });
  const village = await build.school({ circonscription_id: circonscription });
  const privateSchool = await build.school({
    ...{ sector: 'private', state_contract: 'association', commune_id: town.communeId, managing_body_id: body },
  });
  schools = { town, village, private: privateSchool };
  places = { commune: town.communeId, otherCommune: village.communeId, body, circonscription };
  await equip(town.id, 2, 100);
  await equip(village.id, 5, 50);
  await equip(privateSchool.id, 3, 100);
  people = {
    manager: await house.person('plan-manager'),
    committee: await house.person('committee'),
    commune: await house.person('commune-officer', { commune_id: places.commune }),
    body: await house.person('private-body-officer', { managing_body_id: body }),
    inspector: await house.person('inspector', { circonscription_id: circonscription }),
    head: await house.person('school-head', { school_id: town.id }),
    technician: await house.person('technician'),
    administrator: await house.person('administrator'),
  };
  await house.application.get(WorkingOutService).workAll(INDICATORS.map(({ key }) => key));
}, 120_000);
afterAll(() => house.close());

describe('a figure', () => {
  it.each([
    // Reader: terminals and pupils that they read, or why not.
    ['manager', [10, 250]],
    ['committee', [10, 250]],
    // Of the commune's public schools alone: its private one could else be taken from the plan's.
    ['commune', [2, 100]],
    ['body', [3, 100]],
    ['inspector', [7, 150]],
    ['head', 403],
    ['technician', 403],
    ['administrator', 403],
  ] as const)('of %s', async (who, expected) => {
    const answer = await people[who]!.get(TERMINALS);
    const { num, den } = answer.body?.figure ?? {};
    expect(answer.status === 200 ? [num, den] : answer.status).toEqual(expected);
  });

  it('is narrowed by who reads the whole plan, and by nobody else', async () => {
    const narrowed = async (who: string, query: string) =>
      (await people[who]!.get(`${TERMINALS}?${query}`)).body.figure;
    expect(await narrowed('committee', 'sector=private')).toMatchObject({ num: 3, den: 100, value: 3 });
    expect(await narrowed('committee', 'network=REP')).toMatchObject({ num: 2, den: 100 });
    // A commune that asks for its private schools reads what it always reads.
    expect(await narrowed('commune', 'sector=private')).toMatchObject({ num: 2, den: 100 });
    expect(await narrowed('inspector', 'network=REP')).toMatchObject({ num: 7, den: 150 });
  });

  it('is broken down for who reads the whole plan; the parts rebuild the total', async () => {
    const parts = async (who: string, axis: string) =>
      (await people[who]!.get(`${TERMINALS}/breakdown?axis=${axis}`)).body.parts as { num: number; den: number }[];
    for (const axis of ['sector', 'kind', 'network', 'commune', 'size', 'quartile']) {
      const sum = (await parts('committee', axis)).reduce((all, { num }) => all + num, 0);
      expect([axis, sum]).toEqual([axis, 10]);
    }
    for (const who of ['commune', 'body', 'inspector']) expect(await parts(who, 'sector')).toEqual([]);
    const refused = await people.committee!.get(`${TERMINALS}/breakdown?axis=body`);
    expect([refused.status, refused.body.code]).toEqual([422, 'figure.axis']);
  });

  it('leads to its schools, the worst first, each to those who reach it', async () => {
    const listed = async (who: string, query = '') =>
      (await people[who]!.get(`${TERMINALS}/schools${query}`)).body.items.map(({ id }: { id: string }) => id);
    const { town, village } = schools;
    expect(await listed('committee')).toEqual([town.id, schools.private.id, village.id]);
    expect(await listed('committee', '?direction=desc')).toEqual([village.id, schools.private.id, town.id]);
    expect(await listed('committee', '?network=REP')).toEqual([town.id]);
    expect(await listed('commune')).toEqual([town.id]);
    expect(await listed('body')).toEqual([schools.private.id]);
    expect(await listed('inspector')).toEqual([town.id, village.id]);
    const csv = (await people.committee!.get(`${TERMINALS}/schools/export.csv`)).text.trim().split('\r\n');
    expect(csv).toHaveLength(4);
  });

  it('shows what stands behind a school to those who reach it', async () => {
    const rows = (who: string, school: string, key = 'terminals-per-100') =>
      people[who]!.get(`${FIGURES}/${key}/schools/${school}/rows`);
    const { body } = await rows('committee', schools.town.id);
    expect(body.rows).toEqual([{ object: expect.any(String), num: 2, den: 100, known: true }]);
    expect((await rows('commune', schools.private.id)).status).toBe(404);
    expect((await rows('body', schools.town.id)).status).toBe(404);
    expect((await rows('committee', randomUUID())).status).toBe(404);
  });

  it('of money is for who reads amounts', async () => {
    expect((await people.committee!.get(`${FIGURES}/${MONEY}`)).status).toBe(200);
    expect((await people.inspector!.get(`${FIGURES}/${MONEY}`)).status).toBe(404);
    const { figures } = (await people.inspector!.get(`${FIGURES}?objective=across`)).body;
    const money = new Set(
      (INDICATORS as readonly Indicator[]).filter(({ subject }) => subject === 'money').map(({ key }) => key),
    );
    expect(figures.filter(({ key }: { key: string }) => money.has(key))).toEqual([]);
  });
});

describe('a target', () => {
  const target = (row: Record<string, unknown> = {}) => ({ value: 12, by: '2027-06-30', source: 'Comité', ...row });

  it('is set by a manager, dated, and read beside the figure', async () => {
    const url = `${TERMINALS}/target`;
    expect((await people.committee!.get(url)).status).toBe(403);
    const { version } = (await people.manager!.get(url)).body;
    const set = await people.manager!.put(url, target(), { version });
    expect(set.body.changes[0]).toMatchObject({ from: '2026-10-06', value: 12, by: '2027-06-30', source: 'Comité' });
    expect(set.body.changes[0].byName).toBeTruthy();
    expect((await people.manager!.put(url, target(), { version })).status).toBe(412);
    // It holds from today; figures say what held on the last day of their data.
    house.setNow('2026-10-08T07:00:00Z');
    const tomorrow = await house.person('committee');
    expect((await tomorrow.get(TERMINALS)).body.target).toEqual({
      ...{ value: 12, by: '2027-06-30', source: 'Comité' },
    });
  });

  it('is refused where it cannot be reached any more, or where no way is better', async () => {
    const manager = await house.person('plan-manager');
    const past = await manager.put(`${TERMINALS}/target`, target({ by: '2020-01-01' }), { version: 1 });
    expect(past.body.code).toBe('request.invalid');
    const subjects = await manager.put(`${FIGURES}/subjects/target`, target(), { version: 1 });
    expect(subjects.body.code).toBe('figure.no-target');
  });
});
