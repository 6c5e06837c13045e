import type { Readable } from 'node:stream';
import { LIMITS } from '../limits.js';
import { Gate, type WorkBound } from './gate.js';

/** A kind of work that costs more than its request; its bound stands in `LIMITS.work`. */
export type DearWork = keyof typeof LIMITS.work;

/** Of this process: what is bounded is its memory, its threads and its connections. */
const GATES = Object.fromEntries(
  Object.entries<WorkBound>(LIMITS.work).map(([kind, bound]) => [kind, new Gate(bound)]),
) as Record<DearWork, Gate>;

/**
 * Runs dear work when its turn comes.
 * @param person account whose work it is; null where nobody is signed in
 * @throws Refused 'work.too-many'
 */
export async function inTurn<T>(kind: DearWork, person: string | null, work: () => T | Promise<T>): Promise<T> {
  const leave = await placeFor(kind, person);
  try {
    return await work();
  } finally {
    leave();
  }
}

/** A place for work that outlives its function: give it back when the work is over. @throws Refused 'work.too-many' */
export function placeFor(kind: DearWork, person: string | null): Promise<() => void> {
  return GATES[kind].enter(person);
}

/** A stream keeps its place until it is taken, given up, or too slow. @throws Refused 'work.too-many' */
export async function streamInTurn(
  kind: DearWork,
  person: string | null,
  open: () => Promise<Readable>,
): Promise<Readable> {
  const leave = await placeFor(kind, person);
  try {
    const stream = await open();
    const bell = setTimeout(() => stream.destroy(), LIMITS.exportMilliseconds).unref();
    return stream.once('close', () => {
      clearTimeout(bell);
      leave();
    });
  } catch (error) {
    leave();
    throw error;
  }
}

export function loadOf(kind: DearWork): Gate['load'] {
  return GATES[kind].load;
}
