import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CARBON_FACTORS, depreciationMonths, netBookCents, unitTotalCents } from '@parc/domain';
import { aDevice, aDisposal, aFleet, aModel, leaveAround, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

/** What the fleet is worth on a day, and its shares of reuse in a year. */
let house: House;
let fleet: Fleet;
let manager: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  manager = await house.person('plan-manager');
  technician = await house.person('technician');
});
afterAll(() => house.close());

describe('the value of the fleet', () => {
  it('is on each day the sum of what the rule says of each device, by family, year and school', async () => {
    const laptop = await house.build.item({ kind: 'model', category: 'hardware', name: 'Portable de 2012' });
    await house.build.insert('equipment_model', { model_id: laptop, family: 'laptop', stores_data: true });
    const days = ['2010-01-31', '2010-02-28', '2011-08-30', '2012-02-29', '2012-12-31', '2013-03-15'];
    const prices = [33_333, 41_666, 41_667, 77_777, 99_999, 10];
    for (const [index, purchased_on] of days.entries())
      await aDevice(house, fleet, index % 2 ? 'in-service' : 'in-stock', {
        ...{ purchased_on, net_cents: prices[index]!, vat_basis_points: 2_000 },
        ...(index < 4 ? { model_id: laptop } : {}),
      });
    // Retired on the day itself: it is no longer had.
    await aDevice(house, fleet, 'retired', {
      ...{ purchased_on: '2010-05-05', net_cents: 500_000, vat_basis_points: 0, model_id: laptop },
      ...{ retirement_number: 'D-1', retirement_kind: 'decision', retired_on: '2012-02-29' },
    });
    const rule = { months: {}, lowValueCents: 50_000, lowValueMonths: 12 };
    for (const on of [
      '2010-01-30',
      '2010-02-28',
      '2012-02-28',
      '2012-02-29',
      '2013-03-31',
      '2014-06-15',
      '2015-01-31',
    ]) {
      const had = days.flatMap((purchasedOn, index) => {
        const cost = unitTotalCents(prices[index]!, 2_000);
        const months = depreciationMonths(cost, index < 4 ? 'laptop' : null, rule);
        return purchasedOn > on ? [] : [{ cost, net: netBookCents(cost, purchasedOn, months, on) }];
      });
      if (on > '2010-05-05' && on < '2012-02-29')
        had.push({ cost: 500_000, net: netBookCents(500_000, '2010-05-05', 60, on) });
      const sum = (name: 'cost' | 'net') => had.reduce((total, one) => total + one[name], 0);
      const { body } = await manager.get(`/api/v1/fleet/value?on=${on}`);
      const total = { devices: had.length, costCents: sum('cost'), netBookCents: sum('net') };
      expect([on, body.total]).toEqual([on, total]);
      for (const rows of [body.families, body.years, body.schools])
        expect(rows.reduce((all: number, row: { netBookCents: number }) => all + row.netBookCents, 0)).toBe(sum('net'));
    }
    const { body } = await manager.get('/api/v1/fleet/value?on=2014-06-15');
    expect(body.families.find(({ family }: { family: string | null }) => family === 'laptop')).toMatchObject({
      ...{ devices: 4, months: 60 },
    });
    // What nobody knows the purchase of was there before, for all that is known.
    const before = (await manager.get('/api/v1/fleet/value?on=2009-01-01')).body;
    expect(before.total.devices).toBe(0);
    expect(body.carbon[0].grams - (before.carbon[0]?.grams ?? 0)).toBe(680_000);
    expect(body.unknown).toBe(before.unknown);
    expect((await technician.get('/api/v1/fleet/value')).status).toBe(403);
  });

  it('says of making what the factors of the plan say', async () => {
    const rows = await house.sql(
      `select family, fabrication_grams as "fabricationGrams", from_day::text as "from", estimate from carbon_factor order by family`,
    );
    const told = CARBON_FACTORS.map(({ family, fabricationGrams, from, estimate }) => ({
      ...{ family, fabricationGrams, from, estimate },
    }));
    expect(rows).toEqual(told.sort((one, other) => (one.family < other.family ? -1 : 1)));
  });

  it('of one device is told to those who read prices, and its making to all who see it', async () => {
    const modelId = await house.build.item({ kind: 'model', category: 'hardware', name: 'Tablette connue' });
    const described = await manager.put(`/api/v1/fleet/models/${modelId}`, { family: 'tablet', storesData: true });
    expect(described.body).toMatchObject({ family: 'tablet', storesData: true, version: 1 });
    const { items } = (await manager.get('/api/v1/fleet/models')).body;
    expect(items.find(({ id }: { id: string }) => id === modelId)).toMatchObject({ family: 'tablet' });
    const again = await manager.put(`/api/v1/fleet/models/${modelId}`, { family: 'tablet', storesData: false });
    expect(again.body).toMatchObject({ storesData: false, version: 2 });
    const id = await aDevice(house, fleet, 'in-service', {
      ...{ model_id: modelId, purchased_on: '2025-10-06', net_cents: 100_000, vat_basis_points: 2_000 },
    });
    const url = `/api/v1/equipment/${id}/ends`;
    expect((await manager.get(url)).body).toMatchObject({
      ...{ family: 'tablet', ageMonths: 12, depreciationMonths: 48, netBookCents: 90_000, fabricationGrams: 80_500 },
    });
    const { inspector } = await everyone(house, fleet.school);
    expect((await inspector.get(url)).body).toMatchObject({ netBookCents: null, fabricationGrams: 80_500, wipes: [] });
  });
});

