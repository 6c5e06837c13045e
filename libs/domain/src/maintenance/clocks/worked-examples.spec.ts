import { describe, expect, it } from '@jest/globals';
import { parisDateTimeOf } from '../../calendar/paris-time.js';
import { clocks, type Clock, type TicketClocks } from './clocks.js';
import type { TicketPriority, TicketHistoryRow } from './ticket-history.js';
import { CALENDARS, paris, row, TARGETS } from './zone-a.fixture.js';

const P = (priority: TicketPriority, presence = false): Partial<TicketHistoryRow> => ({ priority, presence });
const MAR = '2026-03-';

/** What each of the twenty examples says, in its own words: `clock field` to value. */
type Expected = Readonly<Record<string, string | number | boolean | null>>;

const reported = (at: string, priority: TicketPriority = 'P1', presence = false) => [
  row(at, 'report', P(priority, presence)),
];
const taken = (at: string) => row(at, 'take');
const waits = (at: string, reason: string) => row(at, 'wait', { reason });
const resumes = (at: string) => row(at, 'resume');
const raised = (at: string, priority: TicketPriority) => row(at, 'prioritise', { priority });
const resolved = (at: string) => row(at, 'resolve');

const EXAMPLES: readonly (readonly [name: string, history: TicketHistoryRow[], now: string, expected: Expected])[] = [
  [
    '1: taken and resolved on the day',
    [...reported(`${MAR}10 9:00`), taken(`${MAR}10 10:30`), resolved(`${MAR}10 15:00`)],
    `${MAR}10 18:00`,
    { 'takeUp minutes': 90, 'metropole minutes': 270, 'metropole percent': 56, 'metropole late': false },
  ],
  [
    '2: at closing it stays at closing',
    reported(`${MAR}10 12:15`),
    `${MAR}10 12:15`,
    { 'takeUp due': `${MAR}10 17:30`, 'metropole due': `${MAR}11 12:00` },
  ],
  [
    '3: a Saturday',
    reported(`${MAR}14 10:00`),
    `${MAR}14 10:00`,
    { 'takeUp due': `${MAR}16 12:00`, 'metropole due': `${MAR}16 17:30` },
  ],
  ['4: over a weekend', reported(`${MAR}13 16:30`), `${MAR}13 16:30`, { 'metropole due': `${MAR}16 16:30` }],
  ['5: over 11 November', reported('2025-11-10 16:30'), '2025-11-10 16:30', { 'metropole due': '2025-11-12 16:30' }],
  ['6: over a Wednesday', reported(`${MAR}10 14:30`), `${MAR}10 14:30`, { 'metropole due': `${MAR}11 14:30` }],
  [
    '6, presence: Wednesday has no class',
    reported(`${MAR}10 14:30`, 'P1', true),
    `${MAR}10 14:30`,
    { 'metropole due': `${MAR}12 14:30` },
  ],
  ['7: over Easter Monday', reported('2026-04-03 16:00'), '2026-04-03 16:00', { 'metropole due': '2026-04-07 16:00' }],
  [
    '7, presence: over the spring holidays',
    reported('2026-04-03 16:00', 'P1', true),
    '2026-04-03 16:00',
    { 'metropole due': '2026-04-20 16:00' },
  ],
  [
    '8: it waited for the school',
    [
      ...reported(`${MAR}09 8:00`),
      taken(`${MAR}09 8:30`),
      waits(`${MAR}09 10:00`, 'school'),
      resumes(`${MAR}09 14:30`),
    ],
    `${MAR}09 14:30`,
    {
      'metropole minutes': 120,
      stopped: 180,
      'class minutes': 300,
      'metropole due': `${MAR}10 11:00`,
      'class due': `${MAR}09 17:30`,
    },
  ],
  [
    '9: it waited for a part',
    [...reported(`${MAR}09 8:00`), taken(`${MAR}09 8:30`), waits(`${MAR}09 10:00`, 'part'), resumes(`${MAR}09 14:30`)],
    `${MAR}09 14:30`,
    {
      'metropole minutes': 300,
      stopped: 0,
      'class minutes': 300,
      'metropole due': `${MAR}09 17:30`,
      'class due': `${MAR}09 17:30`,
    },
  ],
  [
    '10: a weekend of waiting is two hours',
    [
      ...reported(`${MAR}13 14:30`),
      taken(`${MAR}13 15:00`),
      waits(`${MAR}13 16:30`, 'commune'),
      resumes(`${MAR}16 9:00`),
    ],
    `${MAR}16 9:00`,
    { stopped: 120, 'metropole due': `${MAR}16 16:30` },
  ],
  [
    '11: into summer time',
    reported(`${MAR}27 17:00`),
    `${MAR}27 17:00`,
    { 'metropole due': `${MAR}30 17:00`, hours: 71 },
  ],
  [
    '11: into winter time',
    reported('2025-10-24 17:00'),
    '2025-10-24 17:00',
    { 'metropole due': '2025-10-27 17:00', hours: 73 },
  ],
  [
    '12: raised, it is not late at once',
    [...reported(`${MAR}09 8:00`, 'P3'), raised(`${MAR}10 12:00`, 'P1')],
    `${MAR}10 12:00`,
    {
      'metropole minutes': 720,
      'metropole percent': 30,
      'metropole left': 336,
      'metropole due': `${MAR}11 9:36`,
      'metropole late': false,
    },
  ],
  [
    '13: lowered',
    [...reported(`${MAR}09 10:00`), raised(`${MAR}09 15:30`, 'P3')],
    `${MAR}09 16:00`,
    { 'metropole percent': 51, 'metropole left': 1170, 'metropole due': `${MAR}12 10:00` },
  ],
  [
    '14: lowered too late, it stays late',
    [...reported(`${MAR}09 8:00`), raised(`${MAR}10 10:00`, 'P3')],
    `${MAR}20 10:00`,
    { 'metropole late': true, 'metropole due': `${MAR}09 17:30` },
  ],
  [
    '15: reopened',
    [
      ...reported(`${MAR}09 10:00`, 'P2'),
      taken(`${MAR}09 11:00`),
      resolved(`${MAR}09 15:00`),
      row(`${MAR}11 9:00`, 'reopen'),
      resolved(`${MAR}11 11:00`),
    ],
    `${MAR}20 8:00`,
    {
      'metropole minutes': 330,
      'metropole percent': 34,
      'metropole late': false,
      stopped: 690,
      'class minutes': 1020,
      'class percent': 106,
      'class late': true,
    },
  ],
  [
    '16: given back, the take-up goes on where it stood',
    [
      ...reported(`${MAR}09 8:00`),
      taken(`${MAR}09 9:00`),
      row(`${MAR}10 14:00`, 'give-back', { reason: 'malade' }),
      taken(`${MAR}10 16:00`),
    ],
    `${MAR}10 16:00`,
    { 'takeUp minutes': 180, 'takeUp percent': 75, 'takeUp late': false },
  ],
  ['17: over the new year', reported('2025-12-31 16:00'), '2025-12-31 16:00', { 'metropole due': '2026-01-02 16:00' }],
  [
    '17, presence: over the Christmas holidays',
    reported('2025-12-31 16:00', 'P1', true),
    '2025-12-31 16:00',
    { 'metropole due': '2026-01-05 17:30' },
  ],
  [
    '18: resolved exactly when due, it is kept',
    [...reported(`${MAR}10 9:00`), taken(`${MAR}10 9:30`), resolved(`${MAR}11 9:00`)],
    `${MAR}12 8:00`,
    { 'metropole late': false, 'metropole late minutes': 0 },
  ],
  [
    '18: a minute later it is late by a minute',
    [...reported(`${MAR}10 9:00`), taken(`${MAR}10 9:30`), resolved(`${MAR}11 9:01`)],
    `${MAR}12 8:00`,
    { 'metropole late': true, 'metropole late minutes': 1 },
  ],
  [
    '19: nothing counts out of hours',
    [...reported(`${MAR}10 17:00`), resolved(`${MAR}10 21:00`)],
    `${MAR}12 8:00`,
    { 'metropole minutes': 30, 'class minutes': 30 },
  ],
  [
    '20: a stop at night stops nothing',
    [
      ...reported(`${MAR}10 16:00`),
      taken(`${MAR}10 16:10`),
      waits(`${MAR}10 18:00`, 'school'),
      resumes(`${MAR}11 7:00`),
    ],
    `${MAR}11 7:00`,
    { stopped: 0, 'metropole due': `${MAR}11 16:00` },
  ],
];

