import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { draft, fullReport, slot, smallPlan, type SmallPlan } from './harness/plan.js';
import { RawLedger, resolving } from './harness/raw-ledger.js';

/** The example of the ledger's design, step by step and to the cent: 151 900 available before. */

let house: House;
let plan: SmallPlan;
let postId: string;
let cableId: string;
let extraId: string;

beforeAll(async () => {
  house = await House.open();
  const without = { vatBasisPoints: 0 };
  postId = await house.build.item({ name: 'Pose de poste' }, { unitNetCents: 1_700, ...without });
  cableId = await house.build.item({ name: 'Câble' }, { unitNetCents: 350, ...without });
  extraId = await house.build.item({ name: 'Prise' }, { unitNetCents: 2_000, ...without });
});
afterAll(() => house.close());

/** Reserved, committed, spent, available. */
async function balance(envelopeId = plan.envelopeId): Promise<number[]> {
  const [row] = await house.sql<{ balance: number[] }>(
    `select array[reserved_after, committed_after, spent_after, available_after]::int[] as balance
       from ledger_entry where envelope_id = $1 order by sequence desc limit 1`,
    [envelopeId],
  );
  return row!.balance;
}

/** 13 × 17,00 € and 60 × 3,50 €: 431,00 €. */
async function submitted431(): Promise<string> {
  const { id } = await draft(plan, [
    { itemId: postId, quantity: 13, roomId: plan.roomId },
    { itemId: cableId, quantity: 60, roomId: plan.roomId },
  ]);
  expect(await plan.head.act(id, 'submit')).toMatchObject({ status: 200 });
  return id;
}

/** Three posts less: 380,00 €. */
async function approved380(id: string): Promise<void> {
  const [posts] = (await plan.manager.get(`/api/v1/orders/${id}`)).body.lines;
  const lines = [{ lineId: posts.id, quantity: 10, reason: 'trois postes sont déjà préparés' }];
  expect(await plan.manager.act(id, 'approve', { lines })).toMatchObject({ status: 200 });
}

async function reported(id: string, cables: number, extraLines: { itemId: string; quantity: number }[]): Promise<void> {
  const report = await fullReport(plan.technician, id);
  const lines = report.lines.filter((line: { quantity: number }) => line.quantity > 0);
  lines[1] = { ...lines[1], quantity: cables, ...(cables < 60 ? { lessReason: 'câble plus court que prévu' } : {}) };
  expect(await plan.technician.act(id, 'report', { ...report, lines, extraLines })).toMatchObject({ status: 200 });
}

describe('an order of 431,00 €', () => {
  it('reserves, commits, is complemented, is certified, and gives back the rest', async () => {
    plan = await smallPlan(house, 151_900);
    const id = await submitted431();
    expect(await balance()).toEqual([43_100, 0, 0, 108_800]);

    await approved380(id);
    expect(await balance()).toEqual([0, 38_000, 0, 113_900]);

    await plan.manager.act(id, 'schedule', slot(plan.technician.accountId));
    await plan.technician.act(id, 'start');
    await reported(id, 60, [{ itemId: extraId, quantity: 1 }]);
    expect(await plan.manager.act(id, 'complement')).toMatchObject({ status: 200 });
    expect(await balance()).toEqual([0, 40_000, 0, 111_900]);

    expect(await plan.head.act(id, 'dispute', { reason: 'la prise n’est pas posée' })).toMatchObject({ status: 200 });
    await reported(id, 59, []);
    await plan.head.act(id, 'confirm');
    expect(await plan.certifier.act(id, 'certify')).toMatchObject({ status: 200 });
    expect(await balance()).toEqual([0, 0, 37_650, 114_250]);
  });

  it.each([
    ['withdrawn', (id: string) => plan.head.act(id, 'withdraw')],
    ['returned', (id: string) => plan.manager.act(id, 'return', { reason: 'précisez la salle' })],
    ['rejected', (id: string) => plan.manager.act(id, 'reject', { reason: 'déjà équipée' })],
    [
      'approved, then cancelled',
      async (id: string) => {
        await approved380(id);
        return plan.manager.act(id, 'cancel', { reason: 'l’école déménage' });
      },
    ],
  ])('gives everything back when it is %s', async (_how, undone) => {
    plan = await smallPlan(house, 151_900);
    const id = await submitted431();
    expect(await undone(id)).toMatchObject({ status: 200 });
    expect(await balance()).toEqual([0, 0, 0, 151_900]);
  });
});

describe('a year that ends on a commitment of 380,00 €', () => {
  it('carries it into the new year, where it is certified and its rest lapses', async () => {
    plan = await smallPlan(house, 151_900);
    const id = await submitted431();
    await approved380(id);
    const [order] = await house.sql<{ hold_id: string }>('select hold_id from installation_order where id = $1', [id]);
    const ledger = new RawLedger(house);
    const old = plan.envelopeId;
    const next = await house.build.envelope(plan.school.id, 0, 2027);
    const held = { id, holdId: order!.hold_id, holdKind: 'committed' as const, holdCents: 38_000 };
    const pair_id = id;

    const carried = await ledger.kept(async (statement) => {
      const common = { kind: 'carry-over', order_id: id, pair_id };
      await ledger.post(statement, {
        ...common,
        envelope_id: old,
        opened_change: -38_000,
        committed_change: -38_000,
        ...resolving(held),
      });
      const opened = { opened_change: 38_000, committed_change: 38_000, opens_hold: 'committed', hold_cents: 38_000 };
      const holdId = await ledger.post(statement, { ...common, envelope_id: next, ...opened });
      await ledger.post(statement, { kind: 'lapse', envelope_id: old, opened_change: -113_900 });
      await statement(`update envelope set closed_on = '2026-12-31' where id = $1`, [old]);
      await statement('update installation_order set hold_id = $2, envelope_id = $3 where id = $1', [id, holdId, next]);
      return { ...held, holdId };
    });
    expect(await balance(old)).toEqual([0, 0, 0, 0]);
    expect(await balance(next)).toEqual([0, 38_000, 0, 0]);

    await ledger.kept(async (statement) => {
      const expense = {
        kind: 'expense',
        envelope_id: next,
        order_id: id,
        committed_change: -38_000,
        spent_change: 37_650,
      };
      await ledger.post(statement, { ...expense, ...resolving(carried) });
      await statement(
        `update installation_order set state = 'certified', hold_id = null, hold_kind = null, hold_cents = null where id = $1`,
        [id],
      );
    });
    expect(await balance(next)).toEqual([0, 0, 37_650, 350]);

    await ledger.kept((statement) => ledger.post(statement, { kind: 'lapse', envelope_id: next, opened_change: -350 }));
    expect(await balance(next)).toEqual([0, 0, 37_650, 0]);
  });
});
