import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import {
  certified,
  confirmed,
  draft,
  fullReport,
  installed,
  slot,
  smallPlan,
  submitted,
  type SmallPlan,
} from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

async function balance(plan: SmallPlan) {
  const [row] = await house.sql<{ r: number; c: number; s: number; a: number }>(
    `select reserved_after::int as r, committed_after::int as c, spent_after::int as s, available_after::int as a
       from ledger_entry where envelope_id = $1 order by sequence desc limit 1`,
    [plan.envelopeId],
  );
  return [row!.r, row!.c, row!.s, row!.a];
}

describe('an order, from its draft to its certification', () => {
  beforeAll(async () => {
    plan = await smallPlan(house);
  });

  it('keeps the ledger true to the cent at each step', async () => {
    const { id } = await draft(plan, [{ itemId: plan.itemId, quantity: 4, roomId: plan.roomId }]);
    expect(await balance(plan)).toEqual([0, 0, 0, 151_900]);

    const sent = await plan.head.act(id, 'submit');
    expect(sent.body).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^C-\d{4}-\d{5}$/) });
    expect(await balance(plan)).toEqual([48_000, 0, 0, 103_900]);

    const line = (await plan.manager.get(`/api/v1/orders/${id}`)).body.lines[0];
    const inPart = { lines: [{ lineId: line.id, quantity: 3, reason: 'un poste est déjà équipé' }] };
    expect((await plan.manager.act(id, 'approve', inPart)).body.state).toBe('approved');
    expect(await balance(plan)).toEqual([0, 36_000, 0, 115_900]);

    expect((await plan.technician.act(id, 'schedule', slot(plan.technician.accountId))).body.state).toBe('scheduled');
    expect((await plan.technician.act(id, 'start')).body.state).toBe('in-progress');
    const report = await fullReport(plan.technician, id);
    report.lines[0] = { ...report.lines[0], quantity: 2, lessReason: 'Impossible ici' };
    expect((await plan.technician.act(id, 'report', report)).body.state).toBe('installed');
    expect((await plan.head.act(id, 'confirm')).body.state).toBe('confirmed');
    expect(await balance(plan)).toEqual([0, 36_000, 0, 115_900]);

    expect((await plan.certifier.act(id, 'certify')).body.state).toBe('certified');
    expect(await balance(plan)).toEqual([0, 0, 24_000, 127_900]);

    const page = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(page.budget).toMatchObject({ spentCents: 24_000, availableCents: 127_900 });
    expect(page.thread.map((entry: { action: string }) => entry.action)).toEqual([
      'certify',
      'confirm',
      'report',
      'start',
      'schedule',
      'approve',
      'submit',
      'compose',
    ]);
  });

  it('approves a small order at once, and says why', async () => {
    const { id } = await draft(plan);
    await plan.head.act(id, 'submit');
    const page = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(page.state).toBe('approved');
    expect(page.thread[0]).toMatchObject({ role: 'system', reason: expect.stringContaining('approuvée d’office') });
  });

  it('lists what each may see', async () => {
    const id = await submitted(plan);
    const list = (await plan.head.get('/api/v1/orders?view=under-way&sort=number')).body;
    expect(list.items.map((item: { id: string }) => item.id)).toContain(id);
    expect((await plan.technician.get(`/api/v1/orders/${id}`)).status).toBe(404);
    expect((await plan.manager.get('/api/v1/orders/tabs')).body.tabs[0]).toMatchObject({
      view: 'to-approve',
      count: 1,
      amountCents: 48_000,
    });
  });
});

describe('what an order refuses', () => {
  beforeAll(async () => {
    plan = await smallPlan(house);
  });

  it('says how much is missing when the envelope cannot pay', async () => {
    const { id } = await draft(plan, [{ itemId: plan.itemId, quantity: 13 }]);
    const refused = await plan.head.act(id, 'submit');
    expect(refused).toMatchObject({ status: 422, body: { code: 'budget.not-enough', missingCents: 4_100 } });
    expect(refused.body.title).toBe('Il manque 41,00\u202f€. Retirez un poste ou demandez un virement.');
  });

  it('does not let who carried it out certify', async () => {
    const id = await confirmed(plan);
    const technicianToo = await house.build.assignment(
      plan.technician.accountId,
      'plan-manager',
      {},
      { mayCertify: true },
    );
    await plan.technician.put('/api/v1/session/assignment', { assignmentId: technicianToo });
    expect(await plan.technician.act(id, 'certify')).toMatchObject({
      status: 403,
      body: { code: 'order.carried-out-by-you' },
    });
  });

  it('does not certify without a delegation, nor twice', async () => {
    const plan = await smallPlan(house);
    const id = await confirmed(plan);
    expect(await plan.manager.act(id, 'certify')).toMatchObject({ status: 403, body: { code: 'order.no-delegation' } });
    const done = await certified(await smallPlan(house));
    expect(done).toBeTruthy();
  });

  it('waits for the school before a constat par défaut', async () => {
    const plan = await smallPlan(house);
    const id = await installed(plan);
    expect(await plan.manager.act(id, 'confirm-by-default', { reason: 'vu sur place' })).toMatchObject({
      status: 409,
      body: { code: 'order.too-early' },
    });
  });
});
