import { describe, expect, it } from '@jest/globals';
import type { UsageBatchRow, UsageCoverage } from '@parc/api-client';
import { arrivalChip, arrivalTitle, coverageTitle, gridTitle, monthsOf, share, weeksWords } from './usage-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const coverage = (given: Partial<UsageCoverage> = {}): UsageCoverage => ({
  ...{ week: '2026-11-16', devices: 8300, measured: 8051, seen: 0, hidden: 0, weeks: [], sources: [], refused: [] },
  ...{ refusedFile: null, waiting: 0, ...given },
});
const batch = (given: Partial<UsageBatchRow> = {}): UsageBatchRow => ({
  ...{
    id: '1',
    sourceName: 'Tablettes',
    source: 'tablettes',
    version: 1,
    whole: false,
    receivedAt: '2026-11-23T02:10:00Z',
  },
  ...{
    byToken: true,
    outcome: 'taken',
    refusal: null,
    receivedBefore: false,
    firstWeek: '2026-11-16',
    lastWeek: '2026-11-16',
  },
  ...{ lines: 10, added: 10, changed: 0, unchanged: 0, outdated: 0, refused: 0, withdrawn: 0, ...given },
});

describe('the words of use measured', () => {
  it('say how much is measured, and never all where something is missing', () => {
    expect(plain(coverageTitle(coverage()))).toBe('97 % du parc est mesuré pour la semaine du 16 nov.');
    expect(plain(share(999, 1000))).toBe('99 %');
    expect(plain(share(1000, 1000))).toBe('100 %');
    expect(coverageTitle(coverage({ week: null }))).toBe('Aucun usage n’est encore mesuré');
  });

  it('say what of the grid is missing or refused', () => {
    const source = (cells: UsageCoverage['sources'][number]['cells']) => ({
      ...{ name: 'S', slug: 's', arrival: '', devices: 1, measured: 1, cells },
    });
    const of = (...cells: UsageCoverage['sources'][number]['cells']) =>
      plain(gridTitle(coverage({ sources: [source(cells)] })));
    expect(of('received', 'holiday')).toBe('Toutes les semaines de classe sont arrivées');
    expect(of('missing', 'refused')).toBe('1 semaine manque, 1 semaine a été refusée');
    expect(of('missing', 'missing')).toBe('2 semaines manquent');
  });

  it('put weeks under their months', () => {
    expect(monthsOf(['2026-08-31', '2026-09-07', '2026-09-14', '2026-10-05'])).toEqual([
      { name: 'août', weeks: 1 },
      { name: 'septembre', weeks: 2 },
      { name: 'octobre', weeks: 1 },
    ]);
  });

  it('say of each file what became of it', () => {
    expect(arrivalChip(batch()).word).toBe('Entier');
    expect(plain(arrivalChip(batch({ refused: 7 })).word)).toBe('7 à voir');
    expect(arrivalChip(batch({ receivedBefore: true, refused: 7 })).word).toBe('Déjà reçu');
    expect(arrivalChip(batch({ outcome: 'refused', refusal: 'persons-named' })).tone).toBe('trouble');
    expect(plain(arrivalTitle(batch({ refused: 2 })))).toBe('Tablettes : 8 lignes prises, 2 refusées');
    expect(plain(arrivalTitle(batch({ outcome: 'refused', refusal: 'persons-named' })))).toBe(
      'Refusé en entier : une colonne nommait des personnes',
    );
    expect(plain(weeksWords(batch({ firstWeek: '2026-11-09' })))).toBe('9 nov. au 16 nov.');
    expect(weeksWords(batch({ firstWeek: null, lastWeek: null }))).toBe('–');
  });
});
