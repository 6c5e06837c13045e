import { describe, expect, it } from '@jest/globals';
import { filterChips, isNarrowed, listAsked, readFilters, writeSort } from './budget-filters';
import { usedPercent } from './budget-list-words';

describe('the list of budgets in its address', () => {
  it('is this year’s installation budgets by name where nothing is said', () => {
    expect(listAsked(readFilters({}, 2026))).toEqual({
      year: 2026,
      kind: 'installation',
      page: 1,
      size: 50,
      sort: 'school',
      direction: 'asc',
    });
  });

  it('asks for what the address says', () => {
    const address = {
      exercice: '2025',
      enveloppe: 'maintenance',
      recherche: 'tilleuls',
      secteur: 'private',
      commune: 'c',
      page: '3',
    };
    const filters = readFilters({ ...address, tri: 'used', sens: 'decroissant' }, 2026);
    expect(listAsked(filters)).toEqual({
      year: 2025,
      kind: 'maintenance',
      search: 'tilleuls',
      communeId: 'c',
      sector: 'private',
      page: 3,
      size: 50,
      sort: 'used',
      direction: 'desc',
    });
    expect(isNarrowed(filters)).toBe(true);
  });

  it('takes words it does not know as absent', () => {
    const filters = readFilters({ exercice: '1', enveloppe: 'x', secteur: 'x', tri: 'x', page: '-1' }, 2026);
    expect(filters).toEqual(readFilters({}, 2026));
  });

  it('writes a sort, and goes back to the first page', () => {
    expect(writeSort({ key: 'school', direction: 'ascending' })).toEqual({ tri: null, sens: null, page: null });
    expect(writeSort({ key: 'available', direction: 'descending' })).toEqual({
      tri: 'available',
      sens: 'decroissant',
      page: null,
    });
  });

  it('offers no choice of commune or sector to who has but one', () => {
    const one = [{ id: 'c', inseeCode: '42287', name: 'Sorbiers', schools: 3 }];
    expect(filterChips(readFilters({}, 2026), one, false)).toEqual([]);
  });
});

describe('what is used of a budget', () => {
  it('is a hundred percent only when nothing is left', () => {
    expect(usedPercent({ openedCents: 100_000, availableCents: 1 })).toBe(99);
    expect(usedPercent({ openedCents: 100_000, availableCents: 0 })).toBe(100);
    expect(usedPercent({ openedCents: 0, availableCents: 0 })).toBeNull();
  });
});
