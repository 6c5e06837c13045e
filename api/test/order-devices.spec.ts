import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said, type Body } from './harness/answers.js';
import { aCase, aDevice, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import type { Answer, Person } from './harness/person.js';
import type { SmallPlan } from './harness/plan.js';

/** What the report of an order names, and what becomes of it: in the inventory, on the order, for who reads either. */
let house: House;
let on: Installing;
let plan: SmallPlan;
let fleet: Fleet;
let soldModelId: string;

beforeAll(async () => {
  house = await House.open();
  on = await Installing.in(house);
  ({ plan, fleet, soldModelId } = on);
});
afterAll(() => house.close());

describe('a report', () => {
  it('puts in its room what was taken from the stock, and the order and the device know each other', async () => {
    const id = await on.ofModel();
    const [one, other] = [await on.inStock(), await on.inStock()];
    const [first, second] = [await deviceRow(house, one), await deviceRow(house, other)];
    const answer = await on.report(plan.technician, id, [
      { code: ` ${String(first.tag).toLowerCase()} ` },
      { code: String(second.serial), roomId: fleet.otherRoomId },
    ]);
    expect(said(answer)).toBe('200 installed');
    expect(await deviceRow(house, one)).toMatchObject({ state: 'in-service', room_id: plan.roomId, order_id: id });
    expect(await deviceRow(house, other)).toMatchObject({ state: 'in-service', room_id: fleet.otherRoomId });
    const moves = await movesOf(house, one);
    expect(moves.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'receive system',
      'place technician',
      'release system',
    ]);
    expect(moves[1]).toMatchObject({ account_id: plan.technician.accountId, detail: { orderId: id } });
    expect(new Set(moves.slice(1).map(({ at }) => at)).size).toBe(1);
    for (const person of [plan.head, plan.technician, plan.manager])
      expect((await on.pageOf(person, id)) as { lines: Body[] }).toMatchObject({
        lines: [{ devices: [{ id: one, tag: first.tag, deed: 'placed' }, { id: other }] }],
      });
    const page = (await plan.head.get(`/api/v1/equipment/${one}`)).body;
    expect(page).toMatchObject({ orderId: id, history: [{}, { action: 'place', actNumber: page.orderNumber }, {}] });
    const school = (await plan.head.get(`/api/v1/equipment/of-school/${plan.school.id}`)).body;
    expect(JSON.stringify(school)).toContain('Salle des maîtres');
  });

  it('makes what nobody knows from what its line sold: received by the order, then put in its room', async () => {
    const id = await on.ofFirm();
    const serial = `S-${randomUUID()}`;
    expect(
      said(await on.report(plan.installer, id, [{ code: serial }, { code: `${serial}b`, tag: 'pe-900001' }])),
    ).toBe('200 installed');
    const [{ devices } = { devices: [] }] = await on.linesOf(id);
    expect(devices).toMatchObject([{ tag: expect.stringMatching(/^PE-\d{6}$/), serial }, { tag: 'PE-900001' }]);
    const device = await deviceRow(house, String(devices[0]!.id));
    expect(device).toMatchObject({
      ...{ model_id: soldModelId, state: 'in-service', room_id: plan.roomId, school_id: plan.school.id, order_id: id },
      ...{ net_cents: 10_000, vat_basis_points: 2_000, contract_id: expect.any(String) },
    });
    expect(device.purchased_on).not.toBeNull();
    expect(device.warranty_until).not.toBeNull();
    const moves = await movesOf(house, String(device.id));
    expect(moves.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'receive installer',
      'place installer',
      'release system',
    ]);
    // The firm reads what it brought, and not what it cost.
    const page = (await plan.installer.get(`/api/v1/equipment/${device.id}`)).body;
    expect(page).toMatchObject({ serial, priceCents: null, history: [] });
  });

  it('that is sent again with its key does nothing twice', async () => {
    const id = await on.ofFirm();
    const code = `S-${randomUUID()}`;
    const key = randomUUID();
    const { version } = await on.pageOf(plan.installer, id);
    const answers = [
      await on.report(plan.installer, id, [{ code }], { key, version: Number(version) }),
      await on.report(plan.installer, id, [{ code }], { key, version: Number(version) }),
    ];
    expect(answers.map((answer) => said(answer))).toEqual(['200 installed', '200 installed']);
    const rows = await house.sql('select from equipment where serial = $1', [code]);
    expect(rows).toHaveLength(1);
    expect(await on.named(id)).toHaveLength(1);
  });

  it('leaves no device, no move and no line behind when it is refused', async () => {
    const id = await on.ofFirm();
    const elsewhere = await house.build.school();
    const away = await aDevice(house, fleet, 'in-service', {
      ...{ model_id: soldModelId, room_id: await house.build.room(elsewhere.id), school_id: elsewhere.id },
    });
    const code = `S-${randomUUID()}`;
    const { tag } = await deviceRow(house, away);
    const answer = await on.report(plan.installer, id, [{ code }, { code: String(tag) }]);
    expect(said(answer)).toBe('409 equipment.elsewhere');
    expect(answer.body.title).toContain(String(tag));
    expect(await house.sql('select from equipment where serial = $1', [code])).toEqual([]);
    expect(await on.named(id)).toEqual([]);
    expect(await on.pageOf(plan.manager, id)).toMatchObject({ state: 'in-progress' });
  });

  it('moves what a service concerns, or says that it was served where it is, whatever its model', async () => {
    const id = await on.ofService(1);
    const moved = await aDevice(house, fleet, 'in-service');
    const served = await aDevice(house, fleet, 'in-service', { model_id: soldModelId });
    const codes = await Promise.all([moved, served].map(async (one) => String((await deviceRow(house, one)).tag)));
    expect(
      said(
        await on.report(plan.technician, id, [
          { code: codes[0]!, roomId: fleet.otherRoomId },
          { code: codes[1]!, roomId: null },
        ]),
      ),
    ).toBe('200 installed');
    expect(await on.named(id)).toMatchObject([
      { id: moved, deed: 'moved' },
      { id: served, deed: 'served' },
    ]);
    expect(await deviceRow(house, moved)).toMatchObject({ room_id: fleet.otherRoomId, order_id: null });
    expect(await on.actions(moved)).toEqual(['release', 'move']);
    expect(await deviceRow(house, served)).toMatchObject({ version: 1 });
  });

  it('takes a case with what lies in it', async () => {
    const id = await on.ofService(1);
    const { id: box, contents } = await aCase(house, fleet, 'in-stock', 2);
    const codes = await Promise.all([box, contents[0]!].map(async (one) => String((await deviceRow(house, one)).tag)));
    expect(
      said(
        await on.report(
          plan.technician,
          id,
          codes.reverse().map((code) => ({ code })),
        ),
      ),
    ).toBe('200 installed');
    for (const content of contents)
      expect(await deviceRow(house, content)).toMatchObject({
        ...{ state: 'in-service', container_id: box, school_id: plan.school.id, order_id: id },
      });
  });

  it('needs no convention of the day: a later end stops no work', async () => {
    const id = await on.ofModel(1);
    const device = await on.inStock();
    await on.coveredUntil('2024-01-01');
    const { tag } = await deviceRow(house, device);
    const answer = await on.report(plan.technician, id, [{ code: String(tag) }]);
    await on.coveredUntil('2099-12-31');
    expect(said(answer)).toBe('200 installed');
  });

  const REFUSED: [string, () => Promise<[string, Parameters<Installing['report']>[2]]>, string][] = [
    [
      'a service of what nobody knows',
      async () => [await on.ofService(), [{ code: 'S-INCONNU' }]],
      '422 equipment.device-unknown',
    ],
    [
      'one device twice, by its label and its number',
      async () => {
        const { tag, serial } = await deviceRow(house, await on.inStock());
        return [await on.ofModel(), [{ code: String(tag) }, { code: String(serial) }]];
      },
      '422 equipment.named-twice',
    ],
    [
      'a device of another model than was sold',
      async () => [
        await on.ofModel(),
        [{ code: String((await deviceRow(house, await on.inStock({ model_id: soldModelId }))).tag) }],
      ],
      '422 equipment.other-model',
    ],
    [
      'a lost device',
      async () => [
        await on.ofModel(),
        [{ code: String((await deviceRow(house, await aDevice(house, fleet, 'lost'))).tag) }],
      ],
      '409 equipment.not-to-install',
    ],
    [
      'more devices than were put in place',
      async () => [await on.ofModel(1), [{ code: 'S-UN' }, { code: 'S-DEUX' }]],
      '422 equipment.too-many-named',
    ],
    [
      'a device that goes nowhere',
      async () => [await on.ofModel(1), [{ code: 'S-NULLE-PART', roomId: null }]],
      '422 equipment.room-missing',
    ],
    [
      'a room of another school',
      async () => [
        await on.ofModel(1),
        [{ code: 'S-AILLEURS', roomId: await house.build.room((await house.build.school()).id) }],
      ],
      '422 order.room-unknown',
    ],
  ];
  it.each(REFUSED)('does not name %s', async (_what, arrange, refusal) => {
    const [id, devices] = await arrange();
    expect(said(await on.report(plan.technician, id, devices))).toBe(refusal);
    expect(await on.pageOf(plan.manager, id)).toMatchObject({ state: 'in-progress' });
  });
});

