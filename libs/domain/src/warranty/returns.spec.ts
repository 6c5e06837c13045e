import { describe, expect, it } from '@jest/globals';
import { isReviewDue, isUnderWarranty, judgeReturnMove, possibleReturnActions } from './return-rules.js';
import { RETURN_STATE_NAMES, RETURNS_OPEN } from './return-states.js';

describe('a return to the maker', () => {
  it('is sent before it comes back, and sent once', () => {
    expect(judgeReturnMove('technician', 'receive-repaired', { state: 'prepared' }).refused).toMatchObject({
      code: 'warranty.state',
    });
    expect(judgeReturnMove('technician', 'send', { state: 'sent' }).refused).toMatchObject({ code: 'warranty.state' });
  });

  it('is received by a technician alone, and given up with a reason alone', () => {
    expect(judgeReturnMove('plan-manager', 'receive-replaced', { state: 'sent' }).refused).toEqual({
      code: 'role.may-not',
    });
    expect(judgeReturnMove('plan-manager', 'refuse', { state: 'sent' }).refused).toEqual({
      code: 'warranty.reason-missing',
    });
    expect(judgeReturnMove('plan-manager', 'refuse', { state: 'sent' }, 'Choc').move).toBeDefined();
  });

  it('that is over moves no more', () => {
    const over = RETURN_STATE_NAMES.filter((state) => !RETURNS_OPEN.includes(state));
    expect(over.flatMap((state) => possibleReturnActions('technician', { state }))).toEqual([]);
  });

  it('is asked after from its day of review on, until it is back', () => {
    const due = (today: string) => isReviewDue({ state: 'sent', reviewOn: '2026-10-06' }, today);
    expect([due('2026-10-05'), due('2026-10-06'), due('2026-11-06')]).toEqual([false, true, true]);
    expect(isReviewDue({ state: 'repaired', reviewOn: '2026-10-06' }, '2026-11-06')).toBe(false);
  });
});

it('a warranty runs to its last day, and of what nobody knows none does', () => {
  expect(['2026-10-05', '2026-10-06', '2026-10-07'].map((today) => isUnderWarranty('2026-10-06', today))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isUnderWarranty(null, '2026-10-06')).toBe(false);
});
