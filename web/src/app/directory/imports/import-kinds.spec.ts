import { describe, expect, it } from '@jest/globals';
import { countedWith, kindOfFile } from './import-kinds';

describe('the kind of a file', () => {
  it.each([
    ['fr-en-annuaire-education.csv', 'national-directory'],
    ['fr-en-ecoles-effectifs-nb_classes.csv', 'pupils'],
    ['effectifs_ecoles_2025.csv', 'pupils'],
    ['fr-en-ips_ecoles.csv', 'social-index'],
    ['jours_feries_metropole.csv', 'public-holidays'],
    ['vacances_zone_a.csv', 'school-holidays'],
    ['fr-en-calendrier-scolaire.csv', 'school-holidays'],
  ])('is told by the name %s', (name, kind) => {
    expect(kindOfFile(name)).toBe(kind);
  });

  it('is not guessed from a name that tells nothing, nor from letters inside a word', () => {
    expect(kindOfFile('export(1).csv')).toBeNull();
    expect(kindOfFile('equipement.csv')).toBeNull();
    expect(kindOfFile('clips.csv')).toBeNull();
  });
});

describe('a count with its participle', () => {
  const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
  const school = { one: 'école', many: 'écoles', feminine: true };
  const day = { one: 'jour férié', many: 'jours fériés', feminine: false };

  it('agrees in gender and number', () => {
    expect(plain(countedWith(2_000, school, 'créé'))).toBe('2 000 écoles créées');
    expect(plain(countedWith(1, school, 'créé'))).toBe('1 école créée');
    expect(plain(countedWith(0, school, 'créé'))).toBe('aucune école créée');
    expect(plain(countedWith(3, day, 'créé'))).toBe('3 jours fériés créés');
    expect(plain(countedWith(0, day, 'créé'))).toBe('aucun jour férié créé');
  });
});
