import { describe, expect, it } from '@jest/globals';
import type { ConventionKind } from './convention-kinds.js';
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

const visa = (on: string | null) => ({ title: 'Code', number: null, on });

const codes = (act: Partial<Act>, signedOn: string[] = [], kind: ConventionKind = 'commune') =>
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

  it.each<[string, Partial<Act>, string[]]>([
    ['convened after the council', { convenedOn: '2023-11-09' }, ['convened-after-council']],
    ['convened on its very day', { convenedOn: '2023-11-08' }, []],
    ['certified before the council', { certifiedOn: '2023-11-07' }, ['certified-before-council']],
    ['certified on its very day', { certifiedOn: '2023-11-08' }, []],
    ['transmitted before the council', { transmittedOn: '2023-11-07' }, ['transmitted-before-council']],
    ['published before the council', { publishedOn: '2023-11-07' }, ['published-before-council']],
    [
      'executory before it was published',
      { transmittedOn: '2023-11-15', publishedOn: '2023-11-17', executoryFrom: '2023-11-16' },
      ['executory-before-formalities'],
    ],
    [
      'executory before it was transmitted, though published',
      { transmittedOn: '2023-11-17', publishedOn: '2023-11-15', executoryFrom: '2023-11-16' },
      ['executory-before-formalities'],
    ],
    [
      'executory before its only formality',
      { transmittedOn: '2023-11-17', executoryFrom: '2023-11-16' },
      ['executory-before-formalities'],
    ],
    ['executory without a known formality', { executoryFrom: '2023-11-16' }, []],
    ['held the day after today', { councilOn: '2026-10-07', certifiedOn: null }, ['council-to-come']],
    ['held today', { councilOn: '2026-10-06', certifiedOn: null }, []],
    ['more present than in office', { present: 30 }, ['present-above-office']],
    ['all of them present', { present: 29 }, []],
    ['unanimous with one voice against', { votesAgainst: 1 }, ['unanimity-contradicted']],
    ['unanimous with one abstention', { abstentions: 1 }, ['unanimity-contradicted']],
    ['unanimous with none of either', { votesAgainst: 0, abstentions: 0 }, []],
    ['not unanimous, with voices against', { unanimous: false, votesAgainst: 3, abstentions: 2 }, []],
    ['of unknown attendance', { present: null }, []],
    ['of an unknown council', { membersInOffice: null }, []],
    ['of an unknown council that nobody attended', { membersInOffice: null, present: 0 }, []],
    ['citing an act of its own day, and an undated one', { visas: [visa('2023-11-08'), visa(null)] }, []],
  ])('judges an act %s', (_case, act, expected) => {
    expect(codes(act)).toEqual(expected);
  });

  it('leaves a signature alone on the executory day, on the council’s, and while nobody has signed', () => {
    expect(codes({ executoryFrom: '2023-11-20' }, ['2023-11-20', '2023-11-21'])).toEqual([]);
    expect(codes({}, ['2023-11-08'], 'private-body')).toEqual([]);
    expect(codes({}, [])).toEqual([]);
  });

  it('finds one early signature among others, and treats a framework as a public act', () => {
    expect(codes({ executoryFrom: '2023-11-20' }, ['2023-11-21', '2023-11-19'])).toEqual(['signed-before-executory']);
    expect(codes({}, ['2023-11-19'], 'framework')).toEqual(['executory-unknown']);
    expect(codes({ executoryFrom: '2023-11-20' }, ['2023-11-19'], 'medico-social-body')).toEqual([]);
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
    expect(votesPossible({ ...ACT, votesFor: 20, votesAgainst: 5, abstentions: 4 })).toBe(true);
    expect(votesPossible({ ...ACT, votesFor: 20, votesAgainst: 5, abstentions: 5 })).toBe(false);
    expect(votesPossible({ ...ACT, votesFor: 20, votesAgainst: 10 })).toBe(false);
    expect(votesPossible({ ...ACT, votesFor: 28, proxies: null })).toBe(false);
    expect(votesPossible({ ...ACT, votesFor: 27, proxies: null })).toBe(true);
    expect(votesPossible({ ...ACT, present: null, votesFor: 300 })).toBe(true);
  });
});
