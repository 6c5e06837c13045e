import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map((item) => item.name);

describe('what a school may order', () => {
  beforeEach(async () => {
    plan = await smallPlan(house);
    await house.arrange(`update catalogue_item set state = 'withdrawn' where id <> $1`, [plan.itemId]);
  });

  it('is what is validated, priced today and inside its contract’s term', async () => {
    const { build } = house;
    const contract = await build.contract();
    const over = await build.contract(1_000, { to_day: '2025-12-31' });
    await build.item({ name: 'Pose d’un écran', contract_id: contract.id });
    await build.item({ name: 'Au marché terminé', contract_id: over.id });
    for (const state of ['proposed', 'under-review', 'rejected', 'withdrawn'])
      await build.item({ name: `Article ${state}`, state });
    const later = await build.item({ name: 'Au prix de demain' });
    await house.arrange(`update item_price set from_day = '2026-10-07' where item_id = $1`, [later]);
    const answer = await plan.teacher.get('/api/v1/catalogue/orderable');
    expect(answer.status).toBe(200);
    expect(names(answer)).toEqual(['Pose d’un écran', expect.stringMatching(/^Prestation/)]);
    expect(answer.body.items[0]).toMatchObject({
      performer: 'contract',
      performerName: expect.stringMatching(/^Titulaire/),
      priceCents: 12_000,
      unitNetCents: 10_000,
    });
    expect(answer.body.items[1]).toMatchObject({ performer: 'metropole', performerName: 'Métropole', needs: [] });
  });

  it('is found by every word typed, accents or not, and counted by category under the same search', async () => {
    const { build } = house;
    await build.item({
      name: 'Pose d’un écran interactif',
      category: 'install',
      needs_power: true,
      needs_furniture: true,
    });
    await build.item({ name: 'Déplacement d’un écran', category: 'move' });
    await build.item({ name: 'Bouquet 100 % réseau', category: 'network' });
    expect(names(await plan.head.get('/api/v1/catalogue/orderable?search=ECRAN%20pose'))).toEqual([
      'Pose d’un écran interactif',
    ]);
    const moved = await plan.head.get('/api/v1/catalogue/orderable?search=ecran&category=move');
    expect(names(moved)).toEqual(['Déplacement d’un écran']);
    expect(moved.body.categories).toEqual([
      { category: 'install', count: 1 },
      { category: 'move', count: 1 },
    ]);
    expect(names(await plan.head.get('/api/v1/catalogue/orderable?search=100%20%25'))).toEqual([
      'Bouquet 100 % réseau',
    ]);
    expect(names(await plan.head.get('/api/v1/catalogue/orderable?search=%25'))).toEqual([]);
  });

  it('shows the price of the day', async () => {
    await house.arrange(
      `insert into item_price (item_id, from_day, unit_net_cents, vat_basis_points) values ($1, '2026-10-06', 12345, 550)`,
      [plan.itemId],
    );
    const { body } = await plan.head.get('/api/v1/catalogue/orderable');
    expect(body.items[0]).toMatchObject({ unitNetCents: 12_345, vatBasisPoints: 550, priceCents: 13_024 });
  });

  it('is for those who compose', async () => {
    expect((await plan.manager.get('/api/v1/catalogue/orderable')).status).toBe(403);
    expect((await plan.technician.post('/api/v1/catalogue/estimate', { lines: [] })).status).toBe(403);
    expect((await house.nobody().get('/api/v1/catalogue/orderable')).status).toBe(401);
  });
});

