import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOn, aTicket, RESOLUTION, ticketRow } from './harness/ticket-builders.js';

/** What a ticket does at its edges. */
let house: House;
let technician: Person;
let manager: Person;
let ground: { schoolId: string; technicianId: string; reporterId: string };

beforeAll(async () => {
  house = await House.open();
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  const schoolId = (await house.build.school()).id;
  const teacher = await house.person('teacher', { school_id: schoolId });
  ground = { schoolId, technicianId: technician.accountId, reporterId: teacher.accountId };
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

it('is not handed to who has it already: nobody is told of nothing', async () => {
  const id = await aTicket(house, ground, 'assigned');
  const before = await house.sql('select id from mail');
  const again = await actOn(house, manager, id, 'hand-over', { accountId: technician.accountId, reason: 'Congés' });
  expect(again).toMatchObject({ status: 422, body: { code: 'ticket.same-assignee' } });
  expect(await house.sql('select id from mail')).toHaveLength(before.length);
  const colleague = await house.person('technician');
  expect(
    (await actOn(house, manager, id, 'hand-over', { accountId: colleague.accountId, reason: 'Congés' })).status,
  ).toBe(200);
});

it('is closed a week after the day in Paris on which it was repaired', async () => {
  // Half past midnight there, still the day before in UTC.
  const id = await aTicket(house, ground, 'resolved', { resolved_at: '2026-10-13T22:30:00Z' });
  const closing = async (now: string) => {
    house.setNow(now);
    const administrator = await house.person('administrator');
    expect((await administrator.post('/api/v1/jobs/ticket-closing/run')).status).toBeLessThan(300);
    return (await ticketRow(house, id)).state;
  };
  expect(await closing('2026-10-20T06:00:00Z')).toBe('resolved');
  expect(await closing('2026-10-21T06:00:00Z')).toBe('closed');
});

it.each([
  ['resolve', 'in-progress', { ...RESOLUTION, device: 'leaves' }],
  ['wait', 'in-progress', { waitFor: 'part', reviewOn: '2026-10-20', reason: 'Dalle', device: 'leaves' }],
] as const)('of no device takes none away: %s', async (action, state, body) => {
  const id = await aTicket(house, ground, state);
  expect((await actOn(house, technician, id, action, body)).body.code).toBe('ticket.device-missing');
  expect((await ticketRow(house, id)).state).toBe(state);
});
