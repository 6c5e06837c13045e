import { describe, expect, it } from '@jest/globals';
import {
  codeScanned,
  darkRuns,
  LABEL_FORMAT_NAMES,
  LABEL_FORMATS,
  labelPages,
  labelPath,
  labelsOnPage,
  nextLabelCode,
} from './equipment-labels.js';

describe('formats of labels', () => {
  it('hold as many as the sheets that are sold', () => {
    expect(LABEL_FORMAT_NAMES.map((name) => [name, labelsOnPage(name)])).toEqual([
      ['a4-21', 21],
      ['a4-65', 65],
      ['roll-62', 1],
    ]);
  });

  it.each(LABEL_FORMAT_NAMES)('lay %s within its page', (name) => {
    const { page, columns, rows, label, margin, gap } = LABEL_FORMATS[name];
    const width = columns * label.width + (columns - 1) * gap;
    // What is left at the right and below is what stands at the left and above, within half a millimetre.
    expect(Math.abs(page.width - width - 2 * margin.x)).toBeLessThanOrEqual(50);
    expect(Math.abs(page.height - rows * label.height - 2 * margin.y)).toBeLessThanOrEqual(50);
  });

  it('count the places left empty on a sheet that was begun', () => {
    expect(labelPages('a4-21', 21, 1)).toBe(1);
    expect(labelPages('a4-21', 21, 2)).toBe(2);
    expect(labelPages('a4-65', 300, 1)).toBe(5);
    expect(labelPages('roll-62', 3, 1)).toBe(3);
  });
});

describe('what was scanned', () => {
  it.each([
    ['https://parc.exemple.fr/e/PE-000123', 'PE-000123'],
    ['https://exemple.fr/parc/e/pe-000123/?x=1#y', 'PE-000123'],
    ['http://localhost:3000/e/PE-000123', 'PE-000123'],
    [' PE-000123 ', 'PE-000123'],
    // A maker's serial number is what it is, small letters too.
    ['5CG9aB', '5CG9aB'],
    ['https://exemple.fr/autre', 'https://exemple.fr/autre'],
    ['https://exemple.fr/e/%E0%A4%A', '%E0%A4%A'],
  ])('%s is %s', (scanned, code) => {
    expect(codeScanned(scanned)).toBe(code);
  });

  it('is nothing when nothing is written, or a whole text', () => {
    expect([codeScanned('  '), codeScanned('x'.repeat(101))]).toEqual([null, null]);
  });

  it('is the code whose address was printed', () => {
    expect(codeScanned(`https://parc.exemple.fr${labelPath('PE-7')}`)).toBe('PE-7');
  });
});

describe('the next label', () => {
  it('is the first one with a number, and never longer than a label', () => {
    expect(nextLabelCode('PE-000123', 2)).toBe('PE-000123-2');
    expect(nextLabelCode('A'.repeat(30), 12)).toBe(`${'A'.repeat(27)}-12`);
    expect(nextLabelCode(`${'A'.repeat(27)}-BC`, 3)).toBe(`${'A'.repeat(27)}-3`);
  });
});

describe('a code drawn in modules', () => {
  it('is told by its dark stretches', () => {
    const rows = ['##.#', '....', '.###'].map((row) => [...row].map((module) => module === '#'));
    expect(darkRuns(rows)).toEqual([
      [0, 0, 2],
      [3, 0, 1],
      [1, 2, 3],
    ]);
  });
});
