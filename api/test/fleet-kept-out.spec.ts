import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyFleet, fleetList, glpi, lookFleet } from './harness/fleet-imports.js';
import { aFleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { csvFile } from './harness/uploads.js';

/** Rows that a list leaves out, as a file to be mended and sent again. */
let house: House;
let manager: Person;
let uai: string;

beforeAll(async () => {
  house = await House.open();
  const fleet = await aFleet(house);
  uai = fleet.school.uai;
  await house.arrange(`update catalogue_item set name = 'Dell Latitude 5420' where id = $1`, [fleet.modelId]);
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const rowsOf = (file: string) =>
  file
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));

describe('rows that stay out', () => {
  it('are told with their reasons once the list is in, without what it says of people', async () => {
    const content = glpi([
      ['KO-1', 'En service', uai],
      ['KO-1', 'En service', uai],
      ['2,17E+13', 'En service', uai],
    ]);
    const list = await fleetList(manager, content);
    expect((await applyFleet(manager, list, (await lookFleet(manager, list)).body)).status).toBe(200);
    const file = (await manager.get(`/api/v1/fleet-imports/${list.id}/refusals.csv`)).text;
    expect(rowsOf(file).map((cells) => [cells[4], cells.at(-2), cells.at(-1)])).toEqual([
      ['Numéro de série', 'Ligne du fichier', 'Motif du refus'],
      ['KO-1', '3', 'Même numéro de série qu’à la ligne 2.'],
      ['2,17E+13', '4', expect.stringContaining('abîmé par un tableur')],
    ]);
    expect(file).not.toContain('Martine');
  });

  it('are a file before anything comes in: all of them, nothing that runs, the same list when it is sent again', async () => {
    const rows = Array.from({ length: 230 }, (_, n) => ['=1+1', 'Salle 1', 'Inconnu', `HX-${n}`]);
    const content = (lines: string[][]) => csvFile([['Dossier', 'Lieu', 'Modèle', 'N° de série'], ...lines]);
    const list = await fleetList(manager, content(rows), 'main.csv');
    const { refusedRows, counts } = (await lookFleet(manager, list)).body;
    expect([refusedRows.length < counts.refused, counts.refused]).toEqual([true, 230]);
    const answer = await manager.get(`/api/v1/fleet-imports/${list.id}/refusals.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const kept = rowsOf(answer.text);
    expect(kept).toHaveLength(231);
    expect(kept[1]![0]).toBe(`'=1+1`);
    const { source } = (
      await house.sql<{ source: string }>('select source from fleet_import where id = $1', [list.id])
    )[0]!;
    const again = await fleetList(manager, Buffer.from(answer.text), 'repris.csv');
    expect(again.rows).toBe(230);
    expect(await house.sql('select source from fleet_import where id = $1', [again.id])).toEqual([{ source }]);
    for (const { id, version } of [list, again])
      expect(
        (
          await manager.send('DELETE', `/api/v1/fleet-imports/${id}`, undefined, {
            'if-match': `"${version}"`,
            'idempotency-key': id,
          })
        ).status,
      ).toBe(200);
  });

  it('are nobody’s file but the plan’s', async () => {
    const list = await fleetList(manager, glpi([['GL-90', 'En service', 'Le grenier']]));
    const other = await house.person('technician');
    expect((await other.get(`/api/v1/fleet-imports/${list.id}/refusals.csv`)).status).toBe(403);
  });
});
