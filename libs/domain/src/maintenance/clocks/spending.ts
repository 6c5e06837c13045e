import type { Dated } from '../../calendar/in-force.js';
import { type TicketPriority, TICKET_PRIORITIES } from './ticket-history.js';
import { addWorkingMinutes, type Minute, type WorkingTime } from './working-time.js';

/** Working minutes that each priority leaves, from a day on. */
export interface Targets extends Dated {
  readonly takeUp: TargetMinutes;
  readonly restored: TargetMinutes;
}
export type TargetMinutes = Readonly<Record<TicketPriority, number>>;

/** What the plan starts with: half a day and a day, a day and two, two days and five, of 480 minutes each. */
export const STANDARD_TARGETS: Omit<Targets, 'from'> = {
  takeUp: { P1: 240, P2: 480, P3: 960 },
  restored: { P1: 480, P2: 960, P3: 2400 },
};

/** A time that a clock runs through at one priority. */
export interface Leg {
  readonly from: Minute;
  /** null: it goes on */
  readonly to: Minute | null;
  /** working minutes in it; 0 while it has no end */
  readonly minutes: number;
  readonly priority: TicketPriority;
  readonly time: WorkingTime;
}

/**
 * What a minute costs at each priority, and the whole that may be spent. The whole is the least common multiple of the
 * targets, so that every minute costs a whole number: no fraction is ever rounded.
 */
export interface Prices {
  readonly whole: bigint;
  readonly of: Readonly<Record<TicketPriority, bigint>>;
}

export function pricesOf(targets: TargetMinutes): Prices {
  const whole = TICKET_PRIORITIES.map((priority) => BigInt(targets[priority])).reduce(leastCommonMultiple);
  return {
    whole,
    of: { P1: whole / BigInt(targets.P1), P2: whole / BigInt(targets.P2), P3: whole / BigInt(targets.P3) },
  };
}

/** Minutes that have run, and what they cost. */
export function spentBy(legs: readonly Leg[], prices: Prices): { readonly minutes: number; readonly spent: bigint } {
  let minutes = 0;
  let spent = 0n;
  for (const leg of legs) {
    minutes += leg.minutes;
    spent += BigInt(leg.minutes) * prices.of[leg.priority];
  }
  return { minutes, spent };
}

/** When something is reached, and in which working time. */
export interface Reached {
  readonly minute: Minute;
  readonly time: WorkingTime;
}

/** The earliest minute at which so much is spent; null when it is not within the legs, or not within 800 days of the last. */
export function spentAt(legs: readonly Leg[], prices: Prices, amount: bigint): Reached | null {
  let left = amount;
  for (const leg of legs) {
    const price = prices.of[leg.priority];
    const needed = Number((left + price - 1n) / price);
    if (leg.to === null || needed <= leg.minutes) {
      const minute = addWorkingMinutes(leg.time, leg.from, needed);
      return minute === null ? null : { minute, time: leg.time };
    }
    left -= BigInt(leg.minutes) * price;
  }
  return null;
}

/**
 * The last minute that keeps the target, at its earliest: what is spent then is the most that does not pass the whole.
 * (Raised in the middle, the whole may fall between two minutes.) Null when the legs never pass it.
 */
export function dueIn(legs: readonly Leg[], prices: Prices): Reached | null {
  let spent = 0n;
  for (const leg of legs) {
    const price = prices.of[leg.priority];
    const keeps = (prices.whole - spent) / price;
    if (leg.to === null || BigInt(leg.minutes) > keeps) return spentAt(legs, prices, spent + keeps * price);
    spent += BigInt(leg.minutes) * price;
  }
  return null;
}

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  return (one / greatestCommonDivisor(one, other)) * other;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestCommonDivisor(other, one % other);
}
