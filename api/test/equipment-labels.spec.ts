import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LABEL_FORMAT_NAMES, LABEL_FORMATS } from '@parc/domain';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { aCase, act, aDevice, aFleet, AT, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { drawn, elementsOf, heard } from './harness/pdf-reader.js';
import type { Person } from './harness/person.js';

/** What is stuck on devices: printed, scanned, replaced when it is lost, and seen. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;
let head: Person;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  head = await house.person('school-head', { school_id: fleet.school.id });
});
afterAll(() => house.close());

const tagOf = async (id: string) => (await deviceRow(house, id)).tag as string;
const scan = (person: Person, code: string) => person.get(`/api/v1/equipment/by-tag/${encodeURIComponent(code)}`);
const replace = async (id: string, body: { label?: string } = {}, person = technician) =>
  person.post(`/api/v1/equipment/${id}/labels`, body, { version: (await deviceRow(house, id)).version });

async function sheets(query: string): Promise<Buffer> {
  const answer = await house.application.inject({
    method: 'GET',
    url: `/api/v1/equipment/labels/sheets.pdf?${query}`,
    cookies: { parc_session: technician.token! },
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return answer.rawPayload;
}

/** Every code of a page, as a camera reads it. */
async function readBack(content: Buffer, dotsPerInch = 110): Promise<string[][]> {
  const pages = await drawn(content, dotsPerInch);
  return Promise.all(
    pages.map(async (page) =>
      (await readBarcodes(page as never, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 255 })).map(
        ({ text }) => text,
      ),
    ),
  );
}

describe('a label that was lost', () => {
  it('is replaced by the next one, and still opens the device when it turns up', async () => {
    const id = await aDevice(house, fleet, 'in-service');
    const first = await tagOf(id);
    const replaced = await replace(id);
    expect([replaced.status, replaced.body]).toEqual([201, { id, tag: `${first}-2`, version: 2, state: 'in-service' }]);
    expect((await scan(technician, first)).body).toMatchObject({ id, tag: `${first}-2` });
    expect((await scan(head, `${first}-2`.toLowerCase())).body.id).toBe(id);
    expect((await replace(id)).body.tag).toBe(`${first}-3`);
    const { body } = await technician.get(`/api/v1/equipment/${id}/labels`);
    expect(body.items.map(({ code, by }: { code: string; by: string | null }) => [code, by !== null])).toEqual([
      [`${first}-3`, true],
      [`${first}-2`, true],
      [first, false],
    ]);
  });

  it('is found by a search as well', async () => {
    const id = await aDevice(house, fleet, 'in-service');
    const first = await tagOf(id);
    await replace(id, { label: 'rouleau-17' });
    for (const search of [first, 'ROULEAU-17'])
      expect((await technician.get(`/api/v1/equipment?search=${search}`)).body.items[0]).toMatchObject({ id });
  });

  it('never becomes that of another device: neither by a replacement nor by a receipt', async () => {
    const [one, other] = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-stock')];
    const first = await tagOf(one);
    await replace(one);
    const stolen = await replace(other, { label: first });
    expect([stolen.status, stolen.body.code]).toEqual([409, 'equipment.tag-taken']);
    const received = await technician.post('/api/v1/equipment', {
      ...{ tag: first, modelId: fleet.modelId, stockPlaceId: fleet.stockPlaceId },
    });
    expect([received.status, received.body.code]).toEqual([409, 'equipment.tag-taken']);
  });

  it('is not replaced on a device that has left the plan', async () => {
    const answer = await replace(await aDevice(house, fleet, 'disposed'));
    expect([answer.status, answer.body.code]).toEqual([409, 'equipment.state']);
  });

  it('replaced twice at the same moment is replaced once; one new code for two devices goes to one', async () => {
    const id = await aDevice(house, fleet, 'in-service');
    const twice = await Promise.all([
      technician.post(`/api/v1/equipment/${id}/labels`, {}, { version: 1 }),
      manager.post(`/api/v1/equipment/${id}/labels`, {}, { version: 1 }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 412]);
    const devices = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-stock')];
    const answers = await Promise.all(
      devices.map((device, n) =>
        (n ? manager : technician).post(`/api/v1/equipment/${device}/labels`, { label: 'SEULE-1' }, { version: 1 }),
      ),
    );
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()).toEqual([
      '201 ',
      '409 equipment.tag-taken',
    ]);
  });
});

