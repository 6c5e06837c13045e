import type { DeskCount, DeskHome, OrderTab } from '@parc/api-client';
import { counted, type IconName, money } from '@parc/ui';
import { type OrderView, viewQuery } from '../list/order-views';

/** One thing that waits for the manager, with the list that shows it. */
export interface WaitingLine {
  readonly id: string;
  readonly icon: IconName;
  /** "14 commandes à approuver" */
  readonly title: string;
  readonly detail: string;
  /** Query of `/commandes`. */
  readonly query: { readonly vue: string };
}

type Counts = Pick<OrderTab, 'count' | 'amountCents'>;

const NOTHING: Counts = { count: 0, amountCents: 0 };

/** What waits, in the order in which it presses; a line at zero is left out. */
export function waitingLines(desk: DeskHome, tabs: readonly OrderTab[]): readonly WaitingLine[] {
  const blocked = tabs.find(({ view }) => view === 'blocked') ?? NOTHING;
  const lines: (WaitingLine & { readonly count: number })[] = [
    line(
      'late',
      'clock',
      desk.late,
      ['commande sans réponse dans les délais', 'commandes sans réponse dans les délais'],
      'to-approve',
      'Les plus anciennes sont en tête de la liste.',
    ),
    line(
      'cancellations',
      'undo',
      desk.cancellations,
      ['annulation demandée par une école', 'annulations demandées par des écoles'],
      'to-cancel',
      'La commande reste engagée tant que vous n’avez pas répondu.',
    ),
    line(
      'to-certify',
      'check',
      desk.toCertify,
      ['service fait à certifier', 'services faits à certifier'],
      'to-certify',
      'L’école a confirmé ; la dépense attend votre certification.',
    ),
    line(
      'to-verify',
      'eye',
      desk.toVerify,
      ['installation que l’école ne confirme pas', 'installations que l’école ne confirme pas'],
      'to-confirm',
      'Le délai est passé : un constat par défaut est possible.',
    ),
    line(
      'blocked',
      'lock',
      blocked,
      ['commande bloquée par une convention', 'commandes bloquées par une convention'],
      'blocked',
      'La convention manque ou n’est pas en vigueur.',
    ),
  ];
  return lines.filter(({ count }) => count > 0);
}

function line(
  id: string,
  icon: IconName,
  { count, amountCents }: Counts | DeskCount,
  [one, many]: readonly [string, string],
  view: OrderView,
  why: string,
): WaitingLine & { readonly count: number } {
  const sum = amountCents ? `${money(amountCents)} · ` : '';
  return { id, icon, count, title: counted(count, one, many), detail: `${sum}${why}`, query: viewQuery(view) };
}
