import { describe, expect, it } from '@jest/globals';
import { entry } from '../queue/entry.fixture';
import type { ObjectSeen } from '../queue/rebase';
import { mergedWords } from './merged-words';
import { mergeable, merged } from './rebasing';

const refusal = { status: 412, code: 'version.stale', sentence: 'Quelqu’un a modifié ce ticket.' };
const read: ObjectSeen = { version: 3, standing: 'open', fields: { state: 'in-progress', priority: 'P2' } };
const stale = entry({
  ...{ key: 'a', seq: 1, version: 3, read, mine: { state: 'resolved' }, readAgain: '/api/v1/tickets/t', refusal },
  ...{ object: { kind: 'ticket', id: 't' }, about: 'Clore T-2026-00932' },
});
const page = (given: object) => ({
  version: 4,
  state: 'in-progress',
  priority: 'P1',
  possible: [],
  mine: true,
  ...given,
});
const found = (given: object, queue = [stale]) => mergeable(queue, async () => page(given));

describe('what a change elsewhere had stopped', () => {
  it('goes on by itself on the new version, under its key, where nothing stands against it', async () => {
    const [one] = await found({});
    expect(one).toMatchObject({ version: 4, changed: ['priority'] });
    expect(merged([stale], one!)).toMatchObject([{ key: 'a', version: 4, refusal: null, request: stale.request }]);
    expect(mergedWords(one!)).toBe('Clore T-2026-00932 : passé, priorité changée entre-temps.');
  });

  it.each([
    ['both sides wrote the same field', { state: 'waiting' }],
    ['somebody else has ended it', { state: 'resolved' }],
    ['somebody else has it', { mine: false }],
    ['it is no later than what was refused', { version: 3 }],
  ])('waits for its author where %s', async (_why, given) => {
    expect(await found(given)).toEqual([]);
  });

  it('waits where it was refused for another reason, or nobody answers', async () => {
    expect(await found({}, [{ ...stale, refusal: { ...refusal, status: 409 } }])).toEqual([]);
    expect(await mergeable([stale], async () => null)).toEqual([]);
  });
});
