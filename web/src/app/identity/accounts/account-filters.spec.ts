import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@parc/domain';
import { accountsTitle, askedAccounts, isAccountNarrowed, readAccountFilters, ROLE_SLUGS } from './account-filters';

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the filters of the accounts', () => {
  it('stand in the address in French', () => {
    const filters = readAccountFilters({ recherche: 'léa', role: 'direction-d-ecole', etat: 'desactives', page: '3' });
    expect(askedAccounts(filters)).toMatchObject({ search: 'léa', role: 'school-head', active: false, page: 3 });
    expect(isAccountNarrowed(filters)).toBe(true);
  });

  it('name each role apart from the others', () => {
    expect(new Set(Object.values(ROLE_SLUGS)).size).toBe(ROLES.length);
  });

  it('leave aside what the address says and they do not know', () => {
    const filters = readAccountFilters({ role: 'roi', etat: 'perdu' });
    expect(askedAccounts(filters)).toEqual({ page: 1, size: expect.any(Number) });
    expect(isAccountNarrowed(filters)).toBe(false);
  });

  it('are said in the title', () => {
    const filters = readAccountFilters({ role: 'direction-d-ecole', etat: 'ouverts' });
    expect(plain(accountsTitle(filters, 298))).toBe('298 comptes · Direction d’école · ouverts');
    expect(accountsTitle(readAccountFilters({}), 0)).toBe('Aucun compte');
  });
});
