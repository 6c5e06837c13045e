import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Clock, clocks, type TicketClocks } from './clocks.js';
import {
  type Bits,
  bitsOf,
  type Breach,
  minuteByMinute,
  type Plain,
  type PlainClock,
} from './minute-by-minute.fixture.js';
import {
  CALENDARS_OF_ALL_KINDS,
  type RandomHistory,
  randomHistory,
  TARGETS_OF_ALL_KINDS,
} from './random-histories.fixture.js';
import { calendarsOf } from './zone-a.fixture.js';

const COUNT = Number(process.env['CLOCK_HISTORIES'] ?? 1_500);
const FIRST_SEED = Number(process.env['CLOCK_SEED'] ?? 0);
const CALENDARS = CALENDARS_OF_ALL_KINDS.map((calendar) => calendarsOf(calendar, calendar));

describe('random histories', () => {
  let bits: readonly Bits[];
  beforeAll(() => {
    bits = CALENDARS_OF_ALL_KINDS.map(bitsOf);
  });

  const counted = ({ rows, now, calendar, targets }: RandomHistory, breach?: Breach): Plain =>
    minuteByMinute(rows, now, bits[calendar]!, TARGETS_OF_ALL_KINDS[targets]!, breach);

  it(`${COUNT} of them, counted minute by minute, say the same in every field`, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += 1) {
      const history = randomHistory(seed);
      expect({ seed, ...read(history) }).toEqual({ seed, ...counted(history) });
    }
  });

  it.each<Breach>(['a-part-stops', 'priority-of-today', 'presence-ignored', 'closed-time-counts'])(
    'a rule broken, %s, is seen',
    (breach) => {
      const tried = COUNT / 5;
      let seen = 0;
      for (let seed = 0; seed < tried; seed += 1) {
        const history = randomHistory(seed);
        if (JSON.stringify(read(history)) !== JSON.stringify(counted(history, breach))) seen += 1;
      }
      expect(seen).toBeGreaterThan(tried / 50);
    },
  );
});

function read({ rows, now, calendar, targets }: RandomHistory): Plain {
  return plain(clocks(rows, now, CALENDARS[calendar]!, TARGETS_OF_ALL_KINDS[targets]!)!);
}

function plain(all: TicketClocks): Plain {
  return {
    takeUp: plainClock(all.takeUp),
    metropole: plainClock(all.metropole),
    class: plainClock(all.class),
    stops: all.stops.map(({ minutes }) => minutes),
  };
}

function plainClock(clock: Clock): PlainClock {
  return {
    minutes: clock.minutes,
    percent: clock.percent,
    late: clock.late,
    lateMinutes: clock.lateMinutes,
    due: minutes(clock.dueAt),
    dueToConfirm: clock.dueToConfirm,
    left: clock.leftMinutes,
    reached: clock.thresholds.map(({ at }) => minutes(at)),
  };
}

const minutes = (instant: Date | null): number | null => instant && instant.getTime() / 60_000;
