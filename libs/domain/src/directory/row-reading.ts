import type { Header } from './header.js';
import { cleanText } from './plain-text.js';
import { type UaiRefusal, readUai } from './uai.js';

/** What can be wrong with any row, whatever the file. */
export type RowShapeRefusal = 'row-too-short' | 'row-too-long' | 'characters-unreadable' | 'value-too-long';

/** What was repaired, or left aside, in a row that is accepted all the same. */
export type RowWarningCode =
  | 'zeros-restored'
  | 'date-in-french'
  | 'telephone-unreadable'
  | 'email-unreadable'
  | 'website-unreadable'
  | 'host-unreadable'
  | 'grouping-unreadable'
  | 'kind-guessed'
  | 'encoded-twice'
  | 'total-differs';

export interface RowWarning {
  readonly code: RowWarningCode;
  readonly column: string;
  /** what the cell held */
  readonly value: string;
}

export interface RowRead<Value> {
  readonly outcome: 'record';
  /** line of the file, the header being line 1 */
  readonly line: number;
  readonly value: Value;
  readonly warnings: readonly RowWarning[];
}

export interface RowIgnored<Reason extends string> {
  readonly outcome: 'ignored';
  readonly line: number;
  readonly reason: Reason;
  readonly uai: string | null;
}

export interface RowRefused<Refusal extends string> {
  readonly outcome: 'refused';
  readonly line: number;
  readonly code: Refusal;
  /** the column as the file names it; null when the whole row is meant */
  readonly column: string | null;
  /** what the cell held, cut at 120 characters */
  readonly value: string;
  /** the row's UAI when it could be read: the school it speaks of is in the file */
  readonly uai: string | null;
  /** the value that was probably meant */
  readonly suggestion: string | null;
  /** the line that already says the same */
  readonly otherLine: number | null;
}

/** Every row of a file is one of three: nothing is lost without being counted. */
export type RowReading<Value, Refusal extends string, Reason extends string> =
  RowRead<Value> | RowIgnored<Reason> | RowRefused<Refusal>;

interface RefusalDetail {
  readonly suggestion?: string | null;
  readonly otherLine?: number;
}

const VALUE_MAX_LENGTH = 300;
const SHOWN_MAX_LENGTH = 120;
const REPLACEMENT_CHARACTER = '\uFFFD';
/** UTF-8 read as windows-1252 and written again as UTF-8: « Ã‰cole », « lâ€™eau ». */
const ENCODED_TWICE = /[ÃÂ][\u00A0-\u00BF\u0080-\u009F‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009D˜“”]/;
/** No text holds one, and no database can: a file damaged on its way does. */
const NUL = '\u0000';
const NULS = /\u0000/g;

/**
 * One row being read: cells by key, the warnings gathered and the first refusal met. Reading goes on after a refusal,
 * so that a reader states its rules one under the other; the first one stands.
 */
export class RowCells<Key extends string, Refusal extends string> {
  readonly line: number;
  readonly warnings: RowWarning[] = [];
  private readonly header: Header<Key>;
  private readonly cells: readonly string[];
  private firstRefusal: RowRefused<Refusal | RowShapeRefusal> | null = null;
  private rowUai: string | null = null;

  constructor(header: Header<Key>, cells: readonly string[], line: number) {
    this.header = header;
    this.cells = cells;
    this.line = line;
  }

  /**
   * Refuses a row damaged in any cell, cut before its last required column, or longer than the header by more than empty
   * cells. Spreadsheets drop the empty cells at the end of a row: that alone is no damage.
   */
  checkShape(): void {
    const { columnCount, lastRequiredPosition } = this.header;
    const damaged = this.cells.find((cell) => cell.includes(NUL));
    if (damaged !== undefined) this.refuse('characters-unreadable', null, damaged);
    if (this.cells.length <= lastRequiredPosition) this.refuse('row-too-short', null, String(this.cells.length));
    const beyond = this.cells.slice(columnCount).find((cell) => cell.trim() !== '');
    if (beyond !== undefined) this.refuse('row-too-long', null, beyond);
  }

  isEmpty(): boolean {
    return this.cells.every((cell) => cell.trim() === '');
  }

  /** The column as this file names it. */
  labelOf(key: Key): string {
    return this.header.labels[key];
  }

  /** False when the file has no such column or the row ends before it: then nothing is known, not even emptiness. */
  tells(key: Key): boolean {
    const position = this.header.positions.get(key);
    return position !== undefined && position < this.cells.length;
  }

  /** The cell's text, cleaned; empty when the row does not tell. Refuses what was decoded wrongly or is too long. */
  text(key: Key): string {
    const position = this.header.positions.get(key);
    const raw = position === undefined ? '' : (this.cells[position] ?? '');
    if (raw === '') return '';
    if (raw.includes(REPLACEMENT_CHARACTER)) this.refuse('characters-unreadable', key, raw);
    if (raw.length > VALUE_MAX_LENGTH) this.refuse('value-too-long', key, raw);
    if (ENCODED_TWICE.test(raw)) this.warnOnce('encoded-twice', key, raw);
    return cleanText(raw);
  }

  textOrNull(key: Key): string | null {
    return this.text(key) || null;
  }

  /** The row's own UAI, remembered for what is said of the row; null when refused. */
  uai(this: RowCells<Key, Refusal | UaiRefusal>, key: Key): string | null {
    const text = this.text(key);
    const reading = readUai(text);
    if (reading.valid) return (this.rowUai = reading.uai);
    this.refuse(reading.code, key, text, { suggestion: reading.suggestion });
    return null;
  }

  warn(code: RowWarningCode, key: Key, value: string): void {
    this.warnings.push({ code, column: this.labelOf(key), value: value.slice(0, SHOWN_MAX_LENGTH) });
  }

  private warnOnce(code: RowWarningCode, key: Key, value: string): void {
    if (!this.warnings.some((warning) => warning.code === code)) this.warn(code, key, value);
  }

  refuse(code: Refusal | RowShapeRefusal, key: Key | null, value: string, detail: RefusalDetail = {}): null {
    this.firstRefusal ??= {
      outcome: 'refused',
      line: this.line,
      code,
      column: key === null ? null : this.labelOf(key),
      value: value.slice(0, SHOWN_MAX_LENGTH).replace(NULS, REPLACEMENT_CHARACTER),
      uai: this.rowUai,
      suggestion: detail.suggestion ?? null,
      otherLine: detail.otherLine ?? null,
    };
    return null;
  }

  get refusal(): RowRefused<Refusal | RowShapeRefusal> | null {
    return this.firstRefusal && { ...this.firstRefusal, uai: this.rowUai };
  }

  record<Value>(value: Value): RowRead<Value> {
    return { outcome: 'record', line: this.line, value, warnings: this.warnings };
  }

  ignored<Reason extends string>(reason: Reason): RowIgnored<Reason> {
    return { outcome: 'ignored', line: this.line, reason, uai: this.rowUai };
  }
}
