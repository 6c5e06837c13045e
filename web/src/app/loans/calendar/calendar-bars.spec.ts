import { describe, expect, it } from '@jest/globals';
import type { LoanBar, LoanCalendar, LoanKitRow } from '@parc/api-client';
import { halfDayNumber } from '@parc/domain';
import { barsOf, calendarDays, calendarWeeks, columnOf } from './calendar-bars';

const at = (day: string) => halfDayNumber(day, 'morning');
const calendar: LoanCalendar = { from: '2026-11-23', weeks: 3, now: at('2026-11-24'), kits: [] };
const bar = (changes: Partial<LoanBar>): LoanBar => ({
  ...{ id: 'l', number: 'P-2026-00001', state: 'approved', schoolName: 'Les Vignes', late: false },
  ...{ starts: at('2026-11-25'), ends: at('2026-11-28'), heldUntil: at('2026-12-01'), ...changes },
});
const drawn = (loan: LoanBar) =>
  barsOf({ loans: [loan] } as unknown as LoanKitRow, calendar, '2026-11-24').map(
    ({ look, from, to }) => `${look} ${from}-${to}`,
  );

describe('the columns of the calendar', () => {
  it('are ten half-days a week, a weekend none', () => {
    const column = (day: string) => columnOf(at(day), at('2026-11-23'), 3);
    expect(
      ['2026-11-20', '2026-11-23', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2027-01-04'].map(column),
    ).toEqual([...[1, 1, 9, 11, 11, 11, 31]]);
    expect(calendarDays(calendar, '2026-11-24')).toHaveLength(15);
    expect(calendarDays(calendar, '2026-11-24').filter(({ today }) => today)).toMatchObject([{ date: 24, column: 3 }]);
    expect(calendarWeeks(calendar).map(({ column: each }) => each)).toEqual([1, 11, 21]);
  });

  it.each([
    ['a loan and the check after it', bar({}), ['granted 5-11', 'checking 11-13']],
    ['one without a check', bar({ heldUntil: at('2026-11-28') }), ['granted 5-11']],
    ['one that waits', bar({ state: 'requested', heldUntil: at('2026-11-28') }), ['asked 5-11']],
    [
      'one that is late, until now',
      bar({ state: 'out', late: true, starts: at('2026-11-23'), ends: at('2026-11-23') + 1, heldUntil: null }),
      ['late 1-4'],
    ],
    ['one that is over', bar({ state: 'closed', heldUntil: null, ends: at('2026-11-26') }), ['over 5-7']],
    [
      'one of before and after',
      bar({ state: 'out', starts: at('2026-11-01'), ends: at('2027-02-01'), heldUntil: at('2027-02-02') }),
      ['away 1-31'],
    ],
  ])('draw %s', (_, loan, expected) => {
    expect(drawn(loan)).toEqual(expected);
  });

  it('give the words of a late loan the room up to the next bar, the delay first', () => {
    const late = bar({ state: 'out', late: true, starts: at('2026-11-23'), ends: at('2026-11-24'), heldUntil: null });
    const next = bar({ starts: at('2026-11-30'), ends: at('2026-12-01'), heldUntil: null });
    const bars = barsOf({ loans: [late, next] } as unknown as LoanKitRow, calendar, '2026-11-24');
    expect(bars.map(({ from, to, room }) => [from, to, room])).toEqual([
      [1, 4, 10 / 3],
      [11, 13, 10],
    ]);
    expect(bars[0]!.label).toMatch(/^1.jour de retard, Les Vignes$/);
  });
});
