import { describe, expect, it } from '@jest/globals';
import { clockSentence, hoursOfMinutes, takeUpSentence } from './clock-words.js';
import { clocks } from './clocks.js';
import type { TicketHistoryRow } from './ticket-history.js';
import { CALENDARS, calendarsOf, paris, row, SCHOOL, SERVICE, TARGETS } from './zone-a.fixture.js';

const plain = (text: string): string => text.replaceAll('\u202f', ' ');
const saidIn = (calendars: typeof CALENDARS, history: TicketHistoryRow[], now: string, year = 2026): string =>
  plain(clockSentence(clocks(history, paris(now), calendars, TARGETS)!, year));
const said = (history: TicketHistoryRow[], now: string, year = 2026) => saidIn(CALENDARS, history, now, year);

const REPORTED = row('2026-03-09 8:00', 'report', { priority: 'P1' });
const WAITED = [
  REPORTED,
  row('2026-03-09 8:30', 'take'),
  row('2026-03-09 10:00', 'wait', { reason: 'school', note: 'accès à la salle' }),
];
const RESUMED = [...WAITED, row('2026-03-09 14:30', 'resume')];

describe('what the clocks say', () => {
  it('how much is spent, why it stood still, when it falls due', () => {
    expect(said(RESUMED, '2026-03-09 14:30')).toBe(
      'Métropole : 2 h sur 8 h (25 %). Arrêtée 3 h : en attente de l’école (accès à la salle). Échéance mar. 10 mars, 11 h. Classe : 5 h.',
    );
  });

  it('what is left, while it stands still', () => {
    expect(said(WAITED, '2026-03-09 14:30')).toBe(
      'Métropole : 2 h sur 8 h (25 %). Arrêtée 3 h : en attente de l’école (accès à la salle). À l’arrêt, reste 6 h à la reprise. Classe : 5 h.',
    );
  });

  it('each cause with its own hours, when there are several', () => {
    const history = [
      ...RESUMED,
      row('2026-03-09 15:00', 'resolve'),
      row('2026-03-09 16:15', 'reopen'),
      row('2026-03-09 16:30', 'resolve'),
    ];
    expect(said(history, '2026-03-20 8:00')).toBe(
      'Métropole : 2 h 45 sur 8 h (34 %). Arrêtée 4 h 15 : en attente de l’école (accès à la salle), 3 h ; donnée pour résolue, 1 h 15. Délai tenu. Classe : 7 h.',
    );
  });

  it('a share alone after a change of priority, and the year when it is another', () => {
    const history = [
      row('2026-03-09 8:00', 'report', { priority: 'P3' }),
      row('2026-03-10 12:00', 'prioritise', { priority: 'P1' }),
    ];
    expect(said(history, '2026-03-10 12:00', 2027)).toBe(
      'Métropole : 12 h, soit 30 % du délai. Échéance mer. 11 mars 2026, 9 h 36. Classe : 12 h.',
    );
  });

  it('since when it is late', () => {
    expect(said([REPORTED], '2026-03-10 8:20')).toBe(
      'Métropole : 8 h 20 sur 8 h (104 %). En retard de 20 min, depuis lun. 9 mars, 17 h 30. Classe : 8 h 20.',
    );
  });

  it('that a date is to be confirmed, or that there is none', () => {
    const last = [row('2026-12-31 16:00', 'report', { priority: 'P1' })];
    expect(said(last, '2026-12-31 16:00')).toContain(
      'Échéance ven. 1er janv. 2027, 16 h, à confirmer : les congés de cette date ne sont pas encore connus.',
    );
    const never = calendarsOf({ ...SERVICE, hours: [] }, SCHOOL);
    expect(saidIn(never, last, '2026-12-31 16:00')).toContain('Pas d’échéance : aucune heure de travail');
  });

  it('that nothing counts for a cancelled one', () => {
    expect(said([REPORTED, row('2026-03-09 9:00', 'cancel')], '2026-03-10 8:00')).toMatch(/^Sans objet/);
  });

  it('the take-up for itself', () => {
    const take = (history: TicketHistoryRow[], now: string) =>
      plain(takeUpSentence(clocks(history, paris(now), CALENDARS, TARGETS)!, 2026));
    expect(take([REPORTED], '2026-03-09 9:00')).toBe(
      'Prise en charge : 1 h sur 4 h (25 %). Échéance lun. 9 mars, 12 h.',
    );
    expect(take(WAITED, '2026-03-09 14:30')).toBe('Prise en charge : 30 min sur 4 h (12 %). Délai tenu.');
    expect(take([REPORTED, row('2026-03-09 9:00', 'merge')], '2026-03-10 8:00')).toBe('Prise en charge : sans objet.');
  });
});

describe('hours and minutes', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [65, '1 h 05'],
    [2400, '40 h'],
  ])('%i are %s', (minutes, words) => {
    expect(hoursOfMinutes(minutes)).toBe(words);
  });
});
