import { isTimeOfDay, minutesOfTime, timeOfMinutes } from './paris-time.js';
import { type PlainDate, addCalendarDays, isPlainDate } from './plain-date.js';
import { type SchoolCalendar, classHalfDays } from './opening-hours.js';
import { addWorkingDays, isWithinAny, isWorkingDay } from './working-days.js';

/** Why a slot disturbs no class. */
export type SlotKind = 'after-class' | 'half-day-without-class' | 'day-without-class' | 'school-holiday';

/** A time at which installers can come without disturbing a class. */
export interface Slot {
  readonly date: PlainDate;
  /** `HH:MM` in Europe/Paris */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: SlotKind;
}

/** When technicians and installers work: a setting of the plan, not a rule. */
export interface WorkHours {
  readonly morning: readonly [string, string];
  readonly afternoon: readonly [string, string];
  /** how late work after class may last */
  readonly eveningEndsAt: string;
  /** a shorter free time is not worth a journey */
  readonly shortestSlotMinutes: number;
}

/** What the plan starts with until its setting says otherwise. */
export const STANDARD_WORK_HOURS: WorkHours = {
  morning: ['08:30', '12:00'],
  afternoon: ['13:30', '17:00'],
  eveningEndsAt: '18:00',
  shortestSlotMinutes: 45,
};

export interface SlotSearch {
  readonly calendar: SchoolCalendar;
  /** the day the order is written */
  readonly from: PlainDate;
  /** the longest delay among the ordered items, in working days */
  readonly delayWorkingDays: number;
  readonly workHours: WorkHours;
  /** some schools have no one to open the door while pupils are away */
  readonly opensInHolidays: boolean;
}

export type SlotRefusal =
  | 'slot-unreadable'
  | 'slot-not-working-day'
  | 'slot-too-early'
  | 'slot-in-holidays'
  | 'slot-outside-hours'
  | 'slot-in-class';

/** A far enough horizon for a summer without anyone at school; beyond it nothing is proposed. */
const HORIZON_DAYS = 180;

/** The first day on which the order can be carried out: its delay in working days after the day it is written. */
export function firstPossibleDate(search: SlotSearch): PlainDate {
  return addWorkingDays(search.from, search.delayWorkingDays, search.calendar.publicHolidays);
}

/**
 * The first times outside class, in order: after the last lesson of a class day, half-days and days without class
 * (Wednesday in most schools), weekdays of the school holidays. Never at weekends or on public holidays.
 */
export function proposeSlots(search: SlotSearch, count: number): readonly Slot[] {
  const slots: Slot[] = [];
  const first = firstPossibleDate(search);
  for (let offset = 0; offset < HORIZON_DAYS && slots.length < count; offset += 1) {
    slots.push(...slotsOn(addCalendarDays(first, offset), search));
  }
  return slots.slice(0, count);
}

/**
 * Why a wished time cannot be kept, checked in this order; null when it can.
 * A wish need not be one of the proposed slots: any time within work hours that crosses no class will do.
 */
export function slotProblem(wish: Omit<Slot, 'kind'>, search: SlotSearch): SlotRefusal | null {
  const { date, startsAt, endsAt } = wish;
  const { calendar, workHours } = search;
  const readable = isPlainDate(date) && isTimeOfDay(startsAt) && isTimeOfDay(endsAt) && startsAt < endsAt;
  if (!readable) return 'slot-unreadable';
  if (!isWorkingDay(date, calendar.publicHolidays)) return 'slot-not-working-day';
  if (date < firstPossibleDate(search)) return 'slot-too-early';
  if (!search.opensInHolidays && isWithinAny(date, calendar.schoolHolidays)) return 'slot-in-holidays';
  if (startsAt < workHours.morning[0] || endsAt > workHours.eveningEndsAt) return 'slot-outside-hours';
  const crossesClass = classHalfDays(date, calendar).some(([opens, closes]) => startsAt < closes && endsAt > opens);
  return crossesClass ? 'slot-in-class' : null;
}

function slotsOn(date: PlainDate, search: SlotSearch): readonly Slot[] {
  const { calendar, workHours } = search;
  if (!isWorkingDay(date, calendar.publicHolidays)) return [];
  const holiday = isWithinAny(date, calendar.schoolHolidays);
  if (holiday && !search.opensInHolidays) return [];
  const taught = classHalfDays(date, calendar);
  if (taught.length === 0) {
    const kind = holiday ? 'school-holiday' : 'day-without-class';
    return [slot(date, workHours.morning, kind), slot(date, workHours.afternoon, kind)];
  }
  return slotsAroundClass(date, taught, workHours);
}

function slotsAroundClass(date: PlainDate, taught: readonly (readonly [string, string])[], hours: WorkHours): Slot[] {
  const firstOpens = taught[0]![0];
  const lastCloses = taught.at(-1)![1];
  const slots: Slot[] = [];
  if (firstOpens >= hours.morning[1]) slots.push(slot(date, hours.morning, 'half-day-without-class'));
  if (lastCloses <= hours.afternoon[0]) slots.push(slot(date, hours.afternoon, 'half-day-without-class'));
  else
    slots.push(slot(date, [lastCloses, earlier(hours.eveningEndsAt, ninetyMinutesAfter(lastCloses))], 'after-class'));
  return slots.filter((one) => lengthMinutes(one) >= hours.shortestSlotMinutes);
}

function slot(date: PlainDate, [startsAt, endsAt]: readonly [string, string], kind: SlotKind): Slot {
  return { date, startsAt, endsAt, kind };
}

/** An installation after class is counted as an hour and a half: longer work takes a half-day without class. */
function ninetyMinutesAfter(time: string): string {
  return timeOfMinutes(Math.min(minutesOfTime(time) + 90, minutesOfTime('23:59')));
}

function lengthMinutes({ startsAt, endsAt }: Slot): number {
  return minutesOfTime(endsAt) - minutesOfTime(startsAt);
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
