import { describe, expect, it } from '@jest/globals';
import { helpedWords, remediesTitle, remedyAbout } from './remedy-words';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('the words of a remedy', () => {
  it.each([
    [{ about: 'device', family: null, service: null, symptom: 'slow' }, 'Tout appareil : lent ou bloqué'],
    [{ about: 'service', family: null, service: 'internet', symptom: 'outage' }, 'Internet : plus rien ne fonctionne'],
  ] as const)('say what it is for: %j', (remedy, words) => {
    expect(plain(remedyAbout(remedy))).toBe(words);
  });

  it('say how often it was enough', () => {
    expect(plain(helpedWords({ shown: 40, helped: 13 }))).toBe('Montré 40 fois, a suffi 13 fois (33 %)');
    expect(helpedWords({ shown: 0, helped: 0 })).toBe('Pas encore montré');
    expect([0, 1].map((total) => plain(remediesTitle(total)))).toEqual(['Aucun remède', '1 remède']);
  });
});
