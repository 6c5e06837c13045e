import { cleanText } from '../directory/plain-text.js';
import type { ListMapping } from './list-columns.js';

export const LONGEST_CELL = 200;
export const LONGEST_SERIAL = 100;

/** What is wrong with a row of a list, in which column. */
export interface CellFault<Code extends string, Column extends string> {
  code: Code;
  column: Column;
  /** What the cell holds. */
  value: string;
  /** The line or the label that says the same already. */
  other?: string;
}

/** One row of a list being read: its cells by our words, and what is wrong with them, in the order it was met. */
export class ListCells<Column extends string, Code extends string> {
  readonly faults: CellFault<Code, Column>[] = [];

  /** @param mended by column, what stands instead of the file's cell */
  constructor(
    private readonly cells: readonly string[],
    private readonly mapping: ListMapping<Column>,
    private readonly damaged: Code,
    private readonly mended: Partial<Record<Column, string>> = {},
  ) {}

  fault(code: Code, column: Column, value: string): null {
    this.faults.push({ code, column, value: value.slice(0, LONGEST_CELL) });
    return null;
  }

  /** The cell's text, cleaned; empty when the row does not tell, or what it tells is damaged. */
  text(column: Column): string {
    const place = this.mapping[column];
    const raw = this.mended[column] ?? (place === undefined ? '' : (this.cells[place] ?? ''));
    if (!raw.includes('\uFFFD') && !raw.includes('\u0000') && raw.length <= LONGEST_CELL) return cleanText(raw);
    this.fault(this.damaged, column, cleanText(raw));
    return '';
  }

  /** The cell's value; null when the row does not tell, or what it tells is none. */
  read<Value>(column: Column, code: Code, of: (text: string) => Value | null): Value | null {
    const written = this.text(column);
    return written === '' ? null : (of(written) ?? this.fault(code, column, written));
  }
}
