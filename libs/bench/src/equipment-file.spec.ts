import { describe, expect, it } from '@jest/globals';
import { FleetPlaces, guessFleetColumns, missingFleetColumns, readFleetRow, recogniseFleet } from '@parc/domain';
import { glpiFile, snipeFile } from './equipment-file.ts';

const schools = [
  { id: 's1', uai: '0420318T', name: 'École élémentaire des Tilleuls', communeName: 'Sorbiers' },
  { id: 's2', uai: '0421290Z', name: 'École des Églantines', communeName: 'Saint-Chamond' },
  { id: 's3', uai: '0420562H', name: 'Primaire du Grand Pré', communeName: 'Firminy' },
];
const ground = { schools, models: ['Ordinateur portable', 'Tablette'] };
const places = new FleetPlaces(
  schools.map(({ uai, ...school }) => ({ ...school, uais: [uai] })),
  [],
  new Map(),
);
const cellsOf = (content: Buffer, separator: string): string[][] => {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}]*))(?:${separator}|$)`, 'g');
  const lines = content.toString().replace('\uFEFF', '').trimEnd().split('\n');
  return lines.map((line) => [...line.matchAll(cell)].map(([, quoted, bare]) => quoted ?? bare!).slice(0, -1));
};

describe('the lists of devices that the bench brings in', () => {
  it.each([
    ['GLPI', glpiFile(60, ground), ';', 'glpi-computers'],
    ['Snipe-IT', snipeFile(60, ground), ',', 'snipe-it'],
  ])(
    'of %s are ones that are read without a question: each device by its own number, in one of the schools',
    (...given) => {
      const [, content, separator, kind] = given;
      const [header, ...rows] = cellsOf(content, separator);
      expect(recogniseFleet(header!, rows)).toBe(kind);
      const mapping = guessFleetColumns(header!);
      expect(missingFleetColumns(mapping)).toEqual([]);
      const read = rows.map((cells, position) => readFleetRow(cells, position + 2, mapping));
      expect(read.flatMap(({ faults }) => faults)).toEqual([]);
      expect(new Set(read.map(({ row }) => row.tag)).size).toBe(60);
      expect(read.map(({ row }) => places.find(row)).filter((place) => !('found' in place))).toEqual([]);
    },
  );
});
