import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { draft, smallPlan } from './harness/plan.js';

let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const YEAR_2026 = {
  fromDay: '2026-01-01',
  toDay: '2026-12-31',
  maximumNetCents: 1_000_000,
  minimumNetCents: null,
  alertBasisPoints: 8_000,
};
let count = 0;

async function contract(more: object = {}): Promise<string> {
  const holder = await manager.post('/api/v1/contract-holders', { name: `Câblages du Gier ${(count += 1)}` });
  const body = {
    number: `2025-M-${count}`,
    title: 'Installation',
    holderId: holder.body.id,
    lot: 'Lot 1',
    fromDay: '2025-01-01',
    toDay: '2028-12-31',
    ...more,
  };
  return (await manager.post('/api/v1/contracts', body)).body.id;
}
const page = async (id: string) => (await manager.get(`/api/v1/contracts/${id}`)).body;
const addPeriod = async (id: string, more: object = {}) =>
  manager.post(`/api/v1/contracts/${id}/periods`, { ...YEAR_2026, ...more }, { version: (await page(id)).version });
const writePeriod = async (id: string, more: object = {}) => {
  const { version, periods } = await page(id);
  return manager.put(`/api/v1/contracts/${id}/periods/${periods[0].id}`, { ...YEAR_2026, ...more }, { version });
};

