import type { RoundCheck, RoundPacket, RoundTicket, VisitedSchool, WorkStop } from '@parc/api-client';
import {
  accessWindow,
  addedMinutes,
  minutesOfTime,
  orderRound,
  parisDateTimeOf,
  type AccessWindow,
  type PlainDate,
  type Position,
  type RoundPlace,
} from '@parc/domain';
import { isExpected, leftAt, progressOf, roundDays, type RoundDay, type Visit, type VisitedPlace } from './round-days';
import { dayOfTicket, isFree, weekOf } from './round-tickets';

/** Minutes of the day before which no round begins, and what is counted for one thing to do without an hour. */
const DAY_BEGINS = 8 * 60;
const STAY_MINUTES = 30;
/** An appointment is kept by who comes so long before its end. */
const APPOINTMENT_MINUTES = 15;

/** The whole round: its days in their order, and what could be added to the first of them. */
export interface WholeRound {
  readonly days: readonly RoundDay[];
  /** One's own tickets at schools where nobody goes yet, with the way that they would add. */
  readonly addable: readonly Addable[];
}

export interface Addable {
  readonly ticket: RoundTicket;
  readonly minutes: number | null;
}

type Read = Pick<RoundPacket, 'orders' | 'tickets' | 'schools'> & Partial<Pick<RoundPacket, 'checks'>>;

/** @param now the minute of today's day, and the day itself, in Paris */
export function wholeRound(packet: Read, now: { readonly day: PlainDate; readonly minute: number }): WholeRound {
  const schools = new Map(packet.schools.map((school) => [school.id, school]));
  const fixed = packet.tickets.flatMap((ticket) => placed(ticket, dayOfTicket(ticket, now.day), schools));
  const going = roundDays(packet.orders, now.day, fixed);
  const checks = (packet.checks ?? []).flatMap((check) => placedCheck(check, going, schools, now.day));
  const before = roundDays(packet.orders, now.day, fixed, checks);
  const joined = packet.tickets
    .filter((ticket) => dayOfTicket(ticket, now.day) === null)
    .flatMap((ticket) => placed(ticket, firstGoing(before, ticket.schoolId), schools));
  const days = roundDays(packet.orders, now.day, [...fixed, ...joined], checks).map((one) => ({
    ...one,
    visits: one.day === null ? one.visits : ordered(one.visits, one.day, schools, now),
  }));
  const gone = new Set([...fixed, ...joined].map(({ ticket }) => ticket.id));
  return {
    days,
    addable: addable(
      packet.tickets.filter(({ id }) => !gone.has(id)),
      days,
      schools,
      now.day,
    ),
  };
}

/** Between which minutes of a day somebody of the school opens; null where nobody is needed. */
export function accessOf(school: VisitedSchool | undefined, day: PlainDate): AccessWindow | null {
  if (school === undefined) return null;
  const openingHours = [{ from: day, hours: weekOf(school.openingHours) }];
  return accessWindow(day, { presenceNeeded: school.presenceNeeded, openingHours });
}

type Schools = ReadonlyMap<string, VisitedSchool>;

type Named = Pick<VisitedPlace, 'schoolId' | 'schoolName' | 'communeName'>;

function placeAt({ schoolId, schoolName, communeName }: Named, schools: Schools): VisitedPlace {
  const school = schools.get(schoolId);
  return {
    ...{ schoolId, schoolName, communeName },
    address: school?.address ?? null,
    latitude: school?.latitude ?? null,
    longitude: school?.longitude ?? null,
  };
}

function placed(ticket: RoundTicket, day: PlainDate | null, schools: Schools) {
  return day === null ? [] : [{ day, place: placeAt(ticket, schools), ticket }];
}

/** On its day, today's once that is past; what nobody has, on the first day on which somebody goes there anyway. */
function placedCheck(check: RoundCheck, going: readonly RoundDay[], schools: Schools, today: PlainDate) {
  const own = check.plannedOn < today ? today : check.plannedOn;
  const day = check.mine ? own : firstGoing(going, check.schoolId);
  return day === null ? [] : [{ day, place: placeAt(check, schools), check }];
}

/** The first day on which somebody goes to the school anyway. */
function firstGoing(days: readonly RoundDay[], schoolId: string): PlainDate | null {
  const going = days.find(
    ({ day, visits }) => day !== null && visits.some(({ school }) => school.schoolId === schoolId),
  );
  return going?.day ?? null;
}

/** What is done stays on top, then where one is, then the rest by nearness and promise. */
function ordered(
  visits: readonly Visit[],
  day: PlainDate,
  schools: Schools,
  now: { readonly day: PlainDate; readonly minute: number },
): readonly Visit[] {
  const behind = visits.filter((visit) => progressOf(visit) < 2);
  const ahead = visits.filter((visit) => progressOf(visit) === 2);
  const here = behind.at(-1);
  const minute = day === now.day ? Math.max(now.minute, DAY_BEGINS) : DAY_BEGINS;
  const start = { position: here === undefined ? null : positionOf(here.school), minute };
  const legs = orderRound(
    ahead.map((visit) => placeOf(visit, accessOf(schools.get(visit.school.schoolId), day))),
    start,
  );
  const byKey = new Map(ahead.map((visit) => [visit.school.schoolId, visit]));
  return [...behind, ...legs.map((leg): Visit => ({ ...byKey.get(leg.key)!, leg }))];
}

function placeOf(visit: Visit, access: AccessWindow | null): RoundPlace {
  const { tasks, tickets, school } = visit;
  const [first] = [...tasks.filter(isExpected), ...tickets]
    .flatMap(appointment)
    .sort((one, other) => one.to - other.to);
  return {
    key: school.schoolId,
    position: positionOf(school),
    from: first?.from ?? access?.from ?? null,
    until: first === undefined ? (access?.until ?? null) : Math.max(first.from, first.to - APPOINTMENT_MINUTES),
    stayMinutes: leftAt(visit) * STAY_MINUTES,
  };
}

/** Between which minutes somebody is waited for. */
function appointment({ plannedFrom, plannedTo }: Pick<WorkStop, 'plannedFrom' | 'plannedTo'>) {
  if (plannedFrom === null || plannedTo === null) return [];
  return [{ from: minuteOfDay(plannedFrom), to: minuteOfDay(plannedTo) }];
}

const minuteOfDay = (instant: string): number => minutesOfTime(parisDateTimeOf(new Date(instant)).time);

export function positionOf({ latitude, longitude }: VisitedPlace): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** What falls due first comes first; what nobody has is at schools of the round alone. */
function addable(
  tickets: readonly RoundTicket[],
  days: readonly RoundDay[],
  schools: Schools,
  today: PlainDate,
): readonly Addable[] {
  const visits = days.find(({ day }) => day === today)?.visits ?? [];
  const round = visits.map(({ school }) => positionOf(school)).filter((position) => position !== null);
  return tickets
    .filter((ticket) => !isFree(ticket))
    .map((ticket) => {
      const school = schools.get(ticket.schoolId);
      const there =
        school === undefined || school.latitude === null || school.longitude === null
          ? null
          : { latitude: school.latitude, longitude: school.longitude };
      return { ticket, minutes: addedMinutes(round, there) };
    });
}
