import { REFUSED_ROW_HEADINGS } from '@parc/domain';
import type { Readable } from 'node:stream';
import { csvStream, EXPORT_ROWS } from '../../platform/http/csv.js';
import { LIMITS } from '../../platform/limits.js';

/** A row of a list that stays out: why, and what it holds. */
export interface KeptOut {
  line: number;
  cells: readonly string[];
  sentences: readonly string[];
}

/**
 * Rows that stay out, as a file to be mended and sent again: the list's own columns, and after them its line and the reasons.
 * What would run in a spreadsheet is text in it.
 */
export function keptOutCsv(header: readonly string[], rows: readonly KeptOut[]): Readable {
  const cells = Object.fromEntries(header.map((heading, place) => [`cell-${place}`, heading]));
  const [line, reasons] = REFUSED_ROW_HEADINGS;
  return csvStream(partsOf(rows.slice(0, EXPORT_ROWS)), { ...cells, line, reasons });
}

async function* partsOf(rows: readonly KeptOut[]): AsyncGenerator<Record<string, unknown>[]> {
  for (let from = 0; from < rows.length; from += LIMITS.exportBatchRows)
    yield rows.slice(from, from + LIMITS.exportBatchRows).map(({ line, cells, sentences }) => ({
      ...Object.fromEntries(cells.map((cell, place) => [`cell-${place}`, cell])),
      ...{ line, reasons: sentences.join(' ') },
    }));
}
