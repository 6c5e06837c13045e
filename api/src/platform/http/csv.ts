import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { LIMITS } from '../limits.js';

/** Rows an export holds at the most: past it the list is to be refined. */
export const EXPORT_ROWS = 50_000;

type Row = Record<string, unknown>;
/** Key of the row → French heading, in order. */
export type CsvColumns = Record<string, string>;

/** A CSV that French spreadsheets open as it is (BOM, semicolons) and in which no cell runs as a formula. */
export function csvText(rows: readonly Row[], columns: CsvColumns): string {
  return csvPart(rows, columns, true);
}

/** The same file, made as it is sent: no more than a batch is in memory, however long the list or slow the line. */
export function csvStream(batches: AsyncIterable<readonly Row[]>, columns: CsvColumns): Readable {
  return Readable.from(csvParts(batches, columns), { objectMode: false });
}

async function* csvParts(batches: AsyncIterable<readonly Row[]>, columns: CsvColumns): AsyncGenerator<string> {
  // The heading stands there even over nothing.
  yield csvPart([], columns, true);
  for await (const rows of batches) yield csvPart(rows, columns, false);
}

function csvPart(rows: readonly Row[], columns: CsvColumns, begins: boolean): string {
  return stringify([...rows], {
    bom: begins,
    delimiter: ';',
    record_delimiter: 'windows',
    header: begins,
    columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'oui' : 'non') },
  });
}

/**
 * The rows of a complete query in its order, `LIMITS.exportBatchRows` at a time, `EXPORT_ROWS` at the most. The order is
 * read first, as ids alone; the rows then by their ids, under the same scope and filters: no connection is held while a
 * slow reader takes them, and what has left the list meanwhile is left out.
 * @param id the query's key, selected as "id"
 */
export async function inBatches<T extends { id: string | number }>(
  query: SelectQueryBuilder<ObjectLiteral>,
  id: string,
): Promise<AsyncIterable<T[]>> {
  const keys = await query.clone().select(id, 'id').limit(EXPORT_ROWS).getRawMany<{ id: T['id'] }>();
  const ids = keys.map((key) => key.id);
  return batchesOf<T>(query, id, ids);
}

async function* batchesOf<T extends { id: string | number }>(
  query: SelectQueryBuilder<ObjectLiteral>,
  id: string,
  ids: readonly T['id'][],
): AsyncGenerator<T[]> {
  for (let from = 0; from < ids.length; from += LIMITS.exportBatchRows) {
    const batch = ids.slice(from, from + LIMITS.exportBatchRows);
    const rows = await query.clone().andWhere(`${id} = any(:batch)`, { batch }).getRawMany<T>();
    const byId = new Map<T['id'], T>(rows.map((row) => [row.id, row]));
    yield batch.flatMap((key) => byId.get(key) ?? []);
  }
}

/** Cents as a spreadsheet reads them in French: 1234,50. */
export function csvEuros(cents: number | null): string {
  return cents === null
    ? ''
    : `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
