import { describe, expect, it } from '@jest/globals';
import type { OfflineState } from '../offline';
import { statusWords } from './status-words';

const quiet: OfflineState = {
  enrolled: true,
  locked: false,
  online: true,
  sending: false,
  toSend: 0,
  photosToSend: 0,
  refused: 0,
  paused: null,
};

describe('the word in the header', () => {
  it.each<[Partial<OfflineState>, string]>([
    [{}, ''],
    [{ online: false }, 'Hors ligne'],
    [{ online: false, toSend: 3 }, 'Hors ligne · 3 à envoyer'],
    [{ toSend: 3 }, '3 à envoyer'],
    [{ sending: true, toSend: 3 }, 'Envoi · 3 à envoyer'],
    [{ photosToSend: 1 }, '1\u00a0photo à envoyer'],
    [{ toSend: 1, refused: 2 }, '2 à départager'],
    [{ toSend: 3, paused: 'signed-out' }, 'Session terminée'],
    [{ locked: true, online: false }, 'Travail sans réseau verrouillé'],
  ])('of %j is %s', (parts, words) => {
    expect(statusWords({ ...quiet, ...parts })).toBe(words);
  });
});