describe('a report that is written again', () => {
  it('leaves what it names once more, takes back to its shelf what it does not, and says why', async () => {
    const id = await on.ofModel();
    const [kept, wrong, right] = [await on.inStock(), await on.inStock(), await on.inStock()];
    const code = async (device: string) => ({ code: String((await deviceRow(house, device)).tag) });
    await on.report(plan.technician, id, [await code(kept), await code(wrong)]);
    await on.dispute(id);
    // Nothing moves by itself: it stands there until somebody says otherwise.
    expect(await deviceRow(house, wrong)).toMatchObject({ state: 'in-service', order_id: id });
    expect(said(await on.report(plan.technician, id, [await code(kept), await code(right)]))).toBe('200 installed');
    expect(await on.actions(kept)).toEqual(['receive', 'place', 'release']);
    expect(await deviceRow(house, right)).toMatchObject({ state: 'in-service', order_id: id });
    expect(await deviceRow(house, wrong)).toMatchObject({
      ...{ state: 'in-stock', stock_place_id: fleet.stockPlaceId, order_id: null, school_id: null },
    });
    expect((await movesOf(house, wrong)).at(-1)).toMatchObject({
      ...{
        action: 'withdraw',
        account_id: plan.technician.accountId,
        reason: expect.stringContaining('ne le nomme plus'),
      },
    });
    expect((await on.named(id)).map((device) => device.id).sort()).toEqual([kept, right].sort());
    const forgotten = await house.sql(
      `select from history where table_name = 'order_device' and operation = 'DELETE' and before ->> 'equipment_id' = $1`,
      [wrong],
    );
    expect(forgotten).toHaveLength(1);
  });

  it('brings back to its room what it had moved', async () => {
    const id = await on.ofService();
    const device = await aDevice(house, fleet, 'in-service');
    const { tag } = await deviceRow(house, device);
    await on.report(plan.technician, id, [{ code: String(tag), roomId: fleet.otherRoomId }]);
    await on.dispute(id);
    await on.report(plan.technician, id, [{ code: String(tag), roomId: fleet.otherRoomId }]);
    expect(await on.named(id)).toMatchObject([{ deed: 'moved' }]);
    await on.dispute(id);
    await on.report(plan.technician, id, []);
    expect(await deviceRow(house, device)).toMatchObject({ room_id: plan.roomId });
    expect(await on.named(id)).toEqual([]);
  });

  it('leaves a device where somebody has moved it since: it is only no longer the order’s', async () => {
    const id = await on.ofModel();
    const device = await on.inStock();
    const { tag } = await deviceRow(house, device);
    await on.report(plan.technician, id, [{ code: String(tag) }]);
    const { version } = await deviceRow(house, device);
    const url = `/api/v1/equipment/${device}/move`;
    expect((await plan.manager.post(url, { roomId: fleet.otherRoomId }, { version })).status).toBe(200);
    await on.dispute(id);
    await on.report(plan.technician, id, []);
    expect(await deviceRow(house, device)).toMatchObject({
      ...{ state: 'in-service', room_id: fleet.otherRoomId, order_id: null },
    });
  });
});

