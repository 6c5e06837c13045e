import { describe, expect, it } from '@jest/globals';
import type { AllocationAnswer, AllocationItem, AllocationRequest } from '@parc/api-client';
import {
  allocationParts,
  allocationViews,
  figuresSource,
  gapWords,
  histogramBars,
  shownSchools,
  workedExample,
} from './allocation-words';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const school = (uai: string, more: Partial<AllocationItem> = {}): AllocationItem => ({
  schoolId: uai,
  uai,
  schoolName: `École ${uai}`,
  communeName: 'Unieux',
  sector: 'public',
  priority: 'none',
  schoolYear: 2026,
  classes: 5,
  pupils: 120,
  missing: [],
  askedCents: 121_000,
  amountCents: 121_000,
  fixed: false,
  reason: null,
  lastYearCents: 121_000,
  gapCents: 0,
  ...more,
});

const ITEMS = [
  school('A', {
    gapCents: 34_000,
    lastYearCents: 106_000,
    amountCents: 140_000,
    fixed: true,
    reason: 'classe ouverte',
  }),
  school('B', { gapCents: -10_000, lastYearCents: 131_000, schoolName: 'École de l’Ondaine' }),
  school('C', { gapCents: null, lastYearCents: null, missing: ['pupils'], pupils: null, schoolYear: 2025 }),
  school('D', {
    priority: 'REP',
    classes: 6,
    pupils: 134,
    askedCents: 167_750,
    amountCents: 168_000,
    gapCents: 44_000,
    lastYearCents: 124_000,
  }),
];

const ANSWER: AllocationAnswer = {
  id: null,
  year: 2027,
  kind: 'installation',
  hash: 'h',
  schools: 4,
  votedCents: 600_000,
  reserveCents: 20_000,
  allottedCents: 550_000,
  remainderCents: 30_000,
  totals: {
    baseCents: 160_000,
    classesCents: 300_000,
    pupilsCents: 130_000,
    priorityCents: 33_550,
    sharingCents: -80_000,
    byHandCents: 6_450,
  },
  histogram: [
    { fromCents: 100_000, toCents: 120_000, count: 0 },
    { fromCents: 120_000, toCents: 140_000, count: 2 },
    { fromCents: 140_000, toCents: null, count: 1 },
  ],
  medianCents: 121_000,
  items: ITEMS,
};
const REQUEST: AllocationRequest = {
  year: 2027,
  kind: 'installation',
  rule: {
    baseCents: 40_000,
    perClassCents: 9_000,
    perPupilCents: 300,
    priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
    votedCents: 600_000,
    stepCents: 1_000,
  },
  fixed: [],
};

describe('the schools of an allocation', () => {
  it('are counted by what happens to them', () => {
    expect(allocationViews(ITEMS).map(({ label, count }) => [label, count])).toEqual([
      ['Toutes', 4],
      ['Hausses', 2],
      ['Baisses', 1],
      ['À la main', 1],
      ['Sans effectif', 1],
    ]);
    expect(allocationViews([ITEMS[1]!]).map(({ id }) => id)).not.toContain('sans-effectif');
  });

  it('come with the strongest gap first, either way', () => {
    const order = (...[view, sort, search]: ['toutes' | 'baisses', 'ecart' | 'propose', string]): string =>
      shownSchools(ITEMS, view, sort, search)
        .map(({ uai }) => uai)
        .join('');
    expect(order('toutes', 'ecart', '')).toBe('DABC');
    expect(order('toutes', 'propose', '')).toBe('DABC');
    expect(order('baisses', 'ecart', '')).toBe('B');
    expect(order('toutes', 'ecart', 'ondaine unieux')).toBe('B');
  });

  it('say their gap in euros and in percent, and that they are new', () => {
    expect(ITEMS.map((item) => plain(`${gapWords(item).gap} ${gapWords(item).percent}`).trim())).toEqual([
      '+ 340 € + 32 %',
      '− 100 € − 8 %',
      'nouvelle',
      '+ 440 € + 35 %',
    ]);
  });

  it('take the school year of most of them as the source of the figures', () => {
    expect(figuresSource(ITEMS)).toBe('rentrée 2026');
    expect(figuresSource([])).toBe('derniers effectifs');
  });
});

describe('the worked example', () => {
  it('is a school in priority education by the rule, and adds up to its amount', () => {
    const example = workedExample(ANSWER, REQUEST)!;
    expect(example.name).toBe('École D');
    expect(example.lines.map(({ word, cents }) => [plain(word), cents])).toEqual([
      ['base', 40_000],
      ['6 classes × 90 €', 54_000],
      ['134 élèves × 3 €', 40_200],
      ['REP × 1,25', 33_550],
      ['partage du vote, arrondi', 250],
    ]);
    expect(example.lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(example.amountCents);
  });

  it('is nothing when every school is fixed by hand', () => {
    expect(workedExample({ ...ANSWER, items: [ITEMS[0]!] }, REQUEST)).toBeNull();
  });
});

describe('what the vote becomes', () => {
  it('adds up, what sharing takes included', () => {
    const parts = allocationParts(ANSWER);
    expect(parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(ANSWER.votedCents);
    expect(parts.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100);
    expect(parts.find(({ key }) => key === 'sharing')).toMatchObject({ cents: -80_000, percent: 0 });
  });

  it('is drawn from the highest count, the last bar being open', () => {
    expect(histogramBars(ANSWER).map(({ height, label }) => [height, plain(label)])).toEqual([
      [0, 'de 1 000 à 1 200 €'],
      [1, 'de 1 200 à 1 400 €'],
      [0.5, '1 400 € et plus'],
    ]);
  });
});
