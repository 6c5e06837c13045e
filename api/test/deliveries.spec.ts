import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelivery, enter, look, pageOf, say, type DeliveryGround } from './harness/delivery-builders.js';
import { aDevice, aModel, deviceRow, movesOf } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { HEADER, listOf, ReceivingDesk, row, run, serialsOf } from './harness/receiving-desk.js';
import { csvFile } from './harness/uploads.js';

type Body = Answer['body'];

/** What suppliers bring: a list is mapped, looked at, mended and received; partial, repeated, undone. */
let house: House;
let desk: ReceivingDesk;
let ground: DeliveryGround;
let manager: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  desk = await ReceivingDesk.in(house);
  ({ ground, manager, technician } = desk);
});
afterAll(() => house.close());

describe('a supplier’s list', () => {
  it('is understood by its headings, looked at without a trace, and its devices come in with label, price and warranty', async () => {
    const awaited = [{ modelId: ground.modelId, quantity: 4 }];
    const id = await aDelivery(manager, ground, {
      ...{
        orderReference: '2026-0117',
        contractId: ground.contractId,
        commitmentNumber: 'E-26-118',
        funding: 'Invest 2026',
      },
      ...{ announcedNetCents: 99_600, awaited },
    });
    const content = listOf(...serialsOf('A', 3).map((serial) => row(serial)));
    const list = await desk.sent(id, content);
    const places = Object.fromEntries(list.columns.map(({ column, place }: Body) => [column, place]));
    expect(places).toEqual({ serial: 0, model: 1, orderReference: 2, netPrice: 3, warrantyMonths: 4, deliveredOn: 5 });
    expect(list).toMatchObject({ header: HEADER, sample: row(`${run}A0`), rows: 3 });

    const unknown = (await look(manager, list)).body;
    expect(unknown).toMatchObject({
      ready: 0,
      faulty: 3,
      words: [{ word: 'tab 10 4 64g', text: 'TAB 10.4 64G', rows: 3, modelId: null }],
    });
    const said = (await desk.tablets(list)).body;
    const seen = (await look(manager, said)).body;
    expect(seen).toMatchObject({ ready: 3, faulty: 0, readyNetCents: 74_700, announcedNetCents: 99_600, unpriced: 0 });
    expect(seen.models).toMatchObject([{ modelId: ground.modelId, quantity: 4, ready: 3, missing: 1 }]);
    expect(await desk.received(id)).toEqual([]);

    const entered = (await enter(manager, said, seen)).body;
    expect(entered.readyRows).toEqual(seen.readyRows);
    const devices = await desk.received(id);
    expect(devices.map(({ serial }) => serial)).toEqual(serialsOf('A', 3));
    expect(devices.map(({ tag }) => tag)).toEqual(seen.readyRows.map(({ tag }: Body) => tag));
    const [{ id: deviceId } = { id: '' }] = await house.sql<{ id: string }>(
      'select id from equipment where serial = $1',
      [`${run}A0`],
    );
    expect(await deviceRow(house, deviceId)).toMatchObject({
      ...{
        state: 'in-stock',
        net_cents: 24_900,
        vat_basis_points: 2000,
        purchased_on: '2026-10-05',
        warranty_until: '2028-10-05',
      },
      ...{
        contract_id: ground.contractId,
        commitment_number: 'E-26-118',
        funding: 'Invest 2026',
        stock_place_id: ground.stockPlaceId,
      },
    });
    expect(await movesOf(house, deviceId)).toMatchObject([
      { action: 'receive', to_state: 'in-stock', account_id: manager.accountId },
    ]);
    expect(await pageOf(manager, id)).toMatchObject({
      received: 3,
      missing: 1,
      netCents: 74_700,
      waiting: [],
      receipts: [{ devices: 3, undoable: true, fileName: 'liste.csv' }],
    });
    expect((await manager.get(`/api/v1/equipment?deliveryId=${id}&search=${run}a1`)).body.items).toHaveLength(1);
  });

  it('is mapped once: the supplier’s next one, columns in another order, is understood at once', async () => {
    const id = await aDelivery(manager, ground);
    const turned = csvFile([
      ['Carton', 'Désignation', 'Serial No'],
      ['1/1', 'Tab 10.4 / 64G', `${run}B0`],
    ]);
    const list = await desk.sent(id, turned);
    expect((await look(manager, list)).body).toMatchObject({ ready: 1, faulty: 0, unpriced: 1 });
  });

  it('keeps out, each with its column and its reason, what it cannot know to be right, and lets the rest in', async () => {
    const { id: firstId } = await desk.receivedDelivery('C', 2);
    const [known] = await desk.received(firstId);
    const id = await aDelivery(manager, ground, { orderReference: '2026-0117' });
    const content = listOf(
      row(`${run}D0`),
      row(`${run}C0`),
      row(`${run}D0`),
      row('2,17E+13'),
      row(`${run}D1`, 'NB 14 G8'),
      row(`${run}D2`, undefined, { 5: '31/02/2026' }),
      row(`${run}D3`, undefined, { 3: 'sur devis' }),
      row(`${run}D4`, undefined, { 2: '2026-0118' }),
      row(''),
    );
    const list = await desk.sent(id, content);
    const seen = (await look(manager, list)).body;
    expect(seen).toMatchObject({ rows: 9, ready: 1, faulty: 8 });
    const told = seen.faultyRows.map(({ line, faults }: Body) => [
      line,
      ...faults.map(({ code, column, other }: Body) => [code, column, other]),
    ]);
    expect(told).toEqual([
      [3, ['serial-known', 'serial', known!.tag]],
      [4, ['serial-repeated', 'serial', '2']],
      [5, ['serial-broken', 'serial', null]],
      [6, ['model-unknown', 'model', null]],
      [7, ['date-bad', 'deliveredOn', null]],
      [8, ['price-bad', 'netPrice', null]],
      [9, ['order-other', 'orderReference', null]],
      [10, ['serial-missing', 'serial', null]],
    ]);
    expect(seen.faultyRows[2].faults[0].sentence).toContain('abîmé par un tableur');

    const file = await manager.get(`/api/v1/delivery-lists/${list.id}/refusals.csv`);
    expect(file.headers['content-disposition']).toContain('lignes-a-corriger.csv');
    const lines = file.text.trim().split('\r\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toMatch(/;Ligne du fichier;Motif du refus$/);
    expect(lines[2]).toContain(`${run}D0`);
    expect(lines[2]).toMatch(/;4;Même numéro de série qu’à la ligne 2\.$/);

    // Three are mended, the others are left out.
    const notebook = await aModel(house);
    const mended = await say(manager, list, {
      models: [...list.models, { word: 'nb 14 g8', modelId: notebook }],
      mended: [
        { line: 5, column: 'serial', value: `${run}D5` },
        { line: 7, column: 'deliveredOn', value: '28/02/2026' },
      ],
      aside: [3, 4, 8, 9, 10].map((line) => ({ line })),
    });
    const again = (await look(manager, mended.body)).body;
    expect(again).toMatchObject({ ready: 4, faulty: 0, aside: 5 });
    expect((await enter(manager, mended.body, again)).status).toBe(200);
    expect((await desk.received(id)).map(({ serial }) => serial).sort()).toEqual(
      ['D0', 'D1', 'D2', 'D5'].map((end) => run + end),
    );
    expect((await manager.get(`/api/v1/delivery-lists/${list.id}`)).status).toBe(404);
  });

  it('whose last rows are not mended keeps them waiting, and read again it adds nothing twice', async () => {
    const id = await aDelivery(manager, ground);
    const content = listOf(row(`${run}E0`), row('1,2E+11'), row(`${run}E1`));
    const list = await desk.sent(id, content);
    const seen = (await look(manager, list)).body;
    expect((await enter(manager, list, seen)).body).toMatchObject({ ready: 2, faulty: 1 });
    expect(await pageOf(manager, id)).toMatchObject({ received: 2, waiting: [{ id: list.id }] });
    const again = await desk.sent(id, content);
    expect((await look(manager, again)).body).toMatchObject({ ready: 0, received: 2, faulty: 1 });
    const nothing = await enter(manager, again, { ready: 0, readyNetCents: 0 });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'delivery.nothing-ready']);
  });

  it('of three hundred tablets comes in well under two seconds', async () => {
    const id = await aDelivery(manager, ground);
    const list = await desk.sent(id, listOf(...serialsOf('F', 300).map((serial) => row(serial))));
    const seen = (await look(manager, list)).body;
    const began = performance.now();
    expect((await enter(manager, list, seen)).body.ready).toBe(300);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(new Set((await desk.received(id)).map(({ tag }) => tag)).size).toBe(300);
    const [moves] = await house.sql(
      `select count(*)::int as count from equipment_move v join equipment e on e.id = v.equipment_id where e.serial like $1`,
      [`${run}F%`],
    );
    expect(moves).toEqual({ count: 300 });
  });

  it('that changed under somebody’s eyes, or lacks its serial numbers, is not received', async () => {
    const id = await aDelivery(manager, ground);
    const list = await desk.sent(id, listOf(row(`${run}G0`), row(`${run}G1`)));
    const seen = (await look(manager, list)).body;
    await aDevice(house, ground, 'in-stock', { serial: `${run}G1`, tag: `G-${run}` });
    const late = await enter(manager, list, seen);
    expect([late.status, late.body.code]).toEqual([412, 'delivery.changed-since']);
    expect(await desk.received(id)).toEqual([]);
    const { body } = await say(manager, list, { columns: [{ column: 'model', place: 1 }] });
    const unmapped = await look(manager, body);
    expect([unmapped.status, unmapped.body.code]).toEqual([422, 'delivery.columns-missing']);
  });

  it('sent twice with one key is one list', async () => {
    const id = await aDelivery(manager, ground);
    const content = listOf(row(`${run}H0`));
    const [one, other] = [
      await desk.sent(id, content, { key: `${run}-12345678` }),
      await desk.sent(id, content, { key: `${run}-12345678` }),
    ];
    expect(other.id).toBe(one.id);
    expect((await pageOf(manager, id)).waiting).toHaveLength(1);
  });
});

