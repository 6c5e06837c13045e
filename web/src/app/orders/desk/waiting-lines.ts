import type { DeskCount, DeskHome, OrderTab } from '@parc/api-client';
import { ORDER_DESK_VIEWS } from '@parc/domain';
import { counted, type IconName, money } from '@parc/ui';
import { type OrderView, overdueQuery, viewQuery } from '../list/order-views';

/** One thing that waits for the manager, with the list of exactly what it counts. */
export interface WaitingLine {
  readonly id: string;
  readonly icon: IconName;
  /** "14 commandes à approuver" */
  readonly title: string;
  readonly detail: string;
  /** Query of `/commandes`. */
  readonly query: { readonly vue: string; readonly retard?: string };
}

type Counts = Pick<OrderTab, 'count' | 'amountCents'>;

const NOTHING: Counts = { count: 0, amountCents: 0 };

/** What waits, in the order in which it presses; a line at zero is left out. */
export function waitingLines(desk: DeskHome, tabs: readonly OrderTab[]): readonly WaitingLine[] {
  const ofTab = (wanted: OrderView) => tabs.find(({ view }) => view === wanted) ?? NOTHING;
  const lines: (WaitingLine & { readonly count: number })[] = [
    line(
      'late',
      'clock',
      desk.late,
      ['commande sans réponse dans les délais', 'commandes sans réponse dans les délais'],
      overdueQuery('to-approve'),
      'Les plus anciennes sont en tête de la liste.',
    ),
    line(
      'cancellations',
      'undo',
      desk.cancellations,
      ['annulation demandée par une école', 'annulations demandées par des écoles'],
      viewQuery('to-cancel'),
      'La commande reste engagée tant que vous n’avez pas répondu.',
    ),
    line(
      'to-certify',
      'check',
      desk.toCertify,
      ['service fait à certifier', 'services faits à certifier'],
      viewQuery('to-certify'),
      'L’école a confirmé ; la dépense attend votre certification.',
    ),
    line(
      'to-verify',
      'eye',
      desk.toVerify,
      ['installation que l’école ne confirme pas', 'installations que l’école ne confirme pas'],
      overdueQuery('to-confirm'),
      'Le délai est passé : un constat par défaut est possible.',
    ),
    ...ORDER_DESK_VIEWS.map(({ view, one, many, desk: { icon, words } }) =>
      line(view, icon, ofTab(view), [one, many], viewQuery(view), words),
    ),
  ];
  return lines.filter(({ count }) => count > 0);
}

function line(
  id: string,
  icon: IconName,
  { count, amountCents }: Counts | DeskCount,
  [one, many]: readonly [string, string],
  query: WaitingLine['query'],
  why: string,
): WaitingLine & { readonly count: number } {
  const sum = amountCents ? `${money(amountCents)} · ` : '';
  return { id, icon, count, title: counted(count, one, many), detail: `${sum}${why}`, query };
}
