import type { StandingDevice } from '@parc/api-client';
import { describe, expect, it } from '@jest/globals';
import {
  contentsWords,
  countedAtOnce,
  roomsOfYear,
  roomWords,
  stayingAtOnce,
  yearEndTitle,
  yearStartTitle,
} from './school-year-words';

/** With the spaces that a person sees. */
const plain = (words: string): string => words.replace(/\u00a0|\u202f/g, ' ');

const device = (id: string, changes: Partial<StandingDevice> = {}): StandingDevice => ({
  ...{ id, tag: id, modelName: 'Tablette', version: 1, state: 'in-service', roomId: 'r2', roomName: 'Salle 2' },
  ...{ isContainer: false, containerId: null, containerTag: null, stays: false },
  ...changes,
});
const CASE = device('case', { isContainer: true });
const INSIDE = ['a', 'b'].map((id) => device(id, { containerId: 'case', containerTag: 'case' }));
const standing = [
  CASE,
  ...INSIDE,
  device('alone', { stays: true }),
  device('other', { roomId: 'r1', roomName: 'BCD' }),
];

describe('a school before its summer', () => {
  it('is gone through room by room, each case with its contents under it', () => {
    const [second, library] = roomsOfYear({ standing });
    expect(second!.lines.map(({ device: { id }, contents }) => [id, contents.map((each) => each.id)])).toEqual([
      ['case', ['a', 'b']],
      ['alone', []],
    ]);
    expect(plain(roomWords(second!))).toBe('4 appareils, 3 à voir');
    expect(plain(roomWords(library!))).toBe('1 appareil, 1 à voir');
  });

  it('confirms a room at once but for what lies in its cases, which is counted', () => {
    const [room] = roomsOfYear({ standing });
    expect(stayingAtOnce(room!)).toEqual(['case']);
    expect(countedAtOnce(INSIDE)).toEqual(['a', 'b']);
    expect(plain(contentsWords(INSIDE))).toBe('2 dedans, aucun compté');
    expect(plain(contentsWords([INSIDE[0]!, { ...INSIDE[1]!, stays: true }]))).toBe('2 dedans, 1 compté');
    expect(plain(contentsWords(INSIDE.map((each) => ({ ...each, stays: true }))))).toBe('2 dedans, tous comptés');
    expect(plain(contentsWords([]))).toBe('Vide');
  });

  it('says what is left to do', () => {
    expect(plain(yearEndTitle({ standing, missing: [] }))).toBe('4 appareils à voir avant l’été');
    expect(plain(yearEndTitle({ standing: [device('x', { stays: true })], missing: [] }))).toBe('Tout est vu');
    expect(plain(yearEndTitle({ standing: [], missing: [] }))).toBe('Rien à rassembler');
    expect(plain(yearStartTitle({ gathered: [] }))).toBe('Tout est en place pour la rentrée');
  });
});
