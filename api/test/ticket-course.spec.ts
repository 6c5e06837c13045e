import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOn, aTicket, RESOLUTION, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';

/** A breakdown from its report to its end: what is written, who is told, what it costs, what several do at once. */
let house: House;
let fleet: Fleet;
let head: Person;
let teacher: Person;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  head = await house.person('school-head', { school_id: fleet.school.id });
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const ground = (of = fleet) => ({
  ...{ schoolId: of.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const ASKED = { symptom: 'no-power', impact: 'class', urgency: 'stopped' };
const report = (person: Person, body: object) => person.post('/api/v1/tickets', { ...ASKED, ...body });
const act = (person: Person, id: string, action: Parameters<typeof actOn>[3], body?: Record<string, unknown>) =>
  actOn(house, person, id, action, body);
const mailsAbout = (id: string) =>
  house.sql<{ subject: string; body: string }>(`select subject, body from mail where dedupe like $1 order by id`, [
    `ticket-move:${id}:%`,
  ]);
const resolutionsOf = (id: string) =>
  house.sql('select charge, price_cents, entry_id from ticket_resolution where ticket_id = $1 order by at, id', [id]);
describe('the clocks of a list', () => {
  const clocksOf = async (person: Person, ids: string[]) =>
    (await person.get(`/api/v1/tickets/clocks?ids=${ids.join()}`)).body.items as { id: string }[];

  it('are those of each page, of what the reader reaches alone, and of nothing that nobody judges', async () => {
    const elsewhere = await aFleet(house);
    const [one, other, far, over] = [
      (await report(teacher, { subject: 'school', symptom: 'outage' })).body.id as string,
      await aTicket(house, ground(), 'waiting'),
      await aTicket(house, ground(elsewhere), 'new'),
      await aTicket(house, ground(), 'cancelled'),
    ];
    const read = await clocksOf(head, [one, other, far, over]);
    expect(read.map(({ id }) => id).sort()).toEqual([one, other].sort());
    for (const { id, ...clock } of read) {
      const page = (await head.get(`/api/v1/tickets/${id}`)).body;
      expect(page.clock).toMatchObject(clock);
    }
    expect((await clocksOf(technician, [one, far])).map(({ id }) => id).sort()).toEqual([one, far].sort());
  });
});

describe('a report', () => {
  it('is of exactly one thing of one’s own school, has a number and a priority that nobody was asked for', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-service');
    const made = await report(teacher, {
      subject: 'device',
      equipmentId,
      description: 'La salle est occupée le matin',
    });
    expect(made).toMatchObject({ status: 201, body: { state: 'new', version: 1 } });
    expect(made.body.number).toMatch(/^T-2026-\d{5}$/);
    expect(await ticketRow(house, made.body.id)).toMatchObject({
      ...{ equipment_id: equipmentId, room_id: fleet.roomId, school_id: fleet.school.id, priority: 'P1' },
    });
    expect(await ticketMovesOf(house, made.body.id)).toMatchObject([
      { action: 'report', from_state: null, to_state: 'new', priority: 'P1', role: 'teacher' },
    ]);
    const refusals = await Promise.all([
      report(teacher, { subject: 'device' }),
      report(teacher, { subject: 'room', roomId: (await aFleet(house)).roomId }),
      report(teacher, { subject: 'service', symptom: 'outage' }),
      report(teacher, { subject: 'service', service: 'internet', symptom: 'keyboard' }),
      report(teacher, { subject: 'device', equipmentId: await aDevice(house, fleet, 'lost') }),
      report(teacher, { subject: 'school', schoolId: (await house.build.school()).id, symptom: 'outage' }),
    ]);
    expect(refusals.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '422 ticket.subject-unknown',
      '422 ticket.subject-unknown',
      '422 ticket.subject-unknown',
      '422 ticket.symptom-unknown',
      '409 ticket.device-gone',
      '404 object.not-found',
    ]);
  });

  it('shows before what may be the same, which whoever has it too may join instead', async () => {
    const of = await aFleet(house);
    const own = await house.person('teacher', { school_id: of.school.id });
    const equipmentId = await aDevice(house, of, 'in-service');
    const other = await aDevice(house, of, 'in-service');
    const first = await report(own, { subject: 'device', equipmentId });
    const outage = await report(own, { subject: 'service', service: 'internet', symptom: 'outage' });
    const alike = await own.get(`/api/v1/tickets/alike?subject=device&equipmentId=${equipmentId}`);
    expect(alike.body.items).toMatchObject([
      { id: first.body.id, sameDevice: true },
      { id: outage.body.id, sameDevice: false },
    ]);
    // Another device of the room: told, and never forbidden.
    const near = await own.get(`/api/v1/tickets/alike?subject=device&equipmentId=${other}`);
    expect(near.body.items).toHaveLength(2);
    const colleague = await house.person('school-head', { school_id: of.school.id });
    for (let twice = 0; twice < 2; twice++)
      expect((await colleague.post(`/api/v1/tickets/${first.body.id}/reporters`)).status).toBe(200);
    expect((await own.get(`/api/v1/tickets/${first.body.id}`)).body.reports).toBe(2);
    expect((await teacher.post(`/api/v1/tickets/${first.body.id}/reporters`)).status).toBe(404);
  });

  it('keeps its device from being retired while it is open, and lets it go to the repairer', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-service');
    const { id } = (await report(head, { subject: 'device', equipmentId })).body;
    const page = await technician.get(`/api/v1/equipment/${equipmentId}`);
    expect(page.body.possible).toContain('send-to-repair');
    expect((await act(technician, id, 'take')).status).toBe(200);
    const wait = { waitFor: 'maker', reviewOn: '2026-10-20', reason: 'Sous garantie', device: 'leaves' };
    expect((await act(technician, id, 'wait', wait)).status).toBe(200);
    expect(await deviceRow(house, equipmentId)).toMatchObject({ state: 'under-repair' });
    expect((await act(technician, id, 'resume')).status).toBe(200);
    expect((await act(technician, id, 'resolve', { ...RESOLUTION, device: 'returns' })).status).toBe(200);
    expect(await deviceRow(house, equipmentId)).toMatchObject({ state: 'in-service', room_id: fleet.roomId });
    // There is nothing to bring back a second time: the device’s own table says so, and nothing of the resolution stays.
    const second = (await report(head, { subject: 'device', equipmentId })).body.id;
    await act(technician, second, 'take');
    const refused = await act(technician, second, 'resolve', { ...RESOLUTION, device: 'returns', priceCents: 500 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'equipment.state' } });
    expect(await resolutionsOf(second)).toEqual([]);
  });
});

