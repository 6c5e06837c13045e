import type { Entry, EntryKind, Queue } from './entry';

/** Objects that are written at once: a thin line carries four no slower than one. */
export const AT_ONCE = 4;

export interface Situation {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly assignment: string;
  /** Keys that have left and are not answered. */
  readonly underWay: ReadonlySet<string>;
  /** Wi-Fi, or the person asked. */
  readonly wholePhotos: boolean;
}

const RANK: Record<EntryKind, number> = { act: 0, small: 1, whole: 2 };

/** What may leave now: of each object its earliest, acts before photos, in the order in which they were done. */
export function sendable(queue: Queue, situation: Situation): readonly Entry[] {
  const free = AT_ONCE - situation.underWay.size;
  if (free <= 0) return [];
  const waiting = new Set(queue.map(({ key }) => key));
  return heads(queue)
    .filter((entry) => mayLeave(entry, situation) && !entry.needs.some((need) => waiting.has(need)))
    .sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.seq - b.seq)
    .slice(0, free);
}

/** When it is worth looking again, milliseconds since 1970; null when only something new could change it. */
export function nextLook(queue: Queue, situation: Situation): number | null {
  const times = heads(queue)
    .filter((entry) => entry.notBefore > situation.now && mayLeave({ ...entry, notBefore: 0 }, situation))
    .map(({ notBefore }) => notBefore);
  return times.length === 0 ? null : Math.min(...times);
}

/** The earliest of each object: what was refused holds up its own object, and no other. */
function heads(queue: Queue): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of queue) {
    const known = first.get(entry.lane);
    if (known === undefined || entry.seq < known.seq) first.set(entry.lane, entry);
  }
  return [...first.values()];
}

function mayLeave(entry: Entry, { now, assignment, underWay, wholePhotos }: Situation): boolean {
  return (
    entry.refusal === null &&
    entry.assignment === assignment &&
    entry.notBefore <= now &&
    !underWay.has(entry.key) &&
    (entry.kind !== 'whole' || wholePhotos)
  );
}
