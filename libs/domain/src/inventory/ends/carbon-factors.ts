import type { PlainDate } from '../../calendar/plain-date.js';
import type { EquipmentFamily } from './equipment-families.js';

/** What making one device emitted, in grams of CO₂ equivalent, as one source says it from a day on. */
export interface CarbonFactor {
  readonly family: EquipmentFamily;
  readonly fabricationGrams: number;
  readonly source: string;
  /** ISO date of the source's version: reports of before keep theirs. */
  readonly from: PlainDate;
  /** No source has this family: worked out from a near one, and never added to the others. */
  readonly estimate: boolean;
}

const ADEME_2026 = { source: 'ADEME, Impact CO₂, juillet 2026', from: '2026-07-01', estimate: false } as const;

/** Making alone: neither its transport, nor its use, nor its end. */
// prettier-ignore
export const CARBON_FACTORS: readonly CarbonFactor[] = [
  { family: 'laptop',     fabricationGrams: 170_000, ...ADEME_2026 },
  { family: 'desktop',    fabricationGrams: 203_000, ...ADEME_2026 },
  { family: 'monitor',    fabricationGrams: 64_600,  ...ADEME_2026 },
  { family: 'tablet',     fabricationGrams: 80_500,  ...ADEME_2026 },
  { family: 'projector',  fabricationGrams: 39_200,  ...ADEME_2026 },
  { family: 'smartphone', fabricationGrams: 77_000,  ...ADEME_2026 },
  { family: 'network-box', fabricationGrams: 60_800, ...ADEME_2026 },
  // A television of 48 inches is 325 kg: a display of 75 has 2.44 times its area.
  { family: 'interactive-display', fabricationGrams: 793_000, source: 'Estimation par la surface, d’après un téléviseur de 48 pouces (ADEME, Impact CO₂, juillet 2026)', from: '2026-07-01', estimate: true },
];

/** The factor that holds on a day: the latest that stands; before the first one, the first. */
export function carbonFactorOn(
  family: EquipmentFamily | null,
  day: PlainDate,
  factors: readonly CarbonFactor[] = CARBON_FACTORS,
): CarbonFactor | null {
  const known = factors
    .filter((factor) => factor.family === family)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  return known.findLast(({ from }) => from <= day) ?? known[0] ?? null;
}

export interface CarbonTotal {
  readonly source: string;
  readonly estimate: boolean;
  readonly devices: number;
  readonly grams: number;
}

/** Sums by source: two of them are never added up. What no source has is counted apart. */
export function carbonTotals(
  families: readonly { readonly family: EquipmentFamily | null; readonly devices: number }[],
  day: PlainDate,
): { totals: CarbonTotal[]; unknown: number } {
  const totals = new Map<string, CarbonTotal>();
  let unknown = 0;
  for (const { family, devices } of families) {
    const factor = carbonFactorOn(family, day);
    if (factor === null) unknown += devices;
    else {
      const { source, estimate, fabricationGrams } = factor;
      const before = totals.get(source) ?? { source, estimate, devices: 0, grams: 0 };
      totals.set(source, {
        ...before,
        devices: before.devices + devices,
        grams: before.grams + devices * fabricationGrams,
      });
    }
  }
  return { totals: [...totals.values()], unknown };
}
