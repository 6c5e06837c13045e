import { describe, expect, it } from '@jest/globals';
import { sameHolidayName } from './public-holiday-names.js';
import { type PublicHolidayRefusal, openPublicHolidaysFile } from './public-holidays-file.js';
import { type SchoolHolidayRefusal, openSchoolHolidaysFile } from './school-holidays-file.js';
import { PUBLIC_HOLIDAY_REFUSAL_WORDS, SCHOOL_HOLIDAY_REFUSAL_WORDS } from './yearly-files-words.js';

const FRENCH_SENTENCE = /^[A-ZÉ«][^!']*\.$/;

type RowReader = { readRow: (cells: readonly string[], line: number) => unknown };

function opened<Reading extends { outcome: string }>(reading: Reading): Extract<Reading, { outcome: 'read' }> {
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return reading as Extract<Reading, { outcome: 'read' }>;
}

/** Reads the rows in order, lines from 2, and gives the last reading. */
function readLast(reader: RowReader, ...rows: readonly (readonly string[])[]) {
  return rows.map((cells, index) => reader.readRow(cells, index + 2)).at(-1);
}

describe('the file of public holidays', () => {
  const row = ['2026-05-14', '2026', 'Métropole', 'Ascension'];
  const withCell = (position: number, cell: string): string[] => row.map((old, at) => (at === position ? cell : old));

  it('gives days with their names, without a header', () => {
    expect(openPublicHolidaysFile().readRow(row, 1)).toMatchObject({
      value: { date: '2026-05-14', name: 'Ascension' },
    });
  });

  it.each([
    ['a header all the same', ['date', 'annee', 'zone', 'nom_jour_ferie'], 1, 'header-row'],
    ['another zone', withCell(2, 'Alsace-Moselle'), 5, 'other-zone'],
    ['an empty row', ['', '', '', ''], 5, 'empty-row'],
  ])('ignores %s', (_case, cells, line, reason) => {
    expect(openPublicHolidaysFile().readRow(cells, line)).toMatchObject({ outcome: 'ignored', reason });
  });

  const refused: Record<PublicHolidayRefusal, string[]> = {
    'row-too-short': row.slice(0, 3),
    'row-too-long': [...row, 'x'],
    'characters-unreadable': withCell(3, 'No\uFFFDl'),
    'value-too-long': withCell(3, 'é'.repeat(301)),
    'date-impossible': withCell(0, '2026-02-30'),
    'year-differs': withCell(1, '2025'),
    'holiday-name-missing': withCell(3, ''),
    'date-repeated': row,
  };
  it.each(Object.entries(refused))('refuses a row and says why: %s', (code, cells) => {
    const reading = readLast(openPublicHolidaysFile(), row, cells) as { code: PublicHolidayRefusal };
    expect(reading).toMatchObject({ outcome: 'refused', code, line: 3 });
    expect(PUBLIC_HOLIDAY_REFUSAL_WORDS[reading.code](reading as never)).toMatch(FRENCH_SENTENCE);
  });

  it.each(['1026', '1999', '2100', '9026'])('refuses a day of a year that is not the plan’s: %s', (year) => {
    const cells = [`${year}-12-25`, year, ...row.slice(2)];
    expect(readLast(openPublicHolidaysFile(), cells)).toMatchObject({ code: 'date-impossible' });
  });

  it('refuses a header that comes back among the days', () => {
    expect(openPublicHolidaysFile().readRow(['date', 'annee', 'Métropole', 'nom'], 7)).toMatchObject({
      code: 'date-impossible',
    });
  });
});

describe('names of a public holiday', () => {
  it.each([
    ['1er janvier', 'Jour de l’an'],
    ['Fete du travail', '1er mai'],
    ['Jour de Noël', 'Noël'],
    ["Veille de l'Assomption", 'Veille de l’Assomption'],
  ])('%s and %s are the same', (one, other) => expect(sameHolidayName(one, other)).toBe(true));

  it.each([
    ['1er mai', '8 mai'],
    ['Toussaint', 'Vendredi saint'],
    ['Vendredi saint', 'Vendredi Saint'],
  ])('%s and %s are not', (one, other) => expect(sameHolidayName(one, other)).toBe(false));
});

describe('the file of school holidays', () => {
  const header = ['debut', 'fin', 'nom', 'zone'];
  const open = () => opened(openSchoolHolidaysFile(header, 'A'));
  const row = ['2026-10-17', '2026-11-02', 'Vacances de la Toussaint', 'A'];
  const withCell = (position: number, cell: string): string[] => row.map((old, at) => (at === position ? cell : old));
  const winter = ['2027-02-13', '2027-03-01', 'Vacances d’hiver', 'A'];

  it('gives periods of whole days, both ends included', () => {
    expect(readLast(open(), row)).toMatchObject({
      value: { from: '2026-10-17', to: '2026-11-02', name: 'Vacances de la Toussaint' },
      warnings: [],
    });
  });

  it('may be written for one zone, its columns named otherwise and its days in French', () => {
    const reader = opened(openSchoolHolidaysFile(['debut', 'fin_inclus', 'nom'], 'A'));
    expect(readLast(reader, ['17/10/2026', '02/11/2026', 'Toussaint'])).toMatchObject({
      value: { from: '2026-10-17', to: '2026-11-02' },
      warnings: [{ code: 'date-in-french' }, { code: 'date-in-french' }],
    });
  });

  it.each(['A', 'a', 'Zone A', 'Zones A et C', 'A,B,C'])('holds zone A when it says « %s »', (zone) => {
    expect(readLast(open(), withCell(3, zone))).toMatchObject({ outcome: 'record' });
  });

  it.each([
    ['another zone', withCell(3, 'Zone B'), 'other-zone'],
    ['two others', withCell(3, 'B et C'), 'other-zone'],
    ['a place with a calendar of its own', withCell(3, 'Corse'), 'other-zone'],
    ['another of several words', withCell(3, 'Saint Pierre et Miquelon'), 'other-zone'],
    ['an empty row', ['', '', '', ''], 'empty-row'],
  ])('ignores %s', (_case, cells, reason) => {
    expect(readLast(open(), cells)).toMatchObject({ outcome: 'ignored', reason });
  });

  const refused: Record<SchoolHolidayRefusal, string[]> = {
    'row-too-short': row.slice(0, 2),
    'row-too-long': [...row, 'x'],
    'characters-unreadable': withCell(2, 'No\uFFFDl'),
    'value-too-long': withCell(2, 'é'.repeat(301)),
    'date-impossible': withCell(0, '2026-11-31'),
    'period-reversed': withCell(1, '2026-10-16'),
    'period-too-long': withCell(1, '2027-01-02'),
    'period-overlaps': ['2027-03-01', '2027-03-05', 'Pont', 'A'],
    'zone-unknown': withCell(3, 'Zone D'),
    'holiday-name-missing': withCell(2, ''),
  };
  it.each(Object.entries(refused))('refuses a row and says why: %s', (code, cells) => {
    const reading = readLast(open(), winter, cells) as { code: SchoolHolidayRefusal };
    expect(reading).toMatchObject({ outcome: 'refused', code, line: 3 });
    expect(SCHOOL_HOLIDAY_REFUSAL_WORDS[reading.code](reading as never)).toMatch(FRENCH_SENTENCE);
  });

  it('says a period once, when it is repeated with the same days', () => {
    expect(readLast(open(), row, row)).toMatchObject({ outcome: 'ignored', reason: 'period-told-before' });
    const longer = withCell(1, '2026-11-03');
    expect(readLast(open(), row, longer)).toMatchObject({ code: 'period-overlaps', otherLine: 2 });
  });

  it.each([0, 1])('refuses a day of a year that is not the plan’s, first or last: %s', (index) => {
    for (const day of ['1026-11-01', '1999-12-31', '2100-01-01', '9026-11-01', '9026-11-01T23:00:00+00:00'])
      expect(readLast(open(), withCell(index, day))).toMatchObject({ code: 'date-impossible', value: day });
  });

  it('refuses an unreadable end and an empty zone, and names the period overlapped', () => {
    expect(readLast(open(), withCell(1, 'été'))).toMatchObject({ code: 'date-impossible', column: 'fin' });
    expect(readLast(open(), withCell(3, ''))).toMatchObject({ code: 'zone-unknown' });
    expect(readLast(open(), winter, refused['period-overlaps'])).toMatchObject({ otherLine: 2 });
  });

  it('counts the shared day as an overlap, at either end', () => {
    const before = ['2027-02-10', '2027-02-13', 'Pont', 'A'];
    expect(readLast(open(), winter, before)).toMatchObject({ code: 'period-overlaps' });
  });

  it('takes a summer of eleven weeks, and periods that follow each other', () => {
    expect(readLast(open(), ['2026-07-04', '2026-09-18', 'Été', 'A'])).toMatchObject({ outcome: 'record' });
    expect(readLast(open(), row, ['2026-11-03', '2026-11-04', 'Pont', 'A'])).toMatchObject({ outcome: 'record' });
  });

  it('is refused without its columns', () => {
    expect(openSchoolHolidaysFile(['debut', 'nom'], 'A')).toMatchObject({ code: 'columns-missing', columns: ['fin'] });
  });
});

describe('the ministry’s file of the school calendar', () => {
  const header = ['Description', 'Population', 'Date de début', 'Date de fin', 'Académies', 'Zones', 'annee_scolaire'];
  const open = (names: readonly string[] = header) => opened(openSchoolHolidaysFile(names, 'A'));
  const row = (description: string, from: string, to: string, population = '-', zone = 'Zone A') => [
    description,
    population,
    from,
    to,
    'Lyon',
    zone,
    '2026-2027',
  ];
  const christmas = { from: '2026-12-19', to: '2027-01-03' };

  it.each([
    ['in universal time', '2026-12-18T23:00:00+00:00', '2027-01-03T23:00:00+00:00'],
    ['in Paris time', '2026-12-19T00:00:00+01:00', '2027-01-04T00:00:00+01:00'],
    ['with a Z', '2026-12-18T23:00:00Z', '2027-01-03T23:00:00.000Z'],
    ['as plain days', '2026-12-19', '2027-01-04'],
  ])('ends on the eve of the return, %s', (_case, from, to) => {
    expect(readLast(open(), row('Vacances de Noël', from, to))).toMatchObject({ outcome: 'record', value: christmas });
    const byApi = open(['description', 'population', 'start_date', 'end_date', 'location', 'zones', 'annee_scolaire']);
    expect(readLast(byApi, row('Vacances de Noël', from, to))).toMatchObject({ value: christmas });
  });

  it('keeps the day of summer time, at both ends', () => {
    expect(
      readLast(open(), row('Vacances de Printemps', '2027-04-09T22:00:00+00:00', '2027-04-25T22:00:00+00:00')),
    ).toMatchObject({ value: { from: '2027-04-10', to: '2027-04-25' } });
  });

  it.each([
    ['the beginning of a summer', 'Début des Vacances d’Été', '2027-07-02T22:00:00+00:00', '2027-07-02T22:00:00+00:00'],
    ['a rentrée', 'Rentrée scolaire des élèves', '2027-09-01', '2027-09-01'],
  ])('sets aside a day that is no period: %s', (_case, name, from, to) => {
    expect(readLast(open(), row(name, from, to))).toMatchObject({ outcome: 'ignored', reason: 'day-marked' });
  });

  it('sets such a day aside in a file written by hand too, and takes a bridge of one day', () => {
    const byHand = () => opened(openSchoolHolidaysFile(['debut', 'fin', 'nom'], 'A'));
    expect(readLast(byHand(), ['2027-07-03', '2027-07-03', 'Début des Vacances d’Été'])).toMatchObject({
      reason: 'day-marked',
    });
    expect(readLast(byHand(), ['2027-05-07', '2027-05-07', 'Pont de l’Ascension'])).toMatchObject({
      value: { from: '2027-05-07', to: '2027-05-07' },
    });
  });

  it('speaks to pupils: what teachers alone have is set aside', () => {
    const summer = ['2026-07-03T22:00:00+00:00', '2026-08-31T22:00:00+00:00'] as const;
    const forTeachers = row('Vacances d’Été', summer[0], '2026-08-30T22:00:00+00:00', 'Enseignants');
    const reader = open();
    expect(readLast(reader, forTeachers)).toMatchObject({ reason: 'teachers-only' });
    expect(readLast(reader, row('Vacances d’Été', ...summer, 'Élèves'))).toMatchObject({
      value: { from: '2026-07-04', to: '2026-08-31' },
    });
  });

  it('refuses an instant that does not exist', () => {
    expect(readLast(open(), row('Noël', '2026-02-30T23:00:00+00:00', '2026-03-04'))).toMatchObject({
      code: 'date-impossible',
    });
    expect(readLast(open(), row('Noël', '2026-12-19T25:00:00+00:00', '2027-01-04'))).toMatchObject({
      code: 'date-impossible',
    });
  });
});
