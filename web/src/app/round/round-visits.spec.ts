import { describe, expect, it } from '@jest/globals';
import type { RoundCalendar, RoundTicket, VisitedSchool } from '@parc/api-client';
import { drawnRound } from './round-drawing';
import { roundFigures, roundTitle } from './round-days';
import { TicketTimes } from './round-tickets';
import { accessOf, wholeRound } from './round-visits';
import { workStop } from './work-stop.fixture';

const TODAY = '2026-11-24';
const NOW = { day: TODAY, minute: 9 * 60 };
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const FULL = { morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'] };
const NONE = { morning: null, afternoon: null };
const school = (id: string, latitude: number | null, longitude: number | null): VisitedSchool => ({
  ...{ id, name: `École ${id}`, communeName: 'Firminy', address: null, latitude, longitude, closedOn: null },
  ...{ presenceNeeded: false, contacts: null, access: null, maintenance: null },
  openingHours: { mon: FULL, tue: FULL, wed: NONE, thu: FULL, fri: FULL },
});
const ticket = (id: string, schoolId: string, given: Partial<RoundTicket> = {}): RoundTicket => ({
  ...{ id, version: 2, number: `T-${id}`, priority: 'P2', symptom: 'no-power', subject: 'device', service: null },
  ...{ state: 'assigned', stateSince: '2026-11-23T08:00:00Z', schoolId, schoolName: `École ${schoolId}` },
  ...{
    communeName: 'Firminy',
    roomName: null,
    equipmentTag: null,
    modelName: null,
    reportedAt: '2026-11-23T08:00:00Z',
  },
  ...{ plannedFrom: null, plannedTo: null, waitFor: null, reviewOn: null, dueAt: null, reports: 1, assigneeName: null },
  ...{ equipmentId: null, equipmentState: null, roomId: null, description: null, arrivedAt: null, resolvedAt: null },
  ...{
    mine: true,
    presence: false,
    held: null,
    leftMinutes: null,
    said: [],
    order: null,
    possible: ['start', 'resolve'],
  },
  ...given,
});
const schools = [school('near', 45.39, 4.29), school('far', 45.53, 4.62), school('other', 45.44, 4.39)];
const planned = { state: 'planned' as const, plannedFrom: '2026-11-24T09:00:00Z', plannedTo: '2026-11-24T10:00:00Z' };
const round = (tickets: RoundTicket[], orders = [] as ReturnType<typeof workStop>[]) =>
  wholeRound({ orders, tickets, schools }, NOW);
const schoolsOf = ({ days }: ReturnType<typeof wholeRound>, day = TODAY) =>
  days.find((one) => one.day === day)?.visits.map((visit) => visit.school.schoolId);

describe('the round of orders and tickets', () => {
  it('makes one stop of a school, with what is planned there, what is one’s own and what nobody has', () => {
    const order = workStop({ schoolId: 'near', plannedFrom: '2026-11-24T15:30:00Z' });
    const free = ticket('free', 'near', { state: 'new', mine: false, possible: ['take'] });
    const { days, addable } = round([ticket('a', 'near', planned), ticket('own', 'near'), free], [order]);
    const [today] = days;
    expect(today!.visits).toHaveLength(1);
    expect(today!.visits[0]!.tickets.map(({ id }) => id)).toEqual(['a', 'own', 'free']);
    expect(plain(roundFigures(today!))).toBe('1 école · 4 interventions');
    expect(plain(roundTitle(days, TODAY))).toBe('Aujourd’hui, 1 arrêt, à 10 h');
    expect(addable).toEqual([]);
  });

  it('says what one’s own ticket elsewhere would add, and goes nowhere for what nobody has', () => {
    const free = ticket('free', 'far', { state: 'new', mine: false, possible: ['take'] });
    const { addable, days } = round([ticket('a', 'near', planned), ticket('b', 'other'), free]);
    expect(addable.map(({ ticket: { id } }) => id)).toEqual(['b']);
    expect(addable[0]!.minutes).toBeGreaterThan(0);
    expect(days.flatMap(({ visits }) => visits)).toHaveLength(1);
  });

  it('goes on from where somebody is, and folds what is done to the top', () => {
    const begun = ticket('begun', 'other', { state: 'in-progress', possible: ['resolve', 'wait'] });
    const done = ticket('done', 'far', { state: 'resolved', resolvedAt: '2026-11-24T08:00:00Z', possible: [] });
    const whole = round([ticket('a', 'near', { ...planned, plannedFrom: '2026-11-24T13:00:00Z' }), begun, done]);
    expect(schoolsOf(whole)).toEqual(['far', 'other', 'near']);
    const [, , last] = whole.days[0]!.visits;
    expect(last!.leg?.travelMinutes).toBeGreaterThan(5);
    expect(roundTitle(whole.days, TODAY)).toBe('En cours, École other');
  });

  it('calls late what was planned before today', () => {
    const { days } = round([ticket('a', 'near', { ...planned, plannedFrom: '2026-11-20T09:00:00Z' })]);
    expect(days.map(({ kind }) => kind)).toEqual(['late', 'day']);
  });

  it('says until when somebody opens', () => {
    expect(accessOf({ ...schools[0]!, presenceNeeded: true }, TODAY)).toEqual({ from: 510, until: 990 });
    expect(accessOf(schools[0], TODAY)).toBeNull();
    expect(accessOf(undefined, TODAY)).toBeNull();
  });
});

describe('the drawing of a round', () => {
  it('holds every stop that is somewhere, in its order, and none on another', () => {
    const same = [...schools, school('beside', 45.39, 4.29), school('nowhere', null, null)];
    const tickets = ['near', 'far', 'beside', 'nowhere'].map((id) => ticket(id, id, planned));
    const { days } = wholeRound({ orders: [], tickets, schools: same }, NOW);
    const drawn = drawnRound(days[0]!.visits)!;
    expect(drawn.stops).toHaveLength(3);
    expect(drawn.ways).toHaveLength(2);
    for (const [index, { x, y }] of drawn.stops.entries())
      for (const other of drawn.stops.slice(index + 1))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(29);
    expect(drawnRound([])).toBeNull();
  });
});

describe('what is left of a delay', () => {
  const stretches = [
    { from: '08:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ];
  const week = { mon: stretches, tue: stretches, wed: stretches, thu: stretches, fri: stretches, sat: [], sun: [] };
  const targets = { P1: 480, P2: 960, P3: 2400 };
  const calendar: RoundCalendar = {
    service: { dayMinutes: 480, week, closings: [], takeUp: targets, restored: targets },
    publicHolidays: [],
    schoolHolidays: [],
  };
  const times = new TicketTimes(calendar, schools);
  const at = new Date('2026-11-24T08:30:00Z'); // 9 h 30
  const left = (given: Partial<RoundTicket>) => plain(times.left(ticket('a', 'near', given), at)?.words ?? '');

  it('is counted in hours of service, and in those in which the school is open where somebody must be there', () => {
    expect(left({ dueAt: '2026-11-25T09:00:00Z' })).toBe('encore 8 h 30');
    expect(left({ dueAt: '2026-11-25T09:00:00Z', presence: true })).toBe('encore 6 h 30');
    expect(left({ dueAt: '2026-11-24T08:00:00Z' })).toBe('en retard');
    expect(left({ leftMinutes: 130 })).toBe('à l’arrêt, reste 2 h 10');
    expect(left({ state: 'resolved' })).toBe('');
  });

  it('is said louder near its end alone', () => {
    expect(times.left(ticket('a', 'near', { dueAt: '2026-11-24T10:30:00Z' }), at)?.near).toBe(true);
    expect(times.left(ticket('a', 'near', { dueAt: '2026-11-27T10:30:00Z' }), at)?.near).toBe(false);
  });
});
