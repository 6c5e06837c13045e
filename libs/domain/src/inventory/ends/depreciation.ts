import type { PlainDate } from '../../calendar/plain-date.js';
import { addCalendarDays } from '../../calendar/plain-date.js';
import { type Cents, divideHalfUp } from '../../money/money.js';
import { EQUIPMENT_FAMILIES, type EquipmentFamily } from './equipment-families.js';

/** How values are written down: one dated setting of the plan. */
export interface DepreciationRule {
  /** Of each family; one that is left out keeps its row's. */
  months: Partial<Record<EquipmentFamily, number>>;
  /** What costs less is written down over its own, short time. */
  lowValueCents: Cents;
  lowValueMonths: number;
}

/** Of what nobody has put in a family. */
export const UNKNOWN_FAMILY_MONTHS = 60;

/** The last day of a month ends every month that began on a later day of its own. */
export const isMonthEnd = (day: PlainDate): boolean => addCalendarDays(day, 1).endsWith('-01');

/** Months that have passed whole, none before it began. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const begun = to.slice(8) < from.slice(8) && !isMonthEnd(to);
  return Math.max(0, begun ? months - 1 : months);
}

/** Over how many months a price is spread. */
export function depreciationMonths(costCents: Cents, family: EquipmentFamily | null, rule: DepreciationRule): number {
  if (costCents < rule.lowValueCents) return rule.lowValueMonths;
  if (family === null) return UNKNOWN_FAMILY_MONTHS;
  return rule.months[family] ?? EQUIPMENT_FAMILIES[family].depreciationMonths;
}

/** What is left of a price on a day, in a straight line by whole months from the purchase on; the part written off rounds half up. */
export function netBookCents(costCents: Cents, purchasedOn: PlainDate, months: number, on: PlainDate): Cents {
  const passed = Math.min(wholeMonthsBetween(purchasedOn, on), months);
  return months === 0 ? 0 : costCents - divideHalfUp(costCents * passed, months);
}

export type WarrantyStanding = 'running' | 'last-months' | 'ended';

/** A warranty is worth a look in its last two months. */
const LAST_DAYS = 60;

/** How a warranty stands; its last day counts. */
export function warrantyStanding(until: PlainDate, today: PlainDate): WarrantyStanding {
  if (until < today) return 'ended';
  return until < addCalendarDays(today, LAST_DAYS) ? 'last-months' : 'running';
}