describe('the worked examples', () => {
  it.each(EXAMPLES)('%s', (_name, history, now, expected) => {
    const read = readingOf(clocks(history, paris(now), CALENDARS, TARGETS)!);
    expect(Object.fromEntries(Object.keys(expected).map((field) => [field, read[field]]))).toEqual(expected);
  });
});

function readingOf(all: TicketClocks): Expected {
  const due = all.metropole.dueAt;
  return {
    ...ofClock('takeUp', all.takeUp),
    ...ofClock('metropole', all.metropole),
    ...ofClock('class', all.class),
    stopped: all.stops.reduce((sum, { minutes }) => sum + minutes, 0),
    hours: due && (due.getTime() - all.reportedAt.getTime()) / 3_600_000,
  };
}

function ofClock(name: string, clock: Clock): Expected {
  return {
    [`${name} minutes`]: clock.minutes,
    [`${name} percent`]: clock.percent,
    [`${name} late`]: clock.late,
    [`${name} late minutes`]: clock.lateMinutes,
    [`${name} left`]: clock.leftMinutes,
    [`${name} due`]: clock.dueAt && shown(clock.dueAt),
  };
}

function shown(instant: Date): string {
  const { date, time } = parisDateTimeOf(instant);
  return `${date} ${time.replace(/^0/, '')}`;
}
