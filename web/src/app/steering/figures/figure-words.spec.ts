import { describe, expect, it } from '@jest/globals';
import type { FigureAnswer, FigurePoint } from '@parc/api-client';
import { indicatorOf } from '@parc/domain';
import { boardTitle } from '../board/board-words';
import { spreadGroups, spreadSentence } from '../board/spread';
import { breakdownGroups, breakdownSentence, rebuildsWords } from '../objective/breakdowns';
import { trendSentence } from '../objective/trend-words';
import { placeWords } from '../schools/place-words';
import { curvePoints, curveTarget } from './figure-curve';
import { changeWords, countedWords, figureTitle, leadingWords, stateOf } from './figure-words';

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const point = (num: number, den: number, to: string, given: Partial<FigurePoint> = {}): FigurePoint => ({
  ...{ num, den, value: (100 * num) / den, high: null, known: den, population: den, masked: false },
  ...{ from: to, to, over: true },
  ...given,
});
const answer = (given: Partial<FigureAnswer> = {}): FigureAnswer => ({
  ...{ key: 'below-level', version: 1, workedOutAt: '2026-11-30T05:00:00Z' },
  figure: point(31, 277, '2026-11-29'),
  beside: point(40, 277, '2026-06-30'),
  curve: [point(74, 277, '2024-09-30'), point(40, 277, '2026-06-30')],
  target: { value: 0, by: '2027-06-30', source: 'Comité' },
  ...given,
});
const BELOW = indicatorOf('below-level');
const TERMINALS = indicatorOf('terminals-per-100');

describe('the words of a figure', () => {
  it('are its number and what it counts, where the number leads', () => {
    expect(plain(figureTitle(BELOW, answer().figure))).toBe('31 écoles sous le niveau de base');
    expect(plain(figureTitle(BELOW, point(1, 277, '2026-11-29')))).toBe('1 école sous le niveau de base');
    expect(plain(leadingWords(BELOW, answer().figure).counts)).toBe('écoles sous le niveau de base, sur 277 écoles');
  });

  it('are its name and value, said once, where its value leads', () => {
    expect(plain(figureTitle(TERMINALS, point(183, 1_000, '2026-11-29')))).toBe(
      'Appareils d’élèves pour 100 élèves : 18,3',
    );
    expect(leadingWords(TERMINALS, point(183, 1_000, '2026-11-29'))).toMatchObject({ number: '18,3', unit: '' });
  });

  it('tell the change beside the end of the school year before', () => {
    expect(plain(changeWords(BELOW, answer()))).toBe('−9 écoles depuis juin');
    expect(plain(changeWords(BELOW, answer({ beside: point(30, 277, '2026-06-30') })))).toBe('+1 école depuis juin');
    expect(plain(changeWords(BELOW, answer({ beside: point(31, 277, '2026-06-30') })))).toBe(
      'sans changement depuis juin',
    );
    expect(changeWords(BELOW, answer({ beside: null }))).toBe('');
  });

  it('say nothing of a figure of which too little is known, or that would tell of few persons', () => {
    const little = point(31, 277, '2026-11-29', { known: 100 });
    expect(plain(leadingWords(BELOW, little).counts)).toBe('Trop peu est connu pour en dire un chiffre.');
    const masked = point(3, 277, '2026-11-29', { masked: true });
    expect(plain(leadingWords(BELOW, masked).counts)).toBe('Peu de personnes : rien n’en est dit.');
    expect(stateOf(answer({ figure: little }))).toBeNull();
  });

  it('drop the s of the first word alone', () => {
    expect([0, 1, 2].map((count) => plain(countedWords(count, 'écoles sous le niveau')))).toEqual([
      '0 école sous le niveau',
      '1 école sous le niveau',
      '2 écoles sous le niveau',
    ]);
  });
});

