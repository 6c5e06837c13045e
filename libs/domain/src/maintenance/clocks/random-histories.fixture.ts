import { FOUR_DAY_WEEK, type OpeningHours } from '../../calendar/opening-hours.js';
import { type ServiceDay, STANDARD_SERVICE_WEEK } from './service-hours.js';
import { STANDARD_TARGETS, type Targets } from './spending.js';
import { type TicketHistoryRow, TICKET_PRIORITIES, WAIT_NAMES } from './ticket-history.js';
import type { SchoolDays, ServiceCalendar } from './working-time.js';
import { SCHOOL, SERVICE } from './zone-a.fixture.js';

const ALL_WEEK = (day: ServiceDay) => ({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
const FIVE_MORNINGS: OpeningHours = { ...FOUR_DAY_WEEK, wed: { morning: ['08:30', '11:30'], afternoon: null } };
const MORNINGS_ALONE: OpeningHours = {
  ...FIVE_MORNINGS,
  mon: { morning: ['08:30', '12:00'], afternoon: null },
  fri: { morning: null, afternoon: ['13:30', '16:30'] },
};
type AnyCalendar = ServiceCalendar & SchoolDays;
const ZONE_A: AnyCalendar = { ...SERVICE, ...SCHOOL };

/** Six calendars, each with a trap of its own. */
export const CALENDARS_OF_ALL_KINDS: readonly AnyCalendar[] = [
  ZONE_A,
  // The school's hours and the service's change within the histories.
  {
    ...ZONE_A,
    hours: [
      ...ZONE_A.hours,
      { from: '2026-01-19', week: { ...STANDARD_SERVICE_WEEK, fri: [['08:00', '12:45']], sat: [['09:00', '12:00']] } },
    ],
    openingHours: [
      { from: '2023-01-01', hours: FOUR_DAY_WEEK },
      { from: '2025-11-03', hours: FIVE_MORNINGS },
      { from: '2026-03-02', hours: MORNINGS_ALONE },
    ],
  },
  // A service that never closes: 24:00, and days of 23 and 25 hours.
  { ...ZONE_A, hours: [{ from: '2023-01-01', week: ALL_WEEK([['00:00', '24:00']]) }], publicHolidays: new Set() },
  // At work on both sides of the hour that is missing or comes twice.
  {
    ...ZONE_A,
    hours: [
      {
        from: '2023-01-01',
        week: ALL_WEEK([
          ['00:00', '02:00'],
          ['03:00', '04:30'],
          ['12:30', '13:30'],
          ['22:15', '24:00'],
        ]),
      },
    ],
  },
  // It closes at Christmas and in August; no holidays of schools are loaded.
  {
    ...ZONE_A,
    closings: [
      { from: '2025-12-22', to: '2026-01-02' },
      { from: '2026-08-01', to: '2026-08-16' },
    ],
    holidaysUntil: null,
  },
  // It ends for good: nothing falls due after that.
  {
    ...ZONE_A,
    hours: [...ZONE_A.hours, { from: '2026-06-15', week: ALL_WEEK([]) }],
    publicHolidaysUntil: '2026-05-31',
  },
];

/** Those of the house, then odd ones of which no minute is a whole share of another. */
export const TARGETS_OF_ALL_KINDS: readonly (readonly Targets[])[] = [
  [{ from: '2023-01-01', ...STANDARD_TARGETS }],
  [
    { from: '2023-01-01', takeUp: { P1: 61, P2: 241, P3: 478 }, restored: { P1: 239, P2: 481, P3: 1201 } },
    { from: '2026-02-01', takeUp: { P1: 7, P2: 90, P3: 91 }, restored: { P1: 97, P2: 360, P3: 2400 } },
  ],
];

export interface RandomHistory {
  readonly calendar: number;
  readonly targets: number;
  readonly rows: readonly TicketHistoryRow[];
  readonly now: Date;
}

const MINUTE = 60_000;
const CHANGES = ['2025-10-26T01:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'].map((at) => Date.parse(at));

/** The history that a seed draws: always the same one. */
export function randomHistory(seed: number): RandomHistory {
  const draw = drawing(seed);
  const first = Date.parse('2025-07-01T00:00Z');
  let at = draw.chance(0.3)
    ? draw.pick(CHANGES) - draw.below(6 * 1440) * MINUTE
    : first + draw.below(455 * 86_400) * 1000;
  const rows: TicketHistoryRow[] = [
    { at: new Date(at), action: 'report', priority: draw.pick(TICKET_PRIORITIES), presence: draw.chance(0.4) },
  ];
  let state = 'untaken';
  for (let left = draw.below(14); left > 0; left -= 1) {
    at += gap(draw);
    const [action, next] = draw.pick(MOVES[state]!);
    rows.push({
      at: new Date(at),
      action,
      ...(action === 'wait' && { reason: draw.pick(WAIT_NAMES), note: 'une note' }),
      ...(action === 'prioritise' && { priority: draw.pick(TICKET_PRIORITIES) }),
      ...(action === 'change-presence' && { presence: draw.chance(0.5) }),
      ...(action === 'give-back' && { reason: 'school' }),
    });
    state = next ?? state;
  }
  const now = draw.chance(0.2) ? draw.pick(rows).at.getTime() + draw.below(3000) * MINUTE : at + gap(draw);
  return { calendar: draw.below(6), targets: draw.below(2), rows, now: new Date(now) };
}

type Move = readonly [action: string, next?: string];
const ANYWHERE: readonly Move[] = [['prioritise'], ['prioritise'], ['change-presence'], ['comment']];
const AT_WORK: readonly Move[] = [
  ...ANYWHERE,
  ['wait', 'held-up'],
  ['wait', 'held-up'],
  ['hand-over'],
  ['plan'],
  ['start'],
  ['give-back', 'untaken'],
  ['resolve', 'restored'],
  ['resolve', 'restored'],
  ['cancel', 'over'],
];
const MOVES: Readonly<Record<string, readonly Move[]>> = {
  untaken: [...ANYWHERE, ['take', 'work'], ['take', 'work'], ['assign', 'work'], ['take', 'work'], ['merge', 'over']],
  work: AT_WORK,
  'held-up': [...ANYWHERE, ['resume', 'work'], ['resume', 'work'], ['resume', 'work'], ['cancel', 'over']],
  restored: [...ANYWHERE, ['reopen', 'work'], ['reopen', 'work'], ['reopen', 'work'], ['close']],
  over: [['comment']],
};

/** From within the same minute to eleven days. */
function gap(draw: Drawing): number {
  if (draw.chance(0.1)) return draw.below(50) * 1000;
  return Math.floor(Math.exp(draw.real() * Math.log(11 * 86_400)) * 1000);
}

type Drawing = ReturnType<typeof drawing>;

/** A small generator of its own, so that a seed names one history for good. */
function drawing(seed: number) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(real() * end);
  return {
    real,
    below,
    chance: (share: number): boolean => real() < share,
    pick: <One>(many: readonly One[]): One => many[below(many.length)]!,
  };
}
