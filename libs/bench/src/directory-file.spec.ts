import { describe, expect, it } from '@jest/globals';
import { openNationalDirectory } from '@parc/domain';
import { directoryFile } from './directory-file.ts';

describe('the file that the bench imports', () => {
  it('is one that the directory reads: every row a school of its own, nothing repaired', () => {
    const [header, ...rows] = directoryFile(20_000, ['42218', '42302'])
      .toString()
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    const reader = openNationalDirectory(header!, { territory: new Set(['42218', '42302']) });
    if (reader.outcome === 'refused') throw new Error(reader.code);
    const readings = rows.map((cells, position) => reader.readRow(cells, position + 2));
    expect(readings).toHaveLength(20_000);
    expect(readings.filter(({ outcome }) => outcome !== 'record')).toEqual([]);
    expect(readings.filter((reading) => 'warnings' in reading && reading.warnings.length > 0)).toEqual([]);
  });
});
