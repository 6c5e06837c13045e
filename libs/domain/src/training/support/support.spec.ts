import { describe, expect, it } from '@jest/globals';
import { reachOf } from '../../rights/permissions.js';
import { ROLES, type Role } from '../../roles/roles.js';
import { supportClashesOf } from './support-clashes.js';
import { aboutSaid, isAboutWhole } from './support-kinds.js';
import { SUPPORT_ACTIONS, SUPPORTS, type SupportAction } from './support-lifecycle.js';
import { isPeriodFitting, judgeSupportMove, possibleSupportActions, type SupportFacts } from './support-rules.js';
import { SUPPORT_STATE_NAMES, SUPPORTS_HONOURED, SUPPORTS_LIVE, SUPPORTS_PLANNED } from './support-states.js';

const MINE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

const FACTS: SupportFacts = {
  state: 'dated',
  trainerId: MINE,
  startsAt: '2026-12-01T08:00:00Z',
  now: '2026-12-01T08:00:00Z',
};
const judged = (role: Role, action: SupportAction, facts: Partial<SupportFacts> = {}, reason = 'Classe en sortie') => {
  const { move, refused } = judgeSupportMove({ role, accountId: MINE }, action, { ...FACTS, ...facts }, reason);
  return move ? move.next : refused!.code;
};

describe('a visit of support', () => {
  it.each<[Role, SupportAction, Partial<SupportFacts>, string]>([
    ['digital-trainer', 'date', { state: 'asked', trainerId: null, startsAt: null }, 'dated'],
    ['digital-trainer', 'date', {}, 'support.state'],
    ['digital-trainer', 'move', { trainerId: OTHER }, 'dated'],
    ['digital-trainer', 'report', {}, 'reported'],
    ['digital-trainer', 'report', { trainerId: OTHER }, 'support.not-your-visit'],
    ['digital-trainer', 'report', { now: '2026-12-01T07:59:00Z' }, 'support.too-early'],
    ['teacher', 'cancel', { state: 'asked' }, 'cancelled'],
    ['school-head', 'cancel', {}, 'cancelled'],
    ['inspector', 'cancel', {}, 'role.may-not'],
    ['plan-manager', 'date', {}, 'role.may-not'],
    ['teacher', 'cancel', { state: 'reported' }, 'support.state'],
  ])('of %s to %s on %j is %s', (role, action, facts, expected) => {
    expect(judged(role, action, facts)).toBe(expected);
  });

  it('is not moved nor cancelled without a reason, and offers what would be done', () => {
    expect(judged('digital-trainer', 'move', {}, ' ')).toBe('support.reason-missing');
    expect(judged('teacher', 'cancel', {}, '')).toBe('support.reason-missing');
    const possible = (role: Role, facts = {}) =>
      possibleSupportActions({ role, accountId: MINE }, { ...FACTS, ...facts });
    expect(possible('digital-trainer')).toEqual(['move', 'report', 'cancel']);
    expect(possible('digital-trainer', { trainerId: OTHER })).toEqual(['move', 'cancel']);
    expect(possible('inspector')).toEqual([]);
  });

  it('waits until it is told about, and takes time while it is dated', () => {
    expect([SUPPORTS_LIVE, SUPPORTS_PLANNED, SUPPORTS_HONOURED]).toEqual([['asked', 'dated'], ['dated'], ['reported']]);
    expect(SUPPORT_STATE_NAMES).toHaveLength(4);
  });

  it('is about one thing, which it is called by', () => {
    const one = { about: 'module', moduleId: MINE, modelId: null } as const;
    expect(
      [one, { ...one, modelId: OTHER }, { ...one, about: 'use' }, { ...one, moduleId: null }].map((each) =>
        isAboutWhole(each as typeof one),
      ),
    ).toEqual([true, false, false, false]);
    expect(aboutSaid({ about: 'use', moduleTitle: null, modelName: null })).toBe('Un usage en classe');
    expect(aboutSaid({ about: 'model', moduleTitle: null, modelName: 'Robot' })).toBe('Robot');
  });

  it('is wished for ahead, within a year', () => {
    const fits = (from: string, to: string) => isPeriodFitting({ from, to }, { today: '2026-12-01', aheadDays: 366 });
    expect([fits('2026-11-01', '2026-12-01'), fits('2026-12-02', '2027-12-02')]).toEqual([true, true]);
    expect([
      fits('2026-11-01', '2026-11-30'),
      fits('2026-12-05', '2026-12-04'),
      fits('2026-12-05', '2027-12-03'),
    ]).toEqual([false, false, false]);
  });
});

describe('the date of a visit', () => {
  const calendar = {
    publicHolidays: new Set(['2026-12-25']),
    schoolHolidays: [{ from: '2026-12-19', to: '2027-01-03' }],
    openingHours: [],
  };
  const asked = { trainerTaken: false, wishedFrom: '2026-12-01', wishedTo: '2026-12-18' };
  const met = (day: string, from = '08:30', to = '10:00', given = {}) =>
    supportClashesOf(
      { startsAt: new Date(`${day}T${from}+01:00`), endsAt: new Date(`${day}T${to}+01:00`) },
      calendar as unknown as Parameters<typeof supportClashesOf>[1],
      { ...asked, ...given },
    );

  it('meets nothing during class, in the period that is wished for', () => {
    expect(met('2026-12-01')).toEqual([]);
  });

  it.each([
    ['2026-12-01', '18:00', '19:00', ['no-class']],
    ['2026-12-05', '08:30', '10:00', ['week-end']],
    ['2026-12-21', '08:30', '10:00', ['school-holiday', 'not-wished']],
    ['2026-12-25', '08:30', '10:00', ['public-holiday', 'not-wished']],
  ])('on %s from %s to %s meets %j', (day, from, to, expected) => {
    expect(met(day, from, to)).toEqual(expected);
  });

  it('meets what the trainer does elsewhere first', () => {
    expect(met('2026-12-01', '08:30', '10:00', { trainerTaken: true })).toEqual(['trainer']);
  });
});

it.each(SUPPORT_ACTIONS)('%s is permitted to those whom the table names, as far as they read', (action) => {
  const named = SUPPORTS.moves.filter((move) => move.action === action).flatMap(({ who }) => [...who] as string[]);
  expect(ROLES.filter((role) => reachOf(`support-requests.${action}`, role) !== null)).toEqual(
    ROLES.filter((role) => named.includes(role)),
  );
  const further = ROLES.filter((role) => reachOf(`support-requests.${action}`, role) !== null).filter(
    (role) => reachOf(`support-requests.${action}`, role) !== reachOf('support-requests.read', role),
  );
  expect(further).toEqual([]);
});