describe('two reports at the same moment', () => {
  it('that name the same device of the stock: one has it, the other reads that another order put it there', async () => {
    const [one, other] = [await on.ofModel(1), await on.ofModel(1)];
    const device = await on.inStock();
    const { tag } = await deviceRow(house, device);
    const answers = await Promise.all(
      [one, other].map((id) => on.report(plan.technician, id, [{ code: String(tag) }])),
    );
    expect(answers.map((answer) => said(answer)).sort()).toEqual(['200 installed', '409 equipment.of-another-order']);
    expect(await on.actions(device)).toEqual(['receive', 'place', 'release']);
    expect([...(await on.named(one)), ...(await on.named(other))]).toHaveLength(1);
  });

  it('that name the same unknown number: one device is made', async () => {
    const [one, other] = [await on.ofModel(1), await on.ofModel(1)];
    const code = `S-${randomUUID()}`;
    const answers = await Promise.all([one, other].map((id) => on.report(plan.technician, id, [{ code }])));
    const told = answers.map((answer) => said(answer)).sort();
    expect(told[0]).toBe('200 installed');
    expect(['409 equipment.serial-taken', '409 equipment.of-another-order']).toContain(told[1]);
    expect(await house.sql('select from equipment where serial = $1', [code])).toHaveLength(1);
  });
});

