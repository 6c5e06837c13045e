import { describe, expect, it } from '@jest/globals';
import { askedOf, filterChips, isNarrowed, readFilters, unfiltered, writeFilters } from './order-filters';
import { exportAddress } from '../../shell/lists/list-address';

const read = (address: Record<string, string>) => readFilters(address, 'to-approve');

describe('the filters of an address', () => {
  it.each([
    [{}],
    [{ vue: 'a-confirmer', retard: 'oui' }],
    [{ vue: 'a-certifier', exercice: '2026', commune: 'c1', secteur: 'private', reseau: 'rep-plus' }],
    [
      {
        vue: 'toutes',
        montant: '300-1000',
        etat: 'rejected',
        recherche: 'Églantines',
        tri: 'amount',
        sens: 'croissant',
        page: '3',
      },
    ],
  ])('are read and written back: %j', (address: Record<string, string>) => {
    const written = Object.entries(writeFilters(read(address))).filter(([, word]) => word !== null);
    expect(Object.fromEntries(written)).toEqual({ vue: 'a-approuver', ...address });
  });

  it('ignore what an address should not hold', () => {
    const odd = read({
      vue: 'nulle-part',
      exercice: 'abc',
      secteur: 'both',
      reseau: '*',
      etat: 'lost',
      tri: 'price',
      page: '-2',
    });
    expect(odd).toEqual(unfiltered('to-approve'));
  });

  it('narrow a view by anything but the view, its order and its page', () => {
    expect(isNarrowed(read({ vue: 'toutes', tri: 'age', page: '2' }))).toBe(false);
    expect(isNarrowed(read({ recherche: 'C-2026' }))).toBe(true);
    expect(isNarrowed(read({ secteur: 'public' }))).toBe(true);
    expect(isNarrowed(read({ retard: 'oui' }))).toBe(true);
  });
});

describe('what the API is asked for', () => {
  it('reads work that waits oldest first, an archive newest first', () => {
    expect(askedOf(read({}))).toMatchObject({ view: 'to-approve', sort: 'age', direction: 'asc', page: 1, size: 50 });
    expect(askedOf(read({ vue: 'toutes' }))).toMatchObject({ view: 'all', sort: 'number', direction: 'desc' });
  });

  it('takes the longest age for the oldest date', () => {
    expect(askedOf(read({ tri: 'age', sens: 'croissant' }))).toMatchObject({ sort: 'age', direction: 'desc' });
    expect(askedOf(read({ vue: 'toutes', tri: 'age', sens: 'croissant' }))).toMatchObject({ direction: 'asc' });
    expect(askedOf(read({ tri: 'amount', sens: 'croissant' }))).toMatchObject({ sort: 'amount', direction: 'asc' });
  });

  it('asks for what has waited beyond its time where it is asked alone', () => {
    expect(askedOf(read({ retard: 'oui' }))).toMatchObject({ view: 'to-approve', overdue: true });
    expect(askedOf(read({}))).not.toHaveProperty('overdue');
  });

  it('turns ranges of amounts into cents that never overlap', () => {
    expect(askedOf(read({ montant: 'moins-300' }))).toMatchObject({ maxCents: 29_999 });
    expect(askedOf(read({ montant: '300-1000' }))).toMatchObject({ minCents: 30_000, maxCents: 100_000 });
    expect(askedOf(read({ montant: 'plus-1000' }))).toMatchObject({ minCents: 100_001 });
  });

  it('exports every page of the same rows', () => {
    const address = exportAddress('/api/v1/orders/export.csv', askedOf(read({ reseau: 'rep-tous', page: '4' })));
    const query = new URL(address, 'http://parc.exemple').searchParams;
    expect(query.getAll('priority')).toEqual(['REP', 'REP+']);
    expect([query.has('page'), query.has('size')]).toEqual([false, false]);
  });
});

describe('the chips', () => {
  const choices = { years: [2026, 2025], communes: [], states: [], money: true, schools: true };
  const ids = (given: Partial<Parameters<typeof filterChips>[1]>) =>
    filterChips(read({}), { ...choices, ...given }).map(({ id }) => id);

  it('offer only what this reader can tell apart', () => {
    expect(ids({})).toEqual(['retard', 'exercice', 'secteur', 'reseau', 'montant']);
    expect(ids({ money: false, schools: false })).toEqual(['retard', 'exercice']);
    expect(filterChips(read({ vue: 'brouillons' }), choices).map(({ id }) => id)).not.toContain('retard');
    expect(ids({ communes: [{ id: 'c1', name: 'Sorbiers' }] })).not.toContain('commune');
    expect(
      ids({
        communes: [
          { id: 'c1', name: 'Sorbiers' },
          { id: 'c2', name: 'Unieux' },
        ],
      }),
    ).toContain('commune');
  });
});
