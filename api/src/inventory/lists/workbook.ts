import { readSheet } from 'read-excel-file/node';
import { stored, unpacked, ZipProblem } from '../../platform/files/zip.js';
import { Refused } from '../../platform/http/refused.js';

/** What a workbook may hold, and what it is refused with that holds more. */
export interface WorkbookBound {
  unpackedBytes: number;
  rows: number;
  columns: number;
  cells: number;
  tooLong: 'delivery.list-too-long' | 'fleet.workbook-too-long';
}

const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml))$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const CELL = /<(?:\w+:)?c[\s>/](?:[^>]*?\br="([A-Z]{1,3})(\d{1,7})")?/g;
const ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"/g;

/**
 * The rows of a workbook's first sheet, as text. Sizes are judged before a cell is read: how much it unpacks to, how far its
 * cells lie, and that its XML declares nothing that multiplies.
 * @throws Refused delivery.workbook-unreadable, and the bound's own
 */
export async function rowsOfWorkbook(file: Buffer, bound: WorkbookBound): Promise<string[][]> {
  const parts = openWorkbook(file, bound);
  for (const [name, part] of parts) {
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new Refused('delivery.workbook-unreadable');
    if (SHEET.test(name)) requireWithin(part.toString('latin1'), bound);
  }
  const rows = await readSheet(stored(parts)).catch(() => {
    throw new Refused('delivery.workbook-unreadable');
  });
  return rows.map((row) => row.map(textOf));
}

function openWorkbook(file: Buffer, bound: WorkbookBound): Map<string, Buffer> {
  try {
    return unpacked(file, (name) => PARTS.test(name), bound.unpackedBytes);
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    throw new Refused(error.what === 'too-large' ? bound.tooLong : 'delivery.workbook-unreadable');
  }
}

/** One cell far away would make a reader fill everything before it. */
function requireWithin(sheet: string, bound: WorkbookBound): void {
  let cells = 0;
  for (const [, letters, row] of sheet.matchAll(CELL)) {
    cells += 1;
    const far = columnOf(letters ?? 'A') > bound.columns || Number(row ?? 1) > bound.rows + 1;
    if (far || cells > bound.cells) throw new Refused(bound.tooLong);
  }
  for (const [, row] of sheet.matchAll(ROW)) if (Number(row) > bound.rows + 1) throw new Refused(bound.tooLong);
}

const columnOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0);

/** Spreadsheets keep fifteen figures of a number: one that has more has lost its last ones, and says so by its power. */
const MOST_EXACT = 1e15;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return String(cell as string | boolean);
  return Math.abs(cell) < MOST_EXACT ? String(cell) : cell.toExponential();
}
