import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ReturnTerms } from '../src/warranty/return-terms.service.js';
import { said } from './harness/answers.js';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOn } from './harness/ticket-builders.js';
import { actOnReturn, aReturn, returnRow } from './harness/warranty-builders.js';

/** From the ticket to the maker and back: what becomes of the ticket and of the device. The house's day is 6 October 2026. */
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
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

const REVIEW = '2026-10-20';
const ground = () => ({ reporterId: teacher.accountId, technicianId: technician.accountId });

/** A breakdown of a device under warranty, in the technician's hands. */
async function reported(row = {}): Promise<{ ticketId: string; equipmentId: string }> {
  const equipmentId = await aDevice(house, fleet, 'in-service', { warranty_until: '2027-10-06', ...row });
  const asked = { subject: 'device', equipmentId, symptom: 'no-charge', impact: 'class', urgency: 'otherwise' };
  const { body } = await teacher.post('/api/v1/tickets', asked);
  await actOn(house, technician, body.id, 'take');
  return { ticketId: body.id, equipmentId };
}
const prepare = (ticketId: string, row = {}, person = technician) =>
  person.post('/api/v1/warranty-returns', { ticketId, fault: 'Ne charge plus', reviewOn: REVIEW, ...row });
const ticketOf = async (id: string) =>
  (await house.sql('select state, wait_for, review_on::text as review_on from ticket where id = $1', [id]))[0]!;
const deviceOf = async (id: string) =>
  (
    await house.sql('select state, serial, tag, warranty_until::text as warranty_until from equipment where id = $1', [
      id,
    ])
  )[0]!;

async function sent(): Promise<{ id: string; ticketId: string; equipmentId: string }> {
  const { ticketId, equipmentId } = await reported();
  const { id } = (await prepare(ticketId)).body;
  const sending = { sentOn: '2026-10-06', trackingNumber: '6A123', reviewOn: '2026-10-27' };
  expect(said(await actOnReturn(house, technician, id, 'send', sending))).toBe('200 sent');
  return { id, ticketId, equipmentId };
}

describe('a return is prepared', () => {
  it('from a ticket that waits for the maker from then on, and its device leaves', async () => {
    const { ticketId, equipmentId } = await reported();
    const answer = await prepare(ticketId);
    expect([answer.status, answer.body.state]).toEqual([201, 'prepared']);
    expect(await ticketOf(ticketId)).toEqual({ state: 'waiting', wait_for: 'maker', review_on: REVIEW });
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'under-repair' });
    const page = (await technician.get(`/api/v1/warranty-returns/${answer.body.id}`)).body;
    expect(page).toMatchObject({ ticketId, equipmentId, fault: 'Ne charge plus', warrantyUntil: '2027-10-06' });
    expect((await teacher.get(`/api/v1/warranty-returns?ticketId=${ticketId}`)).body.items).toMatchObject([
      { id: answer.body.id, due: false },
    ]);
  });

  it('of a device that is at the repairer’s already, and whose ticket waited for something else', async () => {
    const { ticketId, equipmentId } = await reported();
    const wait = { waitFor: 'part', reviewOn: '2026-10-09', reason: 'Pièce', device: 'leaves' };
    expect((await actOn(house, technician, ticketId, 'wait', wait)).status).toBe(200);
    expect((await prepare(ticketId)).status).toBe(201);
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'waiting', wait_for: 'maker', review_on: REVIEW });
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'under-repair' });
  });

  it.each([
    ['whose warranty is over', { warranty_until: '2026-10-05' }, '409 warranty.over'],
    ['whose warranty nobody knows', { warranty_until: null }, '409 warranty.over'],
  ])('not of a device %s', async (_, row, refusal) => {
    const { ticketId, equipmentId } = await reported(row);
    expect(said(await prepare(ticketId))).toBe(refusal);
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'in-service' });
  });

  it('not of a ticket that nobody has, of a room, or a second time', async () => {
    const equipmentId = await aDevice(house, fleet, 'in-service', { warranty_until: '2027-10-06' });
    const of = { symptom: 'no-charge', impact: 'class', urgency: 'otherwise' };
    const free = await teacher.post('/api/v1/tickets', { subject: 'device', equipmentId, ...of });
    expect(said(await prepare(free.body.id))).toBe('409 warranty.ticket-unfit');
    const school = await teacher.post('/api/v1/tickets', { subject: 'school', ...of, symptom: 'outage' });
    await actOn(house, technician, school.body.id, 'take');
    expect(said(await prepare(school.body.id))).toBe('409 warranty.ticket-unfit');
    const { ticketId } = await reported();
    const both = await Promise.all([prepare(ticketId), prepare(ticketId)]);
    expect(both.map(said).sort()).toEqual(['201 prepared', '409 warranty.already']);
  });

  it('by a technician, with a day of review to come', async () => {
    const { ticketId } = await reported();
    expect((await prepare(ticketId, {}, manager)).status).toBe(403);
    for (const reviewOn of ['2026-10-06', '2028-01-01'])
      expect(said(await prepare(ticketId, { reviewOn }))).toBe('422 warranty.review-wrong');
  });
});

