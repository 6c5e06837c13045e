import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  codeDigits,
  codeMinutesAccepted,
  codeUntil,
  halfDayHeldAt,
  hasBegun,
  minutesAttended,
  presenceOf,
  type AttendedHalfDay,
  type Presence,
} from './attendance.js';
import { attendingRefused, correctingRefused, presenceRefused } from './attendance-rules.js';
import type { TrainingActor } from './training-rules.js';
import type { TrainingState } from './training-states.js';
import { isTrainerWhole } from './training-trainers.js';
import {
  certificateMinutes,
  hoursMarkedBy,
  hoursOf,
  sectorsMarkedBy,
  suggestedCategory,
  type AttendanceFacts,
} from './training-hours.js';

const MORNING: AttendedHalfDay = { id: 'morning', startsAt: '2026-12-02T08:00:00Z', endsAt: '2026-12-02T11:00:00Z' };
const AFTERNOON: AttendedHalfDay = {
  id: 'afternoon',
  startsAt: '2026-12-02T12:30:00Z',
  endsAt: '2026-12-02T15:00:00Z',
};
const DAY = [MORNING, AFTERNOON];
const there = (...ids: string[]): Presence[] => ids.map((dateId) => ({ dateId, present: true }));
const away = (...ids: string[]): Presence[] => ids.map((dateId) => ({ dateId, present: false }));

describe('who came, by half-day', () => {
  it.each<[string, Presence[], boolean | null, number]>([
    ['nothing was said', [], null, 0],
    ['there in the morning, the rest not said', there('morning'), null, 180],
    ['there all day', there('morning', 'afternoon'), true, 330],
    ['away in the afternoon', [...there('morning'), ...away('afternoon')], false, 180],
    ['away all day', away('morning', 'afternoon'), false, 0],
    ['there at another session', there('other'), null, 0],
  ])('%s', (_, presences, present, minutes) => {
    expect([presenceOf(DAY, presences), minutesAttended(DAY, presences)]).toEqual([present, minutes]);
  });

  it('is nobody’s of a session without a date', () => {
    expect(presenceOf([], there('morning'))).toBeNull();
  });

  it('can be said of what has begun', () => {
    expect([hasBegun(MORNING, '2026-12-02T07:59:59Z'), hasBegun(MORNING, MORNING.startsAt)]).toEqual([false, true]);
  });
});

describe('the half-day that is signed now', () => {
  it.each<[string, string | null]>([
    ['2026-12-02T07:29:00Z', null],
    ['2026-12-02T07:30:00Z', 'morning'],
    ['2026-12-02T10:59:00Z', 'morning'],
    ['2026-12-02T11:29:00Z', 'morning'],
    ['2026-12-02T11:45:00Z', null],
    ['2026-12-02T12:05:00Z', 'afternoon'],
    ['2026-12-02T15:30:00Z', 'afternoon'],
    ['2026-12-02T15:31:00Z', null],
  ])('at %s: %s', (now, id) => {
    expect(halfDayHeldAt(DAY, now)?.id ?? null).toBe(id);
  });

  it('is the next one between two that touch, once it has begun', () => {
    const next = { ...AFTERNOON, startsAt: MORNING.endsAt };
    expect([
      halfDayHeldAt([MORNING, next], '2026-12-02T10:59:00Z')?.id,
      halfDayHeldAt([MORNING, next], MORNING.endsAt)?.id,
    ]).toEqual(['morning', 'afternoon']);
  });
});

describe('the code that a trainer shows', () => {
  it('is let in for its minute and the next', () => {
    const now = new Date('2026-12-02T08:05:59Z');
    const [present, before] = codeMinutesAccepted(now);
    expect([before, codeMinutesAccepted(new Date('2026-12-02T08:06:00Z'))]).toEqual([
      present - 1,
      [present + 1, present],
    ]);
    expect(codeUntil(now)).toEqual(new Date('2026-12-02T08:06:00Z'));
    expect(codeUntil(new Date('2026-12-02T08:06:00Z'))).toEqual(new Date('2026-12-02T08:07:00Z'));
  });

  it('has six digits, the first of them a zero as well', () => {
    expect([codeDigits(Uint8Array.of(0, 0, 0, 7)), codeDigits(Uint8Array.of(255, 255, 255, 255))]).toEqual([
      ...['000007', '967295'],
    ]);
  });
});