describe('what a report may name', () => {
  const offered = async (person: Person, id: string, search = '') => {
    const [line] = await on.linesOf(id);
    return person.get(`/api/v1/orders/${id}/devices?lineId=${line!.id}&search=${encodeURIComponent(search)}`);
  };

  it('is offered from the stock of the model to who reads the stock, and by its whole code to a firm', async () => {
    const [own, firm] = [await on.ofModel(), await on.ofFirm()];
    const device = await on.inStock();
    const sold = await on.inStock({ model_id: soldModelId });
    const { tag } = await deviceRow(house, sold);
    const tags = (answer: Answer) => answer.body.items.map((item: Body) => item.id);
    expect(tags(await offered(plan.technician, own))).toContain(device);
    expect(tags(await offered(plan.technician, own))).not.toContain(sold);
    expect((await offered(plan.installer, firm)).body).toEqual({ items: [], known: false });
    expect((await offered(plan.installer, firm, String(tag).slice(0, 7))).body).toEqual({ items: [], known: false });
    expect(tags(await offered(plan.installer, firm, String(tag)))).toEqual([sold]);
    const { tag: other } = await deviceRow(house, device);
    expect((await offered(plan.installer, firm, String(other))).body).toEqual({ items: [], known: true });
    for (const signs of ['%', '_', '\\', `' --`])
      expect([signs, tags(await offered(plan.technician, own, signs))]).toEqual([signs, []]);
  });

  it('is told to nobody but who carries the order out, while it is carried out', async () => {
    const id = await on.ofModel();
    const another = await house.person('technician');
    expect(said(await offered(another, id))).toBe('403 order.not-assignee');
    expect(said(await offered(plan.installer, id))).toBe('404 order.not-found');
    expect(said(await offered(plan.manager, id))).toBe('403 role.may-not');
    await on.report(plan.technician, id, []);
    expect(said(await offered(plan.technician, id))).toMatch(/^409 order.state/);
  });
});

describe('the database', () => {
  it('keeps a device once in an order, and with a line of that order', async () => {
    const [id, other] = [await on.ofModel(), await on.ofModel()];
    const [line] = await on.linesOf(id);
    const [foreign] = await on.linesOf(other);
    const device = await on.inStock();
    const row = { order_id: id, line_id: line!.id, equipment_id: device, deed: 'placed' };
    await house.build.insert('order_device', row);
    await expect(house.build.insert('order_device', row)).rejects.toThrow('order_device_once');
    const [another] = [await on.inStock()];
    await expect(
      house.build.insert('order_device', { ...row, equipment_id: another, line_id: foreign!.id }),
    ).rejects.toThrow('order_device_line_of_its_order');
  });
});
