import type { TicketCounts, TicketsList$Params } from '@parc/api-client';
import { TICKETS, TICKETS_OVER, TICKETS_WAITING } from '@parc/domain';
import type { SavedView } from '@parc/ui';

export const VIEWS = ['delai', 'a-prendre', 'les-miens', 'en-attente', 'finis'] as const;
export type TicketView = (typeof VIEWS)[number];

/** What each view asks for. What is over stands by the day of its report, the latest first. */
export const VIEW_ASKS: Readonly<Record<TicketView, Partial<TicketsList$Params>>> = {
  delai: { open: true },
  'a-prendre': { open: true, state: [TICKETS.initial] },
  'les-miens': { open: true, mine: true },
  'en-attente': { open: true, state: [...TICKETS_WAITING] },
  finis: { state: [...TICKETS_OVER], sort: 'reported', direction: 'desc' },
};

/** @param takes whoever has tickets in hand sees those apart */
export function ticketViews({ open, mine }: TicketCounts, takes: boolean): readonly SavedView[] {
  const of = (states: readonly string[]) =>
    open.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return [
    { id: 'delai', label: 'En cours, par délai', count: open.reduce((sum, { count }) => sum + count, 0) },
    { id: 'a-prendre', label: 'À prendre', count: of([TICKETS.initial]) },
    ...(takes ? [{ id: 'les-miens', label: 'Les miens', count: mine }] : []),
    { id: 'en-attente', label: 'En attente', count: of(TICKETS_WAITING) },
    { id: 'finis', label: 'Finis', count: null },
  ];
}
