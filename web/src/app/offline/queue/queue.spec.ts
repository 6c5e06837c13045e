import { describe, expect, it } from '@jest/globals';
import type { Entry, Refusal } from './entry';
import { entry } from './entry.fixture';
import { nextLook, sendable, type Situation } from './next';
import { pauseMilliseconds } from './pause';
import { awakened, discarded, rewritten, settled } from './settled';

const NOW = 1_000_000;
const situation: Situation = { now: NOW, assignment: 'assignment-1', underWay: new Set(), wholePhotos: false };
const chance = { now: NOW, random: 1, freshKey: 'fresh' };
const refusal: Refusal = { status: 409, code: 'ticket.state', sentence: 'Non' };
const keys = (entries: readonly Entry[]) => entries.map(({ key }) => key);

describe('what may leave next', () => {
  it('is the earliest of each object, in the order in which they were done', () => {
    const queue = [
      entry({ key: 'c', seq: 3, lane: 'ticket:2' }),
      entry({ key: 'b', seq: 2 }),
      entry({ key: 'a', seq: 1 }),
    ];
    expect(keys(sendable(queue, situation))).toEqual(['a', 'c']);
  });

  it('is four objects at once at most', () => {
    const queue = [1, 2, 3, 4, 5, 6].map((seq) => entry({ key: `${seq}`, seq, lane: `ticket:${seq}` }));
    expect(keys(sendable(queue, situation))).toEqual(['1', '2', '3', '4']);
    expect(keys(sendable(queue, { ...situation, underWay: new Set(['1', '2', '3']) }))).toEqual(['4']);
  });

  it('leaves no second act of an object whose first is on its way', () => {
    const queue = [entry({ key: 'a', seq: 1 }), entry({ key: 'b', seq: 2 })];
    expect(sendable(queue, { ...situation, underWay: new Set(['a']) })).toEqual([]);
  });

  it('holds up the object that was refused, and no other', () => {
    const queue = [
      entry({ key: 'a', seq: 1, refusal }),
      entry({ key: 'b', seq: 2 }),
      entry({ key: 'c', seq: 3, lane: 'ticket:2' }),
    ];
    expect(keys(sendable(queue, situation))).toEqual(['c']);
  });

  it('waits for what it needs, and for the role that it was written under', () => {
    const queue = [
      entry({ key: 'a', seq: 1, notBefore: NOW + 1 }),
      entry({ key: 'b', seq: 2, lane: 'order:1', needs: ['a'] }),
      entry({ key: 'c', seq: 3, lane: 'order:2', assignment: 'assignment-2' }),
      entry({ key: 'd', seq: 4, lane: 'order:3', needs: ['arrived long ago'] }),
    ];
    expect(keys(sendable(queue, situation))).toEqual(['d']);
    expect(nextLook(queue, situation)).toBe(NOW + 1);
  });

  it('lets small photos follow the acts, and whole ones wait for Wi-Fi', () => {
    const queue = [
      entry({ key: 'w', seq: 1, kind: 'whole', lane: 'photo:w' }),
      entry({ key: 's', seq: 2, kind: 'small', lane: 'photo:s' }),
      entry({ key: 'a', seq: 3 }),
    ];
    expect(keys(sendable(queue, situation))).toEqual(['a', 's']);
    expect(keys(sendable(queue, { ...situation, wholePhotos: true }))).toEqual(['a', 's', 'w']);
  });
});

describe('once it is answered', () => {
  const first = entry({ key: 'a', seq: 1 });
  const queue = [first, entry({ key: 'b', seq: 2, needs: ['a'] }), entry({ key: 'c', seq: 3, lane: 'ticket:2' })];

  it('it goes, and what follows on the same object stands on the version that it left', () => {
    const after = settled(queue, first, { kind: 'done', version: 4 }, chance);
    expect(after.map(({ key, version, needs }) => [key, version, needs])).toEqual([
      ['b', 4, []],
      ['c', 3, []],
    ]);
  });

  it('it waits a second, then twice as long, for ten minutes at most, without a last try', () => {
    expect([1, 2, 3, 10, 11, 500].map((tries) => pauseMilliseconds(tries, 1))).toEqual([
      1_000, 2_000, 4_000, 512_000, 600_000, 600_000,
    ]);
    expect(pauseMilliseconds(1, 0)).toBe(500);
    const [waiting] = settled(queue, first, { kind: 'later' }, chance);
    expect([waiting!.tries, waiting!.notBefore]).toEqual([1, NOW + 1_000]);
    expect(awakened([waiting!])[0]!.notBefore).toBe(0);
  });

  it('what was changed while it was on its way becomes an act of its own', () => {
    const changed = rewritten(queue, 'a', { ...first.request, body: '{"note":"revu"}' }, 3);
    const after = settled(changed, first, { kind: 'done', version: 4 }, chance);
    expect(after.map(({ key, version, needs }) => [key, version, needs])).toEqual([
      ['fresh', 4, []],
      ['b', 4, ['fresh']],
      ['c', 3, []],
    ]);
    expect(settled(changed, first, { kind: 'refused', refusal }, chance)).toBe(changed);
  });

  it('that is refused stands there until its author answers; nobody signed in changes nothing', () => {
    expect(settled(queue, first, { kind: 'refused', refusal }, chance)[0]!.refusal).toEqual(refusal);
    expect(settled(queue, first, { kind: 'signed-out' }, chance)).toBe(queue);
  });

  it('a photo goes on after the part that has come, behind what was written meanwhile', () => {
    const photo = entry({ key: 'p', seq: 4, kind: 'whole', lane: 'photo:p', tries: 3, notBefore: 5 });
    const after = settled([photo, entry({ key: 'b', seq: 5 })], photo, { kind: 'part', receivedBytes: 65_536 }, chance);
    expect(after[0]).toMatchObject({ sentBytes: 65_536, tries: 0, notBefore: 0 });
    expect(keys(sendable(after, { ...situation, wholePhotos: true }))).toEqual(['b', 'p']);
  });

  it('a photo of which the server has lost parts goes back to what it has, after a pause', () => {
    const photo = entry({ key: 'p', seq: 4, kind: 'whole', lane: 'photo:p', sentBytes: 131_072 });
    expect(settled([photo], photo, { kind: 'part', receivedBytes: 0 }, chance)[0]).toMatchObject({
      ...{ sentBytes: 0, tries: 1, notBefore: NOW + 1_000 },
    });
  });

  it('what is given up takes its photos with it, and frees what waited for it', () => {
    const photo = entry({ key: 'p', seq: 4, kind: 'small', lane: 'photo:p', needs: ['a'] });
    const after = discarded([...queue, photo], 'a');
    expect(after.map(({ key, needs }) => [key, needs])).toEqual([
      ['b', []],
      ['c', []],
    ]);
  });
});
