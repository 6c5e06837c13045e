import { describe, expect, it } from '@jest/globals';
import type { TicketPriorityFigures } from '@parc/api-client';
import { NO_BREAK_SPACE } from '@parc/ui';
import { figureMonths, figureRows, figuresTitle, openWords } from './ticket-figures';

const of = (changes: Partial<TicketPriorityFigures> = {}): TicketPriorityFigures => ({
  ...{ priority: 'P1', reported: 0, repaired: 0, takenInTime: 0, restoredInTime: 0 },
  ...{ metropoleMinutes: null, classMinutes: null, ...changes },
});
const plain = (text: string) => text.replaceAll(NO_BREAK_SPACE, ' ');

describe('breakdowns as numbers', () => {
  it.each([
    [[of()], 'Aucune panne depuis un an'],
    [[of({ reported: 2 })], '2 pannes depuis un an'],
    [
      [of({ reported: 9, repaired: 6, restoredInTime: 5 }), of({ reported: 4, repaired: 4, restoredInTime: 3 })],
      '80 % des pannes réparées à temps',
    ],
  ])('answer first: %#', (priorities, title) => expect(plain(figuresTitle({ priorities }))).toBe(title));

  it('say what is under way, state by state', () => {
    expect(openWords([])).toBe('Aucune n’est en cours.');
    const open = [
      { state: 'new', count: 1 },
      { state: 'waiting', count: 2 },
    ] as const;
    expect(plain(openWords([...open]))).toBe('3 pannes en cours : 1 « À prendre », 2 « En attente ».');
  });

  it('say nothing of too few, which is no zero', () => {
    const [none, some] = figureRows([
      of({ reported: 3 }),
      of({ reported: 8, repaired: 8, takenInTime: 8, restoredInTime: 4, metropoleMinutes: 270, classMinutes: 480 }),
    ]);
    expect(none).toMatchObject({ reported: '3', taken: '–', restored: '–', metropole: '–', class: '–' });
    expect([some!.taken, some!.restored].map(plain)).toEqual(['100 %', '50 %']);
    expect(some).toMatchObject({ metropole: '4 h 30', class: '8 h', word: 'Haute' });
  });

  it('draw each month against the fullest', () => {
    const months = figureMonths([
      { month: '2026-12-01', reported: 5, repaired: 5 },
      { month: '2027-01-01', reported: 20, repaired: 1 },
    ]);
    expect(months).toMatchObject([
      { letter: 'D', percent: 25, word: 'décembre 2026' },
      { letter: 'J', percent: 100, word: 'janvier 2027' },
    ]);
  });
});
