import type { RoundCalendar, RoundTicket, VisitedSchool } from '@parc/api-client';
import {
  hoursOfMinutes,
  minuteOf,
  minutesBetween,
  parisDateTimeOf,
  presenceTime,
  serviceTime,
  TICKETS,
  TICKETS_OPEN,
  type PlainDate,
  type WorkingTime,
} from '@parc/domain';
import { french } from '@parc/ui';

/** Somebody is at the device. */
export const isRepairBegun = ({ state, possible }: Pick<RoundTicket, 'state' | 'possible'>): boolean =>
  TICKETS.statesFrom('resolve').includes(state) && !TICKETS.statesFrom('start').includes(state) && possible.length > 0;

/** Repaired already: the school's answer is awaited or given. */
export const isRepaired = ({ state }: Pick<RoundTicket, 'state'>): boolean => !TICKETS_OPEN.includes(state);

/** Nobody has it: it can be done on the spot all the same. */
export const isFree = ({ state }: Pick<RoundTicket, 'state'>): boolean => TICKETS.statesFrom('take').includes(state);

/** The day on which a ticket makes somebody go there: its visit's, today's once begun or done; null where it waits for a going. */
export function dayOfTicket(ticket: RoundTicket, today: PlainDate): PlainDate | null {
  if (isRepaired(ticket) || isRepairBegun(ticket)) return today;
  return ticket.plannedFrom === null ? null : parisDateTimeOf(new Date(ticket.plannedFrom)).date;
}

/** What is left of the metropole's time, in words; null where nothing runs. `near`: a quarter of an hour of work before the end of it, or past it. */
export interface TimeLeft {
  readonly words: string;
  readonly near: boolean;
}

/** From when on the time left is said louder, in working minutes. */
const NEAR_MINUTES = 180;

/** Says of tickets what is left of the metropole's time, as the server would. */
export class TicketTimes {
  private readonly service: WorkingTime;
  private readonly presences = new Map<string, WorkingTime>();

  constructor(
    private readonly calendar: RoundCalendar,
    private readonly schools: readonly VisitedSchool[],
  ) {
    this.service = serviceOf(calendar);
  }

  left(ticket: RoundTicket, now: Date): TimeLeft | null {
    if (isRepaired(ticket)) return null;
    if (ticket.dueAt === null)
      return ticket.leftMinutes === null
        ? null
        : { words: french(`à l’arrêt, reste ${hoursOfMinutes(ticket.leftMinutes)}`), near: false };
    const due = new Date(ticket.dueAt);
    if (due < now) return { words: 'en retard', near: true };
    const minutes = minutesBetween(this.timeOf(ticket), minuteOf(now), minuteOf(due));
    return { words: french(`encore ${hoursOfMinutes(minutes)}`), near: minutes <= NEAR_MINUTES };
  }

  /** Where somebody of the school must be there, the hours in which it is open count alone. */
  private timeOf({ presence, schoolId }: RoundTicket): WorkingTime {
    const school = this.schools.find(({ id }) => id === schoolId);
    if (!presence || school === undefined) return this.service;
    const known = this.presences.get(schoolId) ?? presenceTime(this.service, daysOf(school, this.calendar));
    this.presences.set(schoolId, known);
    return known;
  }
}

/** Before every day of the packet. */
const ALWAYS = '2000-01-01';

function serviceOf({ service, publicHolidays }: RoundCalendar): WorkingTime {
  const day = (stretches: readonly { from: string; to: string }[]) =>
    stretches.map(({ from, to }) => [from, to] as const);
  const { mon, tue, wed, thu, fri, sat, sun } = service.week;
  const week = {
    ...{ mon: day(mon), tue: day(tue), wed: day(wed), thu: day(thu), fri: day(fri), sat: day(sat), sun: day(sun) },
  };
  return serviceTime({
    hours: [{ from: ALWAYS, week }],
    closings: service.closings,
    publicHolidays: new Set(publicHolidays),
    publicHolidaysUntil: null,
  });
}

function daysOf({ openingHours }: VisitedSchool, { schoolHolidays }: RoundCalendar) {
  return {
    openingHours: [{ from: ALWAYS, hours: weekOf(openingHours) }],
    holidays: schoolHolidays,
    holidaysUntil: null,
  };
}

/** As the rules read a week. The API tells half-days as lists of two hours. */
export function weekOf({ mon, tue, wed, thu, fri }: VisitedSchool['openingHours']) {
  const half = (hours: readonly string[] | null) => {
    const [opens, closes] = hours ?? [];
    return opens === undefined || closes === undefined ? null : ([opens, closes] as const);
  };
  const day = (given: typeof mon) => ({ morning: half(given.morning), afternoon: half(given.afternoon) });
  return { mon: day(mon), tue: day(tue), wed: day(wed), thu: day(thu), fri: day(fri) };
}
