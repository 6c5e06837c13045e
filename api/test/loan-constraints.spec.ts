import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoanState } from '@parc/domain';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aKit, aLoan, loanRow, morningOf, type BuiltKit } from './harness/loan-builders.js';
import type { Person } from './harness/person.js';

/** What the database holds whoever writes: half-open half-days, the check, what is late. Raw rows, no service. */
let house: House;
let fleet: Fleet;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
});
afterAll(() => house.close());

const lend = (kit: BuiltKit, state: LoanState, row: Record<string, unknown>) =>
  aLoan(
    house,
    kit,
    { schoolId: fleet.school.id, teacherId: teacher.accountId, technicianId: teacher.accountId },
    state,
    row,
  );
const days = (from_day: string, to_day: string, more: Record<string, unknown> = {}) => ({ from_day, to_day, ...more });
const TAKEN = /loan_never_overlaps/;

describe('two loans of one kit', () => {
  it.each([
    ['on the same days', days('2026-11-03', '2026-11-05'), true],
    ['inside', days('2026-11-04', '2026-11-04'), true],
    ['that begins while the other is checked', days('2026-11-06', '2026-11-10'), true],
    ['that begins when the check is over', days('2026-11-07', '2026-11-10'), false],
    ['whose check would last when the other begins', days('2026-10-30', '2026-11-02'), true],
    ['whose check is over when the other begins', days('2026-10-30', '2026-11-01'), false],
    [
      'without a check, that ends at noon where the other begins',
      days('2026-11-02', '2026-11-03', { to_half: 'morning', held_until: morningOf('2026-11-03') + 1 }),
      true,
    ],
    [
      'without a check, that ends where the other begins',
      days('2026-11-02', '2026-11-02', { held_until: morningOf('2026-11-03') }),
      false,
    ],
  ])('one %s: refused is %s', async (_, second, refused) => {
    const kit = await aKit(house, fleet);
    await lend(kit, 'approved', days('2026-11-03', '2026-11-05'));
    const made = lend(kit, 'requested', second);
    await (refused ? expect(made).rejects.toThrow(TAKEN) : expect(made).resolves.toBeDefined());
  });

  it('take it while they hold it, and no longer', async () => {
    const kit = await aKit(house, fleet);
    for (const state of ['refused', 'cancelled', 'closed'] as const)
      await lend(kit, state, days('2026-11-03', '2026-11-05'));
    await lend(kit, 'requested', days('2026-11-03', '2026-11-05'));
    for (const state of ['requested', 'approved', 'out', 'returned'] as const)
      await expect(lend(kit, state, days('2026-11-03', '2026-11-05'))).rejects.toThrow(
        /loan_never_overlaps|loan_out_once/,
      );
  });

  it('are handed over one after the other, and begin before they end', async () => {
    const kit = await aKit(house, fleet);
    await lend(kit, 'returned', days('2026-11-03', '2026-11-05'));
    await expect(lend(kit, 'out', days('2026-12-03', '2026-12-05'))).rejects.toThrow(/loan_out_once/);
    await expect(lend(kit, 'requested', days('2026-12-05', '2026-12-03'))).rejects.toThrow(
      /loan_ends_after_it_starts|loan_held_from/,
    );
    await expect(
      lend(kit, 'requested', days('2026-12-05', '2026-12-05', { held_until: morningOf('2026-12-05') })),
    ).rejects.toThrow(/loan_held_from_its_start/);
  });
});

describe('a kit that is late', () => {
  const out = days('2026-09-28', '2026-10-01');

  it('stays taken, however far the next request is, though no job has run', async () => {
    const kit = await aKit(house, fleet);
    const id = await lend(kit, 'out', out);
    await expect(lend(kit, 'requested', days('2026-12-07', '2026-12-11'))).rejects.toThrow(TAKEN);
    // The refused row has taken nothing along.
    expect((await loanRow(house, id)).held_until).toBe(morningOf('2026-10-03'));
  });

  it('is held until the next loan that was promised, and after that one it is free', async () => {
    const kit = await aKit(house, fleet);
    await lend(kit, 'approved', days('2026-11-03', '2026-11-05'));
    const id = await lend(kit, 'out', out);
    await expect(lend(kit, 'requested', days('2026-10-12', '2026-10-13'))).rejects.toThrow(TAKEN);
    await lend(kit, 'requested', days('2026-11-09', '2026-11-10'));
    expect((await loanRow(house, id)).held_until).toBe(morningOf('2026-11-03'));
  });

  it('is not late on its last half-day', async () => {
    const kit = await aKit(house, fleet);
    // The tests' clock stands on the morning of 6 October.
    await lend(kit, 'out', days('2026-09-28', '2026-10-06', { to_half: 'morning' }));
    await lend(kit, 'requested', days('2026-12-07', '2026-12-11'));
  });

  it('counts as late from the half-day after', async () => {
    const kit = await aKit(house, fleet);
    await lend(kit, 'out', days('2026-09-28', '2026-10-05'));
    await expect(lend(kit, 'requested', days('2026-12-07', '2026-12-11'))).rejects.toThrow(TAKEN);
  });

  it('and one that is back and not checked in time is held as well', async () => {
    const kit = await aKit(house, fleet);
    await lend(kit, 'returned', out);
    await expect(lend(kit, 'requested', days('2026-12-07', '2026-12-11'))).rejects.toThrow(TAKEN);
  });
});
