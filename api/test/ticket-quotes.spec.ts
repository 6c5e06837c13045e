import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';
import type { Answer } from './harness/person.js';
import { fullReport, slot, smallPlan, type SmallPlan } from './harness/plan.js';
import { actOn, aTicket, RESOLUTION, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';

/** A quote on a ticket becomes a maintenance order; what the order pays for is charged to no ticket besides. */
let house: House;
let plan: SmallPlan;
let maintenanceId: string;
let quoteItemId: string;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house);
  maintenanceId = await house.build.envelope(plan.school.id, 200_000, 2026, 'maintenance');
  quoteItemId = await house.build.item({ name: 'Réparation sur devis', on_quote: true });
});
afterAll(() => house.close());

const aBreakdown = (state: 'assigned' | 'in-progress' | 'new' = 'assigned') =>
  aTicket(
    house,
    { schoolId: plan.school.id, reporterId: plan.teacher.accountId, technicianId: plan.technician.accountId },
    state,
  );
const QUOTE = { unitNetCents: 26_000, vatBasisPoints: 2_000, note: 'Dalle tactile, devis 2026-118 d’Atelier Volta.' };
async function quoted(ticketId: string, body: Record<string, unknown> = {}, person = plan.technician): Promise<Answer> {
  const { version } = await ticketRow(house, ticketId);
  return person.post(
    `/api/v1/tickets/${ticketId}/quote`,
    { itemId: quoteItemId, ...QUOTE, ...body },
    { version: version as number },
  );
}
const orderOf = async (ticketId: string) =>
  (await plan.head.get(`/api/v1/tickets/${ticketId}`)).body.order as { id: string; version: number } | null;
const spent = async (envelopeId: string) =>
  (
    await house.sql<{ spent: number }>(
      'select spent_after::int as spent from ledger_entry where envelope_id = $1 order by sequence desc limit 1',
      [envelopeId],
    )
  )[0]!.spent;
const told = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();
const lastResolution = async (ticketId: string) =>
  (
    await house.sql(
      'select charge, price_cents::int as cents, order_id, entry_id from ticket_resolution where ticket_id = $1 order by at desc, id desc limit 1',
      [ticketId],
    )
  )[0];

/** From the head's word to what the school confirms. */
async function carriedOut(orderId: string): Promise<void> {
  expect((await plan.head.act(orderId, 'submit')).body).toMatchObject({ state: 'submitted' });
  expect((await plan.manager.act(orderId, 'approve')).status).toBe(200);
  expect((await plan.technician.act(orderId, 'schedule', slot(plan.technician.accountId))).status).toBe(200);
  expect((await plan.technician.act(orderId, 'start')).status).toBe(200);
  const report = await fullReport(plan.technician, orderId);
  expect((await plan.technician.act(orderId, 'report', report)).status).toBe(200);
  expect((await plan.head.act(orderId, 'confirm')).status).toBe(200);
}

