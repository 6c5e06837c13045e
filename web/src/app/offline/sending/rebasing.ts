import type { TicketPage } from '@parc/api-client';
import { ticketSeen } from '../packet/ticket-seen';
import type { Entry, Queue } from '../queue/entry';
import { type ObjectSeen, rebase } from '../queue/rebase';
import { rewritten } from '../queue/settled';

/** An act that its object's change stopped, and against which nothing stands: it goes on by itself, and what changed is told. */
export interface Merging {
  readonly entry: Entry;
  readonly version: number;
  /** Names of fields that somebody else has changed. */
  readonly changed: readonly string[];
}

const STALE = 412;
const READ_MILLISECONDS = 30_000;

/** How an object is seen, from its page; null for what is settled by its author alone. */
const SEEN: Readonly<Record<string, (page: unknown) => ObjectSeen | null>> = {
  ticket: (page) => (isTicketPage(page) ? ticketSeen(page) : null),
};

/**
 * Of what stands refused because its object had changed: what may go on. Each object is read again once.
 * @param read its page as the server tells it now; null without an answer
 */
export async function mergeable(queue: Queue, read: (path: string) => Promise<unknown>): Promise<readonly Merging[]> {
  const found: Merging[] = [];
  for (const entry of queue.filter(isStale)) {
    const now = SEEN[entry.object.kind]?.(await read(entry.readAgain!)) ?? null;
    if (now === null) continue;
    const rebased = rebase(entry.read!, entry.mine, now);
    // A version that is no later would be refused again: somebody answers for it.
    if (rebased.kind !== 'merged' || rebased.version <= (entry.version ?? 0)) continue;
    found.push({ entry, version: rebased.version, changed: rebased.changed });
  }
  return found;
}

/** Under the same key, on what stands now. */
export const merged = (queue: Queue, { entry, version }: Merging): Queue =>
  rewritten(queue, entry.key, entry.request, version);

/** @returns what the page says of the object; null when nobody answered, or it may not be read */
export async function readAgain(path: string): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(READ_MILLISECONDS);
    const headers = { 'ngsw-bypass': 'true' };
    const answer = await fetch(path, { headers, credentials: 'same-origin', cache: 'no-store', signal });
    return answer.ok ? ((await answer.json()) as unknown) : null;
  } catch {
    return null;
  }
}

function isStale({ kind, refusal, readAgain: path, read }: Entry): boolean {
  return kind === 'act' && refusal?.status === STALE && path !== null && read !== null;
}

function isTicketPage(page: unknown): page is TicketPage {
  const { version, state, possible } = (page ?? {}) as Partial<TicketPage>;
  return typeof version === 'number' && typeof state === 'string' && Array.isArray(possible);
}
