import { describe, expect, it } from '@jest/globals';
import { ROLES, type ActorRole } from '../roles/roles.js';
import {
  checkedUntil,
  firstFreePeriods,
  halfDayAt,
  halfDayNumber,
  halfDayOf,
  loanPeriodWords,
  periodOf,
  spanOf,
  type FreeSearch,
  type LoanPeriod,
} from './half-days.js';
import { lateReminder } from './loan-kinds.js';
import { LOANS, LOANS_OUT, LOANS_TO_APPROVE, LOANS_TO_CHECK, LOANS_TO_HAND_OVER } from './loan-lifecycle.js';
import { isLate, judgeLoanMove, possibleLoanActions, type LoanFacts } from './loan-rules.js';
import { LOAN_MILESTONES, LOANS_HANDED, LOANS_HOLDING } from './loan-states.js';

const at = (day: string) => halfDayNumber(day, 'morning');
const whole = (fromDay: string, toDay: string): LoanPeriod => ({
  ...{ fromDay, fromHalf: 'morning', toDay, toHalf: 'afternoon' },
});

describe('half-days', () => {
  it('are counted from the morning of 1 January 1970, and back', () => {
    expect([halfDayNumber('1970-01-01', 'morning'), halfDayNumber('1970-01-02', 'afternoon')]).toEqual([0, 3]);
    expect(halfDayOf(halfDayNumber('2026-12-07', 'afternoon'))).toEqual({ day: '2026-12-07', half: 'afternoon' });
  });

  it.each([
    ['2026-12-07T11:59:00Z', '2026-12-07', 'morning'],
    ['2026-12-07T12:00:00Z', '2026-12-07', 'afternoon'],
    // In summer 13 h in Paris is 11 h in Greenwich.
    ['2026-07-06T10:59:00Z', '2026-07-06', 'morning'],
    ['2026-07-06T11:00:00Z', '2026-07-06', 'afternoon'],
    ['2026-12-07T23:30:00Z', '2026-12-08', 'morning'],
  ] as const)('%s is in Paris %s, %s', (instant, day, half) => {
    expect(halfDayOf(halfDayAt(new Date(instant)))).toEqual({ day, half });
  });

  it('are half-open: the span of a period ends where the next one may begin', () => {
    const span = spanOf(whole('2026-12-07', '2026-12-11'));
    expect(span).toEqual({ starts: at('2026-12-07'), ends: at('2026-12-12') });
    expect(periodOf(span)).toEqual(whole('2026-12-07', '2026-12-11'));
  });

  it('of checking are those of working days', () => {
    const friday = at('2026-12-12');
    expect(halfDayOf(checkedUntil(friday, 2, new Set()))).toEqual({ day: '2026-12-15', half: 'morning' });
    expect(halfDayOf(checkedUntil(friday, 1, new Set(['2026-12-14'])))).toEqual({
      day: '2026-12-15',
      half: 'afternoon',
    });
    expect(checkedUntil(friday, 0, new Set())).toBe(friday);
  });

  it.each([
    [whole('2026-12-07', '2026-12-11'), 'du lun. 7 déc. au ven. 11 déc.'],
    [
      { ...whole('2026-12-07', '2026-12-11'), fromHalf: 'afternoon', toHalf: 'morning' },
      'du lun. 7 déc. après-midi au ven. 11 déc. matin',
    ],
    [whole('2026-12-07', '2026-12-07'), 'le lun. 7 déc.'],
    [{ ...whole('2026-12-07', '2026-12-07'), toHalf: 'morning' }, 'le lun. 7 déc. matin'],
  ] as [LoanPeriod, string][])('are said as people say them: %#', (period, words) => {
    expect(loanPeriodWords(period)).toBe(words);
  });
});

describe('free dates', () => {
  const weekday = (halfDay: number) => ![0, 6].includes(new Date(`${halfDayOf(halfDay).day}T12:00:00Z`).getUTCDay());
  const search: FreeSearch = {
    ...{ taken: [], from: at('2026-11-30'), until: at('2027-01-31'), days: 5, checkingHalfDays: 2 },
    ...{ publicHolidays: new Set<string>(), isOpen: weekday },
  };

  it('begin and end while the school is open', () => {
    expect(firstFreePeriods(search, 2)).toEqual([whole('2026-11-30', '2026-12-04'), whole('2026-12-03', '2026-12-07')]);
  });

  it('leave the check of one loan before the next, on both sides', () => {
    const taken = [{ starts: at('2026-12-09'), until: at('2026-12-14') }];
    const free = firstFreePeriods({ ...search, taken, days: 1 }, 9).map(({ fromDay }) => fromDay);
    expect(free).toEqual(
      // On the 8th the check would still last when the next one begins.
      [
        '2026-11-30',
        '2026-12-01',
        '2026-12-02',
        '2026-12-03',
        '2026-12-04',
        '2026-12-07',
        '2026-12-14',
        '2026-12-15',
        '2026-12-16',
      ],
    );
  });

  it('are none while nobody knows when it comes back', () => {
    expect(firstFreePeriods({ ...search, taken: [{ starts: at('2026-11-20'), until: null }] }, 3)).toEqual([]);
  });

  it('end at noon where nobody is there in the afternoon', () => {
    const isOpen = (halfDay: number) => weekday(halfDay) && halfDay !== at('2026-12-04') + 1;
    const [first] = firstFreePeriods({ ...search, isOpen }, 1);
    expect(first).toEqual({ ...whole('2026-11-30', '2026-12-04'), toHalf: 'morning' });
  });
});