describe('a return that is sent', () => {
  it('on a day between its preparation and today, with its number and its next day of review', async () => {
    const { ticketId } = await reported();
    const { id } = (await prepare(ticketId)).body;
    const send = (sentOn: string) => actOnReturn(house, technician, id, 'send', { sentOn, reviewOn: '2026-10-27' });
    for (const day of ['2026-10-05', '2026-10-07']) expect(said(await send(day))).toBe('422 warranty.sending-wrong');
    expect(said(await send('2026-10-06'))).toBe('200 sent');
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'waiting', review_on: '2026-10-27' });
  });

  it('is followed until it is back: the ticket waits for as long', async () => {
    const { id, ticketId } = await sent();
    const follow = { reason: 'Pièce en rupture', reviewOn: '2026-11-16' };
    expect(said(await actOnReturn(house, technician, id, 'follow', follow))).toBe('200 sent');
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'waiting', review_on: '2026-11-16' });
    // A manager asks the maker too; the ticket is its technician's.
    const later = { reason: 'Rappel', reviewOn: '2026-11-30' };
    expect(said(await actOnReturn(house, manager, id, 'follow', later))).toBe('200 sent');
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'waiting', review_on: '2026-11-16' });
  });

  it('comes back repaired: the device to its room, the ticket to its technician', async () => {
    const { id, ticketId, equipmentId } = await sent();
    expect(said(await actOnReturn(house, technician, id, 'receive-repaired'))).toBe('200 repaired');
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'in-service' });
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'assigned', wait_for: null });
  });

  it('comes back as another device, under the same label, with its own serial number and warranty', async () => {
    const { id, ticketId, equipmentId } = await sent();
    const before = await deviceOf(equipmentId);
    await aDevice(house, fleet, 'in-service', { serial: 'PRIS-1' });
    const receive = (serial: string) =>
      actOnReturn(house, technician, id, 'receive-replaced', { serial, warrantyUntil: '2028-10-06' });
    expect(said(await receive('PRIS-1'))).toBe('409 equipment.serial-taken');
    expect(await deviceOf(equipmentId)).toEqual(before);
    expect(said(await receive('NEUF-A'))).toBe('200 replaced');
    expect(await deviceOf(equipmentId)).toEqual({
      ...before,
      ...{ state: 'in-service', serial: 'NEUF-A', warranty_until: '2028-10-06' },
    });
    expect(await returnRow(house, id)).toMatchObject({ former_serial: before.serial, new_serial: 'NEUF-A' });
    const found = (await technician.get('/api/v1/equipment?search=NEUF-A')).body.items as { id: string }[];
    expect(found.map(({ id: one }) => one)).toEqual([equipmentId]);
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'assigned' });
  });

  it('is refused by the maker: the ticket waits no more, its device is still away, and may be sent again', async () => {
    const { id, ticketId, equipmentId } = await sent();
    expect(said(await actOnReturn(house, manager, id, 'refuse', { reason: 'Choc visible' }))).toBe('200 refused');
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'assigned', wait_for: null });
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'under-repair' });
    expect((await prepare(ticketId)).status).toBe(201);
  });

  it('whose device was lost meanwhile ends all the same', async () => {
    const { id, equipmentId } = await sent();
    await house.arrange(`update equipment set state = 'lost' where id = $1`, [equipmentId]);
    expect(said(await actOnReturn(house, technician, id, 'receive-repaired'))).toBe('200 repaired');
    expect(await deviceOf(equipmentId)).toMatchObject({ state: 'lost' });
  });
});

describe('the day of review', () => {
  const terms = () => house.application.get(ReturnTerms);
  const mailsOf = (id: string) =>
    house.sql<{ recipient: string }>('select recipient from mail where dedupe like $1 order by id', [
      `warranty-review:${id}:%`,
    ]);

  it('reminds who prepared it, once for each day, on working days; then whoever asks for what is due finds it', async () => {
    const { id } = await aReturn(house, fleet, ground(), 'sent', { review_on: '2026-10-10' });
    const later = await aReturn(house, fleet, ground(), 'sent', { review_on: '2026-10-30' });
    await terms().remind('2026-10-10');
    expect(await mailsOf(id)).toEqual([]);
    await Promise.all([terms().remind('2026-10-12'), terms().remind('2026-10-12')]);
    await terms().remind('2026-10-13');
    expect(await mailsOf(id)).toHaveLength(1);
    expect(await mailsOf(later.id)).toEqual([]);
    house.setNow('2026-10-12T08:00:00Z');
    const desk = await house.person('plan-manager');
    const due = (await desk.get('/api/v1/warranty-returns?due=true')).body.items as { id: string }[];
    expect(due.map((one) => one.id)).toContain(id);
    expect(due.map((one) => one.id)).not.toContain(later.id);
  });

  it('reminds the managers where who prepared it is no technician any more', async () => {
    const former = await house.person('technician');
    const { id } = await aReturn(house, fleet, { ...ground(), technicianId: former.accountId }, 'sent', {
      review_on: '2026-10-09',
    });
    await house.arrange(`update assignment set to_day = '2026-10-06' where account_id = $1`, [former.accountId]);
    house.setNow('2026-10-12T08:00:00Z');
    await terms().remind('2026-10-12');
    expect((await mailsOf(id)).length).toBeGreaterThan(0);
  });
});

describe('the database', () => {
  it('holds one open return of a device, sent with its day, exchanged with its serial number', async () => {
    const first = await aReturn(house, fleet, ground(), 'sent');
    const again = { equipment_id: first.equipmentId };
    await expect(aReturn(house, fleet, ground(), 'prepared', again)).rejects.toThrow('warranty_return_open_once');
    await expect(aReturn(house, fleet, ground(), 'sent', { sent_on: null })).rejects.toThrow('warranty_return_sent');
    await expect(aReturn(house, fleet, ground(), 'replaced', { new_serial: null })).rejects.toThrow(
      'warranty_return_exchanged',
    );
    await expect(aReturn(house, fleet, ground(), 'sent', { sent_on: '2026-10-04' })).rejects.toThrow(
      'warranty_return_in_time',
    );
  });
});
