import { describe, expect, it } from '@jest/globals';
import { CARBON_FACTORS, carbonFactorOn, carbonTotals, type CarbonFactor } from './carbon-factors.js';
import {
  depreciationMonths,
  netBookCents,
  UNKNOWN_FAMILY_MONTHS,
  warrantyStanding,
  wholeMonthsBetween,
} from './depreciation.js';
import { judgeDisposal, type DisposalTold } from './disposal-rules.js';
import { DESTINATIONS, REUSE_DESTINATIONS } from './end-kinds.js';
import { EQUIPMENT_FAMILIES, INFORMATICS } from './equipment-families.js';
import {
  boughtShare,
  RETIRED_REUSED_TARGETS,
  REUSED_BOUGHT_TARGETS,
  reusedShare,
  shareOf,
  targetOf,
  type RetiredGroup,
} from './reuse-shares.js';

describe('months that have passed whole', () => {
  it.each([
    ['2024-09-12', '2024-09-12', 0],
    ['2024-09-12', '2024-10-11', 0],
    ['2024-09-12', '2024-10-12', 1],
    ['2023-12-31', '2024-01-30', 0],
    ['2023-12-31', '2024-01-31', 1],
    // The last day of a month ends every month that began on a later day.
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-01-31', '2024-04-29', 2],
    ['2024-01-31', '2024-04-30', 3],
    ['2024-12-15', '2025-01-15', 1],
    ['2024-01-01', '2034-01-01', 120],
    ['2025-01-02', '2025-01-01', 0],
    ['2025-03-01', '2024-01-01', 0],
  ])('from %s to %s: %i', (from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months);
  });
});

describe('what is left of a price', () => {
  const rule = { months: { laptop: 48 }, lowValueCents: 50_000, lowValueMonths: 12 };

  it('is spread over its family’s months, over the short time below the threshold, over five years of no family', () => {
    expect(depreciationMonths(50_000, 'laptop', rule)).toBe(48);
    expect(depreciationMonths(49_999, 'laptop', rule)).toBe(12);
    expect(depreciationMonths(50_000, 'tablet', rule)).toBe(EQUIPMENT_FAMILIES.tablet.depreciationMonths);
    expect(depreciationMonths(50_000, null, rule)).toBe(UNKNOWN_FAMILY_MONTHS);
  });

  it('goes down in a straight line by whole months, and is nothing from the last one on', () => {
    const on = (day: string) => netBookCents(120_000, '2024-01-15', 48, day);
    expect([on('2023-12-31'), on('2024-01-15'), on('2024-02-14'), on('2024-02-15')]).toEqual([
      ...[120_000, 120_000, 120_000, 117_500],
    ]);
    expect([on('2025-01-15'), on('2028-01-14'), on('2028-01-15'), on('2031-01-15')]).toEqual([90_000, 2_500, 0, 0]);
  });

  it('rounds the part that is written off half up, to the cent', () => {
    // 1/12 of 1,006 is 83.83; 1/4 of 10 is 2.5.
    expect(netBookCents(1_006, '2024-01-01', 12, '2024-02-01')).toBe(922);
    expect(netBookCents(10, '2024-01-01', 4, '2024-02-01')).toBe(7);
    expect(netBookCents(0, '2024-01-01', 12, '2024-02-01')).toBe(0);
    expect(netBookCents(500, '2024-01-01', 0, '2024-01-01')).toBe(0);
  });
});

describe('a warranty', () => {
  it.each([
    ['2026-10-05', 'ended'],
    ['2026-10-06', 'last-months'],
    ['2026-12-04', 'last-months'],
    ['2026-12-05', 'running'],
  ] as const)('until %s is %s on 6 October', (until, standing) => {
    expect(warrantyStanding(until, '2026-10-06')).toBe(standing);
  });
});