describe('the database', () => {
  it('lets a device bear its own labels alone, and none be changed or forgotten', async () => {
    const [one, other] = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-stock')];
    const first = await tagOf(one);
    await replace(one);
    for (const [statement, values] of [
      ['update equipment set tag = $2 where id = $1', [other, first]],
      [`update equipment set tag = 'JAMAIS-VUE' where id = $1`, [other]],
    ] as const)
      await expect(house.arrange(statement, [...values])).rejects.toThrow('equipment_bears_its_label');
    for (const statement of [
      'update equipment_label set code = code',
      'delete from equipment_label',
      'truncate equipment_label cascade',
    ])
      await expect(house.arrange(statement)).rejects.toThrow();
  });
});

describe('a scan', () => {
  it('opens by the maker’s serial number too, and a label wins over a number that reads alike', async () => {
    const numbered = await aDevice(house, fleet, 'in-service', { serial: '5CGx 12/9' });
    expect((await scan(technician, ' 5CGx 12/9 ')).body.id).toBe(numbered);
    const labelled = await aDevice(house, fleet, 'in-service', { tag: 'MEME-1' });
    await aDevice(house, fleet, 'in-service', { serial: 'MEME-1' });
    expect((await scan(technician, 'MEME-1')).body.id).toBe(labelled);
    expect((await scan(technician, 'INCONNU-1')).status).toBe(404);
  });

  it('dates when a device was seen, by whom, and nothing else of it', async () => {
    const id = await aDevice(house, fleet, 'in-service');
    const seen = await head.post(`/api/v1/equipment/${id}/seen`);
    expect(seen.status).toBe(200);
    const row = await deviceRow(house, id);
    expect(row).toMatchObject({ version: 1, last_seen_by: head.accountId, state: 'in-service' });
    expect(new Date(row.last_seen_at as string).toISOString()).toBe(seen.body.lastSeenAt);
    expect((await technician.get(`/api/v1/equipment/${id}`)).body.history).toHaveLength(1);
    // Who writes about it meanwhile has read nothing that this changes.
    expect((await technician.post(`/api/v1/equipment/${id}/lose`, {}, { version: 1 })).status).toBe(200);
  });

  it('of what stands elsewhere is, for a school, a scan of nothing', async () => {
    const stored = await aDevice(house, fleet, 'in-stock');
    expect((await head.post(`/api/v1/equipment/${stored}/seen`)).status).toBe(404);
    expect((await scan(head, await tagOf(stored))).status).toBe(404);
    expect((await deviceRow(house, stored)).last_seen_at).toBeNull();
  });
});

