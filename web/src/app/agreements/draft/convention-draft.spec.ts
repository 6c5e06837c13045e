import { describe, expect, it } from '@jest/globals';
import { fieldErrors, initialValues } from '../../shell/forms/fields';
import { conventionForm, conventionRequest, proposedTitle, siteDrafts } from './convention-draft';

const PARTIES = [
  { id: 'c1', name: 'Sorbiers', kind: 'commune' as const },
  { id: 'b1', name: 'OGEC du Parc', kind: 'private-body' as const },
];
const form = (kind: 'commune' | 'private-body' | 'framework') => conventionForm(null, PARTIES, kind);
const values = { ...initialValues(form('commune')), partyId: 'c1', number: ' PNE-2026-030 ', title: 'Avec Sorbiers' };

describe('the draft of a convention', () => {
  it('needs a party, a number and a title; its term may wait', () => {
    expect(Object.keys(fieldErrors(form('commune'), initialValues(form('commune'))))).toEqual([
      'partyId',
      'number',
      'title',
    ]);
    expect(fieldErrors(form('commune'), values)).toEqual({});
  });

  it('offers the parties of its kind, and none to the framework', () => {
    const options = (kind: 'commune' | 'private-body') =>
      form(kind)
        .sections[0]!.fields.find(({ name }) => name === 'partyId')!
        .options!.map(({ label }) => label);
    expect(options('commune')).toEqual(['Choisir', 'Sorbiers']);
    expect(options('private-body')).toEqual(['Choisir', 'OGEC du Parc']);
    expect(Object.keys(initialValues(form('framework')))).not.toContain('partyId');
  });

  it('gives the party where its kind wants it', () => {
    expect(conventionRequest(values, [], [])).toMatchObject({
      number: 'PNE-2026-030',
      communeId: 'c1',
      managingBodyId: null,
      fromDay: null,
    });
    expect(conventionRequest({ ...values, kind: 'private-body', partyId: 'b1' }, [], [])).toMatchObject({
      communeId: null,
      managingBodyId: 'b1',
    });
    expect(conventionRequest({ ...values, kind: 'framework' }, [], []).communeId).toBeNull();
  });

  it('leaves out promises without a word and dates that are the convention’s own', () => {
    const promises = [
      { party: 'metropole', text: ' Elle équipe. ' },
      { party: 'partner', text: '  ' },
    ] as const;
    const sites = [
      { schoolId: 's1', fromDay: '', toDay: '' },
      { schoolId: 's2', fromDay: '2026-09-01', toDay: '' },
    ];
    expect(conventionRequest(values, promises, sites)).toMatchObject({
      promises: [{ party: 'metropole', text: 'Elle équipe.' }],
      sites: [{ schoolId: 's1' }, { schoolId: 's2', fromDay: '2026-09-01' }],
    });
  });

  it('lets sites follow the convention when its dates change, but those with dates of their own', () => {
    const site = { schoolName: 'École', uai: '0420000A', covered: false };
    expect(
      siteDrafts({
        fromDay: '2026-01-01',
        toDay: '2027-12-31',
        sites: [
          { ...site, schoolId: 's1', fromDay: '2026-01-01', toDay: '2027-12-31' },
          { ...site, schoolId: 's2', fromDay: '2026-09-01', toDay: '2027-12-31' },
        ],
      }),
    ).toEqual([
      { schoolId: 's1', fromDay: '', toDay: '' },
      { schoolId: 's2', fromDay: '2026-09-01', toDay: '' },
    ]);
  });

  it('is proposed a title from its party', () => {
    expect(proposedTitle('commune', 'Sorbiers')).toBe('Convention de partenariat avec Sorbiers');
    expect(proposedTitle('commune', '')).toBe('');
  });
});
