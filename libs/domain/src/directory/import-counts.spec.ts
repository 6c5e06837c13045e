import { describe, expect, it } from '@jest/globals';
import { countCompared, countSetAside, newImportTally } from './import-tally.js';
import { readHeader } from './header.js';
import { FIXTURE_HEADER, directoryCells, fixturePosition } from './national-directory.fixture.js';
import { openNationalDirectory } from './national-directory.js';
import { schoolFields } from './school-fields.js';
import { makeUai, readUai } from './uai.js';

describe('the counts of an import', () => {
  const ignored = { outcome: 'ignored', line: 2, reason: 'empty-row' } as const;

  it('name the schools and days the file speaks of, set aside or not', () => {
    const tally = newImportTally();
    countSetAside(tally, { ...ignored, uai: null });
    countSetAside(tally, { ...ignored, uai: 'one' });
    countCompared(tally, { outcome: 'record', line: 3, value: {}, warnings: [] }, { outcome: 'created' }, ['two']);
    expect([...tally.named]).toEqual(['one', 'two']);
  });

  it('count each warning by its code, and a row that has two once', () => {
    const tally = newImportTally();
    const warning = (code: 'zeros-restored' | 'date-in-french') => ({ code, column: 'x', value: 'y' });
    const warnings = [warning('zeros-restored'), warning('zeros-restored'), warning('date-in-french')];
    countCompared(tally, { outcome: 'record', line: 3, value: {}, warnings }, { outcome: 'unchanged' }, []);
    expect([...tally.warningsByCode]).toEqual([
      ['zeros-restored', 2],
      ['date-in-french', 1],
    ]);
    expect(tally.warned).toBe(1);
  });
});

describe('a row that says more, or less', () => {
  const open = (header: readonly string[] = FIXTURE_HEADER) => {
    const reader = openNationalDirectory(header, { territory: null });
    if (reader.outcome === 'refused') throw new Error(reader.code);
    return reader;
  };

  it('has a second line of address and a web site of its own', () => {
    const cells = directoryCells({ address2: 'Bâtiment B', website: 'www.exemple.fr' });
    expect(open().readRow(cells, 2)).toMatchObject({
      value: { addressLine2: 'Bâtiment B', website: 'www.exemple.fr' },
      warnings: [],
    });
  });

  it('tells nothing of the columns it ends before', () => {
    const shorter = directoryCells().slice(0, fixturePosition('host'));
    const row = open().readRow(shorter, 2);
    expect(row).toMatchObject({ outcome: 'record', value: { hostUai: null } });
    expect(row.outcome === 'record' && row.value.told.has('hostUai')).toBe(false);
    expect(row.outcome === 'record' && row.value.told.has('dispersedGroupingCode')).toBe(true);
  });

  it('has no text in a column that the file has not', () => {
    const header = FIXTURE_HEADER.map((label, at) => (at === fixturePosition('address1') ? 'Autre' : label));
    expect(open(header).readRow(directoryCells(), 2)).toMatchObject({ value: { addressLine1: null } });
  });

  it('has a UAI whose zero was lost, or too many letters', () => {
    const uai = makeUai('042', 9001).slice(1);
    expect(readUai(uai)).toMatchObject({ code: 'uai-lost-zero' });
    expect(readUai(uai + uai.slice(-1))).toMatchObject({ code: 'uai-wrong-shape' });
  });

  it('stands under a header whose names may hold separators', () => {
    const wanted = { day: { label: 'Jour', required: true } };
    expect(readHeader(['a;b;c', 'Jour'], wanted)).toMatchObject({ outcome: 'read' });
  });
});

describe('who may read nothing of a school', () => {
  it('is told so field by field', () => {
    expect(schoolFields(null, true)).toEqual({
      contacts: false,
      access: false,
      people: false,
      figures: false,
      convention: false,
      budget: false,
      orders: false,
    });
  });
});