describe('the shares of reuse', () => {
  it('are of one civil year, to its edges, with what counts on neither side', async () => {
    const tablet = await house.build.item({ kind: 'model', category: 'hardware', name: 'Tablette de 2004' });
    await house.build.insert('equipment_model', { model_id: tablet, family: 'tablet', stores_data: true });
    const robot = await house.build.item({ kind: 'model', category: 'hardware', name: 'Robot de 2004' });
    await house.build.insert('equipment_model', { model_id: robot, family: 'robot', stores_data: false });
    const bought = (purchased_on: string, row: Record<string, unknown> = {}) =>
      aDevice(house, fleet, 'in-stock', {
        ...{ model_id: tablet, purchased_on, net_cents: 10_000, vat_basis_points: 2_000, ...row },
      });
    await bought('2004-01-01', { refurbished: true });
    await bought('2004-12-31', { net_cents: 30_000 });
    await bought('2003-12-31', { refurbished: true });
    await bought('2005-01-01', { refurbished: true });
    await bought('2004-06-01', { model_id: robot, refurbished: true });
    await bought('2004-06-01', { net_cents: null, vat_basis_points: null });
    expect((await manager.get('/api/v1/fleet/reuse?year=2004')).body.bought).toEqual({
      ...{ reusedCents: 10_000, totalCents: 40_000, reusedDevices: 1, totalDevices: 2 },
      ...{ shareBasisPoints: 2_500, targetBasisPoints: null },
      excluded: [
        { why: 'sans prix connu', devices: 1 },
        { why: 'ni informatique, ni téléphonie', devices: 1 },
      ],
    });

    const ended = (purchased_on: string | null, retired_on: string, row: Record<string, unknown> = {}) =>
      aDevice(house, fleet, 'retired', {
        ...{
          model_id: tablet,
          purchased_on,
          retired_on,
          retirement_number: 'D-1',
          retirement_kind: 'decision',
          ...row,
        },
      });
    const left = async (id: string, disposed_on: string, row: Record<string, unknown> = {}) => {
      const disposal = await aDisposal(house, { disposed_on, reuse_attested: true, ...row });
      await leaveAround(house, id, disposal, 'with its wipe');
      await house.arrange(`update equipment set state = 'disposed', stock_place_id = null where id = $1`, [id]);
    };
    // Held on 1 January 2008 and reused in it; held and still there; reused the year before, and the year after.
    await left(await ended('2000-01-01', '2007-12-31'), '2008-12-31');
    await ended('2000-01-01', '2007-06-01');
    await left(await ended('2000-01-01', '2007-06-01'), '2007-12-31');
    await left(await ended('2000-01-01', '2007-06-01'), '2009-01-01');
    // Retired in the year: reused at once, and recycled.
    await left(await ended('2000-01-01', '2008-01-01'), '2008-02-01');
    await left(await ended('2000-01-01', '2008-03-01'), '2008-04-01', {
      destination: 'recycling',
      reuse_attested: false,
    });
    // Not counted: without the taker's word (in what was held all the same), of ten years to the day, of no known age, no computer.
    await left(await ended('2000-01-01', '2007-06-01'), '2008-05-01', { reuse_attested: false });
    await left(await ended('1997-06-01', '2007-06-01'), '2008-05-01');
    await left(await ended('1997-06-02', '2007-06-01'), '2008-05-02');
    await ended(null, '2007-06-01');
    await ended('2000-01-01', '2008-06-01', { model_id: robot });
    expect((await manager.get('/api/v1/fleet/reuse?year=2008')).body.retired).toEqual({
      ...{ reused: 3, held: 5, retiredInYear: 2, reusedOfYear: 1, unattested: 1 },
      ...{ shareBasisPoints: 6_000, flowBasisPoints: 15_000, targetBasisPoints: null },
      excluded: [
        { why: 'ni informatiques, ni téléphones', devices: 1 },
        { why: 'date d’achat inconnue', devices: 1 },
        { why: 'plus de dix ans à leur retrait', devices: 1 },
      ],
    });
    const { text } = await manager.get('/api/v1/fleet/reuse.csv?year=2008');
    expect(text).toContain('2008;Réemploi du matériel retiré (REEN);Part, %;60,00');
  });
});

