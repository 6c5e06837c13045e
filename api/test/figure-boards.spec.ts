import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { aDotation, aDotationPart } from './harness/dotation-builders.js';
import { known } from './harness/figures.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let committee: Person;
let officer: Person;
let body: Person;
/** Two communes with schools, one without. */
let rive: string;
let lorette: string;
let bare: string;
const schools: Record<string, string> = {};

/** A school with a hundred pupils. */
async function aSchool(name: string, communeId: string, row: Record<string, unknown> = {}): Promise<void> {
  const { id } = await house.build.school({ name, commune_id: communeId, ...row });
  await known(house, id, { school_year: 2026, pupils: 100, classes: 4 });
  schools[name] = id;
}

beforeAll(async () => {
  house = await House.open();
  const { build } = house;
  [rive, lorette, bare] = [
    await build.commune({ name: 'Rive-de-Gier', latitude: 45.53, longitude: 4.62 }),
    await build.commune({ name: 'Lorette', latitude: 45.51, longitude: 4.58 }),
    await build.commune({ name: 'Chagnon' }),
  ];
  const bodyId = await build.insert('managing_body', { name: 'OGEC du Gier', kind: 'ogec' });
  const values: Record<string, number> = { Alpha: 10, Bravo: 20, Charlie: 30, Delta: 5 };
  await aSchool('Alpha', rive);
  await aSchool('Bravo', rive);
  await aSchool('Charlie', lorette, { priority: 'REP' });
  await aSchool('Delta', rive, { sector: 'private', state_contract: 'association', managing_body_id: bodyId });
  // Worked out of an empty fleet; what each is said to have is then told behind the application's back.
  await house.application.get(WorkingOutService).workAll(['terminals-per-100']);
  for (const [name, value] of Object.entries(values))
    await house.arrange('update indicator_school set num = $2, value = $2 where school_id = $1', [
      schools[name],
      value,
    ]);
  committee = await house.person('committee');
  officer = await house.person('commune-officer', { commune_id: rive });
  body = await house.person('private-body-officer', { managing_body_id: bodyId });
});
afterAll(() => house.close());

const SPREAD = '/api/v1/steering/figures/terminals-per-100/spread';
const of = (person: Person, path: string) => person.get(`/api/v1/steering/${path}`);

describe('the communes of the map', () => {
  it('stand with their place, and with how many schools the reader reaches there', async () => {
    const { items } = (await of(committee, 'communes')).body;
    expect(items.find(({ id }: { id: string }) => id === rive)).toEqual({
      ...{ id: rive, name: 'Rive-de-Gier', latitude: 45.53, longitude: 4.62, schools: 3 },
    });
    expect(items.find(({ id }: { id: string }) => id === bare)).toMatchObject({ latitude: null, schools: 0 });
  });

  it('are for who reads them all', async () => {
    for (const person of [officer, body]) expect((await of(person, 'communes')).body.code).toBe('role.may-not');
  });
});

describe('the spread of a figure', () => {
  const dots = async (person: Person, query = '') =>
    (await person.get(`${SPREAD}${query}`)).body.dots.map(
      ({ sector, network, value, schools: count }: Record<string, unknown>) => [sector, network, value, count],
    );

  it('has every school of the plan once, by sector and network', async () => {
    expect(await dots(committee)).toEqual([
      ['private', 'none', 5, 1],
      ['public', 'REP', 30, 1],
      ['public', 'none', 10, 1],
      ['public', 'none', 20, 1],
    ]);
  });

  it('is narrowed as it is asked', async () => {
    expect(await dots(committee, '?network=REP')).toEqual([['public', 'REP', 30, 1]]);
    expect(await dots(committee, '?sector=private&network=REP')).toEqual([]);
  });

  it('tells a commune nothing of a private school, nor of another commune’s', async () => {
    expect(await dots(officer)).toEqual([
      ['public', 'none', 10, 1],
      ['public', 'none', 20, 1],
    ]);
  });
});

