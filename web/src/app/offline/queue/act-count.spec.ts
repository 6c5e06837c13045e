import { describe, expect, it } from '@jest/globals';
import { actCount } from './act-count';
import { entry } from './entry.fixture';

const act = (seq: number) => entry({ key: `a${seq}`, seq, counted: true });
const told = (queue: readonly number[], sent: number, dropped: readonly number[] = []) =>
  actCount('phone', queue.map(act), act(sent), dropped);

describe('what a phone says of its count', () => {
  it('is its number, and up to where nothing waits any more', () => {
    expect(told([4, 5, 9], 5)).toBe('phone;5;3;');
    expect(told([7], 7)).toBe('phone;7;6;');
  });

  it('names what will never come, and calls nothing settled that it had no room to name', () => {
    expect(told([7], 7, [3, 5])).toBe('phone;7;6;3,5');
    const many = Array.from({ length: 201 }, (_, at) => at + 1);
    expect(told([300], 300, many)).toMatch(/^phone;300;200;1,2,.*,200$/);
  });

  it('is nothing for a photo, nor for what was not counted; neither holds the count up', () => {
    const uncounted = entry({ key: 'old', seq: 1 });
    expect(actCount('phone', [uncounted], uncounted, [])).toBeNull();
    const photo = entry({ key: 'p', seq: 2, kind: 'small', lane: 'photo:p', counted: true });
    expect(actCount('phone', [photo], photo, [])).toBeNull();
    expect(actCount('phone', [uncounted, photo, act(8)], act(8), [])).toBe('phone;8;7;');
  });
});
