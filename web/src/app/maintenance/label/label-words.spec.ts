import { describe, expect, it } from '@jest/globals';
import { LABEL_SYMPTOMS, labelWords, nextWords, thingWord, toConfirmTitle } from './label-words';

describe('what a label says to somebody without account', () => {
  it('is what the device is, its label and its room', () => {
    expect(thingWord({ family: 'laptop' })).toBe('Ordinateur portable');
    expect(thingWord({ family: null })).toBe('Un appareil du plan numérique');
    expect(labelWords('pe-004218', { roomName: 'Salle 3' })).toBe('Étiquette PE-004218 · Salle 3');
    expect(labelWords('PE-004218', { roomName: null })).toBe('Étiquette PE-004218');
  });

  it('asks in a teacher’s words, and lets say that it is something else', () => {
    expect(LABEL_SYMPTOMS[0]).toEqual({ value: 'no-power', label: 'Ne s’allume plus' });
    expect(LABEL_SYMPTOMS.at(-1)?.value).toBe('other');
  });

  it('always ends with what happens next', () => {
    for (const known of [null, 'waiting', 'ticket'] as const) expect(nextWords(known).text).toContain('rien d’autre');
    expect(nextWords(null).title).toBe('C’est signalé');
    expect(nextWords('ticket').text).toContain('métropole est au courant');
  });
});

it('is counted for the head', () => {
  expect([1, 3].map(toConfirmTitle)).toEqual(['Un signalement à confirmer', '3 signalements à confirmer']);
});
