import type { RoundCheck, RoundTicket, WorkStop } from '@parc/api-client';
import {
  addCalendarDays,
  ORDERS_PAST_WORK,
  ORDERS_WITH_APPOINTMENT,
  parisDateTimeOf,
  type PlainDate,
  type RoundLeg,
} from '@parc/domain';
import { counted, day, longDay, time } from '@parc/ui';
import { grouped } from '../shell/grouped';
import { isBegun } from '../orders/work/work-begun';
import { isRepairBegun, isRepaired } from './round-tickets';

/** A school as a stop of the round. */
export type VisitedPlace = Pick<
  WorkStop,
  'schoolId' | 'schoolName' | 'communeName' | 'address' | 'latitude' | 'longitude'
>;

/** One going to a school: everything to do there on one day is done in one stop. */
export interface Visit {
  readonly school: VisitedPlace;
  /** Orders that are left to do there, by time; of a visit without a date, what waits there. */
  readonly tasks: readonly WorkStop[];
  /** Reported already: the school's answer is awaited or given. */
  readonly done: readonly WorkStop[];
  /** Breakdowns that are left to repair there: one's own, then those that nobody has. */
  readonly tickets: readonly RoundTicket[];
  readonly repaired: readonly RoundTicket[];
  /** Checks of devices that are left to do there. */
  readonly checks: readonly RoundCheck[];
  /** Where it stands in the round, once that is worked out. */
  readonly leg: RoundLeg | null;
}

/** One part of the round: what is late, a day, or what has no appointment and waits for one. */
export interface RoundDay {
  readonly kind: 'late' | 'day' | 'undated';
  /** Null for what is no day. */
  readonly day: PlainDate | null;
  /** "Aujourd’hui", "Demain", "Jeudi 26 novembre", "En retard", "Sans rendez-vous". */
  readonly word: string;
  readonly visits: readonly Visit[];
}

/** Something to do at a school on a day. */
interface Placed {
  readonly day: PlainDate;
  readonly place: VisitedPlace;
}

/** Somebody is waited for at an hour. Whatever else is left to do comes without hour nor map, and says its own state. */
export function isExpected({ state }: WorkStop): boolean {
  return ORDERS_WITH_APPOINTMENT.includes(state);
}

/** What is left to do at a school, in how many pieces. */
export const leftAt = ({ tasks, tickets, checks }: Visit): number => tasks.length + tickets.length + checks.length;

/**
 * The round by day: late first, then today even when nothing is planned for it, what has no appointment last.
 * @param stops by time
 * @param tickets each with the day of its visit
 * @param checks likewise
 */
export function roundDays(
  stops: readonly WorkStop[],
  today: PlainDate,
  tickets: readonly (Placed & { readonly ticket: RoundTicket })[] = [],
  checks: readonly (Placed & { readonly check: RoundCheck })[] = [],
): readonly RoundDay[] {
  const byDay = grouped(stops, (stop) => dayOf(stop, today));
  const ticketsByDay = grouped(tickets, ({ day: planned }) => (planned < today ? LATE : planned));
  const checksByDay = grouped(checks, ({ day: planned }) => planned);
  const keys = new Set([...byDay.keys(), ...ticketsByDay.keys(), ...checksByDay.keys(), today]);
  return [...keys].sort().map((key) => {
    const kind = key === LATE ? 'late' : key === UNDATED ? 'undated' : 'day';
    const visits = visitsOf(byDay.get(key) ?? [], ticketsByDay.get(key) ?? [], checksByDay.get(key) ?? []);
    return { kind, day: kind === 'day' ? key : null, word: wordOf(key, today), visits };
  });
}

/** The page's title: when and where to go next. */
export function roundTitle(days: readonly RoundDay[], today: PlainDate): string {
  const visits = days.find((one) => one.day === today)?.visits ?? [];
  const left = visits.filter((visit) => leftAt(visit) > 0);
  const [next] = left;
  if (next !== undefined) return titleOfToday(next, left.length, visits.length);
  const free = visits.length > 0 ? 'Tout est fait pour aujourd’hui' : 'Rien aujourd’hui';
  const coming = days.find((one) => one.day !== null && one.day > today);
  if (coming?.day === undefined || coming.day === null)
    return visits.length > 0 ? free : 'Aucune intervention n’est prévue';
  return `${free}, prochain arrêt ${coming.word === 'Demain' ? 'demain' : day(coming.day)}`;
}

/** "3 écoles · 5 interventions · 1 faite", of one day. */
export function roundFigures({ visits }: RoundDay): string {
  const left = visits.reduce((sum, visit) => sum + leftAt(visit), 0);
  const done = visits.reduce((sum, visit) => sum + visit.done.length + visit.repaired.length, 0);
  const figures = [counted(visits.length, 'école'), counted(left + done, 'intervention')];
  if (done > 0) figures.push(counted(done, 'faite'));
  return figures.join(' · ');
}

/** "16 h 30 – 18 h": when the work may last, from the first task to the end of the last. */
export function windowOf(stops: readonly Pick<WorkStop, 'plannedFrom' | 'plannedTo'>[]): string {
  const from = stops.map((stop) => stop.plannedFrom).filter((at) => at !== null);
  const to = stops.map((stop) => stop.plannedTo).filter((at) => at !== null);
  if (from.length === 0 || to.length === 0) return '';
  return `${time(from.reduce(earlier))} – ${time(to.reduce(later))}`;
}

