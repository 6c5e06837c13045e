import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORGET_FLEET_ROWS } from '../src/inventory/imports/fleet.sql.js';
import { workbook } from './harness/delivery-builders.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { applyFleet, fleetList, GLPI, glpi, lookFleet, sayFleet } from './harness/fleet-imports.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { csvFile } from './harness/uploads.js';

/** Devices that people have today, as GLPI, Snipe-IT or their own spreadsheet tells them. */
let house: House;
let fleet: Fleet;
let manager: Person;
let uai: string;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  uai = fleet.school.uai;
  await house.arrange(`update school set name = 'École élémentaire des Tilleuls' where id = $1`, [fleet.school.id]);
  await house.arrange(`update room set name = 'Salle 1' where id = $1`, [fleet.roomId]);
  await house.arrange(`update catalogue_item set name = 'Dell Latitude 5420' where id = $1`, [fleet.modelId]);
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const device = async (serial: string): Promise<Answer['body']> => {
  const { items } = (await manager.get(`/api/v1/equipment?search=${serial}`)).body;
  return (await manager.get(`/api/v1/equipment/${items[0].id}`)).body;
};

describe('a list of GLPI', () => {
  it('is recognised, decided, looked at, brought in, and changes nothing the second time', async () => {
    const school = `Sorbiers > École élémentaire des tilleuls`;
    const content = glpi([
      ['GL-1', 'En service', `${school} > salle 1`],
      ['GL-2', 'En service', `${school} > Bibliothèque`],
      ['GL-3', 'En panne', school],
      ['GL-4', 'Chez Paul', `${uai} > Salle 1`],
      ['GL-5', 'En service', 'Le grenier'],
      ['GL-6', 'En service', school, 'Optiplex'],
      ['GL-1', 'En service', school],
      ['2,17E+13', 'En service', school],
    ]);
    const list = await fleetList(manager, content, 'glpi.csv');
    expect(list).toMatchObject({ kind: 'glpi-computers', rows: 8, state: 'waiting', missing: [] });
    expect(JSON.stringify(list)).not.toContain('Martine');
    const seen = (await lookFleet(manager, list)).body;
    expect(seen.counts).toEqual({ created: 3, unchanged: 0, changed: 0, refused: 5, rooms: 2 });
    expect(seen.words).toMatchObject([
      { topic: 'state', text: 'Chez Paul', rows: 1, meaning: null },
      { topic: 'place', text: 'Entité racine > Le grenier', rows: 1, meaning: null },
      { topic: 'model', text: 'Dell Optiplex', rows: 1, meaning: null },
    ]);
    const said = await sayFleet(manager, list, {
      decisions: [
        { topic: 'state', text: 'Chez Paul', state: 'lost' },
        { topic: 'place', text: 'Entité racine > Le grenier', schoolId: fleet.school.id },
        { topic: 'model', text: 'Dell Optiplex' },
      ],
    });
    expect([said.status, said.text]).toEqual([200, said.text]);
    const decided = (await lookFleet(manager, said.body)).body;
    expect(decided.counts).toEqual({ created: 5, unchanged: 0, changed: 0, refused: 3, rooms: 2 });
    const applied = await applyFleet(manager, said.body, decided);
    expect([applied.status, applied.body.counts]).toEqual([200, decided.counts]);
    expect(await device('GL-2')).toMatchObject({ state: 'in-service' });
    expect(await device('GL-3')).toMatchObject({ state: 'under-repair' });
    expect(await device('GL-4')).toMatchObject({ state: 'lost' });
    const report = (await manager.get(`/api/v1/fleet-imports/${list.id}`)).body;
    expect(report).toMatchObject({ state: 'applied', counts: decided.counts });
    expect(report.refusedRows.map(({ line, faults }: Answer['body']) => [line, faults[0].code])).toEqual([
      [7, 'left-out'],
      [8, 'serial-repeated'],
      [9, 'serial-broken'],
    ]);

    const again = await fleetList(manager, content, 'glpi.csv');
    const second = (await lookFleet(manager, again)).body;
    expect(second.counts).toEqual({ created: 0, unchanged: 5, changed: 0, refused: 3, rooms: 0 });
  });
});

