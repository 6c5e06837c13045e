import { stringify } from 'csv-stringify/sync';

/** Rows an export holds at the most: past it the list is to be refined. */
export const EXPORT_ROWS = 50_000;

/**
 * A CSV that French spreadsheets open as it is (BOM, semicolons) and in which no cell runs as a formula.
 * @param columns key of the row → French heading, in order
 */
export function csvText(rows: readonly Record<string, unknown>[], columns: Record<string, string>): string {
  return stringify([...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    header: true,
    columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'oui' : 'non') },
  });
}

/** Cents as a spreadsheet reads them in French: 1234,50. */
export function csvEuros(cents: number | null): string {
  return cents === null
    ? ''
    : `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
