import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { certified, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import type { Person } from './harness/person.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
});
afterAll(() => house.close());

async function tick(person: Person, orderId: string, kept: boolean, version?: number) {
  const seen = version ?? (await person.get(`/api/v1/orders/${orderId}`)).body.version;
  return person.post(`/api/v1/orders/${orderId}/prerequisites`, { what: 'power', kept }, { version: seen });
}

/** A draft with a promise of power that nobody has kept yet. */
async function withDraft(): Promise<string> {
  const itemId = await house.build.item({ needs_power: true });
  const { id, version } = await draft(plan, [{ itemId, quantity: 4, roomId: plan.roomId }]);
  const body = {
    lines: [{ itemId, quantity: 4, roomId: plan.roomId }],
    wishes: [],
    contact: '',
    note: '',
    prerequisites: [{ what: 'power', kept: false }],
  };
  await plan.head.put(`/api/v1/orders/${id}`, body, { version });
  return id;
}

async function withPromise(): Promise<string> {
  const id = await withDraft();
  await plan.head.act(id, 'submit');
  return id;
}

describe('what must be there first', () => {
  it('is said kept by who stands in the room, and the thread tells it', async () => {
    const id = await withPromise();
    expect((await tick(plan.head, id, true)).status).toBe(200);
    const { body } = await plan.manager.get(`/api/v1/orders/${id}`);
    expect(body.prerequisites).toEqual([expect.objectContaining({ what: 'power', kept: true })]);
    expect(body.thread[0]).toMatchObject({ action: 'prerequisite', role: 'school-head' });
  });

  it.each([
    ['public', 'primary', 'commune'],
    ['private', 'primary', 'private-body'],
    ['public', 'teaching-unit', 'medico-social-body'],
    ['private', 'teaching-unit', 'medico-social-body'],
  ])('is promised by who runs the school: %s, %s', async (sector, kind, promisedBy) => {
    const set = `update school set sector = $2, kind = $3,
      state_contract = case when $2 = 'private' and $3 <> 'teaching-unit' then 'association' end where id = $1`;
    await house.arrange(set, [plan.school.id, sector, kind]);
    const id = await withDraft();
    const { body } = await plan.head.get(`/api/v1/orders/${id}`);
    await house.arrange(set, [plan.school.id, 'public', 'primary']);
    expect(body.prerequisites).toEqual([expect.objectContaining({ what: 'power', kept: false, promisedBy })]);
  });

  it('is not said of an order that has moved meanwhile', async () => {
    expect((await tick(plan.head, await withPromise(), true, 1)).body.code).toBe('version.stale');
  });

  it('no longer matters once the work is certified', async () => {
    expect((await tick(plan.head, await certified(plan), true)).body.code).toBe('order.state');
  });
});

describe('the technicians an order can be given to', () => {
  it('are those of the metropole who work today', async () => {
    await submitted(plan);
    const gone = await house.build.account('technician');
    await house.arrange('update assignment set to_day = $2 where account_id = $1', [gone.id, '2026-09-01']);
    const { body } = await plan.manager.get('/api/v1/technicians');
    expect(body.items).toEqual([{ accountId: plan.technician.accountId, name: plan.technician.session!.account.name }]);
  });
});
