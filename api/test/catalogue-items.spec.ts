import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map((item) => item.name);

describe('an item, from its proposal to the catalogue', () => {
  const proposal = (more: object = {}) => ({
    kind: 'service',
    category: 'install',
    reference: `PROP-${Math.random()}`,
    name: 'Pose d’un écran',
    description: '',
    includes: 'Support',
    excludes: 'Prise électrique',
    unit: 'l’unité',
    picture: 'screen',
    delayWorkingDays: 15,
    remote: false,
    investment: false,
    onQuote: false,
    needs: ['power'],
    ...more,
  });
  const PRICE = { fromDay: '2026-09-01', unitNetCents: 17_917, vatBasisPoints: 2_000 };
  const DECISION = { body: 'Bureau métropolitain', meetingOn: '2026-09-24', decisionNumber: '2026-117' };

  const propose = async (more: object = {}) =>
    (await plan.manager.post('/api/v1/catalogue/items', proposal(more))).body.id as string;
  const page = async (id: string, person = plan.manager) => (await person.get(`/api/v1/catalogue/items/${id}`)).body;
  const act = async (id: string, action: string, body: object = {}, person = plan.manager) =>
    person.post(`/api/v1/catalogue/items/${id}/${action}`, body, { version: (await page(id)).version });
  async function itemIn(state: string): Promise<string> {
    const id = await propose({ price: PRICE });
    if (state === 'proposed') return id;
    await act(id, 'review', { body: 'Groupe technique' });
    if (state === 'under-review') return id;
    if (state === 'rejected') await act(id, 'reject', { ...DECISION, reason: 'Trop cher' });
    else await act(id, 'validate', DECISION);
    if (state === 'withdrawn') await act(id, 'withdraw', { reason: 'Remplacé' });
    return id;
  }

  beforeAll(async () => {
    plan = await smallPlan(house);
  });

  it('is ordered once the metropole’s body has validated it, and keeps the decision', async () => {
    const id = await itemIn('under-review');
    expect(names(await plan.head.get('/api/v1/catalogue/orderable?search=ecran'))).not.toContain('Pose d’un écran');
    expect((await act(id, 'validate', DECISION)).body).toMatchObject({ state: 'validated', version: 3 });
    expect(names(await plan.head.get('/api/v1/catalogue/orderable?search=ecran'))).toContain('Pose d’un écran');
    const shown = await page(id);
    expect(shown.decisions[0]).toMatchObject({
      state: 'validated',
      ...DECISION,
      reason: null,
      recordedBy: expect.any(String),
    });
    expect(shown.decisions[1]).toMatchObject({ state: 'under-review', body: 'Groupe technique' });
    expect(shown.prices).toEqual([{ id: expect.any(String), ...PRICE, priceCents: 21_500, holds: 'current' }]);
    expect(shown.actions).toEqual(['add-price', 'withdraw']);
  });

  it('is not validated without a whole decision and a price, nor refused without a reason', async () => {
    const unpriced = await propose();
    await act(unpriced, 'review');
    expect(await act(unpriced, 'validate', DECISION)).toMatchObject({
      status: 422,
      body: { code: 'catalogue.price-missing' },
    });
    const id = await itemIn('under-review');
    for (const missing of ['body', 'meetingOn', 'decisionNumber'] as const) {
      const { [missing]: _left, ...rest } = DECISION;
      expect(await act(id, 'validate', rest)).toMatchObject({
        status: 422,
        body: { code: 'catalogue.decision-incomplete' },
      });
    }
    expect(await act(id, 'reject', DECISION)).toMatchObject({
      status: 422,
      body: { code: 'catalogue.decision-incomplete' },
    });
  });

  it('is rewritten until it is decided, then only its prices go on', async () => {
    const id = await itemIn('under-review');
    const contractId = (await house.build.contract()).id;
    const rewritten = await plan.manager.put(
      `/api/v1/catalogue/items/${id}`,
      proposal({ name: 'Pose simple', needs: [], contractId }),
      { version: 2 },
    );
    expect(rewritten.status).toBe(200);
    expect(await page(id)).toMatchObject({
      name: 'Pose simple',
      needs: [],
      performer: 'contract',
      contractId,
      maker: null,
    });
    expect(await plan.manager.put(`/api/v1/catalogue/items/${id}`, proposal(), { version: 2 })).toMatchObject({
      status: 412,
    });
    await act(id, 'validate', DECISION);
    expect(await plan.manager.put(`/api/v1/catalogue/items/${id}`, proposal(), { version: 4 })).toMatchObject({
      status: 409,
      body: { code: 'catalogue.state' },
    });
    expect(await act(id, 'prices', { fromDay: '2026-10-05', unitNetCents: 1, vatBasisPoints: 2_000 })).toMatchObject({
      status: 422,
      body: { code: 'catalogue.price-dated' },
    });
    expect(
      (await act(id, 'prices', { fromDay: '2027-01-01', unitNetCents: 20_000, vatBasisPoints: 2_000 })).status,
    ).toBe(200);
    expect(
      await act(id, 'prices', { fromDay: '2027-01-01', unitNetCents: 21_000, vatBasisPoints: 2_000 }),
    ).toMatchObject({ status: 422, body: { code: 'catalogue.price-dated' } });
    const [coming, current] = (await page(id)).prices;
    expect([coming.holds, current.holds]).toEqual(['coming', 'current']);
    const remove = async (priceId: string) =>
      plan.manager.delete(`/api/v1/catalogue/items/${id}/prices/${priceId}`, { version: (await page(id)).version });
    expect(await remove(current.id)).toMatchObject({ status: 422, body: { code: 'catalogue.price-dated' } });
    expect((await remove(coming.id)).status).toBe(200);
    expect((await page(id)).prices).toHaveLength(1);
  });

  it('needs a reference of its own and a contract that exists', async () => {
    await propose({ reference: 'UNIQUE-1' });
    expect(await plan.manager.post('/api/v1/catalogue/items', proposal({ reference: 'UNIQUE-1' }))).toMatchObject({
      status: 409,
      body: { code: 'catalogue.reference-taken' },
    });
    expect(await plan.manager.post('/api/v1/catalogue/items', proposal({ contractId: plan.school.id }))).toMatchObject({
      status: 422,
      body: { code: 'catalogue.contract-unknown' },
    });
    expect(await plan.manager.post('/api/v1/catalogue/items', proposal({ state: 'validated' }))).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'state' }] },
    });
  });

  it('is written by the plan manager alone', async () => {
    const id = await itemIn('under-review');
    for (const person of [plan.head, plan.technician, plan.installer]) {
      expect((await person.post('/api/v1/catalogue/items', proposal())).status).toBe(403);
      expect((await act(id, 'validate', DECISION, person)).status).toBe(403);
    }
  });
});

