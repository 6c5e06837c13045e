import type { ReturnListItem } from '@parc/api-client';
import { RETURN_STATES } from '@parc/domain';
import { type ChipWords, counted } from '@parc/ui';

/** The state; not back on its day of review is to be asked after, which is no state. */
export function returnState({ state, due }: Pick<ReturnListItem, 'state' | 'due'>): ChipWords {
  return due ? { word: 'À relancer', tone: 'trouble', icon: 'warning' } : RETURN_STATES[state];
}

/** The views of the list of returns, by their word in the address. */
export const RETURN_VIEWS = ['en-cours', 'a-relancer', 'tous'] as const;
export const returnsViewed = (view: (typeof RETURN_VIEWS)[number]) => ({ vue: view });

/** The answer of a list: "3 retours en cours", "Aucun retour à relancer". */
export function returnsTitle(view: string, total: number): string {
  if (view === 'a-relancer')
    return total === 0 ? 'Aucun retour à relancer' : counted(total, 'retour à relancer', 'retours à relancer');
  if (view === 'tous')
    return total === 0 ? 'Aucun retour en garantie' : counted(total, 'retour en garantie', 'retours en garantie');
  return total === 0 ? 'Rien chez les constructeurs' : counted(total, 'retour en cours', 'retours en cours');
}
