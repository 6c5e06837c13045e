import { describe, expect, it } from '@jest/globals';
import { fieldErrors } from '../../shell/forms/fields';
import { deputyForm, headsOf, periodWords } from './deputy-form';

const LIST = {
  items: [],
  candidates: [{ accountId: 'a1', name: 'Dominique Rey' }],
  vacancy: false,
  mayName: true,
  latestDay: '2027-08-31',
};
const deputy = { id: 'd1', accountId: 'a1', inVacancy: false, current: true } as const;
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('naming a deputy', () => {
  const errors = (values: Record<string, string>) =>
    fieldErrors(deputyForm(LIST, '2026-11-24'), {
      accountId: 'a1',
      fromDay: '2026-11-24',
      lastDay: '2026-12-18',
      ...values,
    });

  it('asks who, from when and until when', () => {
    expect(errors({})).toEqual({});
    expect(Object.keys(errors({ accountId: '', lastDay: '' }))).toEqual(['accountId', 'lastDay']);
  });

  it('takes neither the past, nor an end before the start, nor days after the head’s own', () => {
    expect(errors({ fromDay: '2026-11-23' })['fromDay']).toBe('Ce jour est passé.');
    expect(errors({ fromDay: '2026-12-20' })['lastDay']).toBe('La fin vient avant le début.');
    expect(errors({ lastDay: '2027-09-01' })['lastDay']).toContain('31 août 2027');
    expect(errors({ lastDay: '2027-08-31' })).toEqual({});
  });
});

describe('the people of a school', () => {
  const people = [
    { name: 'Sabrina Valendru', deputy: false, until: null },
    { name: 'Dominique Rey', deputy: true, until: '2026-12-18' },
  ];

  it('names deputies among them for who has no list of deputies', () => {
    expect(headsOf(people, null).map(({ name, words }) => `${name} : ${plain(words)}`)).toEqual([
      'Sabrina Valendru : Direction',
      'Dominique Rey : Adjoint, jusqu’au 18 déc. 2026',
    ]);
  });

  it('leaves to the list of deputies those it names, in a vacancy too', () => {
    const named = { ...deputy, name: 'Dominique Rey', fromDay: '2026-11-24', lastDay: '2026-12-18' };
    expect(headsOf(people, [named]).map(({ name }) => name)).toEqual(['Sabrina Valendru']);
    const vacancy = [{ name: 'Dominique Rey', deputy: false, until: '2026-12-18' }];
    expect(headsOf(vacancy, [{ ...named, inVacancy: true }])).toEqual([]);
  });

  it('says the days of a deputy', () => {
    expect(plain(periodWords({ fromDay: '2026-11-24', lastDay: '2026-12-18' }))).toBe(
      'du 24 nov. 2026 au 18 déc. 2026',
    );
    expect(plain(periodWords({ fromDay: '2026-11-24', lastDay: '2026-11-24' }))).toBe('le 24 nov. 2026');
    expect(plain(periodWords({ fromDay: '2026-11-24', lastDay: null }))).toBe('depuis le 24 nov. 2026');
  });
});
