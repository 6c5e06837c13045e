import { describe, expect, it } from '@jest/globals';
import { PHOTO_PART_BYTES } from '@parc/domain';
import { type Answer, NO_ANSWER } from '../queue/answer';
import type { Entry, Queue } from '../queue/entry';
import { entry } from '../queue/entry.fixture';
import { partOf } from './posting';
import { SendLoop } from './send-loop';

const PHOTO = new Uint8Array(250_000);

/** A line that is cut at some requests, after their bytes have left: whether the server had them is drawn as well. */
class CutLine {
  sent = 0;
  order: string[] = [];
  private asked = 0;
  private readonly received = new Map<string, number>();

  constructor(private readonly cutEvery: number) {}

  async post({ key, kind, sentBytes = 0 }: Entry): Promise<Answer> {
    this.asked += 1;
    this.order.push(key);
    if (kind === 'act') return { status: 200, key, body: { version: 4 } };
    const { bytes } = partOf(PHOTO, sentBytes);
    this.sent += bytes.length;
    const isCut = this.asked % this.cutEvery === 0;
    if (isCut && this.asked % 2 === 0) return NO_ANSWER;
    const here = this.received.get(key) ?? 0;
    if (sentBytes === here) this.received.set(key, here + bytes.length);
    if (isCut) return NO_ANSWER;
    const receivedBytes = this.received.get(key)!;
    return receivedBytes < PHOTO.length
      ? { status: 202, key, body: { receivedBytes } }
      : { status: 201, key, body: { id: key } };
  }
}

async function sentOver(line: CutLine, first: Queue, between: (queue: Queue) => Queue = (queue) => queue) {
  let queue = first;
  let now = 0;
  const loop = new SendLoop({
    kept: {
      get queue() {
        return queue;
      },
      change: async (next) => void (queue = between(next(queue))),
    },
    ...{ assignment: () => 'assignment-1', wholePhotos: () => true, post: (one: Entry) => line.post(one) },
    ...{ rereadSession: async () => true, signedOut: () => undefined, now: () => now, random: () => 1 },
    keyOfChange: async () => 'fresh',
  });
  for (let runs = 0; runs < 200 && queue.length > 0; runs += 1, now += 600_000) await loop.run();
  return queue;
}

const photos = (count: number): Queue =>
  Array.from({ length: count }, (_, at) => entry({ key: `p${at}`, seq: at + 1, kind: 'whole', lane: `photo:p${at}` }));

describe('photos over a line that is cut', () => {
  it('all arrive, and a cut costs one part', async () => {
    const line = new CutLine(3);
    expect(await sentOver(line, photos(12))).toEqual([]);
    const cuts = Math.floor(line.order.length / 3);
    expect(cuts).toBeGreaterThan(20);
    expect(line.sent).toBeLessThanOrEqual(12 * PHOTO.length + cuts * PHOTO_PART_BYTES);
  });

  it('let an act that is written meanwhile pass between two parts', async () => {
    const line = new CutLine(Infinity);
    let isWritten = false;
    await sentOver(line, photos(1), (queue) => {
      if (isWritten) return queue;
      isWritten = true;
      return [...queue, entry({ key: 'act', seq: 9 })];
    });
    expect(line.order.slice(0, 3)).toEqual(['p0', 'act', 'p0']);
  });
});
