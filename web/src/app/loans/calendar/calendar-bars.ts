import type { LoanBar, LoanCalendar, LoanKitRow } from '@parc/api-client';
import {
  addCalendarDays,
  halfDayNumber,
  LOANS_OUT,
  LOANS_TO_APPROVE,
  LOANS_TO_HAND_OVER,
  loanPeriodWords,
  periodOf,
} from '@parc/domain';
import { shortDay } from '@parc/ui';
import { insideWords } from '../borrow/borrow-draft';
import { lateWords } from '../loan-words';

/** Days of a week that are drawn: nobody brings or takes anything back on the others. */
const SHOWN_DAYS = 5;
const COLUMNS_A_WEEK = SHOWN_DAYS * 2;

export type BarLook = 'asked' | 'granted' | 'away' | 'late' | 'over' | 'checking';

/** A stretch of half-days of one kit, as it is drawn: columns from 1, the last one not included. */
export interface CalendarBar {
  readonly look: BarLook;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** All that it says, to who does not see it. */
  readonly said: string;
  /** The loan that it is of; null for the check after it. */
  readonly loanId: string | null;
  /** How many times as wide its words may be: up to the next bar or to the edge. */
  readonly room: number;
}

export interface CalendarDay {
  readonly day: string;
  readonly date: number;
  readonly column: number;
  readonly today: boolean;
}

/** Where a half-day stands among the columns: a weekend is the line between two weeks. @param first the Monday's morning */
export function columnOf(halfDay: number, first: number, weeks: number): number {
  const since = Math.max(0, Math.min(halfDay - first, weeks * 14));
  const [week, inWeek] = [Math.floor(since / 14), since % 14];
  return week * COLUMNS_A_WEEK + Math.min(inWeek, COLUMNS_A_WEEK) + 1;
}

const monday = ({ from }: Pick<LoanCalendar, 'from'>) => halfDayNumber(from, 'morning');

/** The working days of the weeks in sight. */
export function calendarDays(calendar: LoanCalendar, today: string): CalendarDay[] {
  return Array.from({ length: calendar.weeks * 7 }, (_, index) => addCalendarDays(calendar.from, index))
    .map((day, index) => ({ day, inWeek: index % 7 }))
    .filter(({ inWeek }) => inWeek < SHOWN_DAYS)
    .map(({ day }) => ({
      ...{ day, date: Number(day.slice(8)), today: day === today },
      column: columnOf(halfDayNumber(day, 'morning'), monday(calendar), calendar.weeks),
    }));
}

/** "23 nov. au 27 nov." of each week. */
export function calendarWeeks({ from, weeks }: LoanCalendar): { label: string; column: number }[] {
  return Array.from({ length: weeks }, (_, week) => {
    const first = addCalendarDays(from, week * 7);
    const last = addCalendarDays(first, SHOWN_DAYS - 1);
    const sameMonth = first.slice(0, 7) === last.slice(0, 7);
    const start = sameMonth ? String(Number(first.slice(8))) : shortDay(first);
    return { label: `${start} au ${shortDay(last)}`, column: week * COLUMNS_A_WEEK + 1 };
  });
}

/** What is drawn of one kit: each loan, then the check after it. A weekend alone draws nothing. */
export function barsOf(kit: LoanKitRow, calendar: LoanCalendar, today: string): CalendarBar[] {
  const first = monday(calendar);
  const place = (starts: number, ends: number) => ({
    from: columnOf(starts, first, calendar.weeks),
    to: columnOf(ends, first, calendar.weeks),
  });
  const bars = kit.loans
    .flatMap((loan): Omit<CalendarBar, 'room'>[] => {
      const period = loanPeriodWords(periodOf(loan));
      const look = lookOf(loan);
      const until = loan.late
        ? Math.max(loan.ends, Math.min(calendar.now + 1, loan.heldUntil ?? calendar.now + 1))
        : loan.ends;
      const late = loan.late ? lateWords(periodOf(loan).toDay, today) : null;
      const words = { asked: 'à accorder', granted: 'accordé', away: 'sorti', late: late ?? '', over: 'rendu' }[look];
      const bar = {
        ...{ look, ...place(loan.starts, until), label: late ? `${late}, ${loan.schoolName}` : loan.schoolName },
        // What is heard begins with what is seen.
        said: late ? `${late}, ${loan.schoolName}, ${period}` : `${loan.schoolName}, ${period}, ${words}`,
        loanId: loan.id,
      };
      const checkEnds = loan.late || loan.heldUntil === null || look === 'over' ? until : loan.heldUntil;
      const check = { look: 'checking' as const, ...place(until, checkEnds), label: '', said: '', loanId: null };
      return [bar, check];
    })
    .filter(({ from, to }) => from < to);
  const end = calendar.weeks * COLUMNS_A_WEEK + 1;
  return bars.map((bar) => {
    const next = Math.min(end, ...bars.map(({ from }) => from).filter((from) => from >= bar.to));
    return { ...bar, room: (next - bar.from) / (bar.to - bar.from) };
  });
}

function lookOf({ state, late }: LoanBar): Exclude<BarLook, 'checking'> {
  if (late) return 'late';
  if (LOANS_TO_APPROVE.includes(state)) return 'asked';
  if (LOANS_TO_HAND_OVER.includes(state)) return 'granted';
  return LOANS_OUT.includes(state) ? 'away' : 'over';
}

/** "6 appareils · Atelier", and where it is not to be had now. */
export function kitWords(kit: LoanKitRow): string {
  const { homePlace, offered } = kit;
  return [insideWords(kit), homePlace, offered ? null : 'plus proposé'].filter((word) => word !== null).join(' · ');
}
