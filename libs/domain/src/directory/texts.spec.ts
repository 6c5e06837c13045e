import { describe, expect, it } from '@jest/globals';
import { readEmail, readTelephone, readWebsite } from './contacts.js';
import { cleanText, communeMatchingName, plainText, sameWording, searchFor } from './plain-text.js';
import { sameHolidayName } from './public-holiday-names.js';
import { readSiret } from './siret.js';
import { isScientificNotation, padLostZeros } from './spreadsheet-damage.js';
import { isUai, makeUai, readUai } from './uai.js';

describe('a number that a spreadsheet took for another thing', () => {
  it.each([
    ['2,17003E+13', true],
    ['2.17003e13', true],
    [' 2E13 ', true],
    ['21E13', true],
    ['2E-13', true],
    ['x2E13', false],
    ['2E13x', false],
    ['2,E13', false],
    ['E13', false],
    ['2170', false],
  ])('« %s » is in scientific notation: %s', (text, is) => expect(isScientificNotation(text)).toBe(is));

  it.each([
    ['42', '042'],
    ['2A', '2A'],
    ['A2', 'A2'],
    ['', ''],
    ['1234', '1234'],
  ])('« %s » of three figures gets its zeros back: « %s »', (code, padded) =>
    expect(padLostZeros(code, 3)).toBe(padded),
  );
});