describe('what a model is as a device', () => {
  it('is answered however many models there are', async () => {
    const modelId = await aModel(house, { name: 'Zzz' });
    await house.arrange(
      `insert into catalogue_item select (jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'reference', 'M-' || n))).*
         from catalogue_item i, generate_series(1, 510) n where i.id = $1`,
      [modelId],
    );
    const path = `/api/v1/fleet/models/${modelId}`;
    for (const [family, version] of [
      ['tablet', 1],
      ['robot', 2],
    ] as const) {
      const answer = await manager.put(path, { family, storesData: true });
      expect(answer).toMatchObject({ status: 200, body: { id: modelId, family, version } });
    }
  });
});

describe('the settings of value and gift', () => {
  const url = '/api/v1/fleet-settings';

  it('are the house’s until the manager writes them, each from its day, and what is told follows', async () => {
    const before = (await manager.get(url)).body;
    expect(before).toMatchObject({ inForce: { giftMaxCents: 30_000, lowValueCents: 50_000 }, changes: [] });
    const families = before.inForce.families.map((one: { family: string; months: number }) =>
      one.family === 'laptop' ? { ...one, months: 72 } : one,
    );
    const asked = { ...before.inForce, families, from: '2026-12-01', source: 'Délibération de novembre' };
    expect((await manager.put(url, asked)).body.code).toBe('version.missing');
    const written = await manager.put(url, asked, { version: before.version });
    expect(written.body).toMatchObject({
      inForce: before.inForce,
      last: { ...before.inForce, families },
      changes: [{ name: 'equipment.depreciation', from: '2026-12-01', source: 'Délibération de novembre' }],
    });
    const [row] = await house.sql(
      `select value from setting where name = 'equipment.depreciation' and from_day = '2026-12-01'`,
    );
    expect(row).toEqual({ value: { months: { laptop: 72 }, lowValueCents: 50_000, lowValueMonths: 12 } });
  });

  it.each([
    ['from', { from: '2026-10-05' }],
    ['from', { from: '2029-01-01' }],
    ['families', { families: Array.from({ length: 12 }, () => ({ family: 'laptop', months: 60 })) }],
    ['giftMaxCents', { giftMaxCents: -1 }],
    ['lowValueMonths', { lowValueMonths: 0 }],
  ])('are refused beside their field: %s', async (name, change) => {
    const { inForce, version } = (await manager.get(url)).body;
    const body = { ...inForce, from: '2026-12-01', source: 'Essai', ...change };
    const refused = await manager.put(url, body, { version });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ name }] } });
  });

  it('are the manager’s alone', async () => {
    expect((await technician.get(url)).body.code).toBe('role.may-not');
  });
});