describe('a quote on a ticket', () => {
  it('becomes an order of the maintenance budget, goes every step of one, and closes its ticket', async () => {
    const ticketId = await aBreakdown('in-progress');
    const installation = await spent(plan.envelopeId);
    expect((await quoted(ticketId)).status).toBe(200);
    const order = (await orderOf(ticketId))!;
    expect(order).toMatchObject({ state: 'draft', number: null, cents: 31_200, title: 'Réparation sur devis' });
    await carriedOut(order.id);
    expect((await plan.manager.get(`/api/v1/orders/${order.id}`)).body).toMatchObject({
      ...{ ticketId, ticketNumber: (await ticketRow(house, ticketId)).number, state: 'confirmed' },
      budget: { kind: 'maintenance' },
    });
    expect((await actOn(house, plan.technician, ticketId, 'resolve', { ...RESOLUTION, byOrder: true })).status).toBe(
      200,
    );
    expect(await lastResolution(ticketId)).toEqual({
      ...{ charge: 'order', cents: 0, order_id: order.id, entry_id: null },
    });
    expect((await plan.certifier.act(order.id, 'certify')).body.state).toBe('certified');
    expect(await spent(maintenanceId)).toBe(31_200);
    expect(await spent(plan.envelopeId)).toBe(installation);
    expect(await ticketRow(house, ticketId)).toMatchObject({ state: 'closed' });
    expect((await ticketMovesOf(house, ticketId)).map(({ action }) => action).slice(2)).toEqual([
      ...['quote', 'resolve', 'certified', 'close'],
    ]);
    expect((await plan.manager.get(`/api/v1/tickets/${ticketId}`)).body).toMatchObject({
      ...{ cost: { charge: 'order', priceCents: 0 }, order: { state: 'certified', cents: 31_200 } },
    });
    expect((await plan.manager.get('/api/v1/ticket-charges')).body.total).toBe(0);
  });

  it('is told by the thread alone, where the ticket is not given for repaired yet', async () => {
    const ticketId = await aBreakdown();
    await quoted(ticketId);
    const order = (await orderOf(ticketId))!;
    await carriedOut(order.id);
    expect((await plan.certifier.act(order.id, 'certify')).status).toBe(200);
    expect(await ticketRow(house, ticketId)).toMatchObject({ state: 'assigned' });
    expect((await ticketMovesOf(house, ticketId)).at(-1)).toMatchObject({ action: 'certified' });
    expect((await actOn(house, plan.technician, ticketId, 'resolve', { ...RESOLUTION, byOrder: true })).status).toBe(
      200,
    );
    // Opened again, another repair has a cost of its own.
    await actOn(house, plan.head, ticketId, 'reopen', { reason: 'Toujours en panne' });
    const again = await actOn(house, plan.technician, ticketId, 'resolve', { ...RESOLUTION, priceCents: 1_000 });
    expect([again.status, await lastResolution(ticketId)]).toMatchObject([200, { charge: 'school', cents: 1_000 }]);
  });

  it('is a technician’s, above the least sum, of an item on quote, while the ticket is in hand, one at a time', async () => {
    const ticketId = await aBreakdown();
    expect(told([await quoted(ticketId, { unitNetCents: 12_500 })])).toEqual(['422 ticket.quote-too-small']);
    expect((await quoted(ticketId, { unitNetCents: 12_500 })).body.title).toContain('150,00');
    expect(told([await quoted(ticketId, { itemId: plan.itemId })])).toEqual(['422 ticket.quote-item']);
    expect(told([await quoted(await aBreakdown('new'))])).toEqual(['409 ticket.quote-not-now']);
    expect((await quoted(ticketId, {}, plan.head)).status).toBe(403);
    expect((await quoted(ticketId)).status).toBe(200);
    expect(told([await quoted(ticketId)])).toEqual(['409 ticket.order-under-way']);
    const order = (await orderOf(ticketId))!;
    expect((await plan.head.act(order.id, 'discard')).status).toBe(200);
    expect(await orderOf(ticketId)).toBeNull();
    expect((await quoted(ticketId)).status).toBe(200);
  });

  it('is sent as it was given: nobody writes it again, and the catalogue’s prices change nothing', async () => {
    const ticketId = await aBreakdown();
    await quoted(ticketId);
    const { id, version } = (await orderOf(ticketId))!;
    const page = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(page).toMatchObject({ askedCents: 31_200, changes: [] });
    const body = {
      lines: [{ itemId: plan.itemId, quantity: 1 }],
      wishes: [],
      prerequisites: [],
      contact: '',
      note: '',
    };
    expect(told([await plan.head.put(`/api/v1/orders/${id}`, body, { version })])).toEqual(['409 order.follows-quote']);
  });
});

