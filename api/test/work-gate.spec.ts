import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import { loadOf, streamInTurn } from '../src/platform/bounds/dear-work.js';
import { Gate } from '../src/platform/bounds/gate.js';

const bound = { atOnce: 2, waiting: 2, waitMilliseconds: 4_000 };
const refusal = { code: 'work.too-many', status: 429, detail: { retryAfterSeconds: 4 } };
const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => void jest.useRealTimers());

describe('a gate', () => {
  it('lets so many through at once, so many wait, and refuses the others at once with the time to come back', async () => {
    const gate = new Gate(bound);
    const [first, second] = await Promise.all([gate.enter(null), gate.enter(null)]);
    const begun: string[] = [];
    const third = gate.enter(null).then(() => begun.push('third'));
    const fourth = gate.enter(null).then(() => begun.push('fourth'));
    await expect(gate.enter(null)).rejects.toMatchObject(refusal);
    expect([gate.load, begun]).toEqual([{ underWay: 2, waiting: 2 }, []]);
    first();
    // Given back twice is given back once.
    first();
    await third;
    await settled();
    expect([gate.load, begun]).toEqual([{ underWay: 2, waiting: 1 }, ['third']]);
    second();
    await fourth;
  });

  it('refuses who has waited long enough, and keeps no place for them', async () => {
    const gate = new Gate({ ...bound, atOnce: 1 });
    const leave = await gate.enter('Ada');
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const waiting = expect(gate.enter('Ada')).rejects.toMatchObject(refusal);
    jest.advanceTimersByTime(4_000);
    await waiting;
    expect(gate.load).toEqual({ underWay: 1, waiting: 0 });
    leave();
    expect(gate.load).toEqual({ underWay: 0, waiting: 0 });
  });

  it('takes nothing from the share of who has waited in vain', async () => {
    const gate = new Gate({ ...bound, atOnce: 1, ofOne: 2 });
    const leave = await gate.enter('Ada');
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const waiting = expect(gate.enter('Ada')).rejects.toMatchObject(refusal);
    jest.advanceTimersByTime(4_000);
    await waiting;
    const again = gate.enter('Ada');
    leave();
    (await again)();
    expect(gate.load).toEqual({ underWay: 0, waiting: 0 });
  });

  it('gives one person no more than their share, so that others find a place', async () => {
    const gate = new Gate({ ...bound, ofOne: 2 });
    const leave = await gate.enter('Ada');
    const other = await gate.enter('Ada');
    const refused = expect(gate.enter('Ada')).rejects.toMatchObject(refusal);
    // At once: past their share nobody even waits.
    expect(gate.load).toEqual({ underWay: 2, waiting: 0 });
    await refused;
    const grace = gate.enter('Grace');
    leave();
    await grace;
    expect(gate.load).toEqual({ underWay: 2, waiting: 0 });
    other();
  });

  it('lets other requests be answered between two works that never let go of the thread', async () => {
    const gate = new Gate({ ...bound, atOnce: 1 });
    const told: string[] = [];
    const work = async (name: string) => {
      const leave = await gate.enter(null);
      told.push(name);
      leave();
    };
    setImmediate(() => told.push('another request'));
    await Promise.all([work('first'), work('second')]);
    expect(told).toEqual(['first', 'another request', 'second']);
  });
});

describe('a stream', () => {
  const endless = () => Promise.resolve(new Readable({ read: () => undefined }));
  const free = { underWay: 0, waiting: 0 };

  it('keeps its place until it is given up, or has come to its end', async () => {
    const [given, taken] = [
      await streamInTurn('export', null, endless),
      await streamInTurn('export', null, () => Promise.resolve(Readable.from(['a', 'b']))),
    ];
    await settled();
    expect(loadOf('export').underWay).toBe(2);
    given.destroy();
    for await (const _part of taken);
    await settled();
    expect(loadOf('export')).toEqual(free);
  });

  it('keeps none where it could not be opened', async () => {
    await expect(streamInTurn('export', null, () => Promise.reject(new Error('no list')))).rejects.toThrow('no list');
    expect(loadOf('export')).toEqual(free);
  });

  it('that nobody takes is cut', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const stream = await streamInTurn('export', null, endless);
    jest.advanceTimersByTime(LIMITS.exportMilliseconds);
    await settled();
    expect([stream.destroyed, loadOf('export')]).toEqual([true, free]);
  });
});
