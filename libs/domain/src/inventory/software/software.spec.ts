import { describe, expect, it } from '@jest/globals';
import { softwareFields } from './software-fields.js';
import {
  asksClearance,
  isInForce,
  lastDayOf,
  licenceAttentions,
  licenceFor,
  type LicenceChoice,
} from './software-rules.js';

const licence = (more: Partial<LicenceChoice> = {}): LicenceChoice => ({
  ...{ id: 'a', schoolId: null, seats: 10, seatsUsed: 0, strict: false, renewed: false },
  ...{ fromDay: '2026-01-01', untilDay: null, ...more },
});

describe('a licence', () => {
  it.each([
    ['2025-12-31', null, false],
    ['2026-01-01', null, true],
    ['2026-06-30', '2026-06-30', true],
    ['2026-07-01', '2026-06-30', false],
  ])('on %s, until %s, is in force: %s', (day, untilDay, expected) => {
    expect(isInForce(licence({ untilDay }), day)).toBe(expected);
  });

  it.each([
    ['ends in 91 days', { untilDay: '2026-12-31' }, '2026-10-01', []],
    ['ends in 90 days', { untilDay: '2026-12-30' }, '2026-10-01', ['expiring']],
    ['ends today', { untilDay: '2026-10-01' }, '2026-10-01', ['expiring']],
    ['ends soon and was taken over', { untilDay: '2026-10-01', renewed: true }, '2026-10-01', []],
    ['is over, unused', { untilDay: '2026-09-30' }, '2026-10-01', []],
    ['is over, still used', { untilDay: '2026-09-30', seatsUsed: 1 }, '2026-10-01', ['expired']],
    ['is full', { seatsUsed: 10 }, '2026-10-01', []],
    ['is over-used', { seatsUsed: 11 }, '2026-10-01', ['over-used']],
    ['is over-used and over', { seatsUsed: 11, untilDay: '2026-09-30' }, '2026-10-01', ['expired', 'over-used']],
    ['has no end of seats', { seats: null, seatsUsed: 999 }, '2026-10-01', []],
  ])('that %s is listed as it is', (_, more, day, expected) => {
    expect(licenceAttentions(licence(more), day, 90)).toEqual(expected);
  });
});

describe('the licence that seats are taken of', () => {
  const on = { schoolId: 'school', seats: 2, day: '2026-10-01' };
  const chosen = (...licences: LicenceChoice[]) => licenceFor(licences, on)?.id ?? null;

  it('is the school’s own before the plan’s, the first to end first', () => {
    const plan = licence({ id: 'plan' });
    const later = licence({ id: 'later', schoolId: 'school' });
    const sooner = licence({ id: 'sooner', schoolId: 'school', untilDay: '2026-12-31' });
    expect(chosen(plan, later, sooner)).toBe('sooner');
    expect(chosen(plan, later)).toBe('later');
    expect(chosen(licence({ id: 'b' }), licence({ id: 'a' }))).toBe('a');
  });

  it('has room for all of them, else lets itself be over-used, else is none', () => {
    const full = licence({ id: 'full', schoolId: 'school', seatsUsed: 9 });
    const strict = licence({ id: 'strict', seatsUsed: 9, strict: true });
    expect(chosen(full, licence({ id: 'plan', seatsUsed: 8 }))).toBe('plan');
    expect(chosen(full, licence({ id: 'site', seats: null, seatsUsed: 500 }))).toBe('site');
    expect(chosen(full, strict)).toBe('full');
    expect(chosen(strict)).toBeNull();
  });

  it('is in force, and no other school’s', () => {
    expect(chosen(licence({ untilDay: '2026-09-30' }))).toBeNull();
    expect(chosen(licence({ fromDay: '2026-10-02' }))).toBeNull();
    expect(chosen(licence({ schoolId: 'elsewhere' }))).toBeNull();
  });
});

it.each([
  ['not-asked', null, true],
  ['cleared', null, false],
  ['refused', null, false],
  ['cleared', '2026-10-02', false],
  ['with-conditions', '2026-10-01', true],
] as const)('an opinion %s, to be looked at again on %s, is asked for: %s', (clearance, reviewOn, expected) => {
  expect(asksClearance(clearance, reviewOn, '2026-10-01')).toBe(expected);
});

it.each([
  ['2026-10-06', 12, '2027-10-05'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2024-02-29', 12, '2025-02-27'],
  ['2026-11-30', 3, '2027-02-27'],
  ['2026-12-01', 1, '2026-12-31'],
  ['2026-10-06', null, null],
])('what is bought on %s for %s months holds until %s', (day, months, expected) => {
  expect(lastDayOf(day, months)).toBe(expected);
});

it('a teacher reads what is there, a commune by which licence, a head at what price', () => {
  expect(softwareFields('teacher')).toEqual({ licences: false, prices: false });
  expect(softwareFields('inspector')).toEqual({ licences: false, prices: false });
  expect(softwareFields('commune-officer')).toEqual({ licences: true, prices: false });
  for (const role of ['school-head', 'private-body-officer', 'technician', 'plan-manager'] as const)
    expect(softwareFields(role)).toEqual({ licences: true, prices: true });
});
