import { describe, expect, it } from '@jest/globals';
import { FleetPlaces, type PlaceDecision } from './fleet-places.js';

const SCHOOLS = [
  { id: 'tilleuls', uais: ['0420318T', '0420999A'], name: 'École élémentaire des Tilleuls', communeName: 'Sorbiers' },
  { id: 'mail-f', uais: ['0420562H'], name: 'École du Mail', communeName: 'Firminy' },
  { id: 'mail-u', uais: ['0420845R'], name: 'École du Mail', communeName: 'Unieux' },
  { id: 'joseph', uais: ['0421290Z'], name: 'École privée Saint-Joseph', communeName: 'Saint-Chamond' },
];
const places = (decided: Record<string, PlaceDecision> = {}) =>
  new FleetPlaces(SCHOOLS, [{ id: 'stock', name: 'Réserve de la Plaine' }], new Map(Object.entries(decided)));
const found = (path: string[], ofPlace = path.length, decided: Record<string, PlaceDecision> = {}) => {
  const place = places(decided).find({ path, ofPlace });
  if ('unknown' in place) return `? ${place.text}`;
  if ('leftOut' in place) return `- ${place.text}`;
  const where = place.found;
  return 'stockPlaceId' in where ? where.stockPlaceId : `${where.schoolId} ${where.roomText ?? '–'}`;
};

describe('a place of a list', () => {
  it.each<[string, string[], string]>([
    ['by UAI', ['0420318T'], 'tilleuls –'],
    ['by a UAI of before, inside other words', ['RNE 0420999a Sorbiers', 'Salle 2'], 'tilleuls Salle 2'],
    ['by its name without accents or capitals', ['ECOLE ELEMENTAIRE DES TILLEULS', 'Salle 1'], 'tilleuls Salle 1'],
    ['by its name without the words that everybody leaves out', ['Élémentaire Tilleuls'], 'tilleuls –'],
    [
      'by commune and name, in a path',
      ['Entité racine', 'Firminy', 'École du Mail', 'RDC', 'Salle 3'],
      'mail-f RDC > Salle 3',
    ],
    ['by commune and name, in one cell', ['Unieux - École du Mail'], 'mail-u –'],
    ['by name and commune behind', ['École du Mail (Firminy)', 'CP'], 'mail-f CP'],
    ['with « St » for « Saint »', ['St-Chamond', 'Ecole privée St Joseph'], 'joseph –'],
    ['of the stock', ['Métropole', 'réserve de la plaine'], 'stock'],
    ['of the stock, on a shelf', ['Réserve de la Plaine', 'Étagère 4'], 'stock'],
  ])('is found %s', (_, path, where) => {
    expect(found(path)).toBe(where);
  });

  it('is asked about when two schools have its name, or none has', () => {
    expect(found(['École du Mail'])).toBe('? École du Mail');
    expect(found(['Le grenier'])).toBe('? Le grenier');
    expect(found([])).toBe('? ');
  });

  it('is asked about without its room, once for all its rooms; a commune alone is no place', () => {
    expect(found(['Bâtiment B', 'Salle 3'])).toBe('? Bâtiment B');
    expect(found(['Firminy', 'Les Acacias'])).toBe('? Firminy > Les Acacias');
    expect(found(['Métropole', 'Le grenier'], 1)).toBe('? Métropole > Le grenier');
  });

  it('is asked about without any room where a list says schools in one column and rooms in another', () => {
    const apart = new FleetPlaces(SCHOOLS, [], new Map(), true);
    expect(apart.find({ path: ['Le Lavoir', 'RDC', 'CP'], ofPlace: 2 })).toEqual({ unknown: true, text: 'Le Lavoir' });
    expect(apart.find({ path: ['Le Lavoir'], ofPlace: 0 })).toEqual({ unknown: true, text: 'Le Lavoir' });
    expect(apart.find({ path: ['Firminy', 'CP'], ofPlace: 1 })).toEqual({ unknown: true, text: 'Firminy > CP' });
  });

  it('is what somebody decided, the longest decision first, whatever its name says', () => {
    const decided = {
      'batiment b': { schoolId: 'joseph', roomId: 'r1' },
      'batiment b cave': { leftOut: true },
      'ecole du mail': { stockPlaceId: 'stock' },
    } as const;
    expect(found(['Bâtiment B', 'Salle 3'], 2, decided)).toBe('joseph Salle 3');
    expect(found(['Bâtiment B', 'Cave', 'Nord'], 3, decided)).toBe('- Bâtiment B > Cave');
    expect(found(['École du Mail', 'CP'], 2, decided)).toBe('stock');
    const whole = places(decided).find({ path: ['Bâtiment B'], ofPlace: 1 });
    expect(whole).toMatchObject({ found: { roomId: 'r1', roomText: null }, decided: true });
  });
});