describe('who says who came', () => {
  const trainer: TrainingActor = { accountId: 'mine', role: 'digital-trainer' };
  const inspector: TrainingActor = { accountId: 'other', role: 'inspector' };
  const session = (state: TrainingState) => ({ state, trainerId: 'mine' });

  it('is the session’s own trainer, while it is held', () => {
    expect(attendingRefused(trainer, session('held'))).toBeNull();
    expect(attendingRefused(trainer, session('confirmed'))).toBe('training.attendance-not-now');
    expect(attendingRefused(inspector, session('held'))).toBe('training.not-your-session');
  });

  it('is any digital trainer where somebody of the maker holds it, who has no account', () => {
    const ofMaker = { state: 'held', trainerId: null } as const;
    expect(attendingRefused({ ...trainer, accountId: 'colleague' }, ofMaker)).toBeNull();
    expect([attendingRefused(inspector, ofMaker), correctingRefused(inspector, ofMaker)]).toEqual(
      Array.from({ length: 2 }, () => 'training.not-your-session'),
    );
  });

  it('holds a session as an account, or under a name and a firm', () => {
    const told = (trainerId: string | null, outsideTrainer: string | null, outsideFirm: string | null) =>
      isTrainerWhole({ trainerId, outsideTrainer, outsideFirm });
    expect([told('mine', null, null), told(null, 'Inès Faure', 'Ardoise')]).toEqual([true, true]);
    expect([told('mine', 'Inès Faure', 'Ardoise'), told(null, 'Inès Faure', ' '), told(null, null, null)]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('is the inspection once it is closed', () => {
    expect(correctingRefused(trainer, session('held'))).toBeNull();
    expect(correctingRefused(trainer, session('closed'))).toBe('training.inspection-corrects');
    expect(correctingRefused(inspector, session('closed'))).toBeNull();
    expect(correctingRefused(inspector, session('held'))).toBe('training.not-your-session');
  });

  it.each<[string, boolean | null, string, string | null]>([
    ['nothing stood, on another day', null, '2026-12-05T08:00:00Z', null],
    ['the same stood, on another day', true, '2026-12-05T08:00:00Z', null],
    ['the contrary stood, the same day', false, '2026-12-02T20:00:00Z', null],
    ['the contrary stood, on another day', false, '2026-12-03T08:00:00Z', 'training.recorded-already'],
    ['it has not begun', null, '2026-12-02T07:00:00Z', 'training.half-day-ahead'],
  ])('says it by a tap or with a reason: %s', (_, was, now, refused) => {
    expect(presenceRefused({ date: MORNING, present: true, was, now })).toBe(refused);
  });
});

describe('hours', () => {
  it('are the inspection’s to say of public schools, the diocese’s of private ones', () => {
    expect([hoursMarkedBy('public'), hoursMarkedBy('private')]).toEqual(['inspector', 'private-body-officer']);
    expect([
      sectorsMarkedBy('inspector'),
      sectorsMarkedBy('private-body-officer'),
      sectorsMarkedBy('plan-manager'),
    ]).toEqual([...[['public'], ['private'], []]]);
  });

  it('are offered first as what the module is', () => {
    expect((['functional', 'pedagogical', 'plan'] as const).map(suggestedCategory)).toEqual([
      ...['functional', 'pedagogical', 'continuing'],
    ]);
  });

  it('count once they are marked, of a session that is closed, and are certified once it is', () => {
    const facts = { closed: true, dates: DAY, presences: there('morning'), mark: null };
    const counting = { ...facts, mark: { counts: true, category: 'functional' as const } };
    const notCounting = { ...facts, mark: { counts: false, category: 'functional' as const } };
    expect(hoursOf([facts, counting, notCounting, { ...counting, closed: false }])).toEqual({
      ...{ attended: 540, counted: 180, unmarked: 180 },
    });
    expect([certificateMinutes(facts), certificateMinutes({ ...facts, closed: false })]).toEqual([180, null]);
    expect(certificateMinutes({ ...facts, presences: away('morning', 'afternoon') })).toBeNull();
  });
});

/** A thousand sessions: days, half-days, who came to which, what was marked. */
const anyHalfDay = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }),
    start: fc.integer({ min: 0, max: 40 }),
    quarters: fc.integer({ min: 1, max: 16 }),
  })
  .map(({ day, start, quarters }) => {
    const startsAt = Date.parse('2025-09-01T06:00:00Z') + day * 86_400_000 + start * 900_000;
    const iso = (instant: number) => new Date(instant).toISOString();
    return { startsAt: iso(startsAt), endsAt: iso(startsAt + quarters * 900_000) };
  });
const anySession: fc.Arbitrary<AttendanceFacts> = fc
  .record({
    closed: fc.boolean(),
    halfDays: fc.array(anyHalfDay, { minLength: 1, maxLength: 8 }),
    said: fc.array(fc.constantFrom(true, false, null), { minLength: 8, maxLength: 8 }),
    mark: fc.option(
      fc.record({ counts: fc.boolean(), category: fc.constantFrom('continuing', 'pedagogical', 'functional') }),
    ),
  })
  .map(({ closed, halfDays, said, mark }) => {
    const dates = halfDays.map((halfDay, place) => ({ id: `d${place}`, ...halfDay }));
    const presences = dates.flatMap(({ id }, place) =>
      said[place] === null ? [] : [{ dateId: id, present: said[place]! }],
    );
    return { closed, dates, presences, mark } as AttendanceFacts;
  });

/** The same, counted minute by minute from the words of each presence: slow, and of nothing that the rules are made of. */
function countedByHand({ closed, dates, presences, mark }: AttendanceFacts) {
  let attended = 0;
  for (const { dateId, present } of presences) {
    const date = dates.find(({ id }) => id === dateId)!;
    for (let minute = Date.parse(date.startsAt); present && minute < Date.parse(date.endsAt); minute += 60_000)
      attended += 1;
  }
  const told = closed ? attended : 0;
  return {
    hours: { attended: told, counted: mark?.counts ? told : 0, unmarked: mark === null ? told : 0 },
    certificate: told === 0 ? null : told,
  };
}

describe('of a thousand sessions', () => {
  it('hours and certificates are those that are counted by hand from who came', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { hours, certificate } = countedByHand(session);
        expect(hoursOf([session])).toEqual(hours);
        expect(certificateMinutes(session)).toBe(certificate);
      }),
      { numRuns: 1000 },
    );
  });

  it('the hours of a year are the sum of those of its sessions', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 10 }), (sessions) => {
        const byHand = sessions.map((session) => countedByHand(session).hours);
        const sum = (of: 'attended' | 'counted' | 'unmarked') => byHand.reduce((all, hours) => all + hours[of], 0);
        const { attended, counted, unmarked } = hoursOf(sessions);
        expect([attended, counted, unmarked]).toEqual([sum('attended'), sum('counted'), sum('unmarked')]);
        expect(counted + unmarked).toBeLessThanOrEqual(attended);
      }),
      { numRuns: 200 },
    );
  });
});