describe('a departure', () => {
  const ground = { missing: false, retiredOn: '2026-01-10', today: '2026-02-01', giftMaxCents: 30_000 };
  const gift: DisposalTold = {
    ...{ destination: 'gift', receiverKind: 'staff', disposedOn: '2026-02-01', unitValueCents: 30_000 },
    reuseAttested: true,
  };
  const told = (changes: Partial<DisposalTold>, more = {}) =>
    judgeDisposal({ ...gift, ...changes }, { ...ground, ...more });
  const plain = { destination: 'transfer', receiverKind: null, unitValueCents: null } as const;

  it('is a gift up to the law’s limit, to whom the law names, with its value', () => {
    expect(told({})).toBeNull();
    expect(told({ unitValueCents: 30_001 })).toEqual({ code: 'disposal.gift-too-dear', totalCents: 30_000 });
    expect(told({ unitValueCents: null })).toEqual({ code: 'disposal.value-missing' });
    expect(told({ receiverKind: null })).toEqual({ code: 'disposal.receiver-kind-missing' });
  });

  it('has a price where it is sold, at any price, and none elsewhere', () => {
    expect(told({ ...plain, destination: 'sale', unitValueCents: 90_000 })).toBeNull();
    expect(told({ ...plain, destination: 'sale' })).toEqual({ code: 'disposal.value-missing' });
    expect(told(plain)).toBeNull();
    expect(told({ ...plain, unitValueCents: 0 })).toEqual({ code: 'disposal.value-other' });
    expect(told({ ...plain, receiverKind: 'staff' })).toEqual({ code: 'disposal.receiver-kind-other' });
    expect(told({ ...plain, destination: 'recycling' })).toEqual({ code: 'disposal.reuse-other' });
  });

  it('is of what is missing by its own word alone', () => {
    const off = { ...plain, destination: 'write-off', reuseAttested: false } as const;
    expect(told(off)).toEqual({ code: 'disposal.not-missing' });
    expect(told(off, { missing: true })).toBeNull();
    expect(told({}, { missing: true })).toEqual({ code: 'disposal.missing' });
  });

  it('is between the decision and today, both counted', () => {
    expect(told({ disposedOn: '2026-02-02' })).toEqual({ code: 'disposal.ahead' });
    expect(told({ disposedOn: '2026-01-10' })).toBeNull();
    expect(told({ disposedOn: '2026-01-09' })).toEqual({ code: 'disposal.before-retirement' });
    expect(told({ disposedOn: '2001-01-01' }, { retiredOn: null })).toBeNull();
  });

  it('is reuse where somebody uses it again', () => {
    expect(REUSE_DESTINATIONS).toEqual(['transfer', 'gift', 'sale', 'take-back']);
    expect(Object.values(DESTINATIONS).filter(({ receiverKind, value }) => receiverKind && value === null)).toEqual([]);
  });
});

