import { describe, expect, it } from '@jest/globals';
import { askedItems, isItemNarrowed, itemChips, itemsTitle, readItemFilters, readsPrices } from './item-filters';

const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the catalogue’s list, from its address', () => {
  it('asks the API for what the address says', () => {
    const words = {
      etat: 'a-l-examen',
      categorie: 'network',
      realisation: 'contract',
      recherche: 'câble',
      tri: 'price',
      sens: 'decroissant',
      page: '3',
    };
    expect(askedItems(readItemFilters(words))).toEqual({
      page: 3,
      size: 50,
      state: ['under-review'],
      category: 'network',
      performer: 'contract',
      search: 'câble',
      sort: 'price',
      direction: 'desc',
    });
  });

  it('takes words it does not know for none', () => {
    const filters = readItemFilters({ etat: 'inconnu', categorie: 'autre', tri: 'secret', page: '-1' });
    expect(askedItems(filters)).toEqual({ page: 1, size: 50, sort: 'name', direction: 'asc' });
    expect(isItemNarrowed(filters)).toBe(false);
  });

  it('is not narrowed by its tab, but by a search', () => {
    expect(isItemNarrowed(readItemFilters({ etat: 'valides' }))).toBe(false);
    expect(isItemNarrowed(readItemFilters({ recherche: 'borne' }))).toBe(true);
  });
});

describe('the title of the catalogue', () => {
  it('says the answer', () => {
    expect(plain(itemsTitle(readItemFilters({}), 55))).toBe('55 articles au catalogue');
    expect(plain(itemsTitle(readItemFilters({ etat: 'a-l-examen' }), 1))).toBe('1 article à l’examen');
    expect(itemsTitle(readItemFilters({ etat: 'proposes' }), 0)).toBe('Aucun article proposé');
  });
});

describe('who reads the catalogue', () => {
  it('sees prices, but for Éducation nationale', () => {
    expect(readsPrices('technician')).toBe(true);
    expect(readsPrices('inspector')).toBe(false);
    expect(readsPrices(null)).toBe(false);
  });

  it('chooses a contract only where contracts are read', () => {
    const ids = (contracts: Parameters<typeof itemChips>[2]) =>
      itemChips(readItemFilters({}), 'plan-manager', contracts).map(({ id }) => id);
    expect(ids([])).not.toContain('marche');
    expect(ids([{ id: 'k1', number: '2026-001', title: 'Câblage' }])).toContain('marche');
  });
});
