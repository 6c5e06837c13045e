import { describe, expect, it } from '@jest/globals';
import { SCHOOL_FIELDS, compareSchool, missingSchools } from './changes.js';
import { countCompared, countSetAside, newImportTally } from './import-tally.js';
import {
  type DirectoryCellsByColumn,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
  FIXTURE_UAIS,
  REFUSED_ROWS,
  directoryCells,
} from './national-directory.fixture.js';
import { openNationalDirectory } from './national-directory.js';
import type { SchoolField, SchoolRecord, SchoolValues } from './school-record.js';
import { makeUai } from './uai.js';

function openFixture() {
  const reader = openNationalDirectory(FIXTURE_HEADER, { territory: FIXTURE_TERRITORY, uais: FIXTURE_UAIS });
  if (reader.outcome === 'refused') throw new Error(reader.code);
  return reader;
}

function recordOf(changes: Partial<DirectoryCellsByColumn> = {}): SchoolRecord {
  const row = openFixture().readRow(directoryCells(changes), 2);
  if (row.outcome !== 'record') throw new Error(row.outcome);
  return row.value;
}

const telling = (record: SchoolRecord, ...told: SchoolField[]): SchoolRecord => ({ ...record, told: new Set(told) });

describe('a school compared with the directory', () => {
  const existing: SchoolValues = recordOf();

  it('is created when it is not there', () => {
    const record = recordOf();
    expect(compareSchool(null, record)).toEqual({ outcome: 'created', record });
  });

  it('is left alone when nothing differs: the same file again changes nothing', () => {
    expect(compareSchool(existing, recordOf())).toEqual({ outcome: 'unchanged' });
  });

  it('is left alone when only apostrophes and spaces are written otherwise; an accent is a change', () => {
    const ofTheRiver = { ...existing, name: 'Ecole de l’Étrat' };
    expect(compareSchool(ofTheRiver, recordOf({ name: "Ecole de  l'Étrat" }))).toEqual({ outcome: 'unchanged' });
    expect(compareSchool(ofTheRiver, recordOf({ name: "École de l'Étrat" }))).toMatchObject({
      changes: [{ field: 'name', after: "École de l'Étrat" }],
    });
  });

  it('shows each field before and after', () => {
    const difference = compareSchool(
      existing,
      recordOf({ name: 'École des Grands Champs', telephone: '', email: 'a@b.fr' }),
    );
    expect(difference).toMatchObject({
      outcome: 'changed',
      reaches: [],
      changes: [
        { field: 'name', before: 'Ecole élémentaire des Grands Champs', after: 'École des Grands Champs', reaches: [] },
        { field: 'telephone', before: '0477000001', after: null, reaches: [] },
        { field: 'email', before: 'ecole.grands-champs@exemple.fr', after: 'a@b.fr', reaches: [] },
      ],
    });
  });

  it.each<[string, Partial<DirectoryCellsByColumn>, SchoolField[], string[]]>([
    ['closing', { state: 'FERME' }, ['state'], ['orders', 'budget']],
    ['a closing announced', { state: 'A FERMER' }, ['closingAnnounced'], ['orders']],
    [
      'a new sector and contract',
      { sector: 'Privé', contractCode: '30' },
      ['sector', 'stateContract'],
      ['orders', 'budget'],
    ],
    ['another commune', { communeInsee: '42095' }, ['communeInsee'], ['orders', 'budget']],
    ['priority education', { priority: 'REP+' }, ['priority'], ['budget']],
    ['another circonscription', { circonscriptionUai: makeUai('042', 9901) }, ['circonscriptionUai'], []],
    [
      'closing announced in priority education',
      { state: 'A FERMER', priority: 'REP' },
      ['closingAnnounced', 'priority'],
      ['orders', 'budget'],
    ],
  ])('says what is reached by %s', (_case, changes, fields, reaches) => {
    const difference = compareSchool(existing, recordOf(changes));
    if (difference.outcome !== 'changed') throw new Error(difference.outcome);
    expect(difference.changes.map(({ field }) => field)).toEqual(fields);
    expect(difference.reaches).toEqual(reaches);
  });

  it('is not changed by what its file does not tell', () => {
    const record = recordOf({ name: 'Un autre nom', telephone: '', priority: 'REP' });
    expect(compareSchool(existing, telling(record, 'email'))).toEqual({ outcome: 'unchanged' });
    expect(compareSchool(existing, telling(record, 'priority'))).toMatchObject({ changes: [{ field: 'priority' }] });
  });

  it('does not move for less than a tenth of a metre', () => {
    const moved = { ...existing, latitude: 45.49 + 4e-7 };
    expect(compareSchool(moved, recordOf())).toEqual({ outcome: 'unchanged' });
    expect(compareSchool({ ...existing, latitude: 45.49 + 3e-6 }, recordOf()).outcome).toBe('changed');
    expect(compareSchool({ ...existing, latitude: null }, recordOf()).outcome).toBe('changed');
  });

  it('moves when a position was unknown, or is no longer known, even at zero degrees', () => {
    const onTheMeridian = recordOf({ longitude: '0' });
    expect(compareSchool({ ...onTheMeridian, longitude: null }, onTheMeridian).outcome).toBe('changed');
    expect(compareSchool(onTheMeridian, { ...onTheMeridian, longitude: null }).outcome).toBe('changed');
    expect(compareSchool(onTheMeridian, onTheMeridian).outcome).toBe('unchanged');
  });

  it('is compared on every field a full row tells', () => {
    expect([...recordOf().told].sort()).toEqual([...SCHOOL_FIELDS].sort());
  });
});

describe('an import', () => {
  it('counts every row once, and its counts add up', () => {
    const reader = openFixture();
    const tally = newImportTally();
    const rows = [
      directoryCells(),
      directoryCells({ uai: makeUai('042', 9002), name: 'École du Pré', telephone: '477000002' }),
      directoryCells({ uai: makeUai('042', 9003) }),
      directoryCells({ uai: makeUai('042', 9004), type: 'Collège' }),
      directoryCells({ uai: makeUai('042', 9005), type: 'Collège' }),
      FIXTURE_HEADER.map(() => ''),
      ...Object.values(REFUSED_ROWS),
    ];
    const plan = new Map<string, SchoolValues>([
      [makeUai('042', 9001), recordOf()],
      [makeUai('042', 9002), recordOf()],
    ]);
    rows.forEach((cells, index) => {
      const row = reader.readRow(cells, index + 2);
      if (row.outcome === 'record')
        countCompared(tally, row, compareSchool(plan.get(row.value.uai) ?? null, row.value), [row.value.uai]);
      else countSetAside(tally, row);
    });
    const refused = Object.keys(REFUSED_ROWS).length;
    expect(tally).toMatchObject({
      rows: refused + 6,
      unchanged: 1,
      changed: 1,
      changedFields: 2,
      created: 1,
      warned: 1,
      refused,
      ignored: 3,
    });
    expect([...tally.ignoredByReason]).toEqual([
      ['middle-school', 2],
      ['empty-row', 1],
    ]);
    expect(tally.named.has(makeUai('042', 9004))).toBe(true);
    expect(tally.named.has(makeUai('042', 9034))).toBe(true);
  });

  it('reports the schools its file does not name, those of refused rows being named', () => {
    const named = new Set([makeUai('042', 9001), makeUai('042', 9034)]);
    const plan = [makeUai('042', 9040), makeUai('042', 9034), makeUai('042', 9039), makeUai('042', 9001)];
    expect(missingSchools(plan, named)).toEqual([makeUai('042', 9039), makeUai('042', 9040)]);
  });
});