describe('a cleaned text', () => {
  it.each([
    [' École', 'École'],
    ['École ', 'École'],
    ['École  du Pré', 'École du Pré'],
    ['École\tdu Pré', 'École du Pré'],
    ['École\u00ADs', 'Écoles'],
    ['École\u2003du Pré', 'École du Pré'],
    [' ', ''],
  ])('%j is « %s »', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  it.each([
    ['Ægidius', 'aegidius'],
    ['Cœur', 'coeur'],
  ])('« %s » is matched as « %s »', (text, plain) => expect(plainText(text)).toBe(plain));
});

describe('wording', () => {
  it.each([
    ["L'Étrat", 'L’Étrat', true],
    ['Saint\u2010Chamond', 'Saint-Chamond', true],
    ['Saint\u2013Chamond', 'Saint-Chamond', true],
    ['Saint-Chamond', 'SaintChamond', false],
    ['Saint\u2010Chamond', 'SaintChamond', false],
    ['E\u0301cole', 'École', true],
    ['École  du Pré', 'École du Pré', true],
    ['Ecole', 'École', false],
    ['école', 'École', false],
  ])('« %s » and « %s » say the same: %s', (one, other, same) => expect(sameWording(one, other)).toBe(same));
});

describe('a commune’s name in files', () => {
  it.each([
    ['Grand-Croix (La)', 'la grand croix'],
    ['Grand-Croix   (La)', 'la grand croix'],
    ['Grand-Croix(La)', 'la grand croix'],
    ['Étrat (L’ )', 'etrat l'],
    ['Étrat (L ’)', 'l etrat'],
    ['Étrat (L)', 'l etrat'],
    ['Ville (Le) haute', 'ville le haute'],
    ['Ville (Haute)', 'ville haute'],
    [' Grand-Croix (La) ', 'la grand croix'],
    ['SAINT-ETIENNE CEDEX', 'saint etienne'],
    ['SAINT-ETIENNE CEDEX 2', 'saint etienne'],
    ['SAINT-ETIENNE CEDEX 12', 'saint etienne'],
    ['CEDEX 2 SAINT-ETIENNE', 'cedex 2 saint etienne'],
    ['SAINT CEDEX 2 BIS', 'saint cedex 2 bis'],
    ['ST JEAN', 'saint jean'],
    ['STE FOY ET STE ANNE', 'sainte foy et sainte anne'],
  ])('« %s » is matched as « %s »', (name, matched) => expect(communeMatchingName(name)).toBe(matched));
});

/** The eleven holidays of code du travail L3133-1: a line a holiday. */
const HOLIDAYS: readonly (readonly string[])[] = [
  ['1er janvier', 'Jour de l’an', 'Premier de l’an', 'Nouvel an'],
  ['Lundi de Pâques', 'LUNDI DE PAQUES'],
  ['1er mai', 'Fête du Travail'],
  ['8 mai', '8 mai 1945', 'Victoire de 1945', 'Victoire 1945', 'VICTOIRE 1945'],
  ['Ascension', 'Jeudi de l’Ascension'],
  ['Lundi de Pentecôte', 'Lundi de Pentecote'],
  ['14 juillet', 'Fête nationale'],
  ['15 août', 'Assomption'],
  ['1er novembre', 'Toussaint'],
  ['11 novembre', 'Armistice de 1918', 'Armistice 1918', 'Armistice'],
  ['25 décembre', 'Noël', 'Jour de Noël'],
];

describe('the public holidays of the law', () => {
  it.each(HOLIDAYS.flatMap((names) => names.slice(1).map((name) => [names[0]!, name] as const)))(
    '%s is also %s',
    (one, other) => expect(sameHolidayName(one, other)).toBe(true),
  );

  it.each(HOLIDAYS.map((names, at) => [names[0]!, HOLIDAYS[(at + 1) % HOLIDAYS.length]!.at(-1)!] as const))(
    '%s is not %s',
    (one, other) => expect(sameHolidayName(one, other)).toBe(false),
  );

  it('have no empty name', () => expect(HOLIDAYS.flat().some((name) => sameHolidayName('', name))).toBe(false));
});

describe('identifiers', () => {
  it.each([
    ['2A', '6200001'],
    ['2b', '7200001'],
    ['02A', '6200001'],
    ['02B', '7200001'],
    ['42', '0420001'],
    ['974', '9740001'],
  ])('a school of %s has a UAI in %s', (department, figures) =>
    expect(makeUai(department, 1).slice(0, 7)).toBe(figures),
  );

  it.each(['x042', '0421', '042x', '0000'])('no UAI is made in « %s »', (department) => {
    expect(() => makeUai(department, 1)).toThrow(RangeError);
  });

  it.each(['0420001', '04200012A', 'x0420001A', '420001AB', '42000A1', '0420001AB'])('« %s » is no UAI', (text) => {
    expect(readUai(text)).toMatchObject({ valid: false, code: 'uai-wrong-shape' });
    expect(isUai(text)).toBe(false);
  });

  it.each([
    ['35600000000001', true],
    ['35600000000002', false],
    ['35600000009048', true],
    ['35600000000010', true],
    ['35600000100002', false],
    ['21900000100012', true],
  ])('SIRET « %s » holds: %s', (text, valid) => expect(readSiret(text).valid).toBe(valid));
});

describe('contacts in files', () => {
  it.each([
    ['écoles@9exemple.fr', true],
    ['ecole@-exemple.fr', false],
    ['ecole@.fr', false],
    ['ecole@!exemple.fr', false],
  ])('e-mail « %s » can be written to: %s', (text, is) => expect(readEmail(text)).toBe(is ? text : null));

  it.each([
    ['exemple.fr/une page', false],
    ['exemple.fr et le reste', false],
    ['-exemple.fr', false],
    ['_exemple.fr', false],
    ['9exemple.fr#haut', true],
  ])('website « %s » becomes a link: %s', (text, is) => expect(readWebsite(text)).toBe(is ? text : null));

  it.each([
    ['04770033477', false],
    ['0400334775', true],
    ['47753000', false],
    ['77530000', false],
  ])('telephone « %s » is one: %s', (text, is) => expect(readTelephone(text) !== null).toBe(is));
});

describe('a search', () => {
  it.each([
    ['st chamond', 'Saint-Chamond', true],
    ['saint chamond', 'ST CHAMOND', true],
    ['ste barbe', 'École Sainte-Barbe', true],
    ['la-grand-croix', 'La Grand Croix', true],
    ['sacré-cœur', 'SACRE COEUR', true],
    ['ecran pose', 'Pose d’un écran', true],
    ['stade', 'École du Stade', true],
    ['saint', 'École du Stade', false],
    ['pose mur', 'Pose d’un écran', false],
    ['', 'Pose d’un écran', true],
  ])('« %s » finds « %s »: %s', (search, text, finds) => expect(searchFor(search)(text)).toBe(finds));
});
