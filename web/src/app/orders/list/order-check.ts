import type { OrderListItem } from '@parc/api-client';
import { ORDER_STATES, type Role, type Tone, PRIORITIES, SECTORS, ORDERS } from '@parc/domain';
import type { IconName } from '@parc/ui';
import { meets } from '../../shell/need';

export interface CheckWords {
  readonly tone: Tone;
  readonly word: string;
  readonly icon: IconName | null;
}

type Checked = Pick<OrderListItem, 'state' | 'blocked' | 'waitsForPromise' | 'callsForTraining' | 'cancellationAsked'>;

/**
 * What a row's chip says. Where the reader decides, it is what is left to check rather than the state, which the view
 * already names; everybody else reads the state.
 */
export function checkWords(order: Checked, role: Role | null): CheckWords {
  if (order.cancellationAsked && ORDERS.statesFrom('cancel').includes(order.state))
    return { tone: 'waiting', word: 'À annuler', icon: 'undo' };
  if (!ORDERS.statesFrom('approve').includes(order.state) || role === null || !meets('orders.approve', role))
    return ORDER_STATES[order.state];
  if (order.blocked) return { tone: 'waiting', word: 'Convention', icon: 'lock' };
  if (order.waitsForPromise) return { tone: 'waiting', word: 'Préalable', icon: 'clock' };
  if (order.callsForTraining) return { tone: 'waiting', word: 'À former', icon: 'graduation' };
  return { tone: 'done', word: 'Prête', icon: 'check' };
}

/** "public, REP+" or "privé". */
export function sectorWords(order: Pick<OrderListItem, 'sector' | 'priority'>): string {
  return [SECTORS[order.sector].word, PRIORITIES[order.priority].short].filter((word) => word !== null).join(', ');
}
