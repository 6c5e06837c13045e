import { describe, expect, it } from '@jest/globals';
import { fieldErrors, initialValues, YES } from '../../shell/forms/fields';
import { itemForm, proposalRequest } from './item-draft';
import { priceWords } from '../../shell/forms/price-fields';
import { decisionRequest, itemButtons, itemQuestion, itemStepForm } from './item-steps';

const TODAY = '2026-11-24';
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const blank = initialValues(itemForm(null, [], TODAY));
const named = { ...blank, name: ' Pose d’une borne ', reference: 'RES-09' };

describe('a proposal', () => {
  it('needs a name and a reference, and nothing else', () => {
    expect(Object.keys(fieldErrors(itemForm(null, [], TODAY), blank))).toEqual(['name', 'reference']);
    expect(fieldErrors(itemForm(null, [], TODAY), named)).toEqual({});
  });

  it('is done by the metropole, without a price, as long as nothing else was said', () => {
    const request = proposalRequest(named);
    expect(request).toMatchObject({ name: 'Pose d’une borne', contractId: null, needs: [], remote: false });
    expect(request).not.toHaveProperty('price');
  });

  it('bears what was ticked and the price that was typed, in cents', () => {
    const request = proposalRequest({ ...named, 'need-network': YES, remote: YES, unitNetCents: '1 234,5' });
    expect(request).toMatchObject({
      needs: ['network'],
      remote: true,
      price: { fromDay: TODAY, unitNetCents: 123_450, vatBasisPoints: 2000 },
    });
  });
});

describe('a price', () => {
  it('says what it makes tax included while it is typed', () => {
    expect(plain(priceWords({ unitNetCents: '15', vatBasisPoints: '2000' }))).toBe(
      'Soit 18,00 € toutes taxes comprises',
    );
    expect(priceWords({ unitNetCents: 'quinze', vatBasisPoints: '2000' })).toBe('');
  });

  it('of a validated item does not start in the past', () => {
    const errors = (state: 'validated' | 'proposed') =>
      fieldErrors(itemStepForm('add-price', { name: 'Borne', state }, TODAY), {
        fromDay: '2026-11-23',
        unitNetCents: '10',
        vatBasisPoints: '2000',
      });
    expect(Object.keys(errors('validated'))).toEqual(['fromDay']);
    expect(errors('proposed')).toEqual({});
  });
});

describe('a decision', () => {
  const form = (step: 'validate' | 'reject') => itemStepForm(step, { name: 'Borne', state: 'under-review' }, TODAY);
  const decided = { body: 'Bureau', meetingOn: '2026-11-19', decisionNumber: '2026-117' };

  it('says who, when and under which number; a refusal, why', () => {
    expect(fieldErrors(form('validate'), decided)).toEqual({});
    expect(Object.keys(fieldErrors(form('reject'), decided))).toEqual(['reason']);
    expect(Object.keys(fieldErrors(form('validate'), {}))).toEqual(['body', 'meetingOn', 'decisionNumber']);
  });

  it('sends what was written and nothing empty', () => {
    expect(decisionRequest({ ...decided, reason: '  ' })).toEqual(decided);
  });

  it('is asked only of who may record it, and says that a price is missing', () => {
    const page = { state: 'under-review', prices: [] } as const;
    expect(itemQuestion({ ...page, prices: [], actions: [] })).toBeNull();
    expect(itemQuestion({ ...page, prices: [], actions: ['validate', 'reject'] })?.text).toContain('Il manque un prix');
    expect(itemButtons({ actions: ['edit', 'add-price', 'validate', 'reject'] }).map(({ label }) => label)).toEqual([
      'Valider…',
      'Refuser…',
    ]);
  });
});