describe('several at once', () => {
  it('make one order of ten quotes', async () => {
    const ticketId = await aBreakdown();
    const answers = await Promise.all(Array.from({ length: 10 }, () => quoted(ticketId)));
    expect(told(answers).filter((answer) => answer === '200')).toHaveLength(1);
    const [{ count }] = (await house.sql<{ count: number }>(
      'select count(*)::int as count from installation_order where ticket_id = $1',
      [ticketId],
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('never charge a ticket and make an order of it', async () => {
    for (let round = 0; round < 6; round++) {
      const ticketId = await aBreakdown('in-progress');
      await Promise.all([
        quoted(ticketId),
        actOn(house, plan.technician, ticketId, 'resolve', { ...RESOLUTION, priceCents: 100 }),
      ]);
      const [order, resolution] = [await orderOf(ticketId), await lastResolution(ticketId)];
      expect([order === null, resolution === undefined].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('what an order pays for', () => {
  it('is charged to no ticket besides, and no ticket is repaired by work that is not done', async () => {
    const ticketId = await aBreakdown('in-progress');
    await quoted(ticketId);
    const resolve = (body: Record<string, unknown>) =>
      actOn(house, plan.technician, ticketId, 'resolve', { ...RESOLUTION, ...body });
    expect(told([await resolve({ priceCents: 500 })])).toEqual(['409 ticket.cost-of-order']);
    expect(told([await resolve({ byOrder: true })])).toEqual(['409 ticket.order-not-done']);
    const order = (await orderOf(ticketId))!;
    await carriedOut(order.id);
    expect(told([await resolve({ byOrder: true, priceCents: 500 })])).toEqual(['409 ticket.cost-of-order']);
  });

  it('keeps its ticket: neither joined to another, which would be paid for as well, nor cancelled under it', async () => {
    const [older, younger] = [await aBreakdown('in-progress'), await aBreakdown()];
    await quoted(younger);
    const joined = await actOn(house, plan.technician, younger, 'merge', { intoId: older });
    const cancelled = await actOn(house, plan.technician, younger, 'cancel', { reason: 'Fausse alerte.' });
    expect(told([joined, cancelled])).toEqual(['409 ticket.order-under-way', '409 ticket.order-under-way']);
  });

  it('holds whoever writes', async () => {
    const [ticketId, otherId] = [await aBreakdown('in-progress'), await aBreakdown('in-progress')];
    await quoted(ticketId);
    const { id } = (await orderOf(ticketId))!;
    const aResolution = (of: string, row: Record<string, unknown>) =>
      house.build.insert('ticket_resolution', {
        ...{ ticket_id: of, account_id: plan.technician.accountId, at: '2026-10-06T09:00:00Z', cause: 'screen' },
        ...{ repair: 'replaced', minutes: 5, device: 'stays', ...row },
      });
    await expect(aResolution(ticketId, { price_cents: 500, charge: 'due' })).rejects.toThrow('is its order');
    await expect(aResolution(otherId, { price_cents: 0, charge: 'order', order_id: id })).rejects.toThrow(
      'ticket_resolution_by_its_order',
    );
    await expect(aResolution(ticketId, { price_cents: 0, charge: 'order' })).rejects.toThrow(
      'ticket_resolution_by_order',
    );
    await expect(aResolution(ticketId, { price_cents: 5, charge: 'order', order_id: id })).rejects.toThrow();
  });
});

describe('at the same moment', () => {
  /** A ticket in hand, and its order as the school has confirmed it. */
  async function confirmed() {
    const ticketId = await aBreakdown();
    await quoted(ticketId);
    const { id } = (await orderOf(ticketId))!;
    await carriedOut(id);
    const { version } = (await plan.manager.get(`/api/v1/orders/${id}`)).body as { version: number };
    return { ticketId, row: { id, version, seenCents: 31_200 } };
  }
  const certify = (rows: object[], preview: boolean) =>
    plan.certifier.post(`/api/v1/orders/bulk/certify?preview=${preview}`, { orders: rows });
  const merge = (ticketId: string, intoId: string) => actOn(house, plan.technician, ticketId, 'merge', { intoId });

  it('orders of two tickets are certified together and their tickets merged: neither waits for ever', async () => {
    const [older, newer] = [await confirmed(), await confirmed()];
    const ends = new Set<string>();
    for (let round = 0; round < 40; round++)
      for (const rows of [
        [older.row, newer.row],
        [newer.row, older.row],
      ]) {
        const [looked, merged] = await Promise.all([certify(rows, true), merge(newer.ticketId, older.ticketId)]);
        ends.add(
          `${looked.status} ${looked.body.outcomes?.map(({ done }: { done: boolean }) => done)}, ${told([merged])}`,
        );
      }
    expect([...ends]).toEqual(['200 true,true, 409 ticket.order-under-way']);
    // As a merge holds the one and asks for the other: whoever certifies has held none of them before both are free.
    const merging = await Held.row(house, 'ticket', older.ticketId);
    const looked = certify([newer.row, older.row], true);
    expect(await waits(house, looked)).toBe(true);
    const free = await isFree(house, 'ticket', newer.ticketId);
    await merging.letGo('rollback');
    expect([free, (await looked).status]).toEqual([true, 200]);
  });
});
