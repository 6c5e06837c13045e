import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  confirmedWords,
  hoursWords,
  partAddress,
  partsWords,
  partWords,
  visitState,
  visitTitle,
  workAddress,
} from './visit-words';

/** Spaces of typography are not what is looked at here. */
const plain = (words: string): string => words.replaceAll(/\s/g, ' ');

const part = (result: 'done' | 'begun' | 'waiting' | 'noted') => ({
  ...{ kind: 'ticket', objectId: 'a', number: 'T-2026-00932', about: 'Ne charge plus', at: '2026-11-24T13:00:00Z' },
  ...({ result, deed: null, minutes: null, devices: [] } as const),
});

// A date far away says its year.
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T08:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a visit in words', () => {
  it('answers first what was done, and what is left', () => {
    const title = (...results: Parameters<typeof part>[0][]) =>
      plain(visitTitle({ parts: results.map((result) => part(result)) as never }));
    expect(title('done', 'done')).toBe('2 travaux faits');
    expect(title('done', 'waiting')).toBe('1 travail fait, 1 à suivre');
    expect(title('noted')).toBe('1 travail à suivre');
    expect(title()).toBe('Rien n’a été fait');
  });

  it('says when, and how long', () => {
    const hours = { begunAt: '2026-11-24T12:50:00Z', leftAt: '2026-11-24T13:35:00Z' };
    expect(plain(hoursWords(hours))).toMatch(/^mar\. 24 nov\.,? .*de 13 h 50 à 14 h 35 \(45 min\)$/);
    expect(plain(hoursWords({ ...hours, leftAt: null }))).toContain('depuis 13 h 50');
  });

  it('counts its parts by their kind, and says of a list what is left to do', () => {
    expect(plain(partsWords({ ticket: 2, order: 1 }))).toBe('2 tickets, 1 commande');
    expect(partsWords({ ticket: 0, order: 0 })).toBe('Rien');
    const closed = { state: 'closed', leftToDo: 0, toConfirm: false } as const;
    expect(visitState(closed).word).toBe('Terminée');
    expect(plain(visitState({ ...closed, leftToDo: 2 }).word)).toBe('Reste 2 choses à faire');
    expect(visitState({ ...closed, leftToDo: 2, toConfirm: true }).word).toBe('À confirmer par l’école');
  });

  it('says when the school has confirmed, and by whom where that may be read', () => {
    const confirmed = { confirmedAt: '2026-11-24T13:35:00Z', confirmedByName: 'Nadia Ferrand' };
    expect(plain(confirmedWords(confirmed))).toMatch(/24 nov\..*14 h 35, par Nadia Ferrand$/);
    expect(confirmedWords({ ...confirmed, confirmedByName: null })).toContain('par la direction de l’école');
    expect(confirmedWords({ confirmedAt: null, confirmedByName: null })).toBe('');
  });

  it('leads to each part, and to where it is worked on', () => {
    expect(partAddress({ kind: 'order', objectId: 'a' })).toEqual(['/commandes', 'a']);
    expect(workAddress({ kind: 'ticket', objectId: 'a' })).toEqual(['/tickets', 'a', 'clore']);
    expect(plain(partWords({ number: 'T-1', deed: 'Réglé', minutes: 80 }))).toBe('T-1 · réglé · 1 h 20');
  });
});