describe('a share of reuse', () => {
  it('is asked by the law from its year on, and by none before', () => {
    const bought = [2023, 2024, 2026, 2027, 2029, 2030, 2040].map((year) => targetOf(REUSED_BOUGHT_TARGETS, year));
    expect(bought).toEqual([null, 2_000, 2_000, 2_500, 2_500, 3_000, 3_000]);
    const retired = [2022, 2023, 2024, 2025, 2031].map((year) => targetOf(RETIRED_REUSED_TARGETS, year));
    expect(retired).toEqual([null, 2_500, 3_500, 5_000, 5_000]);
  });

  it('rounds half up, may pass the whole, and is nothing of nothing', () => {
    expect([shareOf(1, 3), shareOf(2, 3), shareOf(1, 16_000), shareOf(3, 2), shareOf(0, 5), shareOf(4, 0)]).toEqual([
      ...[3_333, 6_667, 1, 15_000, 0, null],
    ]);
  });

  it('of purchases adds up euros of what counts, and tells what does not with why', () => {
    const share = boughtShare(
      [
        { excluded: null, refurbished: true, devices: 2, netCents: 50_000 },
        { excluded: null, refurbished: false, devices: 1, netCents: 150_000 },
        { excluded: 'other-family', refurbished: true, devices: 3, netCents: 9_000 },
        { excluded: 'no-price', refurbished: false, devices: 4, netCents: 0 },
        { excluded: 'no-price', refurbished: true, devices: 1, netCents: 0 },
      ],
      2026,
    );
    expect(share).toEqual({
      ...{ reusedCents: 50_000, totalCents: 200_000, reusedDevices: 2, totalDevices: 3 },
      ...{ shareBasisPoints: 2_500, targetBasisPoints: 2_000 },
      excluded: [
        { why: 'sans prix connu', devices: 5 },
        { why: 'ni informatique, ni téléphonie', devices: 3 },
      ],
    });
  });

  it('of what is retired compares the year’s reuse to what was held on the first of January', () => {
    const group = (changes: Partial<RetiredGroup>): RetiredGroup => ({
      ...{
        excluded: null,
        reused: false,
        unattested: false,
        held: false,
        retiredInYear: false,
        devices: 1,
        ...changes,
      },
    });
    const share = reusedShare(
      [
        group({ reused: true, held: true, devices: 6 }),
        group({ reused: true, retiredInYear: true, devices: 3 }),
        group({ held: true, devices: 4 }),
        group({ unattested: true, held: true, devices: 2 }),
        group({ retiredInYear: true, devices: 5 }),
        group({ excluded: 'too-old', reused: true, held: true, devices: 7 }),
        group({ excluded: 'missing', retiredInYear: true, devices: 8 }),
      ],
      2025,
    );
    expect(share).toEqual({
      ...{ reused: 9, held: 12, retiredInYear: 8, reusedOfYear: 3, unattested: 2 },
      ...{ shareBasisPoints: 7_500, flowBasisPoints: 11_250, targetBasisPoints: 5_000 },
      excluded: [
        { why: 'perdus ou volés', devices: 8 },
        { why: 'plus de dix ans à leur retrait', devices: 7 },
      ],
    });
    expect(reusedShare([], 2025)).toMatchObject({ shareBasisPoints: null, flowBasisPoints: null });
  });

  it('counts computers, screens, projectors and telephones, and no robot', () => {
    expect(INFORMATICS).toContain('projector');
    expect(INFORMATICS.filter((family) => ['robot', 'case', 'accessory'].includes(family))).toEqual([]);
  });
});

describe('carbon', () => {
  const factor = (from: string, fabricationGrams: number): CarbonFactor => ({
    ...{ family: 'tablet', fabricationGrams, source: `source ${from}`, from, estimate: false },
  });
  const factors = [factor('2026-07-01', 80_500), factor('2022-01-01', 63_200)];

  it('is the factor that holds on the day; before the first, the first', () => {
    const on = (day: string) => carbonFactorOn('tablet', day, factors)?.fabricationGrams;
    expect([on('2021-01-01'), on('2026-06-30'), on('2026-07-01'), on('2030-01-01')]).toEqual([
      ...[63_200, 63_200, 80_500, 80_500],
    ]);
    expect(carbonFactorOn('robot', '2026-07-01')).toBeNull();
    expect(carbonFactorOn(null, '2026-07-01')).toBeNull();
  });

  it('has one factor a family and a day, each with its source', () => {
    const keys = CARBON_FACTORS.map(({ family, from }) => `${family} ${from}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(CARBON_FACTORS.filter(({ source }) => source === '')).toEqual([]);
  });

  it('adds up what one source says, keeps estimates apart, and counts what none says', () => {
    const { totals, unknown } = carbonTotals(
      [
        { family: 'laptop', devices: 2 },
        { family: 'tablet', devices: 10 },
        { family: 'interactive-display', devices: 1 },
        { family: 'robot', devices: 3 },
        { family: null, devices: 4 },
      ],
      '2026-11-24',
    );
    expect(totals.map(({ devices, grams, estimate }) => [devices, grams, estimate])).toEqual([
      [12, 1_145_000, false],
      [1, 793_000, true],
    ]);
    expect(unknown).toBe(7);
  });
});