/** Everything of a list that is understood comes in. */
async function bring(content: Buffer, name?: string): Promise<Answer['body']> {
  const list = await fleetList(manager, content, name);
  const seen = (await lookFleet(manager, list)).body;
  const applied = await applyFleet(manager, list, seen);
  expect([applied.status, applied.text]).toEqual([200, applied.text]);
  return applied.body;
}
const faultsOf = ({ faults }: Answer['body']) =>
  Object.fromEntries(faults.map(({ code, rows }: Answer['body']) => [code, rows]));

describe('a list of Snipe-IT', () => {
  it('comes in by its labels, with days and prices, without people; some devices have no serial number', async () => {
    const header = [
      ...['Company', 'Name', 'Asset Tag', 'Serial', 'Category', 'Manufacturer', 'Location', 'Order Number', 'Model'],
      ...['Purchase Date', 'Purchase Cost', 'Checkout Type', 'Checked Out To: First Name', 'Checked Out To: Last Name'],
    ];
    const row = (tag: string, serial: string) => [
      ...['Métropole', 'Portable "CM2", Sorbiers', tag, serial, 'Laptops', 'Dell', uai, '2024-1', 'Latitude 5420'],
      ...['2024-09-02', '612.50', 'User', 'Martine', 'Durand'],
    ];
    const entry = await bring(csvFile([header, row('SNP-1', 'SNIPE1'), row('SNP-2', '')], ','), 'assets.csv');
    expect(entry.counts).toMatchObject({ created: 2, refused: 0 });
    expect(await device('SNP-2')).toMatchObject({ serial: null, netCents: 61_250, purchasedOn: '2024-09-02' });
    const [kept] = await house.sql<{ kept: string }>(
      `select coalesce((select string_agg(to_jsonb(i)::text, '') from fleet_import i), '')
           || coalesce((select string_agg(to_jsonb(h)::text, '') from history h where table_name like 'fleet%'), '')
           || coalesce((select string_agg(cells::text, '') from fleet_import_row), '') as kept`,
    );
    expect(kept!.kept).not.toContain('Martine');
  });
});

describe('a list made by hand', () => {
  const rows = [
    ['Inventaire 2026', '', '', ''],
    ['Quoi', 'Où', 'Local', 'Code'],
    ['Dell Latitude 5420', 'les tilleuls', 'CP', 'MAIN-1'],
    ['Dell Latitude 5420', 'les tilleuls', 'CE1', 'MAIN-2'],
    ['2 PC', 'les tilleuls', 'CE2', 'MAIN-3'],
  ];
  it('is mapped once: the next one with the same headings needs nobody', async () => {
    const list = await fleetList(manager, Buffer.from(csvFile(rows).toString(), 'latin1'), 'parc.csv');
    expect(list).toMatchObject({ kind: 'list', rows: 3, missing: ['serial', 'model'] });
    expect((await lookFleet(manager, list)).body.code).toBe('fleet.columns-missing');
    const columns = ['model', 'site', 'place', 'tag'].map((column, place) => ({ column, place }));
    const mapped = await sayFleet(manager, list, { columns });
    const seen = (await lookFleet(manager, mapped.body)).body;
    expect(seen.words).toMatchObject([
      { topic: 'place', text: 'les tilleuls' },
      { topic: 'model', text: '2 PC' },
    ]);
    const said = await sayFleet(manager, mapped.body, {
      decisions: [{ topic: 'place', text: 'les tilleuls', schoolId: fleet.school.id }],
    });
    expect((await lookFleet(manager, said.body)).body.counts).toMatchObject({ created: 2, refused: 1, rooms: 2 });
    const next = await fleetList(
      manager,
      csvFile([rows[1]!, ['Dell Latitude 5420', 'Les Tilleuls', 'CP', 'MAIN-9']]),
      'parc.csv',
    );
    expect((await lookFleet(manager, next)).body.counts).toEqual({ ...NONE, created: 1, rooms: 1 });
    expect((await lookFleet(manager, next)).body.words).toMatchObject([
      { topic: 'place', text: 'Les Tilleuls', meaning: { schoolId: fleet.school.id } },
    ]);
  });

  it('as a workbook says the same as a CSV', async () => {
    const list = await fleetList(
      manager,
      workbook([
        ['N° de série', 'Modèle', 'École'],
        ['XLSX-1', 'Dell Latitude 5420', uai],
      ]),
      'parc.xlsx',
    );
    expect((await lookFleet(manager, list)).body.counts).toEqual({ ...NONE, created: 1 });
  });
});

