import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

/** How a kit is, as who hands it over or takes it back sees it. */
export const KIT_CONDITIONS = kindRows<{ readonly word: string }>()({
  good: { word: 'En bon état' },
  worn: { word: 'Usé, mais il sert' },
  damaged: { word: 'Abîmé' },
});
export type KitCondition = Kind<typeof KIT_CONDITIONS>;
export const KIT_CONDITION_NAMES = kindsOf(KIT_CONDITIONS);

/** What becomes of a device that was not in the case at the return. */
export const MISSING_OUTCOMES = kindRows<{ readonly word: string }>()({
  found: { word: 'Retrouvé' },
  lost: { word: 'Perdu' },
  ticket: { word: 'Ouvrir un ticket' },
});
export type MissingOutcome = Kind<typeof MISSING_OUTCOMES>;
export const MISSING_OUTCOME_NAMES = kindsOf(MISSING_OUTCOMES);

/** What a half-day of a kit is to who would borrow it. */
export const HALF_DAY_STANDINGS = kindRows<{ readonly word: string }>()({
  free: { word: 'libre' },
  taken: { word: 'prise' },
  checking: { word: 'contrôle et charge' },
  mine: { word: 'votre école' },
  closed: { word: 'école fermée' },
});
export type HalfDayStanding = Kind<typeof HALF_DAY_STANDINGS>;
export const HALF_DAY_STANDING_NAMES = kindsOf(HALF_DAY_STANDINGS);

/** Days after the end of a loan on which its school is reminded that it is late; then every week. */
const LATE_REMINDER_DAYS: readonly number[] = [1, 3];

/** Which reminder a loan so late has last been owed: 0 for none yet. @param days since its end */
export function lateReminder(days: number): number {
  if (days >= 7) return days - (days % 7);
  return LATE_REMINDER_DAYS.findLast((each) => each <= days) ?? 0;
}
