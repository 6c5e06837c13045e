import { describe, expect, it } from '@jest/globals';
import { addCalendarDays } from '../calendar/index.js';
import { readEmail, readTelephone, readWebsite } from './contacts.js';
import { readDepartmentCode, readGroupingCode, readInseeCode, readPostalCode } from './insee.js';
import {
  type DirectoryCellsByColumn,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  directoryCells,
} from './national-directory.fixture.js';
import { openNationalDirectory } from './national-directory.js';
import { openPupilsFile } from './pupils-file.js';
import { openSchoolHolidaysFile } from './school-holidays-file.js';
import { readSiret } from './siret.js';
import { makeUai } from './uai.js';

const OURS = makeUai('042', 9001);

function readSchool(changes: Partial<DirectoryCellsByColumn>) {
  const reader = openNationalDirectory(FIXTURE_HEADER, { territory: FIXTURE_TERRITORY });
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader.readRow(directoryCells(changes), 2);
}

function readPupils(counts: { pupils: string; classes: string }) {
  const header = ['Rentrée scolaire', 'UAI', 'Nombre total de classes', "Nombre total d'élèves"];
  const reader = openPupilsFile(header, new Set([OURS]));
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader.readRow(['2025', OURS, counts.classes, counts.pupils], 2);
}

function readHoliday(from: string, to: string) {
  const reader = openSchoolHolidaysFile(['debut', 'fin', 'nom'], 'A');
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader.readRow([from, to, 'Été'], 2);
}

describe('what a file may hold at the most', () => {
  it('is five thousand pupils in a school, and none at all is a figure too', () => {
    expect(readPupils({ pupils: '5000', classes: '200' })).toMatchObject({ value: { pupils: 5000, classes: 200 } });
    expect(readPupils({ pupils: '5001', classes: '200' })).toMatchObject({ code: 'count-unreadable' });
    expect(readPupils({ pupils: '0', classes: '0' })).toMatchObject({ value: { pupils: 0, classes: 0 } });
    expect(readPupils({ pupils: '12 élèves', classes: '1' })).toMatchObject({ code: 'count-unreadable' });
    expect(readPupils({ pupils: 'env. 12', classes: '1' })).toMatchObject({ code: 'count-unreadable' });
  });

  it('is a holiday of eleven weeks, and one of a single day at the least', () => {
    expect(readHoliday('2026-07-04', addCalendarDays('2026-07-04', 76)).outcome).toBe('record');
    expect(readHoliday('2026-07-04', addCalendarDays('2026-07-04', 77))).toMatchObject({ code: 'period-too-long' });
    expect(readHoliday('2026-07-04', '2026-07-04').outcome).toBe('record');
  });

  it('is the pole and the date line', () => {
    expect(readSchool({ latitude: '90', longitude: '180' })).toMatchObject({ value: { latitude: 90, longitude: 180 } });
    expect(readSchool({ latitude: '-90', longitude: '-180' })).toMatchObject({
      value: { latitude: -90, longitude: -180 },
    });
    expect(readSchool({ latitude: '45', longitude: '181' })).toMatchObject({ code: 'position-unreadable' });
    expect(readSchool({ latitude: '45.4912345678', longitude: '4,45' })).toMatchObject({
      value: { latitude: 45.491235, longitude: 4.45 },
    });
  });

  it('is three hundred characters in a cell', () => {
    expect(readSchool({ name: 'é'.repeat(300) }).outcome).toBe('record');
    expect(readSchool({ name: 'é'.repeat(301) })).toMatchObject({ code: 'value-too-long' });
  });

  it('is what a mailbox and an address bar take', () => {
    const email = (length: number) => `${'a'.repeat(length - '@exemple.fr'.length)}@exemple.fr`;
    const domain = `${'b'.repeat(186)}.fr`;
    expect(readEmail(email(75))).toBe(email(75));
    expect(readEmail(email(76))).toBeNull();
    expect(readEmail(`${'a'.repeat(64)}@${domain}`)).not.toBeNull();
    expect(readEmail(`${'a'.repeat(64)}@b${domain}`)).toBeNull();
    expect(readWebsite(`exemple.fr/${'a'.repeat(289)}`)).not.toBeNull();
    expect(readWebsite(`exemple.fr/${'a'.repeat(290)}`)).toBeNull();
    expect(readWebsite(' www.exemple.fr ')).toBe('www.exemple.fr');
    expect(readWebsite('voir www.exemple.fr')).toBeNull();
    expect(readTelephone('le 0477530000')).toBeNull();
    expect(readTelephone('04775300')).toBeNull();
  });
});

describe('a code', () => {
  it.each([
    ['commune', '423021', readInseeCode],
    ['commune', 'x42302', readInseeCode],
    ['commune', '42302x', readInseeCode],
    ['commune', '2C004', readInseeCode],
    ['delivery office', 'F42290', readPostalCode],
    ['delivery office', '422901', readPostalCode],
    ['département', '0421', readDepartmentCode],
    ['département', 'x042', readDepartmentCode],
    ['grouping', '0350111', readGroupingCode],
    ['grouping', 'x035011', readGroupingCode],
  ])('of a %s has its own shape, and « %s » has not', (_kind, text, read) => {
    expect(read(text)).toBeNull();
  });

  it('of Corsica is read in capitals, and its groupings too', () => {
    expect(readGroupingCode('02b011')).toEqual({ code: '02B011', zerosRestored: false });
    expect(readInseeCode('2B033')).toEqual({ code: '2B033', zerosRestored: false });
  });

  it.each(['0219000007', '00219000007', '021900000100012'])(
    'of a firm is neither longer than it is nor of a length between the two: %s',
    (text) => expect(readSiret(text)).toEqual({ valid: false, code: 'siret-wrong' }),
  );

  it('of the post office stands on all its fourteen figures, and on no other firm', () => {
    expect(readSiret('35600000000001')).toMatchObject({ valid: true });
    expect(readSiret('35600000000002')).toMatchObject({ valid: false });
    expect(readSiret('21900000100002')).toMatchObject({ valid: false });
  });
});