describe('the curve of a figure', () => {
  it('ends at the figure itself, and shows from a day on', () => {
    expect(curvePoints(answer(), null).map(({ value }) => value)).toEqual([74, 40, 31]);
    expect(curvePoints(answer(), '2026-01-01').map(({ value }) => value)).toEqual([40, 31]);
  });

  it('has its target in what it shows: a share as the number that it comes to', () => {
    expect(curveTarget(answer())).toMatchObject({ value: 0, by: '2027-06-30' });
    expect(curveTarget(answer({ target: { value: 10, by: null, source: '' } }))?.value).toBe(28);
  });

  it('is told by what it gained, and whether its pace is enough', () => {
    expect(plain(trendSentence(answer(), curvePoints(answer(), null)))).toBe(
      '43 de moins depuis sept. 2024, le rythme ne suffit pas',
    );
  });
});

describe('the breakdown of a figure', () => {
  const part = (name: string, num: number, den: number) => ({ ...point(num, den, '2026-11-29'), part: name, name });
  const groups = breakdownGroups([
    { axis: 'sector', parts: [part('public', 22, 231), part('privé', 9, 46)] },
    { axis: 'network', parts: [part('REP', 3, 52), part('hors éducation prioritaire', 28, 200)] },
  ]);

  it('names who stands furthest on the wrong side', () => {
    expect(plain(breakdownSentence(BELOW, answer().figure, groups))).toBe('Secteur, privé : 20 %, contre 11 % en tout');
  });

  it('says whether each group makes the whole again', () => {
    expect(plain(rebuildsWords(BELOW, answer().figure, groups.slice(0, 1)))).toBe(
      'Chaque groupe refait 31 écoles sous le niveau de base et 277 écoles.',
    );
    expect(plain(rebuildsWords(BELOW, answer().figure, groups))).toMatch(
      /sauf : réseau, que quelques écoles n’ont pas\.$/,
    );
  });
});

describe('the schools of a figure', () => {
  it('are grouped in two ways, with the gap between the middles', () => {
    const dot = (sector: 'public' | 'private', network: 'none' | 'REP', value: number) => ({
      sector,
      network,
      value,
      schools: 1,
    });
    const groups = spreadGroups(TERMINALS, [
      dot('public', 'REP', 20),
      dot('public', 'none', 17),
      dot('private', 'none', 14),
    ]);
    expect(groups.map(({ label, median }) => [label, median])).toEqual([
      ['Public', 17],
      ['Privé', 14],
      ['REP et REP+', 20],
      ['Hors réseau', 14],
    ]);
    expect(plain(spreadSentence(TERMINALS, groups, 0))).toBe(
      'Privé : 3 de moins que public. REP et REP+ : 6 de plus que hors réseau.',
    );
  });

  it('have each a place among its like, and none where a figure says yes or no', () => {
    const placed = {
      ...point(5, 100, '2026-11-29'),
      key: 'terminals-per-100' as const,
      like: 24,
      lower: 21,
      higher: 2,
      median: 4,
      lowest: 1,
      highest: 9,
    };
    expect(plain(placeWords(placed))).toBe('3e sur 24, de la plus haute à la plus basse');
    expect(placeWords({ ...placed, key: 'below-level', num: 1, den: 1 })).toBe('Cette école en est.');
    expect(placeWords({ ...placed, like: 1 })).toBe('Aucune école semblable à qui la comparer.');
  });
});

describe('the overview’s title', () => {
  const state = (tone: 'waiting' | 'progress') => ({ word: '', tone });

  it('counts who stands well, who is watched, who says nothing yet', () => {
    expect(plain(boardTitle([state('progress'), null], 6))).toBe(
      '1 objectif en bonne voie, 5 sans cible ou sans chiffre',
    );
    expect(plain(boardTitle([...Array(4).fill(state('progress')), state('waiting'), state('waiting')], 6))).toBe(
      '4 objectifs en bonne voie, 2 à surveiller',
    );
    expect(boardTitle([], 6)).toBe('Où en est le plan');
  });
});
