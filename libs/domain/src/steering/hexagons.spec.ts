import { describe, expect, it } from '@jest/globals';
import { hexagonsOf, middleOf } from './hexagons.js';

/** Places that an invented territory has, the same at each run. */
function places(count: number, seed = 7) {
  let state = seed;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, place) => ({
    id: `commune ${place}`,
    latitude: 45.3 + random() * 0.35,
    longitude: 4.05 + random() * 0.7,
  }));
}

describe('a map of hexagons', () => {
  it.each([1, 2, 53, 300])('gives each of %i places one hexagon of its own', (count) => {
    const cells = hexagonsOf(places(count));
    expect(cells.map(({ id }) => id)).toEqual(places(count).map(({ id }) => id));
    expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(count);
    expect(Math.min(...cells.map(({ row }) => row))).toBe(0);
    expect(cells.every(({ column }) => column >= 0)).toBe(true);
  });

  it('is the same whatever order the places are told in', () => {
    const told = places(60);
    const other = hexagonsOf([...told].reverse());
    expect([...other].reverse()).toEqual(hexagonsOf(told));
  });

  it('keeps each near where it lies: north above south, west before east', () => {
    const told = places(53);
    const cells = hexagonsOf(told);
    let [kept, pairs] = [0, 0];
    for (const [one, place] of told.entries())
      for (const [other, next] of told.entries()) {
        const [here, there] = [middleOf(cells[one]!), middleOf(cells[other]!)];
        const told = [
          ...(place.latitude - next.latitude > 0.06 ? [here.y < there.y] : []),
          ...(next.longitude - place.longitude > 0.1 ? [here.x < there.x] : []),
        ];
        pairs += told.length;
        kept += told.filter(Boolean).length;
      }
    expect(kept / pairs).toBeGreaterThan(0.97);
  });

  it('keeps neighbours apart where several lie at one point', () => {
    const same = places(7).map((place) => ({ ...place, latitude: 45.4, longitude: 4.4 }));
    expect(new Set(hexagonsOf(same).map(({ column, row }) => `${column} ${row}`)).size).toBe(7);
  });
});
