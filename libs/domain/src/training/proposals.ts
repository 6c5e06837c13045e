import { classHalfDays, type SchoolCalendar } from '../calendar/opening-hours.js';
import { minutesOfTime, parisInstantOf, timeOfMinutes } from '../calendar/paris-time.js';
import { addCalendarDays, weekdayOf, type PlainDate } from '../calendar/plain-date.js';
import { isWithinAny } from '../calendar/working-days.js';
import { travelMinutes, type Position } from '../round/travel.js';
import type { TrainingDate } from './training-dates.js';

/** A school that waits for a module: what somebody of it who comes would open. */
export interface TrainingNeed {
  schoolId: string;
  moduleId: string;
  /** Whose inspection agrees. */
  circonscriptionId: string;
  /** Devices that would come into service. */
  devices: number;
  /** Since when the first of them waits, an ISO instant. */
  since: string;
  position: Position | null;
}

/** A session that would release what waits in its schools. */
export interface SuggestedSession {
  moduleId: string;
  circonscriptionId: string;
  /** The school where it is held: one of its own. */
  placeId: string;
  schoolIds: string[];
  devices: number;
  /** Driven one way by the others, all together: an estimate. */
  travelMinutes: number;
}

/** What a drive is counted for where a place is not known. */
const UNKNOWN_MINUTES = 30;

const between = (one: TrainingNeed, other: TrainingNeed): number =>
  one === other ? 0 : (travelMinutes(one.position, other.position) ?? UNKNOWN_MINUTES);

const minutesTo = (place: TrainingNeed, group: readonly TrainingNeed[]): number =>
  group.reduce((total, need) => total + between(place, need), 0);

/** Needs of one module in one circonscription: they may share a session. */
function together(needs: readonly TrainingNeed[]): TrainingNeed[][] {
  const groups = new Map<string, TrainingNeed[]>();
  for (const need of needs) {
    const key = `${need.moduleId} ${need.circonscriptionId}`;
    groups.set(key, [...(groups.get(key) ?? []), need]);
  }
  return [...groups.values()];
}

/**
 * Sessions by need. For each module and circonscription as few as the places allow; whoever lives furthest from the others
 * is served first, with those nearest to them, so that nobody is left over alone at the end; each is held at that school of
 * its group to which the others drive the least. What releases most devices comes first, then what makes people drive less.
 * @param schoolsPerSession how many schools one session has places for
 */
export function suggestSessions(needs: readonly TrainingNeed[], schoolsPerSession: number): SuggestedSession[] {
  const groups = together(needs).flatMap((group) => groupsOfNear(group, schoolsPerSession));
  return groups
    .map((group) => heldAt(bestPlace(group), group))
    .sort(
      (one, other) =>
        other.devices - one.devices ||
        one.travelMinutes - other.travelMinutes ||
        one.placeId.localeCompare(other.placeId),
    );
}

/** What it is measured against: schools in the order in which they began to wait, each session at the first of its own. */
export function firstComeSessions(needs: readonly TrainingNeed[], schoolsPerSession: number): SuggestedSession[] {
  return together(needs).flatMap((group) => {
    const waiting = [...group].sort((one, other) => one.since.localeCompare(other.since));
    const count = Math.ceil(waiting.length / schoolsPerSession);
    return Array.from({ length: count }, (_, turn) => {
      const schools = waiting.slice(turn * schoolsPerSession, (turn + 1) * schoolsPerSession);
      return heldAt(schools[0]!, schools);
    });
  });
}

function groupsOfNear(needs: readonly TrainingNeed[], most: number): TrainingNeed[][] {
  const left = new Set([...needs].sort((one, other) => one.schoolId.localeCompare(other.schoolId)));
  const groups: TrainingNeed[][] = [];
  while (left.size > 0) {
    const furthest = [...left].reduce((far, need) =>
      minutesTo(need, [...left]) > minutesTo(far, [...left]) ? need : far,
    );
    const near = [...left].sort((one, other) => between(furthest, one) - between(furthest, other)).slice(0, most);
    near.forEach((need) => left.delete(need));
    groups.push(near);
  }
  return groups;
}

const bestPlace = (group: readonly TrainingNeed[]): TrainingNeed =>
  group.reduce((best, place) => (minutesTo(place, group) < minutesTo(best, group) ? place : best));

function heldAt(place: TrainingNeed, group: readonly TrainingNeed[]): SuggestedSession {
  return {
    ...{ moduleId: place.moduleId, circonscriptionId: place.circonscriptionId, placeId: place.schoolId },
    schoolIds: group.map(({ schoolId }) => schoolId),
    devices: group.reduce((total, { devices }) => total + devices, 0),
    travelMinutes: minutesTo(place, group),
  };
}

/** How long ahead a session is suggested, when on a Wednesday it begins, and how long an afternoon of it may last. */
const AHEAD_DAYS = 21;
const BEGINS = '14:00';
const LONGEST_MINUTES = 180;
/** A summer is passed over; beyond nothing is suggested. */
const HORIZON_WEEKS = 40;

/**
 * The first Wednesday afternoons, three weeks from now on, that lie outside holidays and outside class at the place, and when
 * the trainer is free: as many as the module takes. Null where there are none within forty weeks.
 */
export function firstAfternoons(
  minutes: number,
  { from, calendar, busy }: { from: PlainDate; calendar: SchoolCalendar; busy: readonly TrainingDate[] },
): TrainingDate[] | null {
  const parts = Math.ceil(minutes / LONGEST_MINUTES);
  const dates: TrainingDate[] = [];
  let day = addCalendarDays(from, AHEAD_DAYS);
  while (weekdayOf(day) !== 'wed') day = addCalendarDays(day, 1);
  for (let week = 0; week < HORIZON_WEEKS && dates.length < parts; week++, day = addCalendarDays(day, 7)) {
    const length = Math.min(LONGEST_MINUTES, minutes - dates.length * LONGEST_MINUTES);
    const date = afternoonOf(day, length);
    if (isFree(day, date, { calendar, busy })) dates.push(date);
  }
  return dates.length < parts ? null : dates;
}

const endOf = (minutes: number): string => timeOfMinutes(minutesOfTime(BEGINS) + minutes);

const afternoonOf = (day: PlainDate, minutes: number): TrainingDate => ({
  startsAt: parisInstantOf(day, BEGINS),
  endsAt: parisInstantOf(day, endOf(minutes)),
});

function isFree(
  day: PlainDate,
  { startsAt, endsAt }: TrainingDate,
  { calendar, busy }: { calendar: SchoolCalendar; busy: readonly TrainingDate[] },
): boolean {
  if (calendar.publicHolidays.has(day) || isWithinAny(day, calendar.schoolHolidays)) return false;
  if (classHalfDays(day, calendar).some(([, closes]) => closes > BEGINS)) return false;
  return !busy.some((taken) => taken.startsAt < endsAt && startsAt < taken.endsAt);
}
