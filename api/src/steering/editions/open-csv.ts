import { stringify } from 'csv-stringify/sync';

/** What a column of open data is, as Table Schema says it. */
export interface OpenField {
  name: string;
  type: 'string' | 'number' | 'integer' | 'date' | 'boolean';
  title: string;
  description: string;
  required: boolean;
  enum?: readonly string[];
}

/** A CSV for machines: commas, points, UTF-8 without a mark, a line feed a row (RFC 4180 as Table Schema expects it). */
export function openCsv(fields: readonly OpenField[], rows: readonly Record<string, unknown>[]): string {
  return stringify([...rows], {
    header: true,
    columns: fields.map(({ name }) => name),
    record_delimiter: 'unix',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
    // What begins like a formula was typed by somebody: a school's name.
    escape_formulas: true,
  });
}
