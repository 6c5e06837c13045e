/**
 * The clocks a second time, for the specification only: one bit a minute, counted one by one. It shares nothing with
 * the first, neither days, nor time zone, nor the sum of what is spent; slow, and hard to get wrong in the same way.
 */
type Day = string;
type Segment = readonly [string, string];
type HalfDays = { readonly morning: unknown; readonly afternoon: unknown };
type PriorityName = 'P1' | 'P2' | 'P3';
type Minutes = Readonly<Record<PriorityName, number>>;

export interface PlainCalendar {
  readonly hours: readonly { readonly from: Day; readonly week: Readonly<Record<string, readonly Segment[]>> }[];
  readonly closings: readonly { readonly from: Day; readonly to: Day }[];
  readonly publicHolidays: ReadonlySet<Day>;
  readonly publicHolidaysUntil: Day | null;
  readonly openingHours: readonly { readonly from: Day; readonly hours: Readonly<Partial<Record<string, HalfDays>>> }[];
  readonly holidays: readonly { readonly from: Day; readonly to: Day }[];
  readonly holidaysUntil: Day | null;
}

export interface PlainRow {
  readonly at: Date;
  readonly action: string;
  readonly reason?: string | null;
  readonly priority?: PriorityName | null;
  readonly presence?: boolean | null;
}

/** A rule broken on purpose: what it changes must be seen. */
export type Breach = 'a-part-stops' | 'priority-of-today' | 'presence-ignored' | 'closed-time-counts';

export interface PlainClock {
  minutes: number;
  percent: number;
  late: boolean;
  lateMinutes: number;
  due: number | null;
  dueToConfirm: boolean;
  left: number;
  reached: (number | null)[];
}

const FIRST = Date.UTC(2025, 0, 1) / 60_000;
const LAST = Date.UTC(2029, 0, 1) / 60_000;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Bits of every minute: worked by the service, and worked with somebody at the school. */
export interface Bits {
  readonly service: Uint8Array;
  readonly presence: Uint8Array;
  readonly lastWorked: { readonly service: number; readonly presence: number };
  readonly serviceUntil: Day | null;
  readonly presenceUntil: Day | null;
}

export function bitsOf(calendar: PlainCalendar): Bits {
  const service = new Uint8Array(LAST - FIRST);
  const presence = new Uint8Array(LAST - FIRST);
  const lastWorked = { service: 0, presence: 0 };
  let today = dayAt(FIRST + aheadOfUtc(FIRST), calendar);
  for (let minute = FIRST; minute < LAST; minute += 1) {
    const local = minute + aheadOfUtc(minute);
    const time = local % 1440;
    if (time === 0) today = dayAt(local, calendar);
    if (!today.segments.some(([from, to]) => from! <= time && time < to!)) continue;
    service[minute - FIRST] = 1;
    lastWorked.service = minute;
    if (!(time < 13 * 60 ? today.morning : today.afternoon)) continue;
    presence[minute - FIRST] = 1;
    lastWorked.presence = minute;
  }
  const { publicHolidaysUntil: all, holidaysUntil: school } = calendar;
  const both = [all, school].includes(null) ? null : [all!, school!].sort()[0]!;
  return { service, presence, lastWorked, serviceUntil: all, presenceUntil: both };
}

interface Moment {
  state: string;
  waits: string | null;
  priority: PriorityName;
  presence: boolean;
  stop: number | null;
}

export interface Plain {
  takeUp: PlainClock;
  metropole: PlainClock;
  class: PlainClock;
  stops: number[];
}

