import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VisitTermsService } from '../src/visits/visit-terms.service.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aVisit, repairedThere, visitMovesOf, visitRow, type VisitGround } from './harness/visit-builders.js';

/** What the system does with visits by itself. */
let house: House;
let colleague: Person;
let ground: VisitGround;

beforeAll(async () => {
  house = await House.open();
  const schoolId = (await house.build.school()).id;
  const technician = await house.person('technician');
  const teacher = await house.person('teacher', { school_id: schoolId });
  colleague = await house.person('technician');
  ground = { schoolId, technicianId: technician.accountId, reporterId: teacher.accountId };
});
afterAll(() => house.close());

describe('a visit that was forgotten', () => {
  it('is abandoned by the system a day later where nothing was done, and waits for its report where something was', async () => {
    const hours = { begun_at: '2026-10-04T07:00:00Z', state_since: '2026-10-04T07:00:00Z' };
    const other = { ...ground, schoolId: (await house.build.school()).id };
    const empty = await aVisit(house, other, 'open', hours);
    const worked = await aVisit(house, ground, 'open', hours);
    await repairedThere(house, ground);
    const recent = await aVisit(house, { ...ground, technicianId: colleague.accountId }, 'open', {
      begun_at: house.now(),
    });
    expect(await house.application.get(VisitTermsService).abandonForgotten()).toBe(1);
    const states = await Promise.all([empty, worked, recent].map(async (id) => (await visitRow(house, id)).state));
    expect(states).toEqual(['abandoned', 'open', 'open']);
    expect((await visitMovesOf(house, empty)).at(-1)).toMatchObject({
      action: 'abandon',
      role: 'system',
      account_id: null,
    });
  });
});