describe('a ticket on its way', () => {
  it('tells the school what concerns it, with the reason, and nobody of their own act', async () => {
    const id = await aTicket(house, ground(), 'assigned');
    await act(technician, id, 'plan', { day: '2026-10-08', from: '16:45', to: '17:30' });
    await act(technician, id, 'wait', { waitFor: 'school', reviewOn: '2026-10-12', reason: 'Accès à la salle' });
    const mails = await mailsAbout(id);
    // The head, and the teacher who reported it, each once.
    expect(mails).toHaveLength(4);
    expect(mails[0]!.body).toContain('jeu. 8 oct. à 16 h 45');
    expect(mails[3]!.body).toMatch(/Motif\s: Accès à la salle/);
    expect(mails.every(({ subject }) => /^Ticket T-2026-\d{5}\s: /.test(subject))).toBe(true);
  });

  it('is planned when the school is open', async () => {
    const id = await aTicket(house, ground(), 'assigned');
    const sunday = { day: '2026-10-11', from: '10:00', to: '11:00' };
    expect(await act(technician, id, 'plan', sunday)).toMatchObject({ body: { code: 'ticket.school-closed' } });
  });

  it('waits until a day that can come', async () => {
    const id = await aTicket(house, ground(), 'assigned');
    for (const reviewOn of ['2026-10-06', '2028-01-01'])
      expect(await act(technician, id, 'wait', { waitFor: 'part', reviewOn, reason: 'Dalle' })).toMatchObject({
        body: { code: 'ticket.wait-unreadable' },
      });
  });

  it('is started by who has it, and by nobody else', async () => {
    const id = await aTicket(house, ground(), 'assigned');
    const colleague = await house.person('technician');
    expect(await act(colleague, id, 'start')).toMatchObject({ status: 409, body: { code: 'ticket.not-assignee' } });
  });

  it('goes on when the school answers what it was asked', async () => {
    const id = await aTicket(house, ground(), 'waiting', { wait_for: 'school' });
    expect((await teacher.post(`/api/v1/tickets/${id}/comments`, { text: 'La clé est au secrétariat' })).status).toBe(
      200,
    );
    expect(await ticketRow(house, id)).toMatchObject({ state: 'assigned', wait_for: null, review_on: null });
    expect((await ticketMovesOf(house, id)).at(-1)).toMatchObject({
      action: 'resume',
      role: 'system',
      account_id: null,
    });
  });

  it('goes on waiting for the school whatever the metropole’s people write', async () => {
    const id = await aTicket(house, ground(), 'waiting', { wait_for: 'school' });
    for (const kind of ['comments', 'notes'])
      expect((await technician.post(`/api/v1/tickets/${id}/${kind}`, { text: 'Relance par téléphone' })).status).toBe(
        200,
      );
    expect(await ticketRow(house, id)).toMatchObject({ state: 'waiting', wait_for: 'school' });
  });

  it('takes the words among technicians to nobody of the school or the commune', async () => {
    const id = await aTicket(house, ground(), 'assigned');
    await technician.post(`/api/v1/tickets/${id}/notes`, { text: 'Attention au chien' });
    await technician.post(`/api/v1/tickets/${id}/comments`, { text: 'Je passe jeudi' });
    expect((await manager.get(`/api/v1/tickets/${id}`)).body.notes).toMatchObject([{ text: 'Attention au chien' }]);
    const read = (await head.get(`/api/v1/tickets/${id}`)).body;
    expect([read.notes, read.comments[0].text]).toEqual([[], 'Je passe jeudi']);
    const commune = await house.person('commune-officer', { commune_id: fleet.school.communeId });
    expect((await commune.get(`/api/v1/tickets/${id}`)).body).toMatchObject({
      ...{ notes: [], comments: [], assigneeName: null, reporterName: null, description: null, cost: null },
    });
    expect((await head.post(`/api/v1/tickets/${id}/notes`, { text: 'Moi aussi' })).status).toBe(403);
  });

  it('is taken back by the teacher who reported it, not by another', async () => {
    const id = await aTicket(house, ground(), 'new');
    const other = await house.person('teacher', { school_id: fleet.school.id });
    const reason = { reason: 'Réparé tout seul' };
    expect(await act(other, id, 'cancel', reason)).toMatchObject({ status: 409, body: { code: 'ticket.not-yours' } });
    expect((await act(teacher, id, 'cancel', reason)).status).toBe(200);
  });

  it('is joined to an older one of its school alone, which keeps the higher priority and all who reported', async () => {
    const older = await aTicket(house, ground(), 'new', { reported_at: '2026-10-05T07:00:00Z', priority: 'P3' });
    const younger = await aTicket(house, { ...ground(), reporterId: head.accountId }, 'new', { priority: 'P1' });
    const elsewhere = await aTicket(house, ground(await aFleet(house)), 'new', { reported_at: '2026-10-05T07:00:00Z' });
    for (const [id, intoId] of [
      [older, younger],
      [younger, elsewhere],
      [younger, younger],
    ] as const)
      expect(await act(manager, id, 'merge', { intoId })).toMatchObject({ body: { code: 'ticket.target-unknown' } });
    expect((await act(manager, younger, 'merge', { intoId: older })).status).toBe(200);
    expect(await ticketRow(house, older)).toMatchObject({ priority: 'P1', state: 'new', version: 2 });
    expect((await ticketMovesOf(house, older)).at(-1)).toMatchObject({ action: 'join', priority: 'P1' });
    expect(await ticketRow(house, younger)).toMatchObject({ state: 'merged', merged_into_id: older });
    expect((await teacher.get(`/api/v1/tickets/${older}`)).body.reports).toBe(2);
  });
});