export function minuteByMinute(
  rows: readonly PlainRow[],
  now: Date,
  bits: Bits,
  targets: readonly { readonly from: Day; readonly takeUp: Minutes; readonly restored: Minutes }[],
  breach?: Breach,
): Plain {
  const end = Math.floor(now.getTime() / 60_000);
  const known = rows.filter((row) => Math.floor(row.at.getTime() / 60_000) <= end);
  const start = Math.floor(known[0]!.at.getTime() / 60_000);
  const target = standing(targets, dayOfMinute(start));
  const moments = momentsOf(known, breach);
  const stops = [...new Set(moments.flatMap(({ stop }) => stop ?? []))].map(() => 0);

  const final = moments.at(-1)!;
  const over = final.state === 'over';
  const counters = {
    takeUp: counter(target.takeUp),
    metropole: counter(target.restored),
    class: counter(target.restored),
  };
  const runs = (moment: Moment): { takeUp: boolean; metropole: boolean; class: boolean } => {
    const counts = !['over', 'shut'].includes(moment.state);
    return {
      takeUp: moment.state === 'untaken',
      metropole: counts && moment.stop === null,
      class: counts || moment.state === 'shut-then-reopened',
    };
  };

  let place = 0;
  for (let minute = start; minute < end; minute += 1) {
    while (place + 1 < known.length && Math.floor(known[place + 1]!.at.getTime() / 60_000) <= minute) place += 1;
    const moment = moments[place]!;
    const worked = bitAt(bits, moment, minute, breach);
    if (!worked) continue;
    const priority = breach === 'priority-of-today' ? final.priority : moment.priority;
    const running = runs(moment);
    for (const name of ['takeUp', 'metropole', 'class'] as const)
      if (running[name]) tick(counters[name], { ...moment, priority }, minute);
    if (moment.stop !== null && moment.state !== 'shut') stops[moment.stop]! += 1;
  }
  const goes = runs(final);
  const read = (name: 'takeUp' | 'metropole' | 'class'): PlainClock => {
    const here = snapshot(counters[name], final.priority, over);
    if (goes[name] && !over) {
      const last = final.presence && breach !== 'presence-ignored' ? bits.lastWorked.presence : bits.lastWorked.service;
      for (let minute = end; minute <= last && counters[name].passed === null; minute += 1)
        if (bitAt(bits, final, minute, breach)) tick(counters[name], final, minute);
      here.due = counters[name].passed === null ? null : counters[name].kept;
      here.reached = [counters[name].at75, counters[name].at100];
    } else if (here.late) {
      here.due = counters[name].kept;
    }
    here.dueToConfirm =
      here.due !== null &&
      isBeyond(dayOfMinute(here.due), counters[name].keptPresence ? bits.presenceUntil : bits.serviceUntil);
    return here;
  };
  return { takeUp: read('takeUp'), metropole: read('metropole'), class: read('class'), stops };
}

/** What holds from each row on; resolved and reopened later is another state than resolved for good. */
function momentsOf(rows: readonly PlainRow[], breach?: Breach): Moment[] {
  const moments: Moment[] = [];
  let stops = 0;
  rows.forEach((row, place) => {
    const before = moments.at(-1);
    const moment: Moment = before
      ? { ...before }
      : { state: 'untaken', waits: null, priority: 'P3', presence: false, stop: null };
    moment.priority = row.priority ?? moment.priority;
    moment.presence = row.presence ?? moment.presence;
    if (['take', 'assign', 'resume', 'reopen', 'start', 'plan'].includes(row.action)) {
      moment.state = 'work';
      moment.stop = null;
    }
    if (row.action === 'give-back') moment.state = 'untaken';
    if (row.action === 'cancel' || row.action === 'merge') Object.assign(moment, { state: 'over', stop: null });
    if (row.action === 'wait') {
      const stopping = ['school', 'commune', 'closed-school', ...(breach === 'a-part-stops' ? ['part', 'maker'] : [])];
      moment.state = 'wait';
      moment.stop = stopping.includes(row.reason ?? '') ? stops++ : null;
    }
    if (row.action === 'resolve') {
      const again = rows.slice(place).some(({ action }) => action === 'reopen');
      moment.state = again ? 'shut-then-reopened' : 'shut';
      moment.stop = again ? stops++ : null;
      if (breach === 'closed-time-counts' && again) moment.stop = null;
    }
    moments.push(moment);
  });
  return moments;
}

const isBeyond = (day: Day, until: Day | null): boolean => until === null || day > until;

