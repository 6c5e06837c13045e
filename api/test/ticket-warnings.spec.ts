import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketTermsService } from '../src/maintenance/ticket-terms.service.js';
import { TicketWarnings } from '../src/maintenance/ticket-warnings.service.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOn, ticketRow } from './harness/ticket-builders.js';

/** Who is warned of a delay that ends, and what is due when the calendars change: by the system, minute by minute. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  await house.arrange('update school set presence_needed = false where id = $1', [fleet.school.id]);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

/** P1 on a Tuesday at 9:00: taken up by 14:30, repaired by Wednesday 9:00. */
async function reported(): Promise<string> {
  const head = await house.person('school-head', { school_id: fleet.school.id });
  const body = { subject: 'school', symptom: 'outage', impact: 'class', urgency: 'stopped' };
  return (await head.post('/api/v1/tickets', body)).body.id as string;
}
/** Two servers at the same minute. */
async function tellAt(now: string): Promise<number> {
  house.setNow(now);
  const warnings = house.application.get(TicketWarnings);
  return (await Promise.all([warnings.tell(), warnings.tell()])).reduce((sum, told) => sum + told, 0);
}
const warned = (id: string) =>
  house.sql<{ recipient: string; subject: string }>(
    `select c.id as recipient, substring(m.subject from 'échéance .*') as subject from mail m join account c on c.email = m.recipient
      where m.dedupe like $1 order by m.id`,
    [`ticket-warning:${id}:%`],
  );
const warningsOf = async (id: string) =>
  (
    await house.sql<{ said: string }>(
      `select clock || ' ' || percent as said from ticket_warning where ticket_id = $1 order by at, clock`,
      [id],
    )
  ).map(({ said }) => said);

describe('a delay that ends', () => {
  it('is told at three quarters to who has the ticket, at its end to the managers too, once each', async () => {
    const id = await reported();
    expect((await actOn(house, technician, id, 'take')).status).toBe(200);
    expect(await tellAt('2026-10-06T14:29:00Z')).toBe(0);
    expect(await tellAt('2026-10-06T14:31:00Z')).toBe(1);
    expect(await warned(id)).toEqual([{ recipient: technician.accountId, subject: 'échéance proche' }]);
    expect(await warningsOf(id)).toEqual(['class 75', 'metropole 75']);
    expect((await ticketRow(house, id)).next_warning_at).toEqual(new Date('2026-10-07T07:00:00Z'));
    expect(await tellAt('2026-10-07T07:01:00Z')).toBe(1);
    expect(await tellAt('2026-10-07T07:02:00Z')).toBe(0);
    const late = (await warned(id)).slice(1);
    expect(new Set(late.map(({ subject }) => subject))).toEqual(new Set(['échéance atteinte']));
    expect(late.map(({ recipient }) => recipient).sort()).toEqual([technician.accountId, manager.accountId].sort());
    expect((await ticketRow(house, id)).next_warning_at).toBeNull();
  });

  it('of a ticket that nobody has is told to the managers, and of one that is over to nobody', async () => {
    const [id, over] = [await reported(), await reported()];
    await actOn(house, manager, over, 'cancel', { reason: 'Signalé deux fois' });
    expect(await tellAt('2026-10-06T10:01:00Z')).toBe(1);
    expect(await warned(id)).toEqual([{ recipient: manager.accountId, subject: 'échéance proche' }]);
    expect(await warningsOf(id)).toEqual(['take-up 75']);
    await house.arrange('update ticket set next_warning_at = $2 where id = $1', [id, House.START]);
    expect(await tellAt('2026-10-06T10:02:00Z')).toBe(0);
    expect(await warned(over)).toEqual([]);
  });

  it('is told though somebody moved the ticket between the instant and the minute in which it is looked at', async () => {
    const id = await reported();
    await actOn(house, technician, id, 'take');
    house.setNow('2026-10-06T14:30:20Z');
    const [asking, other] = [await house.person('plan-manager'), await house.person('technician')];
    const handed = await actOn(house, asking, id, 'hand-over', { accountId: other.accountId, reason: 'Plus près' });
    expect(handed.status).toBe(200);
    await tellAt('2026-10-06T14:31:00Z');
    expect(await warned(id)).toEqual([{ recipient: other.accountId, subject: 'échéance proche' }]);
  });
});

describe('what falls due', () => {
  const follow = () => house.application.get(TicketTermsService).followCalendars();

  it('follows a holiday or a setting within the minute, and is not read again while no calendar changes', async () => {
    const id = await reported();
    const due = async () => (await ticketRow(house, id)).due_at;
    await follow();
    expect(await due()).toEqual(new Date('2026-10-07T07:00:00Z'));
    await house.arrange(`insert into public_holiday (day, name) values ('2026-10-07', 'Jour de craie')`);
    expect(await follow()).toBeGreaterThan(0);
    expect(await due()).toEqual(new Date('2026-10-08T07:00:00Z'));
    await house.arrange('update ticket set due_at = $2 where id = $1', [id, House.START]);
    expect(await follow()).toBe(0);
    expect(await due()).toEqual(new Date(House.START));
    const minutes = { P1: 60, P2: 120, P3: 240 };
    await house.arrange(
      `insert into setting (name, value, from_day, source) values ('ticket.targets', $1, '2026-10-01', 'Essai')`,
      [JSON.stringify({ takeUp: minutes, restored: minutes })],
    );
    expect(await follow()).toBeGreaterThan(0);
    expect(await due()).toEqual(new Date('2026-10-06T08:00:00Z'));
    await house.arrange(`delete from setting where source = 'Essai'`);
    await house.arrange(`delete from public_holiday where day = '2026-10-07'`);
  });
});
