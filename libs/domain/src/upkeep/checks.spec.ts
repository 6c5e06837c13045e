import { describe, expect, it } from '@jest/globals';
import { CHECK_ACTIONS } from './check-lifecycle.js';
import { FINDINGS_REPAIRED, FINDINGS_SEEN } from './check-kinds.js';
import { isCheckLate, judgeCheckMove, possibleCheckActions } from './check-rules.js';
import { CHECK_STATE_NAMES, CHECKS_DONE, CHECKS_OPEN } from './check-states.js';

const technician = { accountId: 'k', role: 'technician' } as const;
const manager = { accountId: 'm', role: 'plan-manager' } as const;
const free = { state: 'planned', assignedTo: null } as const;

describe('a check', () => {
  it('is taken by one: whoever comes second reads so', () => {
    expect(judgeCheckMove(technician, 'take', free).move).toBeDefined();
    expect(judgeCheckMove(technician, 'take', { ...free, assignedTo: 'other' }).refused).toEqual({
      code: 'check.taken',
    });
  });

  it('is done by a technician whoever has it, and by nobody else', () => {
    expect(judgeCheckMove(technician, 'do', { ...free, assignedTo: 'other' }).move).toBeDefined();
    expect(judgeCheckMove(manager, 'do', free).refused).toEqual({ code: 'role.may-not' });
  });

  it('is given up or cancelled with a reason alone', () => {
    expect(judgeCheckMove(technician, 'give-up', free).refused).toEqual({ code: 'check.reason-missing' });
    expect(judgeCheckMove(manager, 'cancel', free, ' ').refused).toEqual({ code: 'check.reason-missing' });
    expect(judgeCheckMove(manager, 'cancel', free, 'Matériel repris').move).toBeDefined();
  });

  it('that is over moves no more', () => {
    for (const state of CHECK_STATE_NAMES.filter((one) => !CHECKS_OPEN.includes(one)))
      for (const actor of [technician, manager]) expect(possibleCheckActions(actor, { ...free, state })).toEqual([]);
    expect(CHECK_ACTIONS.length).toBeGreaterThan(0);
  });

  it('is late past its day, while it is open', () => {
    const late = (state: (typeof CHECK_STATE_NAMES)[number], today: string) =>
      isCheckLate({ state, dueOn: '2026-10-06', today });
    expect([late('planned', '2026-10-06'), late('planned', '2026-10-07')]).toEqual([false, true]);
    expect(CHECKS_DONE.map((state) => late(state, '2026-10-07'))).toEqual([false]);
  });

  it('has seen what is good, to watch or broken, and opens a ticket of what is broken', () => {
    expect(FINDINGS_SEEN).toEqual(['good', 'watch', 'broken']);
    expect(FINDINGS_REPAIRED).toEqual(['broken']);
  });
});
