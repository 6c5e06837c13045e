import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { DecisionService } from '../src/orders/decision.service.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { draft, smallPlan, type SmallPlan } from './harness/plan.js';

/**
 * Whether the system may approve a basket is judged once, on the whole of it as it was sent: whatever becomes of its parts,
 * of the threshold or of the catalogue afterwards. An item costs 120,00 €, the threshold is 300,00 €.
 */

let house: House;
let plan: SmallPlan;
let administrator: Person;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 100_000_000);
  administrator = await house.person('administrator');
});
afterEach(() => {
  jest.restoreAllMocks();
  house.setNow(House.START);
});
afterAll(() => house.close());

interface Part {
  id: string;
  state: string;
  performer: string;
}

/** A basket of the metropole's and a firm's items, sent; with the approval lost on the way where it is asked for. */
async function sent(
  own: number,
  firms: number,
  { lost = false, ownItem = plan.itemId, firmsItem = plan.contractItemId } = {},
): Promise<Part[]> {
  const { id, version } = await draft(plan, [
    { itemId: ownItem, quantity: own },
    { itemId: firmsItem, quantity: firms },
  ]);
  if (lost)
    jest
      .spyOn(house.application.get(DecisionService, { strict: false }), 'approveAutomatically')
      .mockRejectedValueOnce(new Error('the server died'));
  expect((await plan.head.act(id, 'submit', undefined, { version })).status).toBe(200);
  return parts(id);
}

const parts = (id: string) =>
  house.sql<Part>(
    `select id, state, performer from installation_order
      where basket_id = (select basket_id from installation_order where id = $1) order by performer`,
    [id],
  ) as Promise<Part[]>;

const statesOf = async ([one]: Part[]) => (await parts(one!.id)).map(({ state }) => state);

/** The job, when it is due. */
async function laterOn(): Promise<void> {
  house.setNow('2026-10-06T07:02:00Z');
  expect((await administrator.post('/api/v1/jobs/automatic-approvals/run')).status).toBe(200);
}

const contractId = async () =>
  (await house.sql<{ id: string }>('select contract_id as id from contract_period where id = $1', [plan.periodId]))[0]!
    .id;

const setting = (cents: number) =>
  house.build.insert('setting', {
    ...{ name: 'order.autoMax', value: JSON.stringify(cents), from_day: '2026-10-06', source: 'essai' },
  });
const forgetSetting = () => house.arrange(`delete from setting where name = 'order.autoMax'`);

describe('a basket for two performers', () => {
  it('is approved whole when the whole is small', async () => {
    expect(await statesOf(await sent(1, 1))).toEqual(['approved', 'approved']);
  });

  it('is approved whole when it is free', async () => {
    const free = { unitNetCents: 0 };
    const basket = await sent(1, 1, {
      ownItem: await house.build.item({}, free),
      firmsItem: await house.build.item({ contract_id: await contractId() }, free),
    });
    expect(await statesOf(basket)).toEqual(['approved', 'approved']);
  });

  it('stays a person’s when its dear part was rejected and what is left is small', async () => {
    const basket = await sent(1, 4);
    expect(await statesOf(basket)).toEqual(['submitted', 'submitted']);
    const [dear] = basket;
    expect((await plan.manager.act(dear!.id, 'reject', { reason: 'Déjà équipé' })).status).toBe(200);
    await laterOn();
    expect(await statesOf(basket)).toEqual(['rejected', 'submitted']);
  });

  it('stays a person’s when its dear part was withdrawn, and written down to nothing', async () => {
    const basket = await sent(1, 4);
    const [dear] = basket;
    const back = await plan.head.act(dear!.id, 'withdraw');
    const body = { lines: [], wishes: [], contact: '', note: '', prerequisites: [] };
    await plan.head.put(`/api/v1/orders/${dear!.id}`, body, { version: back.body.version });
    await laterOn();
    expect(await statesOf(basket)).toEqual(['draft', 'submitted']);
  });

  it('stays a person’s when its part of investment was rejected', async () => {
    const ownItem = await house.build.item({ investment: true });
    const basket = await sent(1, 1, { ownItem });
    expect(await statesOf(basket)).toEqual(['submitted', 'submitted']);
    expect((await plan.manager.act(basket[1]!.id, 'reject', { reason: 'Déjà équipé' })).status).toBe(200);
    await laterOn();
    expect(await statesOf(basket)).toEqual(['submitted', 'rejected']);
  });

  it('stays a person’s when the threshold rises after it was sent', async () => {
    const basket = await sent(2, 2);
    await setting(50_000);
    await laterOn();
    await forgetSetting();
    expect(await statesOf(basket)).toEqual(['submitted', 'submitted']);
  });

  it('is approved by the job as it was sent when the server died before, whatever the threshold is by then', async () => {
    const basket = await sent(1, 1, { lost: true });
    expect(await statesOf(basket)).toEqual(['submitted', 'submitted']);
    await setting(10_000);
    await laterOn();
    await forgetSetting();
    expect(await statesOf(basket)).toEqual(['approved', 'approved']);
  });

  it('is judged anew, alone, where a part is sent again', async () => {
    const basket = await sent(1, 4);
    const [, small] = basket;
    await plan.head.act(small!.id, 'withdraw');
    expect((await plan.head.act(small!.id, 'submit')).status).toBe(200);
    expect(await statesOf(basket)).toEqual(['submitted', 'approved']);
  });

  it('is approved whole or not at all: a contract without room leaves both parts to a person', async () => {
    await house.arrange('update contract_period set maximum_net_cents = counted_net_cents where id = $1', [
      plan.periodId,
    ]);
    const basket = await sent(1, 1);
    await house.arrange('update contract_period set maximum_net_cents = 1000000000 where id = $1', [plan.periodId]);
    expect(await statesOf(basket)).toEqual(['submitted', 'submitted']);
  });

  it('was sent whatever becomes of its approval', async () => {
    const { id, version } = await draft(plan);
    const dataSource = house.application.get(DataSource);
    const query = dataSource.query.bind(dataSource) as (...asked: unknown[]) => Promise<unknown>;
    jest.spyOn(dataSource, 'query').mockImplementation((text: string, ...rest: unknown[]) => {
      if (text.startsWith('select basket_id')) return Promise.reject(new Error('Connection terminated unexpectedly'));
      return query(text, ...rest) as never;
    });
    expect((await plan.head.act(id, 'submit', undefined, { version })).status).toBe(200);
    expect(await statesOf(await parts(id))).toEqual(['submitted']);
  });
});
