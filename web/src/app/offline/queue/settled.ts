import type { Verdict } from './answer';
import type { Entry, KeptRequest, Queue } from './entry';
import { pauseMilliseconds } from './pause';

/** What the outside lends: a pure function draws nothing and looks at no clock. */
export interface Chance {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  readonly freshKey: string;
}

/**
 * The queue once what was sent is answered.
 * @param sent as it left: it may have been written anew meanwhile, and then the answer is not about what stands here
 */
export function settled(queue: Queue, sent: Entry, verdict: Verdict, chance: Chance): Queue {
  const entry = queue.find((one) => one.key === sent.key);
  if (entry === undefined) return queue;
  const isAsSent = entry.request.body === sent.request.body;
  if (!isAsSent && verdict.kind === 'done') {
    return renamed(onVersion(queue, entry, verdict.version), entry.key, chance.freshKey);
  }
  if (!isAsSent && verdict.kind !== 'arrived-before') return queue;
  switch (verdict.kind) {
    case 'done':
      return onVersion(without(queue, entry.key), entry, verdict.version);
    case 'part': {
      const { receivedBytes } = verdict;
      const further = { ...entry, sentBytes: receivedBytes };
      // What brings a photo no further is tried again in its time: nobody sends one part without an end.
      return replaced(
        queue,
        receivedBytes > (sent.sentBytes ?? 0) ? { ...further, tries: 0, notBefore: 0 } : later(further, chance),
      );
    }
    case 'later':
      return replaced(queue, later(entry, chance));
    case 'refused':
      return replaced(queue, { ...entry, refusal: verdict.refusal });
    case 'arrived-before':
      return renamed(queue, entry.key, chance.freshKey);
    case 'signed-out':
    case 'reread-session':
      return queue;
  }
}

function later(entry: Entry, { now, random }: Chance): Entry {
  const tries = entry.tries + 1;
  return { ...entry, tries, notBefore: now + pauseMilliseconds(tries, random) };
}

/** The network is back: nobody waits for the end of a pause. */
export function awakened(queue: Queue): Queue {
  return queue.map((entry) => (entry.notBefore === 0 ? entry : { ...entry, notBefore: 0 }));
}

/** Written anew before it was answered, or after a conflict was settled: same key, same place. */
export function rewritten(queue: Queue, key: string, request: KeptRequest, version: number | null): Queue {
  return queue.map((entry) =>
    entry.key === key ? { ...entry, request, version, refusal: null, tries: 0, notBefore: 0 } : entry,
  );
}

/** Given up, with its photos. An act that waited for it waits no longer: the server judges it. */
export function discarded(queue: Queue, key: string): Queue {
  return queue
    .filter((entry) => entry.key !== key && (entry.kind === 'act' || !entry.needs.includes(key)))
    .map((entry) => freed(entry, key));
}

function without(queue: Queue, key: string): Queue {
  return queue.filter((entry) => entry.key !== key).map((entry) => freed(entry, key));
}

function freed(entry: Entry, key: string): Entry {
  return entry.needs.includes(key) ? { ...entry, needs: entry.needs.filter((need) => need !== key) } : entry;
}

/** What follows on the same object was written on what this one left. */
function onVersion(queue: Queue, { lane }: Entry, version: number | null): Queue {
  if (version === null) return queue;
  return queue.map((entry) =>
    entry.lane === lane && entry.version !== null && entry.version < version ? { ...entry, version } : entry,
  );
}

function renamed(queue: Queue, former: string, key: string): Queue {
  return queue.map((entry) =>
    entry.key === former
      ? // Under its number it has come: the change bears no other.
        { ...entry, key, counted: false, tries: 0, notBefore: 0 }
      : { ...entry, needs: entry.needs.map((need) => (need === former ? key : need)) },
  );
}

function replaced(queue: Queue, entry: Entry): Queue {
  return queue.map((one) => (one.key === entry.key ? entry : one));
}
