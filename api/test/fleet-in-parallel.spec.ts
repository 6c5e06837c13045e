import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { applyFleet, fleetList, glpi, lookFleet } from './harness/fleet-imports.js';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { aNeed, aRedeployment } from './harness/need-builders.js';
import type { Person } from './harness/person.js';

/** Whoever needs several devices takes them in one order, so that nobody waits for each other; and judges what nobody moves any more. */
let house: House;
let fleet: Fleet;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  manager = await house.person('plan-manager');
  await house.arrange(`update school set name = 'École élémentaire des Tilleuls' where id = $1`, [fleet.school.id]);
  await house.arrange(`update room set name = 'Salle 1' where id = $1`, [fleet.roomId]);
  await house.arrange(`update catalogue_item set name = 'Dell Latitude 5420' where id = $1`, [fleet.modelId]);
});
afterAll(() => house.close());

const named = (ids: string[]) =>
  Promise.all(ids.map(async (id) => ({ id, version: (await deviceRow(house, id)).version })));
const isDeviceFree = (id: string) => isFree(house, 'equipment', id);
const stateOf = async (table: string, id: string) =>
  (await house.sql<{ state: string }>(`select state from ${table} where id = $1`, [id]))[0]!.state;

describe('many devices that one request names', () => {
  it('are held a case before what lies in it: whoever moves the case waits for nobody who waits for it', async () => {
    const content = await aDevice(house, fleet, 'in-stock');
    const caseId = await aDevice(house, fleet, 'in-stock', { is_container: true });
    await house.arrange('update equipment set container_id = $2, stock_place_id = null where id = $1', [
      ...[content, caseId],
    ]);
    const held = await Held.row(house, 'equipment', caseId);
    const devices = await named([content, caseId]);
    const act = { decisionNumber: 'D-1', decisionKind: 'deliberation', decidedOn: '2026-01-05', devices };
    const answer = manager.post('/api/v1/equipment/bulk/retire', act);
    expect(await waits(house, answer)).toBe(true);
    expect(await isDeviceFree(content)).toBe(true);
    await held.letGo('rollback');
    expect((await answer).status).toBe(200);
  });

  it('are looked at with what lies in them, which nobody else holds meanwhile by half', async () => {
    const { id: caseId, contents } = await aCase(house, fleet, 'in-stock', 1);
    const beside = await aDevice(house, fleet, 'in-stock');
    const held = await Held.row(house, 'equipment', contents[0]!);
    const body = { devices: await named([caseId, beside]), roomId: fleet.roomId };
    const answer = manager.post('/api/v1/equipment/bulk/place?preview=true', body);
    expect(await waits(house, answer)).toBe(true);
    expect(await isDeviceFree(beside)).toBe(true);
    await held.letGo('rollback');
    expect((await answer).body.outcomes).toMatchObject([{ done: true }, { done: true }]);
  });
});

describe('a need that ends', () => {
  it('waits for the devices that are offered for it first, as who moves them does', async () => {
    const other = await house.build.school();
    const head = await house.person('school-head', { school_id: other.id });
    const equipmentId = await aDevice(house, fleet, 'in-stock');
    const needId = await aNeed(house, other.id, head.accountId);
    const id = await aRedeployment(house, { equipmentId, needId });
    const held = await Held.row(house, 'equipment', equipmentId);
    const withdrawn = head.post(`/api/v1/needs/${needId}/withdraw`, undefined, { version: 1 });
    expect(await waits(house, withdrawn)).toBe(true);
    expect([await isFree(house, 'need', needId), await isFree(house, 'redeployment', id)]).toEqual([true, true]);
    await held.letGo('rollback');
    expect((await withdrawn).status).toBe(200);
    expect(await stateOf('redeployment', id)).toBe('ended');
  });
});

describe('devices that the plan knows and a list moves', () => {
  /** In stock, and in the list in service. */
  async function moving(serials: string[], rows: Record<string, unknown>[] = []) {
    const ids: string[] = [];
    for (const [n, serial] of serials.entries())
      ids.push(await aDevice(house, fleet, 'in-stock', { serial, ...rows[n] }));
    const place = `${fleet.school.uai} > Salle 1`;
    const list = await fleetList(manager, glpi(serials.map((serial) => [serial, 'En service', place])));
    const seen = (await lookFleet(manager, list)).body;
    expect(seen.counts).toMatchObject({ changed: serials.length, refused: 0 });
    return { ids, list, seen };
  }

  it('are offered no longer from where they lay', async () => {
    const other = await house.build.school();
    const { ids, list, seen } = await moving(['MV-1']);
    const needId = await aNeed(house, other.id, manager.accountId);
    const redeploymentId = await aRedeployment(house, { equipmentId: ids[0]!, needId });
    expect((await applyFleet(manager, list, seen)).status).toBe(200);
    const { body } = await manager.get(`/api/v1/redeployments/${redeploymentId}`);
    expect(body).toMatchObject({ state: 'ended', history: [{ action: 'end', role: 'system' }] });
  });

  it('are held in the order of all who hold several, not in that of their labels', async () => {
    const { ids, list, seen } = await moving(['MV-2', 'MV-3'], [{ tag: 'PE-ZZZ' }, { tag: 'PE-AAA' }]);
    const held = await Held.row(house, 'equipment', ids[0]!);
    const applied = applyFleet(manager, list, seen);
    expect(await waits(house, applied)).toBe(true);
    expect(await isDeviceFree(ids[1]!)).toBe(true);
    await held.letGo('rollback');
    expect((await applied).status).toBe(200);
  });

  it('are judged once nobody else moves them: what went into a case meanwhile is not torn out of it', async () => {
    const { id: caseId } = await aCase(house, fleet, 'in-stock', 0);
    const { ids, list, seen } = await moving(['MV-4']);
    const held = await Held.row(house, 'equipment', ids[0]!);
    const applied = applyFleet(manager, list, seen);
    expect(await waits(house, applied)).toBe(true);
    await held.run(
      'update equipment set container_id = $2, stock_place_id = null, version = version + 1 where id = $1',
      [ids[0]!, caseId],
    );
    await held.letGo('commit');
    expect(await applied).toMatchObject({ status: 412, body: { code: 'fleet.changed-since' } });
    expect(await deviceRow(house, ids[0]!)).toMatchObject({ state: 'in-stock', container_id: caseId });
  });
});
