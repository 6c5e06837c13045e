import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { actOn, aTicket, RESOLUTION, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';

/** What repairs cost, and several people at once on the same tickets and the same money. */
let house: House;
let fleet: Fleet;
let teacher: Person;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const ground = (of = fleet) => ({
  ...{ schoolId: of.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const act = (person: Person, id: string, action: Parameters<typeof actOn>[3], body?: Record<string, unknown>) =>
  actOn(house, person, id, action, body);
const told = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();
const resolutionsOf = (id: string) =>
  house.sql('select charge, price_cents, entry_id from ticket_resolution where ticket_id = $1 order by at, id', [id]);
/** A school of its own, whose maintenance envelope holds this. */
async function aSchoolWith(cents: number): Promise<{ of: Fleet; envelopeId: string }> {
  const of = await aFleet(house);
  return { of, envelopeId: await house.build.envelope(of.school.id, cents, 2026, 'maintenance') };
}
const spentOf = async (envelopeId: string) =>
  (
    await house.sql<{ spent: number; available: number; entries: number }>(
      `select max(spent_after)::int as spent, min(available_after)::int as available, count(*)::int as entries
         from ledger_entry where envelope_id = $1`,
      [envelopeId],
    )
  )[0]!;

describe('what a repair costs', () => {
  it('is taken from the maintenance envelope of the school, and each resolution is charged for itself', async () => {
    const { of, envelopeId } = await aSchoolWith(10_000);
    const own = await house.person('school-head', { school_id: of.school.id });
    const id = await aTicket(house, ground(of), 'in-progress');
    expect((await act(technician, id, 'resolve', { ...RESOLUTION, priceCents: 6_490, parts: 'Batterie' })).status).toBe(
      200,
    );
    expect(await spentOf(envelopeId)).toEqual({ spent: 6_490, available: 3_510, entries: 2 });
    expect((await own.get(`/api/v1/tickets/${id}`)).body.cost).toEqual({
      ...{ parts: 'Batterie', priceCents: 6_490, charge: 'school' },
    });
    await act(own, id, 'reopen', { reason: 'Toujours en panne' });
    expect((await act(technician, id, 'resolve', { ...RESOLUTION, priceCents: 3_510 })).status).toBe(200);
    expect((await resolutionsOf(id)).map(({ charge }) => charge)).toEqual(['school', 'school']);
    expect((await spentOf(envelopeId)).available).toBe(0);
  });

  it('never keeps a ticket open: it stands to be charged, until money comes or the reserve takes it', async () => {
    const { of, envelopeId } = await aSchoolWith(1_000);
    const poor = await aTicket(house, ground(of), 'assigned');
    const without = await aTicket(house, ground(await aFleet(house)), 'assigned');
    for (const id of [poor, without])
      expect((await act(technician, id, 'resolve', { ...RESOLUTION, priceCents: 5_000 })).status).toBe(200);
    const due = (await manager.get('/api/v1/ticket-charges')).body.items as { id: string; ticketId: string }[];
    const chargeOf = (ticketId: string) => due.find((one) => one.ticketId === ticketId)!;
    expect(chargeOf(poor)).toMatchObject({ priceCents: 5_000, availableCents: 1_000 });
    expect(chargeOf(without)).toMatchObject({ priceCents: 5_000, availableCents: null });
    const settle = (ticketId: string, on: string) =>
      manager.post(`/api/v1/ticket-charges/${chargeOf(ticketId).id}/settle`, { on }, { version: 1 });
    expect(await settle(poor, 'school')).toMatchObject({
      ...{ status: 422, body: { code: 'budget.not-enough', missingCents: 4_000 } },
    });
    expect((await settle(without, 'reserve')).body.code).toBe('budget.envelope-missing');
    const reserveId = await house.build.envelope(null, 5_000, 2026, 'maintenance');
    expect((await settle(without, 'reserve')).status).toBe(200);
    expect(await settle(without, 'reserve')).toMatchObject({ status: 412 });
    const side = { kind: 'maintenance' };
    await house.build.envelope(fleet.school.id, 4_000, 2026, 'maintenance');
    const moved = await manager.post('/api/v1/budgets/transfers', {
      ...{ year: 2026, amountCents: 4_000, reason: 'Batterie' },
      ...{ from: { ...side, schoolId: fleet.school.id }, to: { ...side, schoolId: of.school.id } },
    });
    expect(moved.status).toBe(201);
    expect((await settle(poor, 'school')).status).toBe(200);
    expect((await spentOf(envelopeId)).spent).toBe(5_000);
    expect((await spentOf(reserveId)).spent).toBe(5_000);
    expect((await manager.get('/api/v1/ticket-charges')).body.total).toBe(0);
  });
});

describe('the database, whoever writes', () => {
  /** An expense of a ticket, around the service. */
  const anEntry = async (envelopeId: string, ticketId: string, cents: number) =>
    (
      await house.sql<{ id: string }>(
        `insert into ledger_entry (envelope_id, sequence, kind, posted_at, actor, ticket_id, opened_before, reserved_before, committed_before,
             spent_before, spent_change)
           select envelope_id, sequence + 1, 'expense', now(), 'system:test', $2, opened_after, reserved_after, committed_after, spent_after, $3
             from ledger_entry where envelope_id = $1 order by sequence desc limit 1 returning id`,
        [envelopeId, ticketId, cents],
      )
    )[0]!.id;
  const aCost = (ticketId: string, entryId: string, row: Record<string, unknown> = {}) =>
    house.build.insert('ticket_resolution', {
      ...{ ticket_id: ticketId, account_id: technician.accountId, at: House.START, cause: 'other', repair: 'other' },
      ...{ minutes: 5, price_cents: 900, device: 'stays', charge: 'school', entry_id: entryId, ...row },
    });

  it('has a repair charged at its price, for its own ticket, to its own school or to the reserve', async () => {
    const [{ of, envelopeId }, other] = [await aSchoolWith(50_000), await aSchoolWith(50_000)];
    const [id, another] = [await aTicket(house, ground(of), 'resolved'), await aTicket(house, ground(of), 'resolved')];
    const refused = 'is not what resolution';
    await expect(aCost(id, await anEntry(envelopeId, id, 901))).rejects.toThrow(refused);
    await expect(aCost(id, await anEntry(envelopeId, another, 900))).rejects.toThrow(refused);
    await expect(aCost(id, await anEntry(other.envelopeId, id, 900))).rejects.toThrow(refused);
    const entry = await anEntry(envelopeId, id, 900);
    await expect(aCost(id, entry, { charge: 'reserve' })).rejects.toThrow(refused);
    expect(await aCost(id, entry)).toBeTruthy();
  });

  it('keeps a resolution as it was written, and charges it once', async () => {
    const { of, envelopeId } = await aSchoolWith(50_000);
    const id = await aTicket(house, ground(of), 'resolved');
    const cost = await aCost(id, await anEntry(envelopeId, id, 900));
    const again = await anEntry(envelopeId, id, 900);
    const change = (columns: string, ...values: unknown[]) =>
      house.arrange(`update ticket_resolution set ${columns} where id = $1`, [cost, ...values]);
    for (const changed of [
      change('entry_id = $2', again),
      change(`charge = 'due', entry_id = null`),
      change('price_cents = 1'),
      change('minutes = 1'),
      house.arrange('delete from ticket_resolution where id = $1', [cost]),
    ])
      await expect(changed).rejects.toThrow('is charged once');
    await expect(change(`note = 'Mots retirés'`)).resolves.not.toThrow();
  });
});

describe('at the same moment', () => {
  it('twenty technicians take one ticket: one has it, the others read who', async () => {
    const id = await aTicket(house, ground(), 'new');
    const twenty = await Promise.all(Array.from({ length: 20 }, () => house.person('technician')));
    const answers = await Promise.all(
      twenty.map((one) => one.post(`/api/v1/tickets/${id}/take`, undefined, { version: 1 })),
    );
    expect(told(answers)).toEqual(['200', ...Array<string>(19).fill('409 ticket.taken')]);
    const winner = twenty[answers.findIndex(({ status }) => status === 200)]!;
    expect(await ticketRow(house, id)).toMatchObject({ assigned_account_id: winner.accountId });
    const { name } = winner.session!.account;
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.title.startsWith(name))).toBe(true);
    expect(await ticketMovesOf(house, id)).toHaveLength(2);
  });

  it('a resolution and a cancellation: one is made, the other reads that it was too late, and no money is lost', async () => {
    for (let round = 0; round < 6; round++) {
      const { of, envelopeId } = await aSchoolWith(10_000);
      const id = await aTicket(house, ground(of), 'assigned');
      const at = (action: string) => `/api/v1/tickets/${id}/${action}`;
      const answers = await Promise.all([
        technician.post(at('resolve'), { ...RESOLUTION, priceCents: 2_000 }, { version: 1 }),
        manager.post(at('cancel'), { reason: 'Signalé deux fois' }, { version: 1 }),
      ]);
      expect(told(answers)).toEqual(['200', '412 version.stale']);
      const resolved = answers[0]!.status === 200;
      expect((await ticketRow(house, id)).state).toBe(resolved ? 'resolved' : 'cancelled');
      expect((await spentOf(envelopeId)).spent).toBe(resolved ? 2_000 : 0);
      expect(await resolutionsOf(id)).toHaveLength(resolved ? 1 : 0);
    }
  });

  it('sixty-four are resolved on one envelope that pays for ten: ten are charged, fifty-four stand to be', async () => {
    const { of, envelopeId } = await aSchoolWith(10 * 1_500 + 700);
    const ids = await Promise.all(Array.from({ length: 64 }, () => aTicket(house, ground(of), 'assigned')));
    const answers = await Promise.all(
      ids.map((id) =>
        technician.post(`/api/v1/tickets/${id}/resolve`, { ...RESOLUTION, priceCents: 1_500 }, { version: 1 }),
      ),
    );
    expect(new Set(told(answers))).toEqual(new Set(['200']));
    const charges = await house.sql<{ charge: string; count: number }>(
      'select charge, count(*)::int from ticket_resolution where ticket_id = any($1) group by charge order by charge',
      [ids],
    );
    expect(charges).toEqual([
      { charge: 'due', count: 54 },
      { charge: 'school', count: 10 },
    ]);
    expect(await spentOf(envelopeId)).toEqual({ spent: 15_000, available: 700, entries: 11 });
    const [{ apart }] = (await house.sql<{ apart: number }>(
      `select count(*)::int as apart from ticket_resolution x join ledger_entry l on l.id = x.entry_id
        where (l.ticket_id, l.spent_change) is distinct from (x.ticket_id, x.price_cents)`,
    )) as [{ apart: number }];
    expect(apart).toBe(0);
  });
});
