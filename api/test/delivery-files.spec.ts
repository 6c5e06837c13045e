import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import {
  aDelivery,
  deliveryGround,
  enter,
  look,
  say,
  sendList,
  workbook,
  type DeliveryGround,
} from './harness/delivery-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { csvFile } from './harness/uploads.js';

/** Suppliers' lists as they come: every way a spreadsheet writes them, and damaged ones, which say what is wrong. */
let house: House;
let ground: DeliveryGround;
let manager: Person;
let deliveryId: string;

beforeAll(async () => {
  house = await House.open();
  ground = await deliveryGround(house);
  manager = await house.person('plan-manager');
  deliveryId = await aDelivery(manager, ground);
});
afterAll(() => house.close());

const HEADER = ['Numéro de série', 'Modèle', 'Prix unitaire HT', 'TVA', 'Livré le'];
const ROWS = [
  HEADER,
  ['SN-É1', 'Tablette', '1 249,00 €', '20 %', '05/10/2026'],
  ['SN-É2', 'Tablette', '249.5', '5,5', '2026-10-06'],
];
const SHEET = `xl/worksheets/sheet1.xml`;
const xml = (inside: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
const refusal = async (content: Buffer, name = 'liste.csv') => {
  const { status, body } = await sendList(manager, deliveryId, content, { name });
  return `${status} ${body.code}`;
};
const listed = async (content: Buffer, name: string): Promise<Answer['body']> => {
  const sent = await sendList(manager, deliveryId, content, { name });
  expect([sent.status, sent.text]).toEqual([201, sent.text]);
  return sent.body;
};

describe('a list', () => {
  const text = csvFile(ROWS).toString();
  it.each<[string, Buffer, string]>([
    ['semicolons in UTF-8', Buffer.from(text), 'liste.csv'],
    ['semicolons in UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'liste.csv'],
    ['semicolons in Windows-1252', Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'), 'liste.csv'],
    ['commas', csvFile(ROWS, ','), 'liste.csv'],
    ['tabs', csvFile(ROWS, '\t'), 'liste.txt'],
    ['a separator told in the first line', Buffer.from(`sep=;\r\n${text}`), 'liste.csv'],
    ['a workbook', workbook(ROWS), 'C:\\bureau\\liste.xlsx'],
  ])('in %s says the same', async (_, content, name) => {
    const list = await listed(content, name);
    expect(list.header).toEqual(HEADER);
    expect(list.sample[0]).toBe('SN-É1');
    expect(list.fileName).toMatch(/^liste\.\w+$/);
    const said = await say(manager, list, { models: [{ word: 'tablette', modelId: ground.modelId }] });
    const seen = (await look(manager, said.body)).body;
    expect(seen).toMatchObject({ rows: 2, ready: 2, faulty: 0, readyNetCents: 149_850 });
    await manager.send('DELETE', `/api/v1/delivery-lists/${list.id}`, undefined, {
      'if-match': `"${said.body.version}"`,
      'idempotency-key': `ote-${list.id}`,
    });
  });

  it('of a workbook gives its numbers as they stand, and says which have lost their last figures', async () => {
    const content = workbook([
      ['Serial', 'Model', 'Price'],
      [350_123_456_789, 'Tablette', 249.9],
      [21_700_345_678_901_234_567, 'Tablette', 249.9],
    ]);
    const list = await listed(content, 'liste.xlsx');
    const said = await say(manager, list, { models: [{ word: 'tablette', modelId: ground.modelId }] });
    const seen = (await look(manager, said.body)).body;
    expect(seen).toMatchObject({ ready: 1, faulty: 1, readyNetCents: 24_990 });
    expect(seen.readyRows[0].serial).toBe('350123456789');
    expect(seen.faultyRows).toMatchObject([{ line: 3, faults: [{ code: 'serial-broken' }] }]);
    expect((await enter(manager, said.body, seen)).status).toBe(200);
  });

  it('damaged in a cell holds that row back, and keeps the others', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => [`D-${n}`, n === 7 ? 'Tab\u0000lette' : 'Tablette']);
    const list = await listed(csvFile([['Serial', 'Model'], ...rows]), 'liste.csv');
    const said = await say(manager, list, { models: [{ word: 'tablette', modelId: ground.modelId }] });
    const seen = (await look(manager, said.body)).body;
    expect(seen).toMatchObject({ ready: 39, faulty: 1 });
    expect(seen.faultyRows[0]).toMatchObject({
      line: 9,
      faults: [{ code: 'text-damaged' }, { code: 'model-unknown' }],
    });
  });

  it('without any heading that is known is mapped by hand', async () => {
    const list = await listed(
      csvFile([
        ['A', 'B'],
        ['X-1', 'Tablette'],
        ['X-2', 'Tablette'],
      ]),
      'liste.csv',
    );
    expect(list.columns).toEqual([]);
    expect((await look(manager, list)).body.code).toBe('delivery.columns-missing');
    const said = await say(manager, list, {
      ...{ columns: [{ column: 'serial', place: 0 }], models: [{ word: '', modelId: ground.modelId }] },
    });
    expect((await look(manager, said.body)).body).toMatchObject({ ready: 2, faulty: 0 });
  });
});

describe('a file that is no list', () => {
  const spoilt = Buffer.from(workbook(ROWS));
  spoilt.fill(0, 60, 200);
  const far = (at: string) =>
    workbook([], { [SHEET]: xml(`<sheetData><row r="1"><c r="${at}"><v>1</v></c></row></sheetData>`) });
  const many = workbook([], {
    [SHEET]: xml(`<sheetData>${'<row><c/><c/></row>'.repeat(LIMITS.deliveryList.cells)}</sheetData>`),
  });
  const entities = workbook([], { [SHEET]: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${xml('<sheetData/>')}` });
  it.each<[string, Buffer, string]>([
    [
      'a text in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvFile(ROWS).toString(), 'utf16le')]),
      '422 import.utf-16',
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '422 delivery.workbook-old'],
    ['a packed file that holds no sheet', workbook([], { [SHEET]: '' }), '422 delivery.workbook-unreadable'],
    ['a packed file cut short', workbook(ROWS).subarray(0, 400), '422 delivery.workbook-unreadable'],
    ['a packed file with a hole', spoilt, '422 delivery.workbook-unreadable'],
    ['a workbook whose XML declares what multiplies', entities, '422 delivery.workbook-unreadable'],
    ['a workbook with a cell far to the right', far('XFD2'), '422 delivery.list-too-long'],
    ['a workbook with a cell far down', far('A1048576'), '422 delivery.list-too-long'],
    ['a workbook with very many cells', many, '422 delivery.list-too-long'],
    ['a workbook that unpacks without an end', bomb(), '422 delivery.list-too-long'],
    ['nothing at all', Buffer.alloc(0), '422 import.unreadable'],
    ['headings alone', csvFile([HEADER]), '422 delivery.list-empty'],
    [
      'too many lines',
      csvFile([HEADER, ...Array.from({ length: LIMITS.deliveryList.rows + 1 }, (_, n) => [`S${n}`])]),
      '422 delivery.list-too-long',
    ],
    [
      'a quote that never closes',
      Buffer.from('Série;Modèle\r\n"A;B\r\n'.padEnd(300_000, 'x')),
      '422 import.unreadable',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array<number>(200).fill(0)]), '422 import.utf-16'],
  ])('%s is refused with what to do', async (_, content, wanted) => {
    expect(await refusal(content)).toBe(wanted);
  });

  it('larger than a list may be is refused before it is read', async () => {
    expect(await refusal(Buffer.alloc(LIMITS.deliveryList.bytes + 10, 'a'))).toBe('413 request.too-large');
  });
});

/** A small file whose sheet is forty megabytes of nothing, and says that it is small. */
function bomb(): Buffer {
  const plain = workbook([], { [SHEET]: 'x'.repeat(9) });
  const packed = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, ' '));
  const name = Buffer.from(SHEET);
  const local = plain.lastIndexOf(Buffer.concat([name, Buffer.from('xxxxxxxxx')]));
  // Its body stands in the place of the nine letters; the directory behind it goes along.
  const [head, tail] = [plain.subarray(0, local + name.length), plain.subarray(local + name.length + 9)];
  const file = Buffer.concat([head, packed, tail]);
  const shift = packed.length - 9;
  const end = file.length - 22;
  file.writeUInt32LE(file.readUInt32LE(end + 16) + shift, end + 16);
  const told = file.lastIndexOf(name) - 46;
  for (const at of [local - 30, told - 2 + 2]) file.writeUInt16LE(8, at === told ? at + 10 : at + 8);
  file.writeUInt32LE(packed.length, told + 20);
  return file;
}
