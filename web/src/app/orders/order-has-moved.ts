import type { Problem } from '../shell/problem';

/** Refusals that say that the order, or what it costs, is no longer as it was shown: its page is read again. */
const MOVED_CODES = [
  'order.state',
  'order.already-started',
  'order.year-over',
  'hold.already-resolved',
  'total.changed',
];

export function orderHasMoved(refused: Problem): boolean {
  return refused.stale || MOVED_CODES.includes(refused.code);
}
