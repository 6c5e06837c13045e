import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { LoanTermsService } from '../src/loans/loan-terms.service.js';
import { said } from './harness/answers.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { actOnLoan, aKit, aLoan, loanRow } from './harness/loan-builders.js';
import type { Person } from './harness/person.js';

/** What a loan does at its edges. */
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

const ground = () => ({ schoolId: fleet.school.id, teacherId: teacher.accountId, technicianId: technician.accountId });

it('a request may still be granted on its own days: it is refused once the last is over, and not when the first begins', async () => {
  const id = await aLoan(house, await aKit(house, fleet), ground(), 'requested');
  const terms = house.application.get(LoanTermsService);
  house.setNow('2026-10-09T09:00:00Z');
  await terms.refusePast();
  expect(await loanRow(house, id)).toMatchObject({ state: 'requested' });
  house.setNow('2026-10-10T05:00:00Z');
  await terms.refusePast();
  expect(await loanRow(house, id)).toMatchObject({ state: 'refused' });
});

it('a loan that is late is extended to a day that comes, and to none that is over', async () => {
  const id = await aLoan(house, await aKit(house, fleet), ground(), 'out');
  house.setNow('2026-10-15T09:00:00Z');
  manager = await house.signIn(await emailOf(manager));
  const extend = (toDay: string) => actOnLoan(house, manager, id, 'extend', { toDay, toHalf: 'afternoon' });
  expect(said(await extend('2026-10-13'))).toBe('422 loan.end-not-later');
  expect(said(await extend('2026-10-09'))).toBe('422 loan.end-not-later');
  expect((await extend('2026-10-16')).status).toBe(200);
  expect(await loanRow(house, id)).toMatchObject({ state: 'out', to_half: 'afternoon' });
});

const emailOf = async ({ accountId }: Person): Promise<string> =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]!.email;
