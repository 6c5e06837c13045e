import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said, type Body } from './harness/answers.js';
import type { Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import type { SmallPlan } from './harness/plan.js';

/** Devices of what a report adds beyond its order: named by their place among the added lines, which have no id yet. */
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

describe('a line that a report adds', () => {
  const extrasOf = async (id: string) =>
    (await on.linesOf(id)).slice(1).map(({ devices }) => devices.map(({ serial }) => serial));

  it('names its devices as one that was ordered does, and a second report names others', async () => {
    const id = await on.ofFirm();
    const [one, other] = [`S-${randomUUID()}`, `S-${randomUUID()}`];
    expect(said(await on.reportMore(plan.installer, id, [{ code: one }, { code: other }]))).toBe('200 installed');
    expect(await extrasOf(id)).toEqual([[], [one, other]]);
    const rows = await house.sql('select model_id, state, order_id from equipment where serial = $1', [one]);
    expect(rows).toEqual([{ model_id: soldModelId, state: 'in-service', order_id: id }]);
    await on.dispute(id);
    expect(said(await on.reportMore(plan.installer, id, [{ code: other }]))).toBe('200 installed');
    expect(await extrasOf(id)).toEqual([[], [other]]);
    expect(await house.sql('select state, order_id from equipment where serial = $1', [one])).toEqual([
      { state: 'in-stock', order_id: null },
    ]);
    await on.dispute(id);
    expect(said(await on.report(plan.installer, id, []))).toBe('200 installed');
    expect(await on.named(id)).toEqual([]);
  });

  it('names no more than it adds, of a line that is there', async () => {
    const id = await on.ofFirm();
    const devices = [{ code: `S-${randomUUID()}` }, { code: `S-${randomUUID()}` }];
    expect(said(await on.reportMore(plan.installer, id, devices, 1))).toBe('422 equipment.too-many-named');
    const elsewhere = devices.map((device) => ({ ...device, extraLine: 2 }));
    expect(said(await on.reportMore(plan.installer, id, elsewhere))).toBe('422 order.line-unknown');
    const both = devices.map((device) => ({ ...device, lineId: randomUUID() }));
    expect(said(await on.reportMore(plan.installer, id, both))).toBe('422 order.line-unknown');
    expect(await on.named(id)).toEqual([]);
  });

  it('is offered the stock of what it is of', async () => {
    const id = await on.ofService();
    const device = await on.inStock();
    const { items } = (await plan.technician.get(`/api/v1/orders/${id}/devices?itemId=${fleet.modelId}`)).body;
    expect(items.map((item: Body) => item.id)).toContain(device);
    expect(said(await plan.technician.get(`/api/v1/orders/${id}/devices`))).toBe('422 order.line-unknown');
  });
});
