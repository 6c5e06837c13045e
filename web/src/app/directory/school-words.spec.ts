import { describe, expect, it } from '@jest/globals';
import { contractWords, stateNote } from './school-words';

describe('a school in words', () => {
  it('says its sector, and the contract of a private one', () => {
    expect(contractWords({ sector: 'public', stateContract: null })).toBe('publique');
    expect(contractWords({ sector: 'private', stateContract: 'simple' })).toBe('privée, contrat simple');
    expect(contractWords({ sector: 'private', stateContract: null })).toBe('privée');
  });

  it('says of its state what matters most today', () => {
    const open = { state: 'open', closingAnnounced: false, closedToday: false } as const;
    expect(stateNote(open)).toBeNull();
    expect(stateNote({ ...open, closingAnnounced: true })?.word).toBe('Fermeture annoncée');
    expect(stateNote({ ...open, closingAnnounced: true, closedToday: true })?.word).toBe('Fermée aujourd’hui');
    expect(stateNote({ ...open, state: 'closed', closedToday: true })?.word).toBe('Fermée');
  });
});
