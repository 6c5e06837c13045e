import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { approved, scheduled, smallPlan, started, type SmallPlan } from './harness/plan.js';
import { actOn, aTicket, RESOLUTION, ticketRow } from './harness/ticket-builders.js';

/** What a technician, or a firm, takes along for two days. The house's day is Tuesday 6 October 2026. */
let house: House;
let plan: SmallPlan;
let fleet: Fleet;
let technician: Person;
let colleague: Person;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
  fleet = await aFleet(house);
  technician = plan.technician;
  colleague = await house.person('technician');
  teacher = await house.person('teacher', { school_id: fleet.school.id });
});
afterAll(() => house.close());

type Row = { id: string; [name: string]: unknown };
const read = async (person: Person, day?: string) => {
  const answer = await person.get(`/api/v1/round${day ? `?day=${day}` : ''}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const ids = (rows: Row[]) => rows.map(({ id }) => id);
const ticket = (state: Parameters<typeof aTicket>[2], row = {}, schoolId = fleet.school.id, holder = technician) =>
  aTicket(house, { schoolId, reporterId: teacher.accountId, technicianId: holder.accountId }, state, row);

describe('the orders of a round', () => {
  it('are a technician’s own, those without a date apart; a colleague has none of them', async () => {
    const mine = await scheduled(plan);
    const undated = await approved(plan);
    const packet = await read(technician, '2026-12-07');
    expect(ids(packet.orders)).toEqual([mine]);
    expect(ids(packet.toSchedule)).toEqual([undated]);
    // Planned for the second of the two days: whole, and its school with it.
    expect(ids(packet.wholeOrders)).toEqual([mine]);
    expect(packet.schools).toMatchObject([{ id: plan.school.id, access: {}, contacts: {} }]);
    expect((await read(technician, '2026-12-06')).wholeOrders).toEqual([]);
    expect((await read(colleague, '2026-12-07')).orders).toEqual([]);
    // Under way it is today's, whenever it was planned.
    const begun = await started(plan);
    expect(ids((await read(technician)).wholeOrders)).toEqual([begun]);
  });

  it('are of an installer its firm’s alone, with the access card while it works there, and no ticket nor budget', async () => {
    const theirs = await scheduled(plan, 'contract');
    await ticket('new', {}, plan.school.id);
    await house.build.envelope(plan.school.id, 60_000, 2026, 'maintenance');
    const packet = await read(plan.installer, '2026-12-08');
    expect(ids(packet.orders)).toEqual([theirs]);
    expect(packet.tickets).toEqual([]);
    expect(packet.schools).toMatchObject([{ id: plan.school.id, access: {}, maintenance: null }]);
    expect((await read(technician, '2026-12-08')).schools).toMatchObject([{ maintenance: { openedCents: 60_000 } }]);
  });
});

describe('the tickets of a round', () => {
  it('are one’s own that are not over, the free ones of these schools, what is to be looked at again, and what was done today', async () => {
    const far = await house.build.school();
    const own = await ticket('assigned');
    const planned = await ticket('planned');
    const toReview = await ticket('waiting', { review_on: '2026-10-07' });
    const free = await ticket('new');
    const done = await ticket('resolved');
    await ticket('waiting', { review_on: '2026-10-20' });
    await ticket('resolved', { resolved_at: '2026-10-05T12:00:00Z' });
    await ticket('assigned', {}, fleet.school.id, colleague);
    await ticket('new', {}, far.id);
    const packet = await read(technician);
    expect(new Set(ids(packet.tickets).filter((id) => [own, planned, toReview, free, done].includes(id)))).toEqual(
      new Set([own, planned, toReview, free, done]),
    );
    expect(packet.tickets.filter(({ schoolId }: { schoolId: string }) => schoolId === fleet.school.id)).toHaveLength(5);
    expect(ids(packet.schools)).toContain(fleet.school.id);
    expect(ids(packet.schools)).not.toContain(far.id);
    const byId = new Map<string, Row>(packet.tickets.map((one: Row) => [one.id, one]));
    expect(byId.get(free)).toMatchObject({ mine: false, possible: expect.arrayContaining(['take']) });
    expect(byId.get(own)).toMatchObject({ mine: true, possible: expect.arrayContaining(['start', 'resolve']) });
  });

  it('bring what is needed on the spot: their device and what stands in its room, what was said, the time that was stopped', async () => {
    const other = await aFleet(house);
    const equipmentId = await aDevice(house, other, 'in-service');
    const beside = await aDevice(house, other, 'in-service');
    await aDevice(house, other, 'in-service', { room_id: other.otherRoomId });
    const reporter = await house.person('teacher', { school_id: other.school.id });
    const asked = { symptom: 'no-power', impact: 'class', urgency: 'stopped' };
    const made = await reporter.post('/api/v1/tickets', { subject: 'device', equipmentId, ...asked });
    const { id } = made.body;
    await actOn(house, technician, id, 'take');
    await technician.post(`/api/v1/tickets/${id}/notes`, { text: 'Prendre une batterie' });
    const packet = await read(technician);
    const brought = packet.tickets.find((one: Row) => one.id === id);
    expect(brought).toMatchObject({
      ...{ equipmentId, roomId: other.roomId, equipmentState: 'in-service', held: null, leftMinutes: null },
      said: [{ text: 'Prendre une batterie', internal: true }],
    });
    expect(brought.dueAt).not.toBeNull();
    const devices = packet.devices.filter(({ roomId }: { roomId: string }) => roomId === other.roomId);
    expect(new Set(ids(devices))).toEqual(new Set([equipmentId, beside]));
    expect(ids(packet.devices)).not.toContain(other.otherRoomId);
    await actOn(house, technician, id, 'wait', { waitFor: 'school', reviewOn: '2026-10-07', reason: 'accès' });
    const waits = (await read(technician)).tickets.find((one: Row) => one.id === id);
    expect(waits).toMatchObject({ dueAt: null, leftMinutes: expect.any(Number) });
  });
});

it('a ticket brings the order that pays for it, so that its closing asks no price that is refused later', async () => {
  const id = await ticket('assigned', {}, plan.school.id);
  const brought = async () => (await read(technician)).tickets.find((one: Row) => one.id === id).order;
  expect(await brought()).toBeNull();
  const itemId = await house.build.item({ name: 'Réparation sur devis', on_quote: true });
  const quote = { itemId, unitNetCents: 20_000, vatBasisPoints: 2_000, note: 'Dalle tactile, devis d’Atelier Volta.' };
  const { version } = await ticketRow(house, id);
  expect(await technician.post(`/api/v1/tickets/${id}/quote`, quote, { version: version as number })).toMatchObject({
    status: 200,
  });
  expect(await brought()).toMatchObject({ number: null, state: 'draft', cents: 24_000 });
});

it('a round of more schools than a phone takes along says how many it leaves out', async () => {
  const far = await house.person('technician');
  expect((await read(far)).schoolsLeftOut).toBe(0);
  for (let n = 0; n < 62; n++) {
    const { id } = await house.build.school();
    await aTicket(house, { schoolId: id, reporterId: teacher.accountId, technicianId: far.accountId }, 'assigned');
  }
  const packet = await read(far);
  expect([packet.schools.length, packet.schoolsLeftOut, packet.tickets.length]).toEqual([60, 2, 62]);
});

it('one’s tickets beyond what a packet holds are told, and what is begun is never among them', async () => {
  const busy = await house.person('technician');
  const { id: schoolId } = await house.build.school();
  const who = { schoolId, reporterId: teacher.accountId, technicianId: busy.accountId };
  for (let n = 0; n < 100; n++) await aTicket(house, who, 'assigned', { due_at: '2026-10-07T08:00:00Z' });
  expect(await read(busy)).toMatchObject({ moreTickets: false });
  const begun = await aTicket(house, who, 'in-progress', { due_at: '2026-12-01T08:00:00Z' });
  const packet = await read(busy);
  expect([packet.moreTickets, packet.tickets.length, ids(packet.tickets).includes(begun)]).toEqual([true, 100, true]);
});

it('a room of more devices than a phone takes along leaves none of the tickets’ own out', async () => {
  const other = await aFleet(house);
  await house.arrange(
    `insert into equipment (tag, model_id, state, state_since, words, room_id, school_id)
       select 'PE-ROOM-' || n, $1, 'in-service', now(), ' x ', $2, $3 from generate_series(1, 400) n`,
    [other.modelId, other.roomId, other.school.id],
  );
  const equipmentId = await aDevice(house, other, 'in-service');
  const reporter = await house.person('teacher', { school_id: other.school.id });
  const asked = { symptom: 'no-power', impact: 'class', urgency: 'stopped' };
  const { id } = (await reporter.post('/api/v1/tickets', { subject: 'device', equipmentId, ...asked })).body;
  await actOn(house, technician, id, 'take');
  const { devices } = await read(technician);
  expect(devices).toHaveLength(400);
  expect(ids(devices)).toContain(equipmentId);
});

describe('the packet', () => {
  it('is not sent again while it is the same, and is once something has changed', async () => {
    const first = await technician.get('/api/v1/round');
    const known = { 'if-none-match': String(first.headers.etag) };
    const again = await technician.get('/api/v1/round', known);
    expect(again).toMatchObject({ status: 304, text: '' });
    // A proxy that packs the answer weakens its tag, and the phone gives it back so.
    const weakened = { 'if-none-match': `W/${String(first.headers.etag)}` };
    expect((await technician.get('/api/v1/round', weakened)).status).toBe(304);
    const id = await ticket('assigned');
    const changed = await technician.get('/api/v1/round', known);
    expect(changed.status).toBe(200);
    await actOn(house, technician, id, 'resolve', RESOLUTION);
    expect((await technician.get('/api/v1/round', { 'if-none-match': String(changed.headers.etag) })).status).toBe(200);
  });

  it('says what clocks count with', async () => {
    expect((await read(technician)).calendar).toMatchObject({
      service: { dayMinutes: 480, restored: { P1: 480 }, week: { mon: [{ from: '08:00' }, { from: '13:30' }] } },
    });
  });

  it('is of days that exist', async () => {
    expect((await technician.get('/api/v1/round?day=demain')).status).toBe(400);
  });
});
