import { describe, expect, it } from '@jest/globals';
import { centsOf, fieldErrors, type FormField, type FormSpec, textOf, typedMoney, wholeOf } from './fields';

const form = (...fields: FormField[]): FormSpec => ({ id: 'essai', sections: [{ fields }], button: 'Envoyer' });

describe('what is wrong in a form', () => {
  it('is a missing answer where one is needed, and only there', () => {
    const spec = form(
      { name: 'name', label: 'Nom', type: 'text', required: 'Donnez un nom.' },
      { name: 'maker', label: 'Fabricant', type: 'text' },
    );
    expect(fieldErrors(spec, { name: '  ', maker: '' })).toEqual({ name: 'Donnez un nom.' });
  });

  it('is a shape that the answer cannot have', () => {
    const spec = form(
      { name: 'on', label: 'Date', type: 'date' },
      { name: 'price', label: 'Prix', type: 'money' },
      { name: 'count', label: 'Présents', type: 'whole' },
    );
    expect(fieldErrors(spec, { on: '2026-02-29', price: '-5', count: '2,5' })).toEqual({
      on: 'Donnez une date.',
      price: 'Écrivez un montant comme 1 234,50.',
      count: 'Donnez un nombre entier.',
    });
    expect(fieldErrors(spec, { on: '2028-02-29', price: '1 234,5', count: '0' })).toEqual({});
  });

  it('is what the question checks, against the other answers too', () => {
    const spec = form({
      name: 'to',
      label: 'Au',
      type: 'date',
      check: (value, values) => (value < values['from']! ? 'La fin vient avant le début.' : ''),
    });
    expect(fieldErrors(spec, { from: '2026-11-24', to: '2026-11-23' })).toEqual({ to: 'La fin vient avant le début.' });
    expect(fieldErrors(spec, { from: '2026-11-24', to: '2026-11-24' })).toEqual({});
  });
});

describe('an answer', () => {
  it('that is empty is no answer', () => {
    expect(textOf({ maker: ' ' }, 'maker')).toBeNull();
    expect(wholeOf({ present: '' }, 'present')).toBeNull();
    expect(centsOf({}, 'price')).toBeNull();
  });

  it('of money is typed again as it was read', () => {
    for (const cents of [0, 5, 1_050, 123_400]) expect(centsOf({ price: typedMoney(cents) }, 'price')).toBe(cents);
    expect(typedMoney(null)).toBe('');
  });
});