describe('a delivery', () => {
  it('in parts is complete once all that was ordered came, each part with its note', async () => {
    const awaited = [{ modelId: ground.modelId, quantity: 5, netCents: 20_000 }];
    const { id } = await desk.receivedDelivery('J', 3, { awaited });
    expect(await pageOf(manager, id)).toMatchObject({ received: 3, missing: 2 });
    expect((await manager.get('/api/v1/deliveries?incomplete=true')).body.items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id, awaited: 2, received: 3 })]),
    );
    const list = await desk.sent(
      id,
      csvFile([['Serial No', 'Désignation'], ...serialsOf('K', 2).map((serial) => [serial, 'TAB 10.4 64G'])]),
      {
        query: '?noteNumber=BL-SUITE&deliveredOn=2026-10-20',
      },
    );
    const seen = (await look(manager, list)).body;
    // No price in the list: the order's.
    expect(seen.readyNetCents).toBe(40_000);
    await enter(manager, list, seen);
    const page = await pageOf(manager, id);
    expect(page).toMatchObject({ received: 5, missing: 0 });
    expect(page.receipts).toMatchObject([
      { noteNumber: 'BL-SUITE', deliveredOn: '2026-10-20', devices: 2 },
      { devices: 3 },
    ]);
  });

  it('of a few devices comes in without a file, labels given by the house or by hand', async () => {
    const id = await aDelivery(technician, ground);
    const body = {
      devices: [
        { modelId: ground.modelId, serial: `${run}L0` },
        { modelId: ground.modelId, tag: `l-${run}` },
      ],
    };
    const answer = await technician.post(`/api/v1/deliveries/${id}/receipts`, body);
    expect(answer.status).toBe(201);
    expect(answer.body.tags).toEqual([expect.stringMatching(/^PE-\d{6}$/), `L-${run}`]);
    const again = await technician.post(`/api/v1/deliveries/${id}/receipts`, { devices: [body.devices[0]] });
    expect([again.status, again.body.code]).toEqual([409, 'equipment.serial-taken']);
    expect(await pageOf(manager, id)).toMatchObject({ received: 2, receipts: [{ fileName: null }] });
  });

  it('is refused a note that came before, a contract of another firm, and a supplier that is none', async () => {
    await aDelivery(manager, ground, { noteNumber: 'BL-DEUX-FOIS' });
    const other = await house.build.contract();
    const body = {
      holderId: ground.holderId,
      noteNumber: 'BL-X',
      deliveredOn: '2026-10-05',
      stockPlaceId: ground.stockPlaceId,
    };
    const codes = await Promise.all(
      [
        { noteNumber: 'BL-DEUX-FOIS' },
        { contractId: other.id },
        { holderId: ground.modelId },
        { stockPlaceId: ground.modelId },
      ].map(async (wrong) => (await manager.post('/api/v1/deliveries', { ...body, ...wrong })).body.code),
    );
    expect(codes).toEqual([
      'delivery.note-taken',
      'delivery.contract-other',
      'delivery.supplier-unknown',
      'equipment.stock-missing',
    ]);
  });
});