/** Why at that time: a plan is only accepted outside class, so the hour says which side of it. */
export function reasonOfTime(stop: WorkStop): string {
  if (stop.plannedFrom === null || stop.plannedTo === null) return '';
  const from = parisDateTimeOf(new Date(stop.plannedFrom)).time;
  if (from >= '15:30') return 'après la classe';
  if (parisDateTimeOf(new Date(stop.plannedTo)).time <= '09:00') return 'avant la classe';
  return 'hors classe';
}

/** What to beware of before driving there; empty when the school is open. */
export function closureWarning(stop: WorkStop, today: PlainDate): string {
  const planned = dayOf(stop, today);
  return closureOn(stop.closedOn, planned === LATE ? today : planned, today);
}

/** The same of a school that is visited on a day. */
export function closureOn(closedOn: PlainDate | null, onDay: PlainDate, today: PlainDate): string {
  if (closedOn === null || closedOn > onDay) return '';
  if (closedOn < onDay) return `École fermée depuis le ${day(closedOn)}`;
  return onDay === today ? 'École fermée aujourd’hui' : 'École fermée ce jour-là';
}

/** The address for the phone's own map; coordinates when the school has them. */
export function mapAddress(stop: VisitedPlace): string {
  const words = encodeURIComponent([stop.schoolName, stop.address ?? stop.communeName].join(', '));
  if (stop.latitude === null || stop.longitude === null) return `geo:0,0?q=${words}`;
  const point = `${stop.latitude},${stop.longitude}`;
  return `geo:${point}?q=${point}(${encodeURIComponent(stop.schoolName)})`;
}

/** Finished, then where the person is, then where to go: the line of the day from top to bottom. */
export function progressOf(visit: Visit): number {
  if (leftAt(visit) === 0) return 0;
  return isOnSpot(visit) ? 1 : 2;
}

/** Somebody is at work there. */
export const isOnSpot = ({ tasks, tickets }: Visit): boolean =>
  tasks.some((task) => isBegun(task.state)) || tickets.some(isRepairBegun);

/** Sorts before every date. */
const LATE = '';
/** Sorts after every date. */
const UNDATED = '~';

function dayOf(stop: WorkStop, today: PlainDate): PlainDate {
  // Work under way is today's, whenever it was planned for.
  if (isBegun(stop.state)) return today;
  if (!isDone(stop) && !isExpected(stop)) return UNDATED;
  if (stop.plannedFrom === null) return today;
  const planned = parisDateTimeOf(new Date(stop.plannedFrom)).date;
  return planned >= today || isDone(stop) ? planned : LATE;
}

function wordOf(key: PlainDate, today: PlainDate): string {
  if (key === LATE) return 'En retard';
  if (key === UNDATED) return 'Sans rendez-vous';
  if (key === today) return 'Aujourd’hui';
  if (key === addCalendarDays(today, 1)) return 'Demain';
  const word = longDay(key).replace(/ \d{4}$/, '');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function visitsOf(
  stops: readonly WorkStop[],
  tickets: readonly { readonly place: VisitedPlace; readonly ticket: RoundTicket }[],
  checks: readonly { readonly place: VisitedPlace; readonly check: RoundCheck }[],
): readonly Visit[] {
  const places = new Map<string, VisitedPlace>();
  for (const { place } of [...tickets, ...checks]) places.set(place.schoolId, place);
  for (const stop of stops) places.set(stop.schoolId, stop);
  const order = [
    ...stops.map(({ schoolId }) => schoolId),
    ...[...tickets, ...checks].map(({ place }) => place.schoolId),
  ];
  const visits = [...new Set(order)].map((schoolId): Visit => {
    const there = stops.filter((stop) => stop.schoolId === schoolId);
    const broken = tickets.filter(({ place }) => place.schoolId === schoolId).map(({ ticket }) => ticket);
    return {
      school: places.get(schoolId)!,
      tasks: there.filter((stop) => !isDone(stop)),
      done: there.filter(isDone),
      tickets: broken.filter((ticket) => !isRepaired(ticket)),
      repaired: broken.filter(isRepaired),
      checks: checks.filter(({ place }) => place.schoolId === schoolId).map(({ check }) => check),
      leg: null,
    };
  });
  return visits.sort((one, other) => progressOf(one) - progressOf(other));
}

const isDone = ({ state }: WorkStop): boolean => ORDERS_PAST_WORK.includes(state);

function titleOfToday(next: Visit, left: number, all: number): string {
  if (isOnSpot(next)) return `En cours, ${next.school.schoolName}`;
  const hours = [...next.tasks, ...next.tickets].map(({ plannedFrom }) => plannedFrom).filter((at) => at !== null);
  const at = hours.length === 0 ? null : time(hours.reduce(earlier));
  if (left < all) return `Encore ${counted(left, 'arrêt')} aujourd’hui${at === null ? '' : `, le prochain à ${at}`}`;
  const stops = `Aujourd’hui, ${counted(left, 'arrêt')}`;
  if (at === null) return stops;
  return left === 1 ? `${stops}, à ${at}` : `${stops}, le premier à ${at}`;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);
