import type { OrderPage } from '@parc/api-client';
import { ORDERS, type OrderMove } from '@parc/domain';

type Entry = OrderPage['thread'][number];

/**
 * Why the order is where it is, as far as the table asks somebody to say it: the last reason that led to its state, and
 * those given since without leaving it, one an action. Newest first, as the thread.
 */
export function stateReasons(page: Pick<OrderPage, 'state' | 'stateSince' | 'thread'>): readonly Entry[] {
  const asked = ORDERS.moves.filter((move) => move.reason === true && move.next === page.state);
  const madeBy = (stays: boolean) =>
    asked.filter((move) => isStay(move) === stays).map(({ action }) => action as string);
  const given = page.thread.filter(({ reason }) => reason !== null);
  const led = given.find(({ action }) => madeBy(false).includes(action));
  const since = given.filter(({ action, at }) => madeBy(true).includes(action) && at >= page.stateSince);
  const last = new Map<string, Entry>();
  for (const entry of since) if (!last.has(entry.action)) last.set(entry.action, entry);
  return given.filter((entry) => entry === led || last.get(entry.action) === entry);
}

const isStay = ({ state, next }: OrderMove): boolean => state === next;
