import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanTermsService } from '../src/loans/loan-terms.service.js';
import { said } from './harness/answers.js';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { actOnLoan, aKit, aLoan, loanMovesOf, loanRow, morningOf, PERIOD } from './harness/loan-builders.js';
import type { Person } from './harness/person.js';

const NOVEMBER = { from_day: '2026-11-02', to_day: '2026-11-03' };

/** What the system does of loans by itself; spares of a ticket; kits. */
let house: House;
let fleet: Fleet;
let teacher: Person;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  await house.person('school-head', { school_id: fleet.school.id });
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

const ground = () => ({ schoolId: fleet.school.id, teacherId: teacher.accountId, technicianId: technician.accountId });
const emailOf = async ({ accountId }: Person) =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]!.email;
const subjectsTo = async (person: Person, id: string) =>
  (
    await house.sql<{ subject: string }>(
      `select substring(m.subject from ': (.*)') as subject from mail m join account c on c.email = m.recipient
        where c.id = $1 and m.dedupe like $2 order by m.id`,
      [person.accountId, `loan-%:${id}:%`],
    )
  ).map(({ subject }) => subject);

describe('by itself', () => {
  const terms = () => house.application.get(LoanTermsService);

  it('a request that nobody answered is refused once its days are over', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'requested');
    expect(await terms().refusePast()).toBe(0);
    house.setNow('2026-10-10T05:00:00Z');
    expect(
      (await Promise.all([terms().refusePast(), terms().refusePast()])).reduce((sum, count) => sum + count),
    ).toBeGreaterThanOrEqual(1);
    expect(await loanRow(house, id)).toMatchObject({ state: 'refused' });
    expect(await subjectsTo(teacher, id)).toEqual(['refusé']);
    expect((await loanMovesOf(house, id)).filter(({ action }) => action === 'refuse')).toHaveLength(1);
  });

  it('a check that nobody wrote down is over after its half-days', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'returned');
    await terms().clearChecked();
    expect((await loanRow(house, id)).state).toBe('returned');
    house.setNow('2026-10-12T05:00:00Z');
    await terms().clearChecked();
    expect((await loanRow(house, id)).state).toBe('closed');
  });

  it('a check is over though the kit was promised to somebody else meanwhile', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'out');
    const later = { from_day: '2026-11-16', to_day: '2026-11-20' };
    const next = await aLoan(house, kit, ground(), 'requested', later);
    const check = { seenIds: kit.contents, condition: 'good', accessoriesComplete: true };
    // Back on the Thursday morning, checked until the Friday at noon; granted that afternoon.
    house.setNow('2026-10-08T08:00:00Z');
    technician = await house.signIn(await emailOf(technician));
    expect((await actOnLoan(house, technician, id, 'return', check)).status).toBe(200);
    house.setNow('2026-10-09T09:00:00Z');
    await terms().clearChecked();
    expect((await loanRow(house, id)).state).toBe('returned');
    house.setNow('2026-10-09T13:00:00Z');
    manager = await house.signIn(await emailOf(manager));
    expect((await actOnLoan(house, manager, next, 'approve')).status).toBe(200);
    await terms().clearChecked();
    expect((await loanRow(house, id)).state).toBe('closed');
  });

  it('who asks for what is back and not checked in time reads that, and not that it is out', async () => {
    const kit = await aKit(house, fleet);
    await aLoan(house, kit, ground(), 'returned', { held_until: morningOf('2026-10-08') });
    house.setNow('2026-10-08T08:00:00Z');
    teacher = await house.signIn(await emailOf(teacher));
    const asked = await teacher.post('/api/v1/loans', { kitId: kit.id, ...PERIOD('2026-10-12', '2026-10-13') });
    expect([said(asked), asked.body.title]).toEqual([
      '409 loan.taken',
      'Ce matériel est pris du mar. 6 oct. au ven. 9 oct. Il est rendu, et son contrôle n’est pas encore noté.',
    ]);
  });

  it('what was granted and never fetched is brought to nobody once its days are over', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'approved');
    const toHandOver = async () => {
      technician = await house.signIn(await emailOf(technician));
      return (await technician.get('/api/v1/loans/due')).body.toHandOver.map((loan: { id: string }) => loan.id);
    };
    house.setNow('2026-10-09T12:00:00Z');
    expect(await toHandOver()).toContain(id);
    house.setNow('2026-10-10T05:00:00Z');
    expect(await toHandOver()).not.toContain(id);
  });

  it('and then ends, once: the school and the managers read it, and its kit is free', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'approved');
    house.setNow('2026-10-09T21:00:00Z');
    await terms().lapseUnfetched();
    expect((await loanRow(house, id)).state).toBe('approved');
    house.setNow('2026-10-09T22:30:00Z');
    await Promise.all([terms().lapseUnfetched(), terms().lapseUnfetched()]);
    expect(await loanRow(house, id)).toMatchObject({ state: 'unfetched' });
    expect((await loanMovesOf(house, id)).filter(({ action }) => action === 'lapse')).toMatchObject([
      { from_state: 'approved', to_state: 'unfetched', role: 'system', account_id: null },
    ]);
    expect([await subjectsTo(teacher, id), await subjectsTo(manager, id)]).toEqual([
      ...[['jamais retiré'], ['jamais retiré']],
    ]);
    teacher = await house.signIn(await emailOf(teacher));
    // Not even the check after it keeps anybody.
    const asked = await teacher.post('/api/v1/loans', { kitId: kit.id, ...PERIOD('2026-10-12', '2026-10-13') });
    expect(asked.status).toBe(201);
  });

  it('a late kit is not free because what was promised after it was never fetched', async () => {
    const kit = await aKit(house, fleet);
    const late = await aLoan(house, kit, ground(), 'out', { to_day: '2026-10-07' });
    const promised = await aLoan(house, kit, ground(), 'approved', { from_day: '2026-10-12', to_day: '2026-10-13' });
    house.setNow('2026-10-20T08:00:00Z');
    teacher = await house.signIn(await emailOf(teacher));
    const ask = () => teacher.post('/api/v1/loans', { kitId: kit.id, ...PERIOD('2026-11-02', '2026-11-03') });
    expect(said(await ask())).toBe('409 loan.taken');
    // The table itself holds it, whoever writes.
    await expect(aLoan(house, kit, ground(), 'requested', { ...NOVEMBER, state_since: house.now() })).rejects.toThrow(
      'loan_never_overlaps',
    );
    await terms().lapseUnfetched();
    expect([(await loanRow(house, late)).state, (await loanRow(house, promised)).state]).toEqual(['out', 'unfetched']);
    await expect(aLoan(house, kit, ground(), 'requested', { ...NOVEMBER, state_since: house.now() })).rejects.toThrow(
      'loan_never_overlaps',
    );
    expect(said(await ask())).toBe('409 loan.taken');
  });

  it('who asks before the night does not wait for it: what is over ends first', async () => {
    const kit = await aKit(house, fleet, { checking_half_days: 4 });
    const over = await aLoan(house, kit, ground(), 'approved', { held_until: morningOf('2026-10-14') });
    const unanswered = await aKit(house, fleet, { checking_half_days: 4 });
    const past = await aLoan(house, unanswered, ground(), 'requested', { held_until: morningOf('2026-10-14') });
    house.setNow('2026-10-12T05:00:00Z');
    teacher = await house.signIn(await emailOf(teacher));
    const ask = (kitId: string) => teacher.post('/api/v1/loans', { kitId, ...PERIOD('2026-10-12', '2026-10-13') });
    expect([(await ask(kit.id)).status, (await ask(unanswered.id)).status]).toEqual([201, 201]);
    expect([(await loanRow(house, over)).state, (await loanRow(house, past)).state]).toEqual(['unfetched', 'refused']);
  });

  it('the school is told the day before, then that it is late, once each, on working days', async () => {
    const kit = await aKit(house, fleet);
    const id = await aLoan(house, kit, ground(), 'out');
    const remindOn = async (day: string) => {
      house.setNow(`${day}T04:00:00Z`);
      await Promise.all([terms().remind(day), terms().remind(day)]);
    };
    await remindOn('2026-10-07');
    expect(await subjectsTo(teacher, id)).toEqual([]);
    // Due on Friday the 9th: told on the 8th; on Saturday nothing leaves.
    for (const day of ['2026-10-08', '2026-10-09', '2026-10-10']) await remindOn(day);
    expect(await subjectsTo(teacher, id)).toEqual(['à rendre ven. 9 oct.']);
    for (const day of ['2026-10-12', '2026-10-13', '2026-10-16', '2026-10-19']) await remindOn(day);
    expect(await subjectsTo(teacher, id)).toEqual(['à rendre ven. 9 oct.', 'en retard', 'en retard']);
    expect(await subjectsTo(manager, id)).toEqual(['en retard', 'en retard']);
  });
});