describe('the estimate of a basket', () => {
  beforeEach(async () => {
    plan = await smallPlan(house);
  });

  const estimate = (lines: { itemId: string; quantity: number }[], more: object = {}) =>
    plan.head.send('POST', '/api/v1/catalogue/estimate', { lines, ...more });

  it('sums the rounded lines, and says which orders it becomes', async () => {
    const contract = await house.build.contract();
    const given = await house.build.item(
      { contract_id: contract.id, delay_working_days: 15, training_module: 'Prise en main' },
      { unitNetCents: 333, vatBasisPoints: 550 },
    );
    const { status, body } = await estimate([
      { itemId: given, quantity: 3 },
      { itemId: plan.itemId, quantity: 2 },
    ]);
    expect(status).toBe(200);
    expect(body.lines[0]).toMatchObject({
      orderable: true,
      quantity: 3,
      priceCents: 351,
      netCents: 999,
      vatCents: 55,
      totalCents: 1_054,
    });
    expect(body).toMatchObject({
      netCents: 20_999,
      vatCents: 4_055,
      totalCents: 25_054,
      trainings: [{ module: 'Prise en main', waits: true, nextAt: null }],
      needs: [],
    });
    expect(body.performers).toEqual([
      { performer: 'metropole', performerName: 'Métropole', totalCents: 24_000 },
      { performer: 'contract', performerName: expect.any(String), totalCents: 1_054 },
    ]);
  });

  it('makes two orders of two contracts, even of one holder', async () => {
    const one = await house.build.contract();
    const other = await house.build.contract(1_000_000, { holder_id: one.holderId });
    const lines = [
      { itemId: await house.build.item({ contract_id: one.id }), quantity: 1 },
      { itemId: await house.build.item({ contract_id: other.id }), quantity: 1 },
    ];
    expect((await estimate(lines)).body.performers).toHaveLength(2);
  });

  it('begins after the longest delay, outside class and holidays', async () => {
    await house.arrange(
      `insert into school_holiday (zone, name, from_day, to_day) values ('A', 'Toussaint', '2026-10-17', '2026-11-01')`,
    );
    await house.arrange(`insert into public_holiday (day, name) values ('2026-10-12', 'Jour férié d’essai')`);
    await house.arrange('update school set presence_needed = true where id = $1', [plan.school.id]);
    const slow = await house.build.item({ delay_working_days: 8 });
    const { body } = await estimate([{ itemId: slow, quantity: 1 }]);
    // Tuesday 6 October and eight working days, one of them a holiday: Monday 19, inside the school holidays.
    expect(body.firstPossibleOn).toBe('2026-10-19');
    expect(body.slots[0]).toEqual({ day: '2026-11-02', from: '16:30', to: '18:00', kind: 'after-class' });
    expect(body.slots).toHaveLength(6);
  });

  it('is approved at once below the threshold, with prerequisites ticked, without investment or quote', async () => {
    const needing = await house.build.item({ needs_power: true });
    const dear = await house.build.item({}, { unitNetCents: 25_001 });
    const investment = await house.build.item({ investment: true });
    const quoted = await house.build.item({ on_quote: true });
    const automatic = async (itemId: string, more: object = {}) =>
      (await estimate([{ itemId, quantity: 1 }], more)).body.automatic;
    expect(await automatic(plan.itemId)).toBe(true);
    expect(await automatic(needing)).toBe(false);
    expect(await automatic(needing, { kept: ['power'] })).toBe(true);
    expect(await automatic(dear)).toBe(false);
    expect(await automatic(investment)).toBe(false);
    expect(await automatic(quoted)).toBe(false);
  });

  it('says which line has left the catalogue, and nothing else of it', async () => {
    const withdrawn = await house.build.item({ name: 'Secret de la métropole', state: 'under-review' });
    const { body } = await estimate([
      { itemId: withdrawn, quantity: 2 },
      { itemId: plan.itemId, quantity: 1 },
    ]);
    expect(body.lines[0]).toEqual({
      itemId: withdrawn,
      quantity: 2,
      orderable: false,
      name: null,
      priceCents: 0,
      netCents: 0,
      vatCents: 0,
      totalCents: 0,
    });
    expect(body.totalCents).toBe(12_000);
  });

  it('refuses an empty basket and a quantity that is none', async () => {
    expect(await estimate([])).toMatchObject({ status: 400, body: { fields: [{ name: 'lines' }] } });
    expect(await estimate([{ itemId: plan.itemId, quantity: 0 }])).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'lines.0.quantity' }] },
    });
  });

  it('writes nothing', async () => {
    const before = await house.sql<{ count: number }>('select count(*)::int as count from history');
    await estimate([{ itemId: plan.itemId, quantity: 1 }]);
    expect(await house.sql('select count(*)::int as count from history')).toEqual(before);
  });
});