describe('what each role reads of the catalogue', () => {
  beforeAll(async () => {
    plan = await smallPlan(house);
    for (const item_id of [plan.itemId, plan.contractItemId]) {
      const decision = {
        body: 'Bureau',
        meeting_on: '2026-01-15',
        decision_number: '2026-4',
        decided_at: '2026-01-16T08:00:00Z',
      };
      await house.build.insert('item_decision', {
        item_id,
        state: 'validated',
        ...decision,
        account_id: plan.manager.accountId,
      });
    }
    await house.arrange(`update catalogue_item set state = 'withdrawn' where id <> all($1)`, [
      [plan.itemId, plan.contractItemId],
    ]);
  });

  it('goes by its scope: its contract’s lines for a firm, what is validated for the committee', async () => {
    const proposed = await house.build.item({ state: 'proposed' });
    const othersLine = await house.build.item({ contract_id: (await house.build.contract()).id });
    const ids = async (person: Person) =>
      (await person.get('/api/v1/catalogue/items?state=proposed,validated&size=200')).body.items
        .map((item: { id: string }) => item.id)
        .sort();
    const committee = await house.person('committee');
    const all = [plan.itemId, plan.contractItemId, proposed, othersLine].sort();
    expect(await ids(plan.manager)).toEqual(all);
    expect(await ids(plan.technician)).toEqual(all);
    expect(await ids(committee)).toEqual(all.filter((id) => id !== proposed));
    expect(await ids(plan.installer)).toEqual([plan.contractItemId]);
    expect((await plan.installer.get(`/api/v1/catalogue/items/${othersLine}`)).status).toBe(404);
    expect((await committee.get(`/api/v1/catalogue/items/${proposed}`)).status).toBe(404);
    expect((await plan.head.get('/api/v1/catalogue/items')).status).toBe(403);
    expect((await plan.installer.get('/api/v1/catalogue/items/counts')).body.states).toEqual([
      { state: 'validated', count: 1 },
    ]);
  });

  it('leaves prices to those who read them, sorting included', async () => {
    await house.build.item({ name: 'Article cher' }, { unitNetCents: 90_000 });
    await house.build.item({ name: 'Zone sans prix élevé' }, { unitNetCents: 100 });
    const inspector = await house.person('inspector', {
      circonscription_id: await house.build.insert('circonscription', { code: '0420001A', name: 'Essai' }),
    });
    const list = (await inspector.get('/api/v1/catalogue/items?sort=price&direction=asc&state=validated')).body.items;
    expect(
      list.every(
        (item: { priceCents: unknown; priceFrom: unknown }) => item.priceCents === null && item.priceFrom === null,
      ),
    ).toBe(true);
    expect(list[0].name).toBe('Article cher');
    expect((await inspector.get(`/api/v1/catalogue/items/${plan.itemId}`)).body).toMatchObject({
      prices: [],
      decisions: [{ decisionNumber: '2026-4', recordedBy: null }],
      actions: [],
    });
    const sorted = (await plan.manager.get('/api/v1/catalogue/items?sort=price&direction=desc&state=validated')).body
      .items;
    expect(sorted[0]).toMatchObject({ name: 'Article cher', priceCents: 108_000, priceFrom: '2023-01-01' });
    expect((await plan.installer.get(`/api/v1/catalogue/items/${plan.contractItemId}`)).body).toMatchObject({
      decisions: [],
      prices: [{ priceCents: 12_000 }],
    });
  });

  it('is found without accents and filtered by who performs it', async () => {
    await house.build.item({ name: 'Câblage d’une classe', category: 'network' });
    const found = await plan.manager.get(
      '/api/v1/catalogue/items?search=cablage&category=network&performer=metropole&sort=reference&page=1&size=10',
    );
    expect(found.body).toMatchObject({
      total: 1,
      items: [{ name: 'Câblage d’une classe', performerName: 'Métropole' }],
    });
    expect((await plan.manager.get('/api/v1/catalogue/items?search=cablage&performer=contract')).body.total).toBe(0);
  });
});
