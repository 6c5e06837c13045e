import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeUai } from '@parc/domain';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { csvFile, upload } from './harness/uploads.js';

let house: House;
let manager: Person;
let school: { id: string; uai: string };

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  school = await house.build.school({ name: 'École des Tilleuls' });
});
afterAll(() => house.close());

const apply = (id: string) => manager.post(`/api/v1/imports/${id}/apply`);
const part = async (id: string, name: string) => (await manager.get(`/api/v1/imports/${id}/${name}`)).body.items;
const figures = () =>
  house.sql(
    'select school_year as year, pupils, classes, social_index::text as index from school_year_figures where school_id = $1 order by school_year',
    [school.id],
  );

describe('pupils and classes of a rentrée', () => {
  const header = ['Rentrée scolaire', 'Numéro de l’école', 'Nombre total de classes', 'Nombre total d’élèves'];
  const look = (...rows: string[][]) => upload(manager, 'pupils', csvFile([header, ...rows]));

  it('are written for the schools of the plan; others are counted, not refused', async () => {
    const preview = await look(
      ['2026', school.uai, '6', '142'],
      ['2026', makeUai('075', 12), '9', '210'],
      ['2025', school.uai, '6', ''],
    );
    expect(preview.counts).toMatchObject({ rows: 3, created: 1, ignored: 1, refused: 1 });
    expect(preview.ignored).toEqual([{ code: 'school-outside-plan', label: 'écoles hors du plan', count: 1 }]);
    expect(await part(preview.id, 'refusals')).toMatchObject([{ line: 4, code: 'count-unreadable' }]);
    expect(await figures()).toEqual([]);
    await apply(preview.id);
    expect(await figures()).toEqual([{ year: 2026, pupils: 142, classes: 6, index: null }]);
  });

  it('say what changes, and that a budget follows', async () => {
    const preview = await look(['2026-2027', school.uai, '6', '138']);
    expect(await part(preview.id, 'changes')).toMatchObject([
      {
        key: `${school.uai} 2026`,
        name: 'École des Tilleuls, 2026-2027',
        reaches: ['budget'],
        fields: [{ label: 'Élèves', before: '142', after: '138' }],
      },
    ]);
    await apply(preview.id);
    expect((await look(['2026', school.uai, '6', '138'])).counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it('reach a school by the code it had in the file’s year', async () => {
    const before = makeUai('042', 8_001);
    await house.build.insert('school_uai', {
      school_id: school.id,
      uai: before,
      from_day: '2000-09-01',
      to_day: '2024-09-01',
    });
    const preview = await look(['2022', before, '5', '120']);
    expect(preview.counts.missing).toBe(0);
    await apply(preview.id);
    expect(await figures()).toContainEqual({ year: 2022, pupils: 120, classes: 5, index: null });
  });

  it('keep what the social index file wrote, and the other way round', async () => {
    const index = await upload(
      manager,
      'social-index',
      csvFile([
        ['Rentrée scolaire', 'UAI', 'IPS'],
        ['2026-2027', school.uai, '98,3'],
        ['2025-2026', school.uai, 'NS'],
      ]),
    );
    expect(index.counts).toMatchObject({ changed: 1, ignored: 1 });
    expect(await part(index.id, 'changes')).toMatchObject([
      { fields: [{ label: 'Indice de position sociale', before: null, after: '98,3' }] },
    ]);
    await apply(index.id);
    await apply((await look(['2026', school.uai, '7', '150'])).id);
    expect(await figures()).toContainEqual({ year: 2026, pupils: 150, classes: 7, index: '98.3' });
  });
});

describe('public holidays', () => {
  const look = (text: string) => upload(manager, 'public-holidays', Buffer.from(text));

  it('come without a header, are corrected by their day, and are never removed', async () => {
    const preview = await look(
      '2027-05-01,2027,Métropole,Fête des mères\n2027-05-08,2027,Métropole,8 mai\n2027-03-26,2027,Alsace-Moselle,Vendredi saint\n2027-02-30,2027,Métropole,?\n',
    );
    expect(preview.counts).toMatchObject({ rows: 4, created: 2, ignored: 1, refused: 1 });
    await apply(preview.id);
    const corrected = await look('2027-05-01,2027,Métropole,Fête du Travail\n2027-11-11,2027,Métropole,11 novembre\n');
    expect(corrected.counts).toMatchObject({ changed: 1, created: 1, missing: 1 });
    expect(await part(corrected.id, 'missing')).toMatchObject([{ key: '2027-05-08', name: '8 mai' }]);
    await apply(corrected.id);
    expect(await house.sql('select day::text, name from public_holiday order by day')).toEqual([
      { day: '2027-05-01', name: 'Fête du Travail' },
      { day: '2027-05-08', name: '8 mai' },
      { day: '2027-11-11', name: '11 novembre' },
    ]);
  });

  it('keep the name they have when a file calls the same holiday otherwise', async () => {
    const { counts } = await look('2027-05-01,2027,Métropole,1er mai\n2027-05-08,2027,Métropole,Victoire de 1945\n');
    expect(counts).toMatchObject({ unchanged: 2, changed: 0 });
  });
});

describe('school holidays', () => {
  const look = (...rows: string[][]) =>
    upload(manager, 'school-holidays', csvFile([['debut', 'fin', 'nom', 'zone'], ...rows], ','));
  const periods = () =>
    house.sql('select from_day::text as "from", to_day::text as "to", name from school_holiday order by from_day');

  it('are those of the plan’s zone', async () => {
    const preview = await look(
      ['2026-10-17', '2026-11-01', 'Toussaint', 'Zone A'],
      ['2027-02-13', '2027-02-28', 'Hiver', 'Zone B'],
    );
    expect(preview.counts).toMatchObject({ created: 1, ignored: 1 });
    await apply(preview.id);
    expect((await look(['2026-10-17', '2026-11-01', 'Toussaint', 'Zones A et C'])).counts).toMatchObject({
      unchanged: 1,
    });
  });

  it('take the place of a period that moved: two never overlap', async () => {
    const preview = await look(['2026-10-16', '2026-10-31', 'Toussaint', 'A']);
    expect((await part(preview.id, 'changes'))[0]).toMatchObject({
      outcome: 'changed',
      fields: [
        { label: 'Premier jour', before: '2026-10-17', after: '2026-10-16' },
        { label: 'Dernier jour', before: '2026-11-01', after: '2026-10-31' },
      ],
    });
    await apply(preview.id);
    expect(await periods()).toEqual([{ from: '2026-10-16', to: '2026-10-31', name: 'Toussaint' }]);
  });

  it('are no change when only their apostrophes and spaces are written otherwise, and then keep their name', async () => {
    await apply((await look(['2027-02-13', '2027-02-28', 'Vacances d’hiver', 'A'])).id);
    const again = await look(['2027-02-13', '2027-02-28', "Vacances\u00a0 d'hiver", 'A']);
    expect(again.counts).toMatchObject({ unchanged: 1, changed: 0 });
    const moved = await look(['2027-02-13', '2027-03-01', "Vacances d'hiver", 'A']);
    expect((await part(moved.id, 'changes'))[0].fields).toMatchObject([{ label: 'Dernier jour', after: '2027-03-01' }]);
    await apply(moved.id);
    expect(await periods()).toContainEqual({ from: '2027-02-13', to: '2027-03-01', name: 'Vacances d’hiver' });
  });
});