describe('a framework contract', () => {
  it('is written with its holder, its term and its periods', async () => {
    const id = await contract();
    expect((await addPeriod(id, { minimumNetCents: 100_000 })).body).toEqual({ id, version: 2 });
    expect(await page(id)).toMatchObject({
      standing: 'running',
      version: 2,
      holder: { name: expect.stringMatching(/^Câblages/), contractCount: 1 },
      orderCount: 0,
      itemCount: 0,
      periods: [
        {
          ...YEAR_2026,
          minimumNetCents: 100_000,
          countedNetCents: 0,
          leftNetCents: 1_000_000,
          alert: 'none',
          belowMinimum: false,
          standing: 'running',
        },
      ],
    });
  });

  it('counts what its orders commit, and alerts from its threshold to its maximum', async () => {
    const plan = await smallPlan(house);
    const { id, periodId } = await house.build.contract(50_000);
    const itemId = await house.build.item({ contract_id: id });
    const order = await draft(plan, [{ itemId, quantity: 4 }]);
    await plan.head.act(order.id, 'submit');
    await plan.manager.act(order.id, 'approve', {});
    const shown = await page(id);
    expect(shown).toMatchObject({ orderCount: 1, itemCount: 1 });
    expect(shown.periods[0]).toMatchObject({
      id: periodId,
      countedNetCents: 40_000,
      leftNetCents: 10_000,
      alert: 'near',
      orderCount: 1,
    });
    const { version } = shown;
    const lower = (maximumNetCents: number) =>
      manager.put(
        `/api/v1/contracts/${id}/periods/${periodId}`,
        { ...YEAR_2026, fromDay: '2023-01-01', toDay: '2099-12-31', maximumNetCents },
        { version },
      );
    expect(await lower(39_999)).toMatchObject({
      status: 422,
      body: { code: 'contract.maximum-below-counted', missingCents: 1 },
    });
    expect((await lower(40_000)).status).toBe(200);
    expect((await page(id)).periods[0].alert).toBe('full');
    const alerted = (await manager.get('/api/v1/contracts?alert=true&sort=use&direction=desc')).body.items;
    expect(alerted).toEqual([
      expect.objectContaining({ id, alert: 'full', countedNetCents: 40_000, maximumNetCents: 40_000, orderCount: 1 }),
    ]);
  });

  it('keeps its periods inside its term, and apart', async () => {
    const id = await contract();
    await addPeriod(id);
    expect(await addPeriod(id, { fromDay: '2026-12-31', toDay: '2027-12-31' })).toMatchObject({
      status: 422,
      body: { code: 'contract.periods-overlap' },
    });
    expect(await addPeriod(id, { fromDay: '2028-01-01', toDay: '2029-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'contract.period-outside-term' },
    });
    expect((await addPeriod(id, { fromDay: '2027-01-01', toDay: '2027-12-31' })).status).toBe(200);
    const { holderId, number, title, lot, version } = await page(id);
    const shorter = { holderId, number, title, lot, fromDay: '2025-01-01', toDay: '2027-12-30' };
    expect(await manager.put(`/api/v1/contracts/${id}`, shorter, { version })).toMatchObject({
      status: 422,
      body: { code: 'contract.period-outside-term' },
    });
    expect(
      (await manager.put(`/api/v1/contracts/${id}`, { ...shorter, toDay: '2027-12-31' }, { version })).status,
    ).toBe(200);
    expect(await manager.put(`/api/v1/contracts/${id}`, shorter, { version })).toMatchObject({ status: 412 });
  });

  it('refuses reversed dates and a minimum above the maximum, beside their field', async () => {
    const id = await contract();
    expect(await addPeriod(id, { toDay: '2025-12-31' })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'toDay' }] },
    });
    expect(await addPeriod(id, { minimumNetCents: 1_000_001 })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'minimumNetCents' }] },
    });
    await addPeriod(id);
    expect(await writePeriod(id, { minimumNetCents: 1_000_001 })).toMatchObject({ status: 400 });
  });

  it('says when a period ended below its minimum', async () => {
    const id = await contract();
    await addPeriod(id, { fromDay: '2025-01-01', toDay: '2025-12-31', minimumNetCents: 1 });
    expect((await page(id)).periods[0]).toMatchObject({ standing: 'ended', belowMinimum: true });
  });

  it('has a number of its own, a holder that exists, with a name of its own and a true SIRET', async () => {
    await contract({ number: 'M-UNIQUE' });
    const holders = (await manager.get('/api/v1/contract-holders')).body.items;
    const body = {
      number: 'M-UNIQUE',
      title: 'T',
      holderId: holders[0].id,
      lot: '1',
      fromDay: '2025-01-01',
      toDay: '2026-01-01',
    };
    expect(await manager.post('/api/v1/contracts', body)).toMatchObject({
      status: 409,
      body: { code: 'contract.number-taken' },
    });
    expect(
      await manager.post('/api/v1/contracts', { ...body, number: 'M-2', holderId: manager.accountId }),
    ).toMatchObject({ status: 422, body: { code: 'contract.holder-unknown' } });
    expect(await manager.post('/api/v1/contract-holders', { name: holders[0].name })).toMatchObject({
      status: 409,
      body: { code: 'contract.holder-taken' },
    });
    const rename = (siret: string) =>
      manager.put(`/api/v1/contract-holders/${holders[0].id}`, { name: 'Réseaux du Forez', siret });
    expect(await rename('732 829 320 00075')).toMatchObject({ status: 400, body: { fields: [{ name: 'siret' }] } });
    expect((await rename('732 829 320 00074')).status).toBe(200);
    expect((await manager.get('/api/v1/contracts?search=reseaux%20forez')).body.items).toHaveLength(1);
  });

  it('is listed by its standing', async () => {
    const id = await contract({ fromDay: '2030-01-01', toDay: '2031-01-01' });
    const coming = (await manager.get('/api/v1/contracts?standing=coming&sort=term')).body.items;
    expect(coming).toEqual([
      expect.objectContaining({ id, standing: 'coming', countedNetCents: null, maximumNetCents: null, alert: null }),
    ]);
  });

  it('is the plan manager’s to read and to write', async () => {
    const id = await contract();
    const { contract_holder_id, technician } = {
      contract_holder_id: (await page(id)).holderId,
      technician: await house.person('technician'),
    };
    for (const person of [
      technician,
      await house.person('installer', { contract_holder_id }),
      await house.person('committee'),
    ]) {
      expect((await person.get('/api/v1/contracts')).status).toBe(403);
      expect((await person.get(`/api/v1/contracts/${id}`)).status).toBe(403);
      expect((await person.post('/api/v1/contract-holders', { name: 'X' })).status).toBe(403);
    }
  });
});
