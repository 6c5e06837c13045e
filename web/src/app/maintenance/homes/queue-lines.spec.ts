import { describe, expect, it } from '@jest/globals';
import { followedLines, queueLines } from './queue-lines';

/** Spaces of typography are not what is looked at here. */
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');

describe('what the queue asks of a manager', () => {
  const counts = {
    ...{ late: 2, dueToday: 1, mine: 0 },
    open: [
      { state: 'new' as const, count: 3 },
      { state: 'assigned' as const, count: 5 },
      { state: 'waiting' as const, count: 4 },
    ],
  };

  it('says deadlines, what nobody has, what waits and what no budget has taken, each where it is read', () => {
    expect(queueLines(counts, 6).map(({ title, query, address }) => [plain(title), query ?? address])).toEqual([
      ['2 délais sont dépassés, 1 tombe aujourd’hui', '/tickets'],
      ['3 tickets à prendre', { vue: 'a-prendre' }],
      ['4 tickets en attente', { vue: 'en-attente' }],
      ['6 coûts à imputer', '/tickets/a-imputer'],
    ]);
  });

  it('leaves out what is at nothing', () => {
    expect(queueLines({ late: 0, dueToday: 0, mine: 0, open: [] }, 0).map(({ title }) => plain(title))).toEqual([
      'Aucun délai ne tombe aujourd’hui',
    ]);
  });
});

describe('what a commune follows', () => {
  it('is what is broken in its schools, and what waits for it', () => {
    expect(followedLines(1, 0).map(({ title }) => plain(title))).toEqual(['1 panne en cours']);
    expect(followedLines(7, 2).map(({ title }) => plain(title))).toEqual([
      '7 pannes en cours',
      '2 pannes attendent la commune',
    ]);
    expect(followedLines(0, 0).map(({ title }) => plain(title))).toEqual(['Aucune panne en cours']);
  });
});
