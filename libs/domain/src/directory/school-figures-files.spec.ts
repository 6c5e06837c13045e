import { describe, expect, it } from '@jest/globals';
import { type PupilsRefusal, openPupilsFile } from './pupils-file.js';
import { type SocialIndexRefusal, openSocialIndexFile } from './social-index-file.js';
import { makeUai } from './uai.js';
import { PUPILS_REFUSAL_WORDS, SOCIAL_INDEX_REFUSAL_WORDS } from './yearly-files-words.js';

const OURS = makeUai('042', 9001);
const PLAN = new Set([OURS]);
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

describe('the file of pupils and classes', () => {
  const header = [
    'Rentrée scolaire',
    'Commune',
    "Numéro de l'école",
    'Nombre total de classes',
    "Nombre total d'élèves",
    "Nombre d'élèves en pré-élémentaire hors ULIS",
    "Nombre d'élèves en élémentaire hors ULIS",
    "Nombre d'élèves en ULIS",
  ];
  const open = () => opened(openPupilsFile(header, PLAN));
  const row = ['2025', 'SORBIERS', OURS, '9', '201', '80', '110', '11'];
  const withCell = (position: number, cell: string): string[] => row.map((old, at) => (at === position ? cell : old));

  it('gives totals of a school and a rentrée', () => {
    expect(readLast(open(), row)).toEqual({
      outcome: 'record',
      line: 2,
      warnings: [],
      value: {
        uai: OURS,
        schoolYearStart: 2025,
        pupils: 201,
        classes: 9,
        nurseryPupils: 80,
        elementaryPupils: 110,
        inclusionPupils: 11,
      },
    });
  });

  it('is read under the API’s names too, with totals alone', () => {
    const reader = opened(
      openPupilsFile(['rentree_scolaire', 'numero_ecole', 'nombre_total_classes', 'nombre_total_eleves'], PLAN),
    );
    expect(readLast(reader, ['2024', OURS, '4', '100'])).toMatchObject({
      value: { schoolYearStart: 2024, pupils: 100, classes: 4, nurseryPupils: null },
      warnings: [],
    });
  });

  it('says when the levels do not add up to the total, which stands', () => {
    expect(readLast(open(), withCell(4, '200'))).toMatchObject({
      value: { pupils: 200 },
      warnings: [{ code: 'total-differs', column: "Nombre total d'élèves", value: '200' }],
    });
  });

  it('may hold several rentrées of one school', () => {
    expect(readLast(open(), row, withCell(0, '2026'))).toMatchObject({ outcome: 'record' });
  });

  it('ignores schools outside the plan and empty rows', () => {
    expect(readLast(open(), withCell(2, makeUai('042', 9002)))).toMatchObject({ reason: 'school-outside-plan' });
    expect(
      readLast(
        open(),
        row.map(() => ''),
      ),
    ).toMatchObject({ reason: 'empty-row' });
  });

  const refused: Record<PupilsRefusal, string[]> = {
    'uai-missing': withCell(2, ''),
    'uai-wrong-shape': withCell(2, 'école'),
    'uai-lost-zero': withCell(2, OURS.slice(1)),
    'uai-forbidden-letter': withCell(2, `${OURS.slice(0, 7)}I`),
    'uai-wrong-check-letter': withCell(2, `${OURS.slice(0, 6)}2${OURS.slice(7)}`),
    'row-too-short': row.slice(0, 3),
    'row-too-long': [...row, '1'],
    'characters-unreadable': withCell(0, '2025\uFFFD'),
    'value-too-long': withCell(0, '2'.repeat(301)),
    'year-unreadable': withCell(0, '25'),
    'count-unreadable': withCell(3, '9,5'),
    'row-repeated': row,
  };
  it.each(Object.entries(refused))('refuses a row and says why: %s', (code, cells) => {
    const reading = readLast(open(), row, cells) as { code: PupilsRefusal };
    expect(reading).toMatchObject({ outcome: 'refused', code, line: 3 });
    expect(PUPILS_REFUSAL_WORDS[reading.code](reading as never)).toMatch(FRENCH_SENTENCE);
  });

  it.each([
    ['a missing total', withCell(4, ''), 'est vide'],
    ['a negative count', withCell(3, '-1'), 'n’est pas un nombre possible'],
    ['a count beyond any school', withCell(5, '90000'), 'n’est pas un nombre possible'],
  ])('refuses %s', (_case, cells, words) => {
    const reading = readLast(open(), cells) as { code: PupilsRefusal };
    expect(reading).toMatchObject({ code: 'count-unreadable' });
    expect(PUPILS_REFUSAL_WORDS[reading.code](reading as never)).toContain(words);
  });

  it('is refused without its columns', () => {
    expect(openPupilsFile(['UAI', 'Rentrée scolaire'], PLAN)).toMatchObject({
      outcome: 'refused',
      code: 'columns-missing',
    });
  });
});

