import type { WorkStop } from '@parc/api-client';
import {
  addCalendarDays,
  ORDERS,
  ORDERS_PAST_WORK,
  ORDERS_WITH_APPOINTMENT,
  parisDateTimeOf,
  type PlainDate,
} from '@parc/domain';
import { counted, day, longDay, time } from '@parc/ui';
import { grouped } from '../../shell/grouped';

/** One going to a school: everything to do there on one day is done in one stop. */
export interface Visit {
  readonly school: WorkStop;
  /** What is left to do there, by time; of a visit without a date, what waits there. */
  readonly tasks: readonly WorkStop[];
  /** Reported already: the school's answer is awaited or given. */
  readonly done: readonly WorkStop[];
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

/** Somebody is at it: it ends with a report. */
export function isBegun(state: WorkStop['state']): boolean {
  return ORDERS.statesFrom('report').includes(state);
}

/** Somebody is waited for at an hour. Whatever else is left to do comes without hour nor map, and says its own state. */
export function isExpected({ state }: WorkStop): boolean {
  return ORDERS_WITH_APPOINTMENT.includes(state);
}

/**
 * The round by day: late first, then today even when nothing is planned for it, what has no appointment last.
 * @param stops by time
 */
export function roundDays(stops: readonly WorkStop[], today: PlainDate): readonly RoundDay[] {
  const byDay = grouped(stops, (stop) => dayOf(stop, today));
  if (!byDay.has(today)) byDay.set(today, []);
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, ofDay]) => {
      const kind = key === LATE ? 'late' : key === UNDATED ? 'undated' : 'day';
      return { kind, day: kind === 'day' ? key : null, word: wordOf(key, today), visits: visitsOf(ofDay) };
    });
}

/** The page's title: when and where to go next. */
export function roundTitle(days: readonly RoundDay[], today: PlainDate): string {
  const visits = days.find((one) => one.day === today)?.visits ?? [];
  const left = visits.filter(({ tasks }) => tasks.length > 0);
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
  const left = visits.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const done = visits.reduce((sum, visit) => sum + visit.done.length, 0);
  const figures = [counted(visits.length, 'école'), counted(left + done, 'intervention')];
  if (done > 0) figures.push(counted(done, 'faite'));
  return figures.join(' · ');
}

/** "16 h 30 – 18 h": when the work may last, from the first task to the end of the last. */
export function windowOf(stops: readonly WorkStop[]): string {
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
  const onDay = planned === LATE ? today : planned;
  if (stop.closedOn === null || stop.closedOn > onDay) return '';
  if (stop.closedOn < onDay) return `École fermée depuis le ${day(stop.closedOn)}`;
  return onDay === today ? 'École fermée aujourd’hui' : 'École fermée ce jour-là';
}

/** The address for the phone's own map; coordinates when the school has them. */
export function mapAddress(stop: WorkStop): string {
  const words = encodeURIComponent([stop.schoolName, stop.address ?? stop.communeName].join(', '));
  if (stop.latitude === null || stop.longitude === null) return `geo:0,0?q=${words}`;
  const point = `${stop.latitude},${stop.longitude}`;
  return `geo:${point}?q=${point}(${encodeURIComponent(stop.schoolName)})`;
}

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

function visitsOf(stops: readonly WorkStop[]): readonly Visit[] {
  const visits = [...grouped(stops, (stop) => stop.schoolId).values()].map((there) => ({
    school: there[0]!,
    tasks: there.filter((stop) => !isDone(stop)),
    done: there.filter(isDone),
  }));
  return visits.sort((one, other) => progressOf(one) - progressOf(other));
}

const isDone = ({ state }: WorkStop): boolean => ORDERS_PAST_WORK.includes(state);

/** Finished, then where the person is, then where to go: the line of the day from top to bottom. */
function progressOf({ tasks }: Visit): number {
  if (tasks.length === 0) return 0;
  return tasks.some((task) => isBegun(task.state)) ? 1 : 2;
}

function titleOfToday({ tasks, school }: Visit, left: number, all: number): string {
  if (tasks.some((task) => isBegun(task.state))) return `En cours, ${school.schoolName}`;
  const [first] = tasks;
  const at = first?.plannedFrom == null ? '' : ` à ${time(first.plannedFrom)}`;
  if (left < all) return `Encore ${counted(left, 'arrêt')} aujourd’hui, le prochain${at}`;
  return left === 1 ? `Aujourd’hui, 1 arrêt,${at}` : `Aujourd’hui, ${counted(left, 'arrêt')}, le premier${at}`;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);