const NONE = { created: 0, unchanged: 0, changed: 0, refused: 0, rooms: 0 };

describe('a damaged list', () => {
  it('says line by line what is wrong, adds up, and loses nothing', async () => {
    await bring(glpi([['DMG-1', 'En service', `${uai} > Salle 1`]]));
    const content = Buffer.from(
      csvFile([
        [...GLPI.slice(0, 9), 'Date d’achat', 'Numéro d’inventaire'],
        ...[
          ['DMG-1', 'En service', uai, '', ''],
          ['2,17E+13', 'En service', uai, '', ''],
          ['', 'En service', uai, '', ''],
          ['DMG-2', 'En service', uai, '31/02/2024', ''],
          ['DMG-3', 'En service', uai, '', 'DMG-A'],
          ['DMG-4', 'En service', uai, '', 'DMG-A'],
          ['DMG-3', 'En service', uai, '', ''],
          ['DMG-5', 'En service', uai, '', 'é?'],
        ].map(([serial, state, place, bought, tag]) => [
          ...['PC', 'Entité racine', state!, 'Dell', serial!, '', 'Latitude 5420', 'Windows', place!, bought!, tag!],
        ]),
      ]).toString(),
      'latin1',
    );
    const before = (await manager.get('/api/v1/equipment?search=dmg')).body.total;
    const list = await fleetList(manager, content);
    const { counts, ...seen } = (await lookFleet(manager, list)).body;
    expect(counts).toEqual({ created: 1, unchanged: 1, changed: 0, refused: 6, rooms: 0 });
    expect(faultsOf(seen)).toEqual({
      ...{ 'serial-broken': 1, unnamed: 1, 'date-bad': 1, 'tag-repeated': 1, 'serial-repeated': 1, 'tag-shape': 1 },
    });
    expect(seen.refusedRows.map(({ line, faults }: Answer['body']) => [line, faults[0].column])).toEqual([
      ...[
        [3, 'serial'],
        [4, 'serial'],
        [5, 'purchasedOn'],
        [7, 'tag'],
        [8, 'serial'],
        [9, 'tag'],
      ],
    ]);
    expect((await manager.get('/api/v1/equipment?search=dmg')).body.total).toBe(before);
  });
});

describe('a device that the list has elsewhere', () => {
  it('is told, and moved with a line of its history each; a training that its model asks for is not asked of what serves already', async () => {
    await house.arrange(
      `update catalogue_item set name = 'Tableau', training_module = 'Prendre en main' where id = $1`,
      [fleet.taughtModelId],
    );
    const other = await house.build.school({ name: 'École du Lavoir' });
    const stock = (
      await house.sql<{ name: string }>('select name from stock_place where id = $1', [fleet.stockPlaceId])
    )[0]!.name;
    await bring(
      glpi([
        ['MV-1', 'En service', `${uai} > Salle 1`],
        ['MV-2', 'En service', uai],
        ['MV-3', 'En stock', stock],
        ['MV-4', 'En service', uai, 'Tableau'],
      ]),
    );
    expect(await device('MV-4')).toMatchObject({ state: 'in-service' });
    const moved = glpi([
      ['MV-1', 'En service', `${other.uai} > Cour`],
      ['MV-2', 'Perdu', uai],
      ['MV-3', 'En service', `${uai} > Salle 1`],
      ['MV-4', 'En service', uai, 'Tableau'],
    ]);
    const list = await fleetList(manager, moved);
    const seen = (await lookFleet(manager, list)).body;
    expect(seen.counts).toEqual({ created: 0, unchanged: 1, changed: 3, refused: 0, rooms: 1 });
    expect(seen.changedRows).toHaveLength(3);
    expect((await applyFleet(manager, list, seen)).status).toBe(200);
    const { history, ...page } = await device('MV-1');
    expect(page).toMatchObject({ state: 'in-service', schoolName: 'École du Lavoir' });
    expect([...history].reverse().map(({ action }: Answer['body']) => action)).toEqual([
      'receive',
      'place',
      'release',
      'withdraw',
      'place',
      'release',
    ]);
    expect(history[2]).toMatchObject({ reason: 'Import : GLPI, ordinateurs' });
    expect(page.lastSeenAt).toBeNull();
    expect(await device('MV-2')).toMatchObject({ state: 'lost' });
    expect(await device('MV-3')).toMatchObject({ state: 'in-service' });
    const again = await fleetList(manager, moved);
    expect((await lookFleet(manager, again)).body.counts).toEqual({ ...NONE, unchanged: 4 });
  });
});

