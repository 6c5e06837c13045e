import type { OrderTab } from '@parc/api-client';
import { counted, money } from '@parc/ui';

type Counts = Pick<OrderTab, 'count' | 'amountCents'>;

const NOTHING: Counts = { count: 0, amountCents: 0 };

/** What can be approved now, apart from what a missing convention blocks. */
export function approvable(tabs: readonly OrderTab[]): Counts {
  return tabs.find(({ view }) => view === 'to-approve') ?? NOTHING;
}

/** The answer as a title: "14 commandes attendent votre accord, 7 142,20 €". */
export function deskTitle(toApprove: Counts): string {
  if (toApprove.count === 0) return 'Aucune commande n’attend votre accord';
  const verb = toApprove.count === 1 ? 'attend' : 'attendent';
  return `${counted(toApprove.count, 'commande')} ${verb} votre accord, ${money(toApprove.amountCents ?? 0)}`;
}
