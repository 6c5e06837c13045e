import type { Problem } from '../shell/problem';

/** Refusals that say somebody else has moved the order: its page is read again. */
const MOVED_CODES = ['order.state', 'order.already-started', 'hold.already-resolved'];

export function orderHasMoved(refused: Problem): boolean {
  return refused.stale || MOVED_CODES.includes(refused.code);
}
