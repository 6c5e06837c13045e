import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import { workbook } from './harness/delivery-builders.js';
import { GLPI, sendFleet } from './harness/fleet-imports.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { csvFile } from './harness/uploads.js';

/** Files that are no list of devices, and lists beyond what is read: refused whole, with what to do. */
let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const far = (at: string) =>
  workbook([], {
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="${at}"><v>1</v></c></row></sheetData></worksheet>`,
  });

describe('a file that is no list of devices', () => {
  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), '422 import.unreadable'],
    ['of headings alone', csvFile([GLPI]), '422 delivery.list-empty'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '422 delivery.workbook-old'],
    ['a workbook cut short', workbook([['a', 'b']]).subarray(0, 200), '422 delivery.workbook-unreadable'],
    ['a workbook of too many rows', far('A6000'), '422 fleet.workbook-too-long'],
    [
      'in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvFile([GLPI, GLPI]).toString(), 'utf16le')]),
      '422 import.utf-16',
    ],
    [
      'with too many columns',
      csvFile([Array.from({ length: LIMITS.fleetList.columns + 1 }, (_, n) => `c${n}`)]),
      '422 fleet.list-too-long',
    ],
    [
      'with too many lines',
      Buffer.from(`a;b\n${'1;2\n'.repeat(LIMITS.fleetList.rows + 1)}`),
      '422 fleet.list-too-long',
    ],
    ['with a quote that never closes', Buffer.from(`a;b\n1;"2${'x;y\n'.repeat(70_000)}`), '422 import.unreadable'],
    ['too large', Buffer.alloc(LIMITS.fleetList.bytes + 10, 'a'), '413 request.too-large'],
  ])('%s is refused whole', async (_, content, refusal) => {
    const { status, body } = await sendFleet(manager, content);
    expect(`${status} ${body.code}`).toBe(refusal);
  });
});

describe('lists that wait', () => {
  it('are so many and no more', async () => {
    await house.arrange(
      `insert into fleet_import (kind, source, file_name, sha256, header, columns, row_count, uploaded_by, uploaded_at)
       select 'list', 's', 'f', '', '[]', '{}', 0, $2, now() from generate_series(1, $1::int)`,
      [LIMITS.fleetList.waiting, manager.accountId],
    );
    const list = csvFile([
      GLPI,
      ['PC-1', 'Entité racine', 'En service', 'Dell', 'S-1', '', 'Latitude', '', 'Salle 1', '', ''],
    ]);
    expect(await sendFleet(manager, list)).toMatchObject({ status: 409, body: { code: 'fleet.lists-waiting' } });
    await house.arrange('delete from fleet_import');
  });
});
