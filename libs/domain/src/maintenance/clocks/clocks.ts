import { inForceOn } from '../../calendar/in-force.js';
import {
  dueIn,
  type Leg,
  type Prices,
  pricesOf,
  type Reached,
  spentAt,
  spentBy,
  STANDARD_TARGETS,
  type TargetMinutes,
  type Targets,
} from './spending.js';
import { type Span, spansOf, spansThatCount, type Stop } from './spans.js';
import type { TicketPriority, TicketHistoryRow } from './ticket-history.js';
import { dayOf, instantOf, type Minute, minuteOf, minutesBetween, type WorkingTime } from './working-time.js';

/** The métropole's working time, and the part of it in which somebody of the school is there. */
export interface Calendars {
  readonly service: WorkingTime;
  readonly presence: WorkingTime;
}

/** `void`: cancelled or merged, judged by nobody. */
export type ClockCourse = 'running' | 'stopped' | 'ended' | 'void';

/** One clock at an instant. Minutes are working minutes. */
export interface Clock {
  readonly course: ClockCourse;
  readonly minutes: number;
  /** of the priority it has now */
  readonly targetMinutes: number;
  /** null when the minutes were lived under one priority: what is spent is then minutes of the target */
  readonly mixed: boolean;
  /** whole percents of what may be spent, rounded down */
  readonly percent: number;
  /** more than all of it is spent: for good, whatever the priority becomes */
  readonly late: boolean;
  readonly lateMinutes: number;
  /** until when it is kept if nothing changes, and since when it is late; null while it stands still or has ended in time */
  readonly dueAt: Date | null;
  /** the day lies beyond the holidays that are loaded */
  readonly dueToConfirm: boolean;
  /** it runs and no date was found: the calendar has no working time within 800 days */
  readonly neverDue: boolean;
  /** left at the priority it has now; 0 when late */
  readonly leftMinutes: number;
  readonly thresholds: readonly ClockThreshold[];
}

export interface ClockThreshold {
  readonly percent: WarningPercent;
  readonly reached: boolean;
  /** when it was reached or will be; null when nothing brings it */
  readonly at: Date | null;
}

export interface ClockStop extends Stop {
  readonly from: Date;
  /** null: it lasts */
  readonly to: Date | null;
  readonly minutes: number;
}

export interface TicketClocks {
  /** until somebody takes the ticket */
  readonly takeUp: Clock;
  /** what the métropole answers for, until the school has its device again */
  readonly metropole: Clock;
  /** what the class lived through */
  readonly class: Clock;
  /** class − métropole, to the minute: the explanation */
  readonly stops: readonly ClockStop[];
  readonly priority: TicketPriority;
  readonly reportedAt: Date;
}

export const WARNING_PERCENTS = [75, 100] as const;
export type WarningPercent = (typeof WARNING_PERCENTS)[number];

/**
 * The clocks of a ticket at an instant, from its history alone: nothing is counted up and kept, so nothing drifts. What
 * is dated is taken at its day: hours and holidays at the day counted, targets at the day of report. Instants are cut to
 * the minute on entry. Null when nothing was reported by then.
 */
export function clocks(
  history: readonly TicketHistoryRow[],
  now: Date,
  calendars: Calendars,
  targets: readonly Targets[],
): TicketClocks | null {
  const minute = minuteOf(now);
  const spans = spansOf(history, minute);
  const last = spans.at(-1);
  if (last === undefined) return null;
  const reported = spans[0]!.from;
  const { takeUp, restored } = inForceOn(targets, dayOf(reported)) ?? STANDARD_TARGETS;
  const counted = spansThatCount(spans);
  const clock = (target: TargetMinutes, runs: (span: Span) => boolean, stopped = false): Clock => {
    const legs = legsOf(spans, counted.filter(runs), calendars);
    const course = courseOf(last, { goes: legs.at(-1)?.to === null, stopped });
    return clockOf({ legs, course, priority: last.priority, target, prices: pricesOf(target) });
  };
  return {
    takeUp: clock(takeUp, ({ standing }) => standing === 'untaken'),
    metropole: clock(restored, ({ stop }) => stop === null, last.standing === 'held-up'),
    class: clock(restored, () => true),
    stops: stopsOf(counted, last, calendars),
    priority: last.priority,
    reportedAt: instantOf(reported),
  };
}

interface Reading {
  readonly legs: readonly Leg[];
  readonly course: ClockCourse;
  readonly priority: TicketPriority;
  readonly target: TargetMinutes;
  readonly prices: Prices;
}

/** The last span goes on: its leg has an end for what has run, and none for what will. */
function legsOf(spans: readonly Span[], running: readonly Span[], calendars: Calendars): readonly Leg[] {
  const legs: Leg[] = running.map((span) => {
    const time = timeOf(span, calendars);
    return { ...span, time, minutes: minutesBetween(time, span.from, span.to) };
  });
  const last = running.at(-1);
  const goes = last !== undefined && last === spans.at(-1);
  return goes ? [...legs, { ...legs.at(-1)!, from: last.to, to: null, minutes: 0 }] : legs;
}

function clockOf({ legs, course, priority, target, prices }: Reading): Clock {
  const { minutes, spent } = spentBy(legs, prices);
  const late = course !== 'void' && spent > prices.whole;
  const due = course === 'running' || late ? dueIn(legs, prices) : null;
  return {
    course,
    minutes,
    targetMinutes: target[priority],
    mixed: legs.some((leg) => leg.minutes > 0 && leg.priority !== priority),
    percent: Number((spent * 100n) / prices.whole),
    late,
    lateMinutes: late ? minutesAfter(legs, due!.minute) : 0,
    dueAt: due && instantOf(due.minute),
    dueToConfirm: due !== null && !isKnown(due),
    neverDue: course === 'running' && due === null,
    leftMinutes: spent > prices.whole ? 0 : Number((prices.whole - spent) / prices.of[priority]),
    thresholds: WARNING_PERCENTS.map((percent) => thresholdOf(percent, legs, prices)),
  };
}

function thresholdOf(percent: WarningPercent, legs: readonly Leg[], prices: Prices): ClockThreshold {
  const amount = (prices.whole * BigInt(percent) + 99n) / 100n;
  const at = spentAt(legs, prices, amount);
  return { percent, reached: spentBy(legs, prices).spent >= amount, at: at && instantOf(at.minute) };
}

function courseOf(last: Span, { goes, stopped }: { readonly goes: boolean; readonly stopped: boolean }): ClockCourse {
  if (last.standing === 'over') return 'void';
  if (goes) return 'running';
  return stopped ? 'stopped' : 'ended';
}

function stopsOf(counted: readonly Span[], last: Span, calendars: Calendars): readonly ClockStop[] {
  const stops = new Map<Stop, ClockStop>();
  for (const span of counted) {
    if (span.stop === null) continue;
    const before = stops.get(span.stop);
    stops.set(span.stop, {
      ...span.stop,
      from: before?.from ?? instantOf(span.from),
      to: span === last ? null : instantOf(span.to),
      minutes: (before?.minutes ?? 0) + minutesBetween(timeOf(span, calendars), span.from, span.to),
    });
  }
  return [...stops.values()];
}

const timeOf = ({ presence }: Span, calendars: Calendars): WorkingTime =>
  presence ? calendars.presence : calendars.service;

const isKnown = ({ minute, time: { knownUntil } }: Reached): boolean =>
  knownUntil !== null && dayOf(minute) <= knownUntil;

const minutesAfter = (legs: readonly Leg[], due: Minute): number =>
  legs.reduce((sum, { time, from, to }) => sum + minutesBetween(time, Math.max(from, due), to ?? due), 0);
