import { schoolYearOf, schoolYearStarting } from '../calendar/school-year.js';
import { addCalendarDays, calendarDaysBetween, mondayOf, plainDate, type PlainDate } from '../calendar/plain-date.js';
import { isWithin, isWithinAny, type DayPeriod, type PublicHolidays } from '../calendar/working-days.js';
import type { Grain } from './grains.js';
import type { Indicator } from './indicator.js';

/** What one figure spans: both days included. A stock is counted at `to`. */
export interface FigurePeriod extends DayPeriod {
  /** It is over: nothing but a correction changes it. */
  readonly over: boolean;
}

export interface FigureCalendar {
  /** First day of the plan. */
  readonly start: PlainDate;
  /** The last day that the data knows whole. */
  readonly dataDay: PlainDate;
  readonly schoolHolidays: readonly DayPeriod[];
  readonly publicHolidays: PublicHolidays;
}

/** Days of a week, Monday to Friday. */
const WEEKDAYS = [0, 1, 2, 3, 4];
/** A week is one of class with so many of them taught (rules.md 20). */
const CLASS_DAYS_OF_A_CLASS_WEEK = 3;
/** Days from which a holiday parts two periods of class; a bridge parts none. */
const PARTING_DAYS = 10;
/** Days from a Monday to the day that says where a week belongs. */
const THURSDAY = 3;

/** Whether the week of this Monday has at least three class days. */
export function isClassWeek(monday: PlainDate, calendar: Omit<FigureCalendar, 'start' | 'dataDay'>): boolean {
  const taught = WEEKDAYS.map((days) => addCalendarDays(monday, days)).filter(
    (day) => !calendar.publicHolidays.has(day) && !isWithinAny(day, calendar.schoolHolidays),
  );
  return taught.length >= CLASS_DAYS_OF_A_CLASS_WEEK;
}

/** Mondays of the class weeks of a period, each by its Thursday, as far as they are over. */
export function classWeeksOf({ from, to }: DayPeriod, calendar: FigureCalendar): PlainDate[] {
  return classWeeks(calendar)
    .filter((week) => isWithin(addCalendarDays(week.from, THURSDAY), { from, to }))
    .map((week) => week.from);
}

/** Periods of a grain from the plan's first day to the day of the data, the first first; the last one may not be over. */
export function figurePeriods(grain: Grain, calendar: FigureCalendar): FigurePeriod[] {
  const { start, dataDay } = calendar;
  return SPANS[grain](calendar)
    .filter(({ from, to }) => to >= start && from <= dataDay)
    .map(({ from, to }) => ({ from, to: to < dataDay ? to : dataDay, over: to <= dataDay }));
}

/**
 * What an unfinished period is read beside: as many days of the one before. Of one that is over, the one before, whole.
 * A stock is read beside the end of the school year before.
 */
export function comparedWith(grain: Grain, periods: readonly FigurePeriod[]): DayPeriod | null {
  const last = periods.at(-1);
  if (last === undefined) return null;
  if (grain === 'day') {
    const june = plainDate(schoolYearOf(last.to).startYear, 6, 30);
    return periods.some(({ to }) => to === june) ? { from: june, to: june } : null;
  }
  const before = periods.at(-2);
  if (before === undefined) return null;
  if (last.over) return before;
  const to = addCalendarDays(before.from, calendarDaysBetween(last.from, last.to));
  return { from: before.from, to: to < before.to ? to : before.to };
}

/** A period with what it is to its figure. */
export interface NeededPeriod extends FigurePeriod {
  readonly inCurve: boolean;
  readonly isFigure: boolean;
  readonly isBeside: boolean;
}

/** Every period that a figure needs, each once, the first first: its curve, itself, and what it is read beside. */
export function neededPeriods(
  { grain, curve }: Pick<Indicator, 'grain' | 'curve'>,
  calendar: FigureCalendar,
): NeededPeriod[] {
  const spans = figurePeriods(grain, calendar);
  const points = curve === undefined ? spans : figurePeriods(curve, calendar);
  const [figure, beside] = [spans.at(-1), comparedWith(grain, spans)];
  const needed = new Map<string, NeededPeriod>();
  const need = (period: FigurePeriod, role: Partial<NeededPeriod>) => {
    const key = `${period.from} ${period.to}`;
    const known = needed.get(key) ?? { ...period, inCurve: false, isFigure: false, isBeside: false };
    needed.set(key, { ...known, ...role });
  };
  for (const point of points) need(point, { inCurve: true });
  if (figure) need(figure, { isFigure: true });
  if (beside) need({ ...beside, over: true }, { isBeside: true });
  return [...needed.values()].sort((one, other) => (`${one.to} ${one.from}` < `${other.to} ${other.from}` ? -1 : 1));
}

const SPANS: Readonly<Record<Grain, (calendar: FigureCalendar) => DayPeriod[]>> = {
  day: (calendar) => stockDays(calendar),
  'class-week': (calendar) => classWeeks(calendar),
  'school-period': (calendar) => schoolPeriods(calendar),
  month: ({ start, dataDay }) => monthsOf(start, dataDay),
  'civil-year': ({ start, dataDay }) =>
    yearsOf(start, dataDay).map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
  'school-year': ({ start, dataDay }) => {
    const [first, last] = [schoolYearOf(start).startYear, schoolYearOf(dataDay).startYear];
    return range(first, last).map((year) => schoolYearStarting(year));
  },
};

/** The last day of each month that is over, then the day of the data. */
function stockDays({ start, dataDay }: FigureCalendar): DayPeriod[] {
  const ends = monthsOf(start, dataDay)
    .map(({ to }) => to)
    .filter((to) => to < dataDay);
  return [...ends, dataDay].map((day) => ({ from: day, to: day }));
}

function monthsOf(start: PlainDate, end: PlainDate): DayPeriod[] {
  const months: DayPeriod[] = [];
  for (let from = `${start.slice(0, 7)}-01`; from <= end;) {
    const next = `${addCalendarDays(from, 31).slice(0, 7)}-01`;
    months.push({ from, to: addCalendarDays(next, -1) });
    from = next;
  }
  return months;
}

function classWeeks(calendar: FigureCalendar): DayPeriod[] {
  const weeks: DayPeriod[] = [];
  for (let monday = mondayOf(calendar.start); monday <= calendar.dataDay; monday = addCalendarDays(monday, 7)) {
    // A week is told once it is over.
    if (addCalendarDays(monday, 6) > calendar.dataDay) break;
    if (isClassWeek(monday, calendar)) weeks.push({ from: monday, to: addCalendarDays(monday, 6) });
  }
  return weeks;
}

/** The stretches of class between two holidays: five a school year. */
export function schoolPeriods({ schoolHolidays }: Pick<FigureCalendar, 'schoolHolidays'>): DayPeriod[] {
  const parting = schoolHolidays
    .filter(({ from, to }) => calendarDaysBetween(from, to) + 1 >= PARTING_DAYS)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  return parting
    .slice(0, -1)
    .map(({ to }, place) => ({ from: addCalendarDays(to, 1), to: addCalendarDays(parting[place + 1]!.from, -1) }))
    .filter(({ from, to }) => from <= to);
}

const yearsOf = (start: PlainDate, end: PlainDate) => range(Number(start.slice(0, 4)), Number(end.slice(0, 4)));
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, step) => first + step);
