import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { applyFleet, fleetList, lookFleet, sayFleet } from './harness/fleet-imports.js';
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

const GLPI = [
  ...['Nom', 'Entité', 'Statut', 'Fabricant', 'Numéro de série', 'Type', 'Modèle'],
  ...['Système d’exploitation - Nom', 'Lieu', 'Dernière modification', 'Usager'],
];
const glpi = (rows: [serial: string, state: string, place: string, model?: string][]) =>
  Buffer.concat([
    Buffer.from('\uFEFF'),
    csvFile([
      GLPI,
      ...rows.map(([serial, state, place, model = 'Latitude 5420'], n) => [
        ...[`PC-${n}`, 'Entité racine', state, 'Dell', serial, 'Portable', model, 'Windows 11', place],
        ...['2026-10-01 08:00', 'Martine Durand'],
      ]),
    ]),
  ]);
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
