import { describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, ORDER_STATES, ORDERS_PAST_WORK } from '@parc/domain';
import { closureWarning, mapAddress, reasonOfTime, roundDays, roundFigures, roundTitle, windowOf } from './round-days';
import { workStop } from './work-stop.fixture';

const TODAY = '2026-11-24';
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const title = (stops: Parameters<typeof roundDays>[0]): string => plain(roundTitle(roundDays(stops, TODAY), TODAY));

const morning = workStop({
  id: 'a',
  schoolId: 's1',
  plannedFrom: '2026-11-24T07:30:00Z',
  plannedTo: '2026-11-24T09:00:00Z',
});
const evening = workStop({ id: 'b', schoolId: 's2', plannedFrom: '2026-11-24T15:30:00Z' });
const tomorrow = workStop({ id: 'c', schoolId: 's3', plannedFrom: '2026-11-25T08:00:00Z' });
const nextWeek = workStop({ id: 'd', plannedFrom: '2026-12-01T15:30:00Z' });
const past = workStop({ id: 'e', plannedFrom: '2026-11-20T15:30:00Z' });

describe('the title of the round', () => {
  it('says how many schools wait today and when the first does', () => {
    expect(title([morning, evening])).toBe('Aujourd’hui, 2 arrêts, le premier à 8 h 30');
    expect(title([evening])).toBe('Aujourd’hui, 1 arrêt, à 16 h 30');
  });

  it('counts two orders of one school as one stop', () => {
    expect(title([morning, { ...evening, schoolId: 's1' }])).toBe('Aujourd’hui, 1 arrêt, à 8 h 30');
  });

  it('says what is left once some is done', () => {
    expect(title([{ ...morning, state: 'installed' }, evening])).toBe(
      'Encore 1 arrêt aujourd’hui, le prochain à 16 h 30',
    );
    expect(title([{ ...morning, state: 'installed' }])).toBe('Tout est fait pour aujourd’hui');
  });

  it('says where work has begun, whenever it was planned', () => {
    expect(title([evening, { ...nextWeek, schoolId: 's9', state: 'in-progress' }])).toBe(
      'En cours, École maternelle du Lavoir',
    );
  });

  it('looks ahead on a free day', () => {
    expect(title([tomorrow])).toBe('Rien aujourd’hui, prochain arrêt demain');
    expect(title([nextWeek])).toBe('Rien aujourd’hui, prochain arrêt mar. 1er déc.');
    expect(title([])).toBe('Aucune intervention n’est prévue');
  });
});

describe('the days of the round', () => {
  it('come late first, then today, tomorrow and the rest, whatever their order', () => {
    const days = roundDays([nextWeek, tomorrow, evening, past], TODAY);
    expect(days.map(({ word }) => word)).toEqual(['En retard', 'Aujourd’hui', 'Demain', 'Mardi 1er décembre']);
  });

  it('put the finished visits before those that are left', () => {
    const [day] = roundDays([morning, { ...evening, state: 'installed' }], TODAY);
    expect(day?.visits.map(({ school }) => school.schoolId)).toEqual(['s2', 's1']);
    expect(plain(roundFigures(day!))).toBe('2 écoles · 2 interventions · 1 faite');
  });

  it('never call late what was reported on its day', () => {
    expect(roundDays([{ ...past, state: 'installed' }], TODAY).map(({ word }) => word)).not.toContain('En retard');
  });
});

describe('what is to do without an appointment', () => {
  // No state of the round has none today: an approved order stands for one that is added.
  const undated = { ...evening, id: 'z', schoolId: 's4', state: 'approved' as const };

  it('comes last, never late nor on the day it once had', () => {
    const days = roundDays([undated, { ...undated, plannedFrom: past.plannedFrom }, tomorrow], TODAY);
    expect(days.map(({ word, kind, day, visits }) => [word, kind, day, visits.length])).toEqual([
      ['Aujourd’hui', 'day', TODAY, 0],
      ['Demain', 'day', '2026-11-25', 1],
      ['Sans rendez-vous', 'undated', null, 1],
    ]);
  });

  it('is no stop of the title', () => {
    expect(title([undated, tomorrow])).toBe('Rien aujourd’hui, prochain arrêt demain');
    expect(title([undated])).toBe('Aucune intervention n’est prévue');
    expect(title([undated, evening])).toBe('Aujourd’hui, 1 arrêt, à 16 h 30');
  });

  it.each(ORDER_STATE_NAMES)('is apart, and nothing else is: "%s"', (state) => {
    const days = roundDays([{ ...evening, state }], TODAY);
    const apart = days.filter(({ kind }) => kind === 'undated').flatMap(({ visits }) => visits);
    expect(apart).toHaveLength(ORDERS_PAST_WORK.includes(state) || ORDER_STATES[state].appointment ? 0 : 1);
  });
});

describe('one stop', () => {
  it('says its window and which side of class it is', () => {
    expect(plain(windowOf([evening]))).toBe('16 h 30 – 18 h');
    expect(reasonOfTime(evening)).toBe('après la classe');
    expect(reasonOfTime(morning)).toBe('hors classe');
  });

  it('warns of a school that is closed by then, and not of one that closes later', () => {
    expect(closureWarning({ ...evening, closedOn: TODAY }, TODAY)).toBe('École fermée aujourd’hui');
    expect(plain(closureWarning({ ...evening, closedOn: '2026-11-20' }, TODAY))).toBe(
      'École fermée depuis le ven. 20 nov.',
    );
    expect(closureWarning({ ...tomorrow, closedOn: '2026-11-25' }, TODAY)).toBe('École fermée ce jour-là');
    expect(closureWarning({ ...evening, closedOn: '2026-12-31' }, TODAY)).toBe('');
  });

  it('opens the map on the point when it is known, else on the address', () => {
    expect(mapAddress({ ...evening, latitude: 45.39, longitude: 4.28 })).toMatch(/^geo:45\.39,4\.28\?q=45\.39,4\.28\(/);
    expect(mapAddress(evening)).toContain(encodeURIComponent('3 rue du Lavoir'));
  });
});
