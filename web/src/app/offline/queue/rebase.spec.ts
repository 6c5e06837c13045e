import { describe, expect, it } from '@jest/globals';
import { type ConflictAnswer, type ObjectSeen, rebase, type Standing } from './rebase';

const read: ObjectSeen = { version: 3, standing: 'open', fields: { priority: 'P3', costCents: 0, state: 'started' } };

describe('an act on an object that has changed', () => {
  it('passes where others changed other fields, and tells which', () => {
    const now = { ...read, version: 5, fields: { ...read.fields, priority: 'P2' } };
    expect(rebase(read, { costCents: 6490 }, now)).toEqual({ kind: 'merged', version: 5, changed: ['priority'] });
  });

  it('asks where both wrote the same field, with both values', () => {
    const now = { ...read, version: 5, fields: { ...read.fields, costCents: 7150 } };
    expect(rebase(read, { costCents: 6490, state: 'done' }, now)).toEqual({
      kind: 'ask',
      version: 5,
      changed: ['costCents'],
      fields: [{ name: 'costCents', mine: 6490, theirs: 7150 }],
    });
  });

  it('asks nothing where both wrote the same value, in whatever order its parts stand', () => {
    const now = { ...read, version: 5, fields: { ...read.fields, part: { price: 1, name: 'batterie' } } };
    expect(rebase(read, { part: { name: 'batterie', price: 1 } }, now).kind).toBe('merged');
  });

  it.each<[Standing, ConflictAnswer[]]>([
    ['taken', ['note', 'new-report', 'deposit']],
    ['resolved', ['note', 'new-report', 'deposit']],
    ['cancelled', ['note', 'new-report', 'deposit']],
    ['merged', ['to-that-one', 'deposit']],
    ['device-moved', ['without-state', 'deposit']],
    ['device-retired', ['without-state', 'deposit']],
    ['out-of-scope', ['deposit']],
  ])('on what is %s meanwhile can be answered by %s', (standing, answers) => {
    expect(rebase(read, {}, { ...read, version: 4, standing })).toMatchObject({
      kind: 'answer',
      why: standing,
      answers,
    });
  });

  it('on one that was merged names the one it went to', () => {
    const into = { id: 'ticket-2', number: 'T-2026-00941' };
    expect(rebase(read, {}, { ...read, standing: 'merged', into })).toMatchObject({ into });
  });

  it('that was written knowing how it stands is no conflict', () => {
    const taken = { ...read, standing: 'taken' } as const;
    expect(rebase(taken, {}, { ...taken, version: 4 }).kind).toBe('merged');
  });
});
