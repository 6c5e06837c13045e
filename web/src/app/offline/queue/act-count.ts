import type { Entry, Queue } from './entry';

/** As the server reads them: more are told with a later act. */
const DROPPED_AT_ONCE = 200;

/** The first number under which something waits here that was counted. */
function firstWaiting(queue: Queue, sent: Entry): number {
  const counted = queue.filter(({ kind, counted: isCounted }) => kind === 'act' && isCounted === true);
  return Math.min(sent.seq, ...counted.map(({ seq }) => seq));
}

/**
 * What the phone says of its count with an act (`Phone-Act`), so that the server learns of a loss that the phone cannot know of.
 * @param dropped numbers under which nothing will ever come
 * @returns null for what is not counted: photos, what was renamed, what older pages have written
 */
export function actCount(phoneId: string, queue: Queue, sent: Entry, dropped: readonly number[]): string | null {
  if (sent.kind !== 'act' || sent.counted !== true) return null;
  const told = dropped.slice(0, DROPPED_AT_ONCE);
  // What is not told yet as given up is not told as settled either.
  const untold = Math.min(Infinity, ...dropped.slice(DROPPED_AT_ONCE));
  const settledTo = Math.min(firstWaiting(queue, sent), untold) - 1;
  return `${phoneId};${sent.seq};${settledTo};${told.join(',')}`;
}

/** The numbers that such a word has named. */
export function droppedIn(count: string | null): readonly number[] {
  const named = count?.split(';')[3] ?? '';
  return named === '' ? [] : named.split(',').map(Number);
}