describe('a spare', () => {
  it('is lent from the ticket in one step, and asked back once the ticket is over', async () => {
    const broken = await aDevice(house, fleet, 'in-service');
    const spare = await aDevice(house, fleet, 'in-stock');
    const other = await aDevice(house, fleet, 'in-stock', { model_id: fleet.taughtModelId });
    const breakdown = {
      subject: 'device',
      equipmentId: broken,
      symptom: 'no-power',
      impact: 'class',
      urgency: 'stopped',
    };
    const ticketId = (await teacher.post('/api/v1/tickets', breakdown)).body.id as string;
    const offered = (await technician.get(`/api/v1/loans/spares?ticketId=${ticketId}`)).body.items;
    expect(offered.map(({ equipmentId }: { equipmentId: string }) => equipmentId)).toContain(spare);
    expect(offered.map(({ equipmentId }: { equipmentId: string }) => equipmentId)).not.toContain(other);
    const lend = (equipmentId: string) =>
      technician.post('/api/v1/loans/spares', { ticketId, equipmentId, toDay: '2026-10-30' });
    expect(said(await lend(other))).toBe('409 loan.spare-unfit');
    const { status, body } = await lend(spare);
    expect([status, body.state]).toEqual([201, 'out']);
    expect(await loanRow(house, body.id)).toMatchObject({
      ticket_id: ticketId,
      kit_id: null,
      referent_id: teacher.accountId,
    });
    expect((await teacher.get(`/api/v1/loans?ticketId=${ticketId}`)).body.items).toMatchObject([{ id: body.id }]);
    const toTakeBack = async () =>
      (await technician.get('/api/v1/loans/due')).body.toTakeBack.map(({ id }: { id: string }) => id);
    expect(await toTakeBack()).not.toContain(body.id);
    await house.arrange(`update ticket set state = 'cancelled', due_at = null, next_warning_at = null where id = $1`, [
      ticketId,
    ]);
    expect(await toTakeBack()).toContain(body.id);
    expect(said(await lend(await aDevice(house, fleet, 'in-stock')))).toBe('409 loan.ticket-over');
  });
});