describe('a sheet of labels', () => {
  it('is a document in French, whose labels are heard code, model and school', async () => {
    const id = await aDevice(house, fleet, 'in-service');
    const code = await tagOf(id);
    const page = await heard(await sheets(`ids=${id}&format=a4-21`));
    expect(page).toMatchObject({ title: `Étiquette ${code}`, language: 'fr', accessible: '1', tagged: true, pages: 1 });
    const { modelName, schoolName } = (await technician.get(`/api/v1/equipment/${id}`)).body;
    expect(elementsOf(page.elements, 'P').map(({ text }) => text)).toEqual([code, modelName, schoolName]);
    expect(elementsOf(page.elements, 'Figure')).toHaveLength(1);
  });

  it.each(LABEL_FORMAT_NAMES)('of format %s is read back code by code by a scanner', async (format) => {
    const school = await house.build.school({
      name: 'École élémentaire intercommunale du Haut-Pays et des Deux-Rives',
    });
    const roomId = await house.build.room(school.id);
    const tags: string[] = [];
    for (let n = 0; n < 5; n++) {
      const row = { school_id: school.id, room_id: roomId };
      tags.push(await tagOf(await aDevice(house, fleet, 'in-service', row)));
    }
    // The third place of the last row: what is printed there stands on the sheet still.
    const { columns, rows } = LABEL_FORMATS[format];
    const start = columns * rows - 2;
    const pages = await readBack(await sheets(`schoolId=${school.id}&format=${format}&start=${Math.max(start, 1)}`));
    expect(pages.flat().sort()).toEqual(tags.map((tag) => `http://localhost:3000/e/${tag}`).sort());
    expect(pages.map((page) => page.length)).toEqual(format === 'roll-62' ? [1, 1, 1, 1, 1] : [3, 2]);
  });

  it('is the same bytes for the same labels', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    const query = `ids=${id}&format=a4-65&start=7`;
    expect((await sheets(query)).equals(await sheets(query))).toBe(true);
  });

  it('bears what a long code, a long name or a strange one make of it, within its label', async () => {
    const modelId = await house.build.item({
      kind: 'model',
      category: 'hardware',
      name: `#panic("x") ${'W'.repeat(120)}`,
    });
    const id = await aDevice(house, fleet, 'in-service', { tag: 'W'.repeat(30), model_id: modelId });
    for (const format of LABEL_FORMAT_NAMES) {
      const content = await sheets(`ids=${id}&format=${format}`);
      expect(await readBack(content)).toEqual([[`http://localhost:3000/e/${'W'.repeat(30)}`]]);
      const { label, margin } = LABEL_FORMATS[format];
      const right = ((margin.x + label.width) / 100 / 25.4) * 72;
      expect((await heard(content)).ink.filter((ink) => ink.right > right)).toEqual([]);
    }
  });

  it('of a delivery has all that came with it, wherever it is, and nothing that is lost', async () => {
    const note = { note_number: 'BL-77', delivered_on: '2026-10-05' };
    const holder_id = await house.build.insert('contract_holder', { name: 'Mobilis' });
    const made = { holder_id, stock_place_id: fleet.stockPlaceId, created_at: AT, created_by: manager.accountId };
    const deliveryId = await house.build.insert('delivery', { ...note, ...made, words: ' bl 77 ' });
    const receipt_id = await house.build.insert('delivery_receipt', {
      ...{ ...note, delivery_id: deliveryId, devices: 3, account_id: manager.accountId, role: 'plan-manager', at: AT },
    });
    const came = [
      await aDevice(house, fleet, 'in-stock', { receipt_id }),
      await aDevice(house, fleet, 'in-service', { receipt_id }),
    ];
    await aDevice(house, fleet, 'lost', { receipt_id });
    const { body } = await manager.get(`/api/v1/equipment/labels?deliveryId=${deliveryId}`);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([...came].sort());
  });

  it('of a school shows all that it has, room by room; of a case, what lies in it when asked', async () => {
    const school = await house.build.school();
    const [second, first] = [
      await house.build.room(school.id, { name: 'Salle B' }),
      await house.build.room(school.id, { name: 'Salle A' }),
    ];
    const row = (room_id: string) => ({ school_id: school.id, room_id });
    const b = await aDevice(house, fleet, 'in-service', row(second));
    await aDevice(house, fleet, 'lost', row(second));
    const a = await aDevice(house, fleet, 'awaiting-training', row(first));
    const preview = async (query: string) =>
      (await technician.get(`/api/v1/equipment/labels?${query}`)).body as { total: number; items: { id: string }[] };
    const ids = async (query: string) => (await preview(query)).items.map(({ id }) => id);
    expect(await ids(`schoolId=${school.id}`)).toEqual([a, b]);
    expect(await ids(`schoolId=${school.id}&roomId=${second}`)).toEqual([b]);
    const { id, contents } = await aCase(house, fleet, 'in-stock', 2);
    expect(await ids(`ids=${id}`)).toEqual([id]);
    expect((await ids(`ids=${id}&contents=true`)).sort()).toEqual([id, ...contents].sort());
    expect(await preview('')).toEqual({ total: 0, items: [] });
  });

  it('is nothing to print for who asks for nothing, and too much beyond what is printed at once', async () => {
    const missing = await technician.get('/api/v1/equipment/labels/sheets.pdf?format=a4-21');
    expect([missing.status, missing.body.code]).toEqual([422, 'equipment.labels-none']);
    expect((await technician.get('/api/v1/equipment/labels?ids=x')).body.code).toBe('request.invalid');
    const school = await house.build.school();
    const roomId = await house.build.room(school.id);
    await house.arrange(
      `insert into equipment (tag, model_id, state, state_since, school_id, room_id, words)
       select 'TROP-' || n, $1, 'in-service', now(), $2, $3, '' from generate_series(1, 501) n`,
      [fleet.modelId, school.id, roomId],
    );
    for (const path of ['labels?', 'labels/sheets.pdf?format=a4-65&']) {
      const answer = await technician.get(`/api/v1/equipment/${path}schoolId=${school.id}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'equipment.labels-too-many']);
    }
    await act(house, manager, (await scan(manager, 'TROP-1')).body.id, 'lose');
    expect((await technician.get(`/api/v1/equipment/labels?schoolId=${school.id}`)).body.total).toBe(500);
  });
});
