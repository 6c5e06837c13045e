import { describe, expect, it } from '@jest/globals';
import { conventionWarnings, conventionWarningSentence, votesPossible, type Act } from './convention-warnings.js';

const ACT: Act = {
  councilOn: '2023-11-08',
  membersInOffice: 29,
  present: 27,
  proxies: 2,
  votesFor: null,
  votesAgainst: null,
  abstentions: null,
  unanimous: true,
  convenedOn: '2023-11-02',
  certifiedOn: '2023-11-14',
  transmittedOn: null,
  publishedOn: null,
  executoryFrom: null,
  visas: [],
};

const codes = (act: Partial<Act>, signedOn: string[] = [], kind: 'commune' | 'private-body' = 'commune') =>
  conventionWarnings(kind, { ...ACT, ...act }, signedOn, '2026-10-06').map(({ code }) => code);

describe('what is odd about an act', () => {
  it('is nothing when its dates follow each other', () => {
    const dates = { transmittedOn: '2023-11-15', publishedOn: '2023-11-16', executoryFrom: '2023-11-16' };
    expect(codes({ ...dates, visas: [{ title: 'Code', number: null, on: '2023-11-08' }] }, ['2023-11-16'])).toEqual([]);
  });

  it('names the cited act that is dated after the council, by its number or its title', () => {
    const visas = [
      { title: 'Décision', number: '2023.01096', on: '2023-11-16' },
      { title: 'Arrêté du président', number: null, on: '2023-11-09' },
    ];
    const warnings = conventionWarnings('commune', { ...ACT, visas }, [], '2026-10-06');
    expect(warnings.map(conventionWarningSentence)).toEqual([
      'Un acte visé (n° 2023.01096) porte une date postérieure à la séance.',
      'Un acte visé (Arrêté du président) porte une date postérieure à la séance.',
    ]);
  });

  it('includes a signature before the act is executory, for public acts alone', () => {
    expect(codes({ executoryFrom: '2023-11-20' }, ['2023-11-19'])).toEqual(['signed-before-executory']);
    expect(codes({}, ['2023-11-19'])).toEqual(['executory-unknown']);
    expect(codes({}, ['2023-11-19'], 'private-body')).toEqual([]);
    expect(codes({}, ['2023-11-07'], 'private-body')).toEqual(['signed-before-council']);
  });

  it('includes a council without its majority, at exactly half', () => {
    expect(codes({ membersInOffice: 28, present: 14 })).toEqual(['quorum-missing']);
    expect(codes({ membersInOffice: 28, present: 15 })).toEqual([]);
  });
});

describe('the votes of an act', () => {
  it('are at most those present and represented', () => {
    expect(votesPossible({ ...ACT, votesFor: 29 })).toBe(true);
    expect(votesPossible({ ...ACT, votesFor: 28, abstentions: 2 })).toBe(false);
    expect(votesPossible({ ...ACT, present: null, votesFor: 300 })).toBe(true);
  });
});
