import type { BasisPoints, Cents } from '../../money/money.js';

type Step = readonly [fromYear: number, target: BasisPoints];

/** Law AGEC art. 58, decree 2024-134: of the yearly purchases of "matériel informatique et téléphonie". */
export const REUSED_BOUGHT_TARGETS: readonly Step[] = [
  [2024, 2_000],
  [2027, 2_500],
  [2030, 3_000],
];

/** Law REEN art. 16, decree 2023-266: of what is retired below ten years of age. */
export const RETIRED_REUSED_TARGETS: readonly Step[] = [
  [2023, 2_500],
  [2024, 3_500],
  [2025, 5_000],
];

/** Below this age at its retirement, a device counts. */
export const REUSE_AGE_YEARS = 10;

/** What the law asks of a year; null before it asked anything. */
export function targetOf(steps: readonly Step[], year: number): BasisPoints | null {
  return steps.findLast(([from]) => from <= year)?.[1] ?? null;
}

/** Part of a whole, rounded half up; null where there is nothing to be part of. It may pass the whole. */
export function shareOf(part: number, whole: number): BasisPoints | null {
  return whole === 0 ? null : Math.floor((part * 10_000) / whole + 0.5);
}

/** Why a purchase counts on neither side. */
export const PURCHASE_EXCLUSIONS = {
  'no-price': 'sans prix connu',
  'other-family': 'ni informatique, ni téléphonie',
  'no-family': 'modèle sans famille',
} as const;
export type PurchaseExclusion = keyof typeof PURCHASE_EXCLUSIONS;

/** Purchases of one year that count or not for the same reason. */
export interface PurchaseGroup {
  excluded: PurchaseExclusion | null;
  refurbished: boolean;
  devices: number;
  netCents: Cents;
}

export interface BoughtShare {
  reusedCents: Cents;
  totalCents: Cents;
  reusedDevices: number;
  totalDevices: number;
  shareBasisPoints: BasisPoints | null;
  targetBasisPoints: BasisPoints | null;
  excluded: { why: string; devices: number }[];
}

/** Reused or refurbished, in euros net of VAT, out of all that was bought of the category in the year. */
export function boughtShare(groups: readonly PurchaseGroup[], year: number): BoughtShare {
  const counted = groups.filter(({ excluded }) => excluded === null);
  const reused = counted.filter(({ refurbished }) => refurbished);
  const [reusedCents, totalCents] = [sum(reused, 'netCents'), sum(counted, 'netCents')];
  return {
    ...{ reusedCents, totalCents, reusedDevices: sum(reused, 'devices'), totalDevices: sum(counted, 'devices') },
    shareBasisPoints: shareOf(reusedCents, totalCents),
    targetBasisPoints: targetOf(REUSED_BOUGHT_TARGETS, year),
    excluded: excludedOf(groups, PURCHASE_EXCLUSIONS),
  };
}

/** Why a retired device counts on neither side. */
export const RETIRED_EXCLUSIONS = {
  missing: 'perdus ou volés',
  'other-family': 'ni informatiques, ni téléphones',
  'no-family': 'modèle sans famille',
  'age-unknown': 'date d’achat inconnue',
  'too-old': 'plus de dix ans à leur retrait',
} as const;
export type RetiredExclusion = keyof typeof RETIRED_EXCLUSIONS;

/** Retired devices of one year that count or not for the same reason. */
export interface RetiredGroup {
  excluded: RetiredExclusion | null;
  /** Sent to reuse in the year, the taker having committed to it. */
  reused: boolean;
  /** Sent to where it may be used again, without the taker's paper. */
  unattested: boolean;
  /** Retired before the first of January, and still there. */
  held: boolean;
  /** Retired in the year itself. */
  retiredInYear: boolean;
  devices: number;
}

export interface ReusedShare {
  reused: number;
  held: number;
  retiredInYear: number;
  /** Of those sent to reuse, how many had been retired in the year itself. */
  reusedOfYear: number;
  shareBasisPoints: BasisPoints | null;
  /** Beside the target, which is about what was held on the first of January. */
  flowBasisPoints: BasisPoints | null;
  targetBasisPoints: BasisPoints | null;
  /** Gone to where it may be used again, but not counted. */
  unattested: number;
  excluded: { why: string; devices: number }[];
}

/** Sent to reuse in the year, out of what was retired and held on its first of January (decree 2023-266, art. 3). */
export function reusedShare(groups: readonly RetiredGroup[], year: number): ReusedShare {
  const counted = groups.filter(({ excluded }) => excluded === null);
  const devices = (holds: (group: RetiredGroup) => boolean) => sum(counted.filter(holds), 'devices');
  const reused = devices((group) => group.reused);
  const held = devices((group) => group.held);
  const retiredInYear = devices((group) => group.retiredInYear);
  return {
    ...{ reused, held, retiredInYear, reusedOfYear: devices((group) => group.reused && group.retiredInYear) },
    shareBasisPoints: shareOf(reused, held),
    flowBasisPoints: shareOf(reused, retiredInYear),
    targetBasisPoints: targetOf(RETIRED_REUSED_TARGETS, year),
    unattested: devices((group) => group.unattested),
    excluded: excludedOf(groups, RETIRED_EXCLUSIONS),
  };
}

function sum<Name extends string>(rows: readonly Record<Name, number>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function excludedOf<Why extends string>(
  groups: readonly { excluded: Why | null; devices: number }[],
  words: Readonly<Record<Why, string>>,
): { why: string; devices: number }[] {
  return (Object.keys(words) as Why[])
    .map((why) => ({
      why: words[why],
      devices: sum(
        groups.filter(({ excluded }) => excluded === why),
        'devices',
      ),
    }))
    .filter(({ devices }) => devices > 0);
}