describe('a kit', () => {
  const settings = {
    accessories: 'Chargeur',
    checkingHalfDays: 4,
    needsApproval: true,
    kinds: ['primary'],
    offered: true,
  };

  it('is made of one thing on a shelf, under a name of its own', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-stock');
    const make = (body: object) =>
      manager.post('/api/v1/loan-kits', { name: 'Visualiseur', equipmentId, ...settings, ...body });
    expect((await make({ kinds: [] })).status).toBe(400);
    expect((await make({})).status).toBe(201);
    expect(said(await make({ name: 'Autre' }))).toBe('422 loan.kit-unusable');
    const another = await aDevice(house, fleet, 'in-stock');
    expect(said(await make({ equipmentId: another }))).toBe('409 loan.kit-name-taken');
    const inCase = (await aKit(house, fleet)).contents[0]!;
    expect(said(await make({ name: 'Dans une valise', equipmentId: inCase }))).toBe('422 loan.kit-unusable');
    expect(said(await make({ name: 'En classe', equipmentId: await aDevice(house, fleet, 'in-service') }))).toBe(
      '422 loan.kit-unusable',
    );
  });

  it('is changed at the version that was seen', async () => {
    const kit = await aKit(house, fleet);
    const change = (version: number) =>
      manager.put(`/api/v1/loan-kits/${kit.id}`, { name: `Robots ${kit.id}`, ...settings }, { version });
    expect((await change(1)).body).toEqual({ id: kit.id, version: 2 });
    expect(said(await change(1))).toBe('412 version.stale');
  });
});