describe('an import', () => {
  it('is refused when the fleet has changed since it was looked at, and is applied once', async () => {
    const content = glpi([['ONCE-1', 'En service', uai]]);
    const [list, twin] = [await fleetList(manager, content), await fleetList(manager, content)];
    const seen = (await lookFleet(manager, list)).body;
    expect((await lookFleet(manager, twin)).body.counts.created).toBe(1);
    const answers = await Promise.all([applyFleet(manager, list, seen), applyFleet(manager, twin, seen)]);
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual([
      ...['200 ', '412 fleet.changed-since'],
    ]);
    const done = answers[0]!.status === 200 ? list : twin;
    expect((await applyFleet(manager, done, seen)).body.code).toBe('fleet.applied');
    expect((await manager.get('/api/v1/equipment?search=once')).body.total).toBe(1);
  });

  it('keeps no decision that names what is not there, or something of another kind', async () => {
    const list = await fleetList(manager, glpi([['DEC-1', 'Bizarre', 'Ailleurs']]));
    const absent = '018f0000-0000-7000-8000-000000000000';
    const wrong: object[] = [
      { topic: 'place', text: 'Ailleurs', schoolId: absent },
      { topic: 'model', text: 'x', modelId: absent },
      { topic: 'state', text: 'Bizarre', modelId: fleet.modelId },
      { topic: 'place', text: 'Ailleurs', roomId: fleet.roomId },
      { topic: 'place', text: 'Ailleurs', schoolId: fleet.school.id, stockPlaceId: fleet.stockPlaceId },
    ];
    for (const decision of wrong)
      expect((await sayFleet(manager, list, { decisions: [decision] })).body.code).toBe('fleet.word-unknown');
    const stale = await sayFleet(manager, { ...list, version: 9 }, { decisions: [] });
    expect(stale.body.code).toBe('version.stale');
  });

  it('gives no label that a row of the same list bears', async () => {
    const [{ last }] = (await house.sql<{ last: number }>('select last from house_tag')) as [{ last: number }];
    const next = `PE-${String(last + 1).padStart(6, '0')}`;
    const content = csvFile([
      ['Serial', 'Asset Tag', 'Model', 'École'],
      ['TAG-1', '', 'Dell Latitude 5420', uai],
      ['TAG-2', next, 'Dell Latitude 5420', uai],
    ]);
    expect((await bring(content)).counts).toMatchObject({ created: 2, refused: 0 });
    expect((await device('TAG-2')).tag).toBe(next);
  });

  it('goes whole after ninety days when nobody finished it, and keeps its figures when it is in', async () => {
    const waiting = await fleetList(manager, glpi([['OLD-1', 'En service', uai]]));
    const { importId } = await bring(
      glpi([
        ['OLD-2', 'En service', uai],
        ['2,17E+13', 'En service', uai],
      ]),
    );
    await house.arrange(`update fleet_import set uploaded_at = '2026-01-02' where id = any($1)`, [
      [waiting.id, importId],
    ]);
    await house.arrange(FORGET_FLEET_ROWS, ['2026-01-03']);
    expect((await manager.get(`/api/v1/fleet-imports/${waiting.id}`)).status).toBe(404);
    const report = (await manager.get(`/api/v1/fleet-imports/${importId}`)).body;
    expect(report).toMatchObject({ counts: { created: 1, refused: 1 }, sample: [], refusedRows: [] });
  });

  it('may be taken away while it waits', async () => {
    const list = await fleetList(manager, glpi([['WAY-1', 'En service', uai]]));
    const removed = await manager.send('DELETE', `/api/v1/fleet-imports/${list.id}`, undefined, {
      ...{ 'if-match': `"${list.version}"`, 'idempotency-key': `ote-${list.id}` },
    });
    expect(removed.status).toBe(200);
    expect((await manager.get(`/api/v1/fleet-imports/${list.id}`)).status).toBe(404);
  });
});
