import type { BudgetListItem, BudgetTotals } from '@parc/api-client';
import { counted, money, NARROW_SPACE } from '@parc/ui';
import { PRIORITIES, SECTORS } from '@parc/domain';
import { type EnvelopeAsked, budgetOf } from '../envelope-address';

/** "67 %": what is no longer free, rounded down so that only a spent budget reads 100. Null before anything came in. */
export function usedPercent({
  openedCents,
  availableCents,
}: Pick<BudgetListItem, 'openedCents' | 'availableCents'>): number | null {
  return openedCents === 0 ? null : Math.floor(((openedCents - availableCents) / openedCents) * 100);
}

export function usedWords(item: Pick<BudgetListItem, 'openedCents' | 'availableCents'>): string {
  const percent = usedPercent(item);
  return percent === null ? '–' : `${percent}${NARROW_SPACE}%`;
}

/** "public · REP+" */
export function schoolWords({ sector, priority }: Pick<BudgetListItem, 'sector' | 'priority'>): string {
  return [SECTORS[sector].word, PRIORITIES[priority].short].filter((word) => word !== null).join(' · ');
}

/** The answer of the page. @param totals null for readers who may not add schools up */
export function budgetListTitle(
  asked: EnvelopeAsked,
  totals: BudgetTotals | null,
  schools: number,
  narrowed: boolean,
): string {
  if (totals === null) return `${counted(schools, 'école')}, ${budgetOf(asked)}`;
  if (totals.schools === 0) return `Aucun ${budgetOf(asked)} n’est ouvert`;
  const who = narrowed ? `${counted(totals.schools, 'école')} : il reste` : 'Il reste aux écoles';
  return `${who} ${money(totals.availableCents)} sur ${money(totals.openedCents)}`;
}