describe('the figure of one commune', () => {
  it('is its own, for who reads all', async () => {
    const { status, body: figure } = await of(committee, `communes/${rive}/figures/terminals-per-100`);
    expect([status, figure.figure.den, figure.figure.population]).toEqual([200, 300, 3]);
    expect(figure.curve.length).toBeGreaterThan(1);
  });

  it('is nobody else’s: a commune’s total would tell of its private schools', async () => {
    for (const person of [officer, body])
      expect((await of(person, `communes/${rive}/figures/terminals-per-100`)).body.code).toBe('role.may-not');
  });
});

describe('one school’s figures', () => {
  const school = (person: Person, name: string) => of(person, `schools/${schools[name]}?objective=divide`);
  const placed = async (person: Person, name: string) =>
    (await school(person, name)).body.figures.map(
      ({ key, value, like, lower, higher, median, lowest, highest }: Record<string, unknown>) => ({
        key,
        ...{ value, like, lower, higher, median, lowest, highest },
      }),
    );

  it('have their place among those of its kind and network', async () => {
    expect(await placed(committee, 'Alpha')).toEqual([
      { key: 'terminals-per-100', value: 10, like: 3, lower: 1, higher: 1, median: 10, lowest: 5, highest: 20 },
    ]);
    expect((await placed(committee, 'Charlie'))[0]).toMatchObject({ like: 1, lower: 0, higher: 0 });
  });

  it('are placed among the reader’s own alone, and none is told of another’s', async () => {
    expect((await placed(officer, 'Alpha'))[0]).toMatchObject({ like: 2, lower: 0, higher: 1, lowest: 10 });
    expect((await school(officer, 'Delta')).body.code).toBe('object.not-found');
    expect((await school(officer, 'Charlie')).status).toBe(404);
    expect((await placed(body, 'Delta'))[0]).toMatchObject({ like: 1 });
  });

  it('have beside them what is settled to come, and not what is only thought of', async () => {
    const account = await house.build.account('plan-manager');
    const modelId = await house.build.item();
    const dotationId = await aDotation(house, { modelId, accountId: account.id }, { state: 'decided' });
    await aDotationPart(house, { dotationId, schoolId: schools['Alpha']! }, { state: 'planned' });
    await aDotationPart(house, { dotationId, schoolId: schools['Bravo']! }, { state: 'drafted' });
    await aDotationPart(house, { dotationId, schoolId: schools['Charlie']! }, { state: 'confirmed' });
    const coming = {
      schoolId: schools['Alpha'],
      title: 'Tablettes 2026',
      state: 'planned',
      quantity: 2,
      plannedOn: '2099-11-30',
    };
    expect((await school(committee, 'Alpha')).body.coming).toEqual([coming]);
    const asked = ['Alpha', 'Bravo', 'Charlie'].map((name) => schools[name]).join(',');
    const told = async (person: Person) =>
      (await of(person, `coming?schoolIds=${asked}`)).body.items.map(({ schoolId }: { schoolId: string }) => schoolId);
    expect([...(await told(committee))].sort()).toEqual([schools['Alpha'], schools['Charlie']].sort());
    expect(await told(officer)).toEqual([schools['Alpha']]);
    const { items } = (await of(committee, 'events')).body;
    expect(items).toEqual([
      { day: '2023-09-01', word: 'Début du plan', devices: null },
      { day: expect.any(String), word: 'Tablettes 2026', devices: 6 },
    ]);
  });
});

describe('the boards', () => {
  it('are closed to who reads no figures', async () => {
    const teacher = await house.person('teacher', { school_id: schools['Alpha']! });
    for (const path of [
      'communes',
      'events',
      'figures/terminals-per-100/spread',
      `coming?schoolIds=${schools['Alpha']}`,
    ])
      expect((await of(teacher, path)).status).toBe(403);
  });
});