describe('the clocks of a ticket', () => {
  it('say when it falls due, stop while the school is waited for, and are copied for the list at each event', async () => {
    const of = await aFleet(house);
    await house.arrange('update school set presence_needed = false where id = $1', [of.school.id]);
    const own = await house.person('school-head', { school_id: of.school.id });
    const { id } = (await report(own, { subject: 'school', symptom: 'outage' })).body;
    // Reported on a Tuesday at nine: eight hours of work end on Wednesday at nine.
    expect((await ticketRow(house, id)).due_at).toEqual(new Date('2026-10-07T07:00:00Z'));
    const listed = await technician.get(`/api/v1/tickets?open=true&schoolId=${of.school.id}`);
    expect(listed.body.items).toMatchObject([{ id, dueAt: '2026-10-07T07:00:00+00:00' }]);
    const before = (await own.get(`/api/v1/tickets/${id}`)).body.clock;
    expect(before).toMatchObject({ percent: 0, targetMinutes: 480, stopped: false, late: false });
    expect(before.takeUpDueAt).toBe('2026-10-06T12:30:00.000Z');
    await act(technician, id, 'take');
    const wait = { waitFor: 'school', reviewOn: '2026-10-12', reason: 'Accès à la salle' };
    await act(technician, id, 'wait', wait);
    expect((await ticketRow(house, id)).due_at).toBeNull();
    house.setNow('2026-10-06T09:30:00Z');
    // Sessions left alone have ended meanwhile.
    const later = await house.person('technician');
    const stopped = (await later.get(`/api/v1/tickets/${id}`)).body.clock;
    const commune = await house.person('commune-officer', { commune_id: of.school.communeId });
    const outside = (await commune.get(`/api/v1/tickets/${id}`)).body.clock;
    expect(stopped).toMatchObject({ stopped: true, spentMinutes: 0, classMinutes: 150, takeUpDueAt: null });
    expect(stopped.sentence).toMatch(/Arrêtée 2\sh\s30\s: en attente de l’école \(Accès à la salle\)\./);
    expect(outside.sentence).not.toContain('Accès');
    await act(later, id, 'resume');
    expect((await ticketRow(house, id)).due_at).toEqual(new Date('2026-10-07T09:30:00Z'));
    await act(later, id, 'resolve', RESOLUTION);
    expect(await ticketRow(house, id)).toMatchObject({ due_at: null, next_warning_at: null });
    house.setNow(House.START);
  });

  it('put first in the list what falls due first, and what waits last', async () => {
    const { body } = await technician.get('/api/v1/tickets?open=true&size=200');
    const due = body.items.map(({ dueAt }: { dueAt: string | null }) =>
      dueAt === null ? Infinity : Date.parse(dueAt),
    );
    expect(due).toEqual(due.toSorted((one: number, other: number) => one - other));
    expect(due.length).toBeGreaterThan(5);
  });
});

