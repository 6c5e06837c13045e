import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { knowCauses, personaEmail } from '@parc/demo';
import { aDevice, aFleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aTicket } from './harness/ticket-builders.js';

/** What the demonstration knows of causes and remedies, on a plan of one school. */
let house: House;

beforeAll(async () => {
  house = await House.open();
  const fleet = await aFleet(house);
  const people: Record<string, string> = {};
  for (const role of ['technician', 'plan-manager'] as const) {
    const { id } = await house.build.account(role, {});
    await house.arrange('update account set email = $2 where id = $1', [id, personaEmail(role)]);
    people[role] = id;
  }
  const ground = {
    schoolId: fleet.school.id,
    reporterId: people['plan-manager']!,
    technicianId: people['technician']!,
  };
  await aTicket(house, ground, 'new', { subject: 'service', service: 'workspace', symptom: 'no-access' });
  const equipmentId = await aDevice(house, fleet, 'in-service');
  const device = {
    subject: 'device',
    equipment_id: equipmentId,
    symptom: 'no-charge',
    resolved_at: '2026-09-01T08:00:00Z',
  };
  await aTicket(house, ground, 'closed', { ...device, reported_at: '2026-08-28T08:00:00Z' });
  await knowCauses({ query: (sql, values = []) => house.arrange(sql, values) }, '2026-10-06');
});
afterAll(() => house.close());

it('the demonstration joins what is there to two causes, one of them open, and offers thirty remedies', async () => {
  const problems = await house.sql<{ number: string; state: string; tickets: number }>(
    `select p.number, p.state, count(x.id)::int as tickets from problem p left join problem_ticket x on x.problem_id = p.id
      group by p.id order by p.opened_at`,
  );
  expect(problems).toEqual([
    { number: 'PB-2026-00001', state: 'solved', tickets: 1 },
    { number: 'PB-2026-00002', state: 'known', tickets: 1 },
  ]);
  const [next] = await house.sql<{ next: string }>(`select nextval('problem_number_2026') as next`);
  expect(Number(next!.next)).toBe(3);
  const [remedies] = await house.sql<{ read: number; counted: number }>(
    `select count(*) filter (where state = 'published')::int as read,
        count(*) filter (where exists (select from remedy_tally y where y.remedy_id = r.id))::int as counted from remedy r`,
  );
  expect(remedies).toEqual({ read: 29, counted: 32 });
});