function bitAt(bits: Bits, moment: Moment, minute: number, breach?: Breach): boolean {
  const needed = moment.presence && breach !== 'presence-ignored';
  return (needed ? bits.presence : bits.service)[minute - FIRST] === 1;
}

interface Counter {
  readonly target: Minutes;
  /** shares multiplied out by all denominators */
  readonly priceOf: Minutes;
  readonly whole: number;
  spent: number;
  minutes: number;
  keptMinutes: number;
  /** when what is kept was reached, and when it was passed */
  kept: number | null;
  keptPresence: boolean;
  passed: number | null;
  at75: number | null;
  at100: number | null;
}

function counter(target: Minutes): Counter {
  const { P1, P2, P3 } = target;
  return {
    target,
    priceOf: { P1: P2 * P3, P2: P1 * P3, P3: P1 * P2 },
    whole: P1 * P2 * P3,
    spent: 0,
    minutes: 0,
    keptMinutes: 0,
    kept: null,
    keptPresence: false,
    passed: null,
    at75: null,
    at100: null,
  };
}

/** One minute more, at the price of its priority. */
function tick(one: Counter, { priority, presence }: Moment, minute: number): void {
  one.minutes += 1;
  one.spent += one.priceOf[priority];
  const { spent, whole } = one;
  if (spent * 4 >= whole * 3) one.at75 ??= minute + 1;
  if (spent >= whole) one.at100 ??= minute + 1;
  if (spent > whole) one.passed ??= minute + 1;
  else Object.assign(one, { kept: minute + 1, keptMinutes: one.minutes, keptPresence: presence });
}

function snapshot(one: Counter, priority: PriorityName, over: boolean): PlainClock {
  const { spent, whole } = one;
  const late = spent > whole;
  return {
    minutes: one.minutes,
    percent: Math.floor((spent * 100) / whole),
    late: late && !over,
    lateMinutes: late && !over ? one.minutes - one.keptMinutes : 0,
    due: null,
    dueToConfirm: false,
    left: late ? 0 : Math.floor((whole - spent) / (whole / one.target[priority])),
    reached: [one.at75, one.at100],
  };
}

/** The stretches of a day at work, in minutes of it, and the half-days with somebody at the school. */
function dayAt(local: number, calendar: PlainCalendar) {
  const day = isoDay(local);
  const weekday = WEEK[(Math.floor(local / 1440) + 3) % 7]!;
  const shut = calendar.publicHolidays.has(day) || within(day, calendar.closings);
  const segments = shut
    ? []
    : standing(calendar.hours, day).week[weekday]!.map(([from, to]) => [inDay(from), inDay(to)]);
  const halves = within(day, calendar.holidays) ? undefined : standing(calendar.openingHours, day).hours[weekday];
  return { segments, morning: Boolean(halves?.morning), afternoon: Boolean(halves?.afternoon) };
}

const inDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const isoDay = (local: number): Day => new Date(local * 60_000).toISOString().slice(0, 10);
const dayOfMinute = (minute: number): Day => isoDay(minute + aheadOfUtc(minute));

/** Summer time runs from the last Sunday of March to that of October, at one o'clock UTC. */
const SUMMERS = [2025, 2026, 2027, 2028].map((year) => [lastSunday(year, 3), lastSunday(year, 10)] as const);

/** Minutes that a clock on a wall in France is ahead. */
function aheadOfUtc(minute: number): number {
  for (const [begins, ends] of SUMMERS) if (minute >= begins && minute < ends) return 120;
  return 60;
}

function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, end.getUTCDate() - end.getUTCDay(), 1) / 60_000;
}

function within(day: Day, periods: readonly { readonly from: Day; readonly to: Day }[]): boolean {
  return periods.some(({ from, to }) => from <= day && day <= to);
}

function standing<Row extends { readonly from: Day }>(rows: readonly Row[], day: Day): Row {
  let found = rows[0]!;
  for (const row of rows) if (row.from <= day) found = row;
  return found;
}