describe('the file of the social index', () => {
  const header = ['Rentrée scolaire', 'UAI', "Nom de l'établissment", 'IPS'];
  const open = () => opened(openSocialIndexFile(header, PLAN));
  const row = ['2024-2025', OURS, 'ECOLE', '90.5'];
  const withCell = (position: number, cell: string): string[] => row.map((old, at) => (at === position ? cell : old));

  it.each([
    ['90.5', 905],
    ['90,5', 905],
    ['125', 1250],
    ['125.0', 1250],
    ['30', 300],
    ['200', 2000],
  ])('gives %s as %i tenths', (text, socialIndexTenths) => {
    expect(readLast(open(), withCell(3, text))).toMatchObject({
      value: { uai: OURS, schoolYearStart: 2024, socialIndexTenths },
    });
  });

  it('is read under the API’s names too', () => {
    const reader = opened(openSocialIndexFile(['rentree_scolaire', 'uai', 'ips'], PLAN));
    expect(readLast(reader, ['2024-2025', OURS, '101.2'])).toMatchObject({ value: { socialIndexTenths: 1012 } });
  });

  it.each([
    ['a school outside the plan', withCell(1, makeUai('042', 9002)), 'school-outside-plan'],
    ['a school too small for an index', withCell(3, 'NS'), 'index-not-published'],
    ['a school without one', withCell(3, ''), 'index-not-published'],
    ['an empty row', row.map(() => ''), 'empty-row'],
  ])('ignores %s', (_case, cells, reason) => {
    expect(readLast(open(), cells)).toMatchObject({ outcome: 'ignored', reason });
  });

  const refused: Record<SocialIndexRefusal, string[]> = {
    'uai-missing': withCell(1, ''),
    'uai-wrong-shape': withCell(1, '42'),
    'uai-lost-zero': withCell(1, OURS.slice(1)),
    'uai-forbidden-letter': withCell(1, `${OURS.slice(0, 7)}O`),
    'uai-wrong-check-letter': withCell(1, `${OURS.slice(0, 6)}2${OURS.slice(7)}`),
    'row-too-short': row.slice(0, 2),
    'row-too-long': [...row, 'x'],
    'characters-unreadable': withCell(3, '90\uFFFD5'),
    'value-too-long': withCell(3, '9'.repeat(301)),
    'year-unreadable': withCell(0, '2024-2026'),
    'index-unreadable': withCell(3, '905'),
    'row-repeated': row,
  };
  it.each(Object.entries(refused))('refuses a row and says why: %s', (code, cells) => {
    const reading = readLast(open(), row, cells) as { code: SocialIndexRefusal };
    expect(reading).toMatchObject({ outcome: 'refused', code, line: 3 });
    expect(SOCIAL_INDEX_REFUSAL_WORDS[reading.code](reading as never)).toMatch(FRENCH_SENTENCE);
  });

  it.each(['29.9', '200.1', '200,5', '90.55', 'cent'])('knows no index of %s', (text) => {
    expect(readLast(open(), withCell(3, text))).toMatchObject({ code: 'index-unreadable' });
  });

  it('is refused without its columns', () => {
    expect(openSocialIndexFile(['UAI'], PLAN)).toMatchObject({ outcome: 'refused', code: 'columns-missing' });
  });
});
