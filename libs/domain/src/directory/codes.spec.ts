import { describe, expect, it } from '@jest/globals';
import { readEmail, readTelephone, readWebsite } from './contacts.js';
import { readDepartmentCode, readGroupingCode, readInseeCode, readPostalCode } from './insee.js';
import { cleanText, communeMatchingName, plainText } from './plain-text.js';
import { readSiret, sirenOf } from './siret.js';

describe('a SIRET', () => {
  it.each([
    ['21900000100012', '21900000100012', false],
    ['219 000 001 00012', '21900000100012', false],
    ['219000007', '219000007', false],
    ['570000000010', '00570000000010', true],
    ['05700000', '005700000', true],
    ['35600000000001', '35600000000001', false],
  ])('« %s » is read as %s', (text, siret, zerosRestored) => {
    expect(readSiret(text)).toEqual({ valid: true, siret, zerosRestored });
  });

  it.each([
    ['2,17003E+13', 'siret-scientific'],
    ['2.17003e+13', 'siret-scientific'],
    ['2E13', 'siret-scientific'],
    ['21900000100013', 'siret-wrong'],
    ['35600000000002', 'siret-wrong'],
    ['00000000000000', 'siret-wrong'],
    ['2190000010', 'siret-wrong'],
    ['21900000100', 'siret-wrong'],
    ['219000001000120', 'siret-wrong'],
    ['5700000', 'siret-wrong'],
    ['2190000010001A', 'siret-wrong'],
  ])('« %s » is refused: %s', (text, code) => {
    expect(readSiret(text)).toEqual({ valid: false, code });
  });

  it('names the legal person by its first nine figures', () => {
    expect(sirenOf('21900000100012')).toBe('219000001');
  });
});

describe('codes on a fixed number of figures', () => {
  it.each([
    [readInseeCode, '42302', '42302', false],
    [readInseeCode, '1004', '01004', true],
    [readInseeCode, '2a004', '2A004', false],
    [readInseeCode, '4,2E+4', null, false],
    [readInseeCode, '104', null, false],
    [readInseeCode, '', null, false],
    [readPostalCode, '1 000', '01000', true],
    [readPostalCode, '42290', '42290', false],
    [readPostalCode, '2A004', null, false],
    [readDepartmentCode, '042', '042', false],
    [readDepartmentCode, '42', '042', true],
    [readDepartmentCode, '02A', '02A', false],
    [readDepartmentCode, '2A', null, false],
    [readGroupingCode, '70073', '070073', true],
    [readGroupingCode, '035011', '035011', false],
    [readGroupingCode, 'RPI', null, false],
  ])('%o reads « %s » as %s', (read, text, code, zerosRestored) => {
    expect(read(text)).toEqual(code === null ? null : { code, zerosRestored });
  });
});

describe('contacts', () => {
  it.each([
    ['0477530000', '0477530000', false],
    ['04 77 53 00 00', '0477530000', false],
    ['04.77.53.00.00', '0477530000', false],
    ['477530000', '0477530000', true],
    ['+33 4 77 53 00 00', '0477530000', false],
    ['+33 (0)4 77 53 00 00', '0477530000', false],
    ['0033477530000', '0477530000', false],
  ])('telephone « %s » is %s', (text, telephone, zeroRestored) => {
    expect(readTelephone(text)).toEqual({ telephone, zeroRestored });
  });

  it.each(['', '4,7753E+8', '3639', '0077530000', '04775300001', 'à demander'])('telephone « %s » is none', (text) => {
    expect(readTelephone(text)).toBeNull();
  });

  it.each([
    ['ce.0420001A@ac-exemple.fr', 'ce.0420001A@ac-exemple.fr'],
    [' ecole+direction@exemple.fr ', 'ecole+direction@exemple.fr'],
    ['école@exemple.fr', 'école@exemple.fr'],
    ['ecole@exemple', null],
    ['ecole exemple.fr', null],
    ['a@b.fr\nBcc: c@d.fr', null],
    ['<ecole@exemple.fr>', null],
    [`${'a'.repeat(60)}@${'b'.repeat(200)}.fr`, null],
    ['', null],
  ])('e-mail « %s » is %s', (text, email) => {
    expect(readEmail(text)).toBe(email);
  });

  it.each([
    ['www.exemple.fr', true],
    ['http://exemple.fr/ecole?id=1', true],
    ['HTTPS://Exemple.fr:8080', true],
    ['javascript:alert(1)', false],
    ['javascript://exemple.fr/%0aalert(1)', false],
    ['data:text/html,exemple.fr', false],
    ['exemple', false],
    [`exemple.fr/${'a'.repeat(300)}`, false],
    ['', false],
  ])('website « %s » becomes a link: %s', (text, accepted) => {
    expect(readWebsite(text)).toBe(accepted ? text : null);
  });
});

describe('texts that are matched', () => {
  it.each([
    ['L’Étrat', 'L ETRAT'],
    ['Cœur-Joli', 'coeur joli'],
    ['Saint-Étienne', 'SAINT  ETIENNE'],
    ['Rozier-Côtes-d’Aurec', "rozier cotes d'aurec"],
  ])('« %s » and « %s » are the same', (one, other) => {
    expect(plainText(one)).toBe(plainText(other));
  });

  it.each([
    ['ST CHAMOND', 'Saint-Chamond'],
    ['STE-CROIX-EN-JAREZ', 'Sainte-Croix-en-Jarez'],
    ['GRAND-CROIX (LA)', 'La Grand-Croix'],
    ["Étrat (L')", 'L’Étrat'],
    ['ST ETIENNE CEDEX 2', 'Saint-Étienne'],
  ])('commune « %s » matches « %s »', (one, other) => {
    expect(communeMatchingName(one)).toBe(communeMatchingName(other));
  });

  it('keep apart communes that only look alike', () => {
    expect(communeMatchingName('Saint-Paul-en-Jarez')).not.toBe(communeMatchingName('Saint-Paul-en-Cornillon'));
    expect(communeMatchingName('Estivareilles')).toBe('estivareilles');
    expect(communeMatchingName('Vestes')).toBe('vestes');
  });
});

describe('a cell', () => {
  it.each([
    ['  École   du\u00A0Mollard ', 'École du Mollard'],
    ['École\r\ndu Mollard', 'École du Mollard'],
    ['\uFEFFÉcole\u200B', 'École'],
    ['École \u202Edralloм', 'École dralloм'],
    ['École du Mollard', 'École du Mollard'],
    ['', ''],
  ])('%j is cleaned to « %s »', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});
