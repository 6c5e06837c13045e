import { describe, expect, it } from '@jest/globals';
import { byName } from './by-name';

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('rooms by name', () => {
  it('count on from nine to ten', () => {
    expect(byName(named('Salle 10', 'Salle 2', 'Salle 1'))).toEqual(named('Salle 1', 'Salle 2', 'Salle 10'));
  });

  it('stand with their unaccented neighbours', () => {
    expect(byName(named('Étude', 'Gymnase', 'bureau'))).toEqual(named('bureau', 'Étude', 'Gymnase'));
  });
});
