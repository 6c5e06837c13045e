import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said } from './harness/answers.js';
import { House } from './harness/house.js';
import { smallPlan, started, type SmallPlan } from './harness/plan.js';

/** What a contract's period counts is what was certified, net of VAT, whatever the tax makes of it. */

let house: House;
let plan: SmallPlan;
let exchangedId: string;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 10_000_000);
  const [period] = await house.sql<{ contract_id: string }>('select contract_id from contract_period where id = $1', [
    plan.periodId,
  ]);
  // 454,97 € net and 25,02 € of tax: 479,99 €, a cent less than the four articles of 100,00 € net it replaces.
  exchangedId = await house.build.item(
    { contract_id: period!.contract_id },
    { unitNetCents: 45_497, vatBasisPoints: 550 },
  );
});
afterAll(() => house.close());

async function exchanged(): Promise<string> {
  const id = await started(plan, 'contract');
  const { body } = await plan.installer.get(`/api/v1/orders/${id}`);
  const reported = await plan.installer.act(id, 'report', {
    lines: [{ lineId: body.lines[0].id, quantity: 0, lessReason: 'Remplacé' }],
    extraLines: [{ itemId: exchangedId, quantity: 1 }],
    note: '',
  });
  expect(said(reported)).toBe('200 installed');
  expect(said(await plan.head.act(id, 'confirm'))).toBe('200 confirmed');
  return id;
}

describe('an article exchanged for one with less tax', () => {
  it('counts its net', async () => {
    const before = await counted();
    const id = await exchanged();
    expect(said(await plan.certifier.act(id, 'certify'))).toBe('200 certified');
    expect((await counted()) - before).toBe(45_497);
  });

  it.each([
    [5_496, '422 order.contract-maximum'],
    [5_497, '200 certified'],
  ])('is certified where the contract has 54,97 € net left: of %i cents, %s', async (left, answer) => {
    const id = await exchanged();
    await house.arrange('update contract_period set maximum_net_cents = counted_net_cents + $2 where id = $1', [
      plan.periodId,
      left,
    ]);
    expect(said(await plan.certifier.act(id, 'certify'))).toBe(answer);
    await house.arrange('update contract_period set maximum_net_cents = 10000000 where id = $1', [plan.periodId]);
  });
});

async function counted(): Promise<number> {
  const [row] = await house.sql<{ counted: number }>(
    'select counted_net_cents::int as counted from contract_period where id = $1',
    [plan.periodId],
  );
  return row!.counted;
}