describe('the page of a ticket', () => {
  it('tells a school nothing more of a device that another school has since', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-service');
    const { id } = (await report(teacher, { subject: 'device', equipmentId })).body;
    const state = async (person: Person) => (await person.get(`/api/v1/tickets/${id}`)).body.equipmentState;
    expect([await state(head), await state(technician)]).toEqual(['in-service', 'in-service']);
    const other = await aFleet(house);
    await house.arrange(`update equipment set room_id = $2, school_id = $3 where id = $1`, [
      ...[equipmentId, other.roomId, other.school.id],
    ]);
    expect([await state(head), await state(technician)]).toEqual([null, 'in-service']);
  });
});

describe('a ticket of a device', () => {
  it('is not opened again once nobody has the device', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-service');
    const { id } = (await report(teacher, { subject: 'device', equipmentId })).body;
    await act(technician, id, 'take');
    expect((await act(technician, id, 'resolve', RESOLUTION)).status).toBe(200);
    await house.arrange(`update equipment set state = 'lost' where id = $1`, [equipmentId]);
    expect(await act(head, id, 'reopen', { reason: 'Encore' })).toMatchObject({ body: { code: 'ticket.device-gone' } });
    await house.arrange(`update equipment set state = 'in-service' where id = $1`, [equipmentId]);
    expect((await act(head, id, 'reopen', { reason: 'Encore' })).status).toBe(200);
  });
});

describe('what the system does by itself', () => {
  const runJob = async (name: string, now: string) => {
    house.setNow(now);
    const administrator = await house.person('administrator');
    const answer = await administrator.post(`/api/v1/jobs/${name}/run`);
    house.setNow(House.START);
    return answer;
  };

  it('resumes what waited until this day, and closes what was resolved seven days ago, not before', async () => {
    const waiting = await aTicket(house, ground(), 'waiting', { review_on: '2026-10-20' });
    const later = await aTicket(house, ground(), 'waiting', { review_on: '2026-10-21' });
    const resolved = await aTicket(house, ground(), 'resolved', { resolved_at: '2026-10-13T20:00:00Z' });
    const fresh = await aTicket(house, ground(), 'resolved', { resolved_at: '2026-10-14T07:00:00Z' });
    for (const job of ['ticket-reviews', 'ticket-closing'])
      expect((await runJob(job, '2026-10-20T06:00:00Z')).status).toBeLessThan(300);
    const states = await Promise.all([waiting, later, resolved, fresh].map((id) => ticketRow(house, id)));
    expect(states.map(({ state }) => state)).toEqual(['assigned', 'waiting', 'closed', 'resolved']);
  });

  it('finds again what falls due when the calendar has changed since', async () => {
    const of = await aFleet(house);
    await house.arrange('update school set presence_needed = false where id = $1', [of.school.id]);
    const own = await house.person('school-head', { school_id: of.school.id });
    const { id } = (await report(own, { subject: 'school', symptom: 'outage' })).body;
    await house.arrange(`insert into public_holiday (day, name) values ('2026-10-07', 'Jour de craie')`);
    expect((await runJob('ticket-due-dates', House.START)).status).toBeLessThan(300);
    expect((await ticketRow(house, id)).due_at).toEqual(new Date('2026-10-08T07:00:00Z'));
    await house.arrange(`delete from public_holiday where day = '2026-10-07'`);
  });

  it('lets a school open again until the tenth day after the resolution', async () => {
    const id = await aTicket(house, ground(), 'closed', { resolved_at: '2026-09-26T20:00:00Z' });
    expect((await act(head, id, 'reopen', { reason: 'Encore' })).status).toBe(200);
    const old = await aTicket(house, ground(), 'closed', { resolved_at: '2026-09-25T20:00:00Z' });
    expect(await act(head, old, 'reopen', { reason: 'Encore' })).toMatchObject({ body: { code: 'ticket.too-late' } });
  });
});