describe('the states of a loan', () => {
  it('take the kit until it is checked, and are handed over once at a time', () => {
    expect(LOANS_HOLDING).toEqual(['requested', 'approved', 'out', 'returned']);
    expect(LOANS_HANDED).toEqual(['out', 'returned']);
    expect(LOAN_MILESTONES).toEqual(['requested', 'approved', 'out', 'returned', 'closed']);
    expect([LOANS_TO_APPROVE, LOANS_TO_HAND_OVER, LOANS_OUT, LOANS_TO_CHECK]).toEqual([
      ...[['requested'], ['approved'], ['out'], ['returned']],
    ]);
  });
});

const facts = (changes: Partial<LoanFacts> = {}): LoanFacts => ({
  ...{ state: 'requested', starts: at('2026-12-07'), ends: at('2026-12-12'), heldUntil: at('2026-12-15') },
  ...{ now: at('2026-12-01'), ...changes },
});
const refusal = (role: ActorRole, action: (typeof LOANS)['actions'][number], changes: Partial<LoanFacts> = {}) =>
  judgeLoanMove(role, action, facts(changes), 'motif').refused?.code ?? 'made';

describe('a loan', () => {
  it.each([
    ['plan-manager', 'approve', { now: at('2026-12-12') - 1 }, 'made'],
    ['plan-manager', 'approve', { now: at('2026-12-12') }, 'loan.past'],
    ['system', 'refuse', { now: at('2026-12-12') - 1 }, 'loan.too-early'],
    ['system', 'refuse', { now: at('2026-12-12') }, 'made'],
    ['plan-manager', 'refuse', {}, 'made'],
    ['technician', 'hand-over', { state: 'approved', now: at('2026-12-07') - 1 }, 'loan.early'],
    ['technician', 'hand-over', { state: 'approved', now: at('2026-12-07') }, 'made'],
    ['technician', 'hand-over', { state: 'approved', now: at('2026-12-12') }, 'loan.past'],
    // It begins in the afternoon: the technician's round may come in the morning.
    ['technician', 'hand-over', { state: 'approved', starts: at('2026-12-07') + 1, now: at('2026-12-07') }, 'made'],
    ['system', 'lapse', { state: 'approved', now: at('2026-12-12') - 1 }, 'loan.too-early'],
    ['system', 'lapse', { state: 'approved', now: at('2026-12-12') }, 'made'],
    ['plan-manager', 'lapse', { state: 'approved', now: at('2026-12-12') }, 'role.may-not'],
    ['system', 'clear', { state: 'returned', now: at('2026-12-15') - 1 }, 'loan.too-early'],
    ['system', 'clear', { state: 'returned', now: at('2026-12-15') }, 'made'],
    ['system', 'clear', { state: 'returned', now: at('2026-12-15'), heldUntil: null }, 'loan.too-early'],
    ['technician', 'clear', { state: 'returned' }, 'made'],
    ['school-head', 'cancel', { state: 'out' }, 'loan.state'],
    ['technician', 'extend', { state: 'out' }, 'role.may-not'],
  ] as const)('%s, %s, with %j: %s', (role, action, changes, expected) => {
    expect(refusal(role, action, changes)).toBe(expected);
  });

  it('is late from its end on, while it is out', () => {
    expect(isLate(facts({ state: 'out', now: at('2026-12-12') - 1 }))).toBe(false);
    expect(isLate(facts({ state: 'out', now: at('2026-12-12') }))).toBe(true);
    expect(isLate(facts({ state: 'returned', now: at('2026-12-30') }))).toBe(false);
  });

  it('is moved by nobody else than those of its table', () => {
    const movers = ROLES.filter((role) =>
      LOANS.states.some((state) => possibleLoanActions(role, facts({ state })).length),
    );
    expect(movers).toEqual(['teacher', 'school-head', 'technician', 'plan-manager']);
  });

  it('is reminded on the first and the third day, then every week', () => {
    expect([0, 1, 2, 3, 6, 7, 13, 14, 20].map(lateReminder)).toEqual([0, 1, 1, 3, 3, 7, 7, 14, 14]);
  });
});
