import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketTermsService } from '../src/maintenance/ticket-terms.service.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOn, aLine, aTicket, RESOLUTION, ticketRow } from './harness/ticket-builders.js';

/** Breakdowns as numbers, for who follows schools and reads no ticket. */
let house: House;
let schools: { id: string }[];
let teacher: Person;
let technician: Person;
let inspector: Person;
let committee: Person;

beforeAll(async () => {
  house = await House.open();
  schools = await Promise.all([1, 2].map(() => house.build.school()));
  const circonscription = { code: '0421397H', name: 'Vallée' };
  const circonscription_id = await house.build.insert('circonscription', circonscription);
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscription_id, schools[0]!.id]);
  inspector = await house.person('inspector', { circonscription_id });
  teacher = await house.person('teacher', { school_id: schools[0]!.id });
  technician = await house.person('technician');
  committee = await house.person('committee');
});
afterAll(() => house.close());

const ground = (place = 0) => ({
  ...{ schoolId: schools[place]!.id, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const figures = async (person: Person) => (await person.get('/api/v1/tickets/figures')).body;

describe('a repaired ticket', () => {
  it('keeps what its clocks have counted, while it is repaired', async () => {
    const id = await aTicket(house, ground(), 'in-progress');
    expect((await actOn(house, technician, id, 'resolve', { ...RESOLUTION })).status).toBe(200);
    const { clock } = (await technician.get(`/api/v1/tickets/${id}`)).body;
    expect(await ticketRow(house, id)).toMatchObject({
      ...{ metropole_minutes: clock.spentMinutes, class_minutes: clock.classMinutes, restored_in_time: !clock.late },
      ...{ taken_in_time: true, class_in_time: true },
    });
    expect((await actOn(house, teacher, id, 'reopen', { reason: 'Toujours en panne' })).status).toBe(200);
    expect(await ticketRow(house, id)).toMatchObject({
      ...{ metropole_minutes: null, restored_in_time: null, class_in_time: null, taken_in_time: true },
    });
    await house.arrange(`update ticket set state = 'cancelled', due_at = null, next_warning_at = null where id = $1`, [
      id,
    ]);
  });

  it('says from its taking on whether it was taken in time, until it is given back', async () => {
    const id = await aTicket(house, ground(), 'new');
    expect((await actOn(house, technician, id, 'take')).status).toBe(200);
    expect(await ticketRow(house, id)).toMatchObject({ taken_in_time: true, metropole_minutes: null });
    expect((await actOn(house, technician, id, 'give-back', { reason: 'Absent' })).status).toBe(200);
    expect(await ticketRow(house, id)).toMatchObject({ taken_in_time: null });
    await house.arrange(`update ticket set state = 'cancelled', due_at = null, next_warning_at = null where id = $1`, [
      id,
    ]);
  });

  it('that the class waited for too long may be in time for the métropole: both are kept', async () => {
    const [reported_at, resolved_at] = ['2026-06-08T07:00:00Z', '2026-06-26T08:00:00Z'];
    const id = await house.build.insert('ticket', {
      ...{ number: 'T-2026-90001', school_id: schools[0]!.id, subject: 'school', symptom: 'outage', impact: 'class' },
      ...{
        urgency: 'otherwise',
        priority: 'P2',
        state: 'resolved',
        state_since: resolved_at,
        reported_at,
        resolved_at,
      },
      ...{ reported_by: teacher.accountId, assigned_account_id: technician.accountId },
    });
    const lines = [
      { action: 'report', from_state: null, to_state: 'new', at: reported_at },
      { action: 'take', from_state: 'new', to_state: 'assigned', at: '2026-06-08T08:00:00Z' },
      { action: 'wait', from_state: 'assigned', to_state: 'waiting', wait_for: 'school', at: '2026-06-08T09:00:00Z' },
      { action: 'resume', from_state: 'waiting', to_state: 'assigned', at: '2026-06-26T07:00:00Z' },
      { action: 'resolve', from_state: 'assigned', to_state: 'resolved', at: resolved_at },
    ];
    for (const line of lines) await aLine(house, id, { ...line, account_id: technician.accountId });
    await house.application.get(TicketTermsService).countEnded();
    expect(await ticketRow(house, id)).toMatchObject({ restored_in_time: true, class_in_time: false });
    await house.arrange(
      `update ticket set state = 'cancelled', due_at = null, next_warning_at = null, resolved_at = null where id = $1`,
      [id],
    );
  });

  it('that came in as a list is counted once, as its history says', async () => {
    const id = await aTicket(house, ground(), 'resolved', { reported_at: '2026-10-01T07:00:00Z' });
    await aLine(house, id, {
      action: 'resolve',
      from_state: 'assigned',
      to_state: 'resolved',
      account_id: technician.accountId,
    });
    const terms = house.application.get(TicketTermsService);
    expect(await terms.countEnded()).toBe(1);
    expect(await terms.countEnded()).toBe(0);
    const { clock } = (await technician.get(`/api/v1/tickets/${id}`)).body;
    expect(await ticketRow(house, id)).toMatchObject({ metropole_minutes: clock.spentMinutes });
    await house.arrange(
      `update ticket set state = 'cancelled', due_at = null, next_warning_at = null, resolved_at = null where id = $1`,
      [id],
    );
  });
});

describe('the figures', () => {
  it('are those of the reader’s schools, month by month and by priority; of too few no time is told', async () => {
    const [before, whole] = [await figures(inspector), await figures(committee)];
    expect(before).toMatchObject({ since: '2025-11-01', open: [] });
    expect(before.months).toHaveLength(12);
    const minutes = [10, 20, 30, 40];
    const closed = (place: number, metropole: number) =>
      aTicket(house, ground(place), 'closed', {
        ...{ reported_at: '2026-09-10T07:00:00Z', priority: 'P1', metropole_minutes: metropole },
        ...{
          class_minutes: metropole + 5,
          taken_in_time: true,
          restored_in_time: metropole < 40,
          class_in_time: false,
        },
      });
    for (const metropole of minutes) await closed(0, metropole);
    await closed(1, 50);
    await aTicket(house, ground(), 'waiting');
    // What was joined to another is counted with that one alone.
    await aTicket(house, ground(), 'merged');
    const of = (read: { priorities: { priority: string; reported: number }[] }, name: string) =>
      read.priorities.find(({ priority }) => priority === name);
    const [mine, all] = [await figures(inspector), await figures(committee)];
    expect(of(mine, 'P1')).toEqual({
      ...{ priority: 'P1', reported: 4, repaired: 4, takenInTime: 4, restoredInTime: 3 },
      ...{ metropoleMinutes: null, classMinutes: null },
    });
    expect(of(all, 'P1')).toMatchObject({
      reported: 5,
      repaired: 5,
      restoredInTime: 3,
      metropoleMinutes: 30,
      classMinutes: 35,
    });
    expect(mine.open).toEqual([
      { state: 'new', count: 1 },
      { state: 'waiting', count: 1 },
    ]);
    expect(of(mine, 'P2')).toMatchObject({ reported: of(before, 'P2')!.reported + 2 });
    expect(mine.months.find(({ month }: { month: string }) => month === '2026-09-01')).toEqual({
      ...{ month: '2026-09-01', reported: 4, repaired: 4 },
    });
    expect(all.open.length).toBeGreaterThanOrEqual(whole.open.length);
    // No ticket, no school, no name.
    expect(JSON.stringify(all)).not.toMatch(/T-2026|school|name/i);
    for (const person of [inspector, committee]) expect((await person.get('/api/v1/tickets')).status).toBe(403);
  });
});
