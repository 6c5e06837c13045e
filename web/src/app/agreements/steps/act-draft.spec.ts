import { describe, expect, it } from '@jest/globals';
import { fieldErrors, initialValues, YES } from '../../shell/forms/fields';
import { actForm, actRequest, oddities, visaDrafts } from './act-draft';

const TODAY = '2026-11-24';
const PAGE = { id: 'c1', kind: 'commune', partyName: 'Sorbiers', file: null } as const;

/** An act that cites a decision taken after its own council: it is entered as it is. */
const TYPED = {
  ...initialValues(actForm(PAGE)),
  councilOn: '2023-11-08',
  membersInOffice: '29',
  present: '27',
  proxies: '2',
  unanimous: YES,
  convenedOn: '2023-11-02',
  certifiedOn: '2023-11-14',
};
const VISA = { title: 'Décision du président', number: 'D-412', on: '2023-11-16' };

describe('an act as it is typed', () => {
  it('is sent as written, what it does not say as nothing', () => {
    expect(actRequest(TYPED, [VISA, { title: ' ', number: '', on: '' }])).toEqual({
      council: 'Conseil municipal',
      councilOn: '2023-11-08',
      number: null,
      signatory: null,
      unanimous: true,
      membersInOffice: 29,
      present: 27,
      proxies: 2,
      votesFor: null,
      votesAgainst: null,
      abstentions: null,
      convenedOn: '2023-11-02',
      certifiedOn: '2023-11-14',
      transmittedOn: null,
      publishedOn: null,
      executoryFrom: null,
      visas: [VISA],
    });
  });

  it('is found again as it was recorded', () => {
    const deliberation = actRequest(TYPED, [VISA]);
    const file = { legalBasis: null, runningCosts: null, promises: [], signatures: [], warnings: [], deliberation };
    expect(initialValues(actForm({ ...PAGE, file }))).toEqual(TYPED);
    expect(visaDrafts({ file })).toEqual([VISA]);
  });

  it('warns of odd dates and lets them pass', () => {
    expect(oddities('commune', TYPED, [VISA], [], TODAY)).toEqual([
      'Un acte visé (n° D-412) porte une date postérieure à la séance.',
    ]);
    expect(fieldErrors(actForm(PAGE), TYPED)).toEqual({});
  });

  it('says nothing odd before there is a date to compare with', () => {
    expect(oddities('commune', { ...TYPED, councilOn: '' }, [VISA], [], TODAY)).toEqual([]);
  });

  it('refuses more votes than people', () => {
    const errors = (votesFor: string) => Object.keys(fieldErrors(actForm(PAGE), { ...TYPED, votesFor }));
    expect(errors('29')).toEqual([]);
    expect(errors('30')).toEqual(['votesFor']);
  });

  it('of a private body has no prefecture', () => {
    const names = (kind: 'commune' | 'private-body') => Object.keys(initialValues(actForm({ ...PAGE, kind })));
    expect(names('commune')).toContain('transmittedOn');
    expect(names('private-body')).not.toContain('transmittedOn');
  });
});
