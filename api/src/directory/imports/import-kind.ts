import type { ChangeReach, HeaderRefusal, RowRead, RowReading, RowRefused } from '@parc/domain';
import type { EntityManager } from 'typeorm';

/** What the plan knows before a file is opened: it decides which rows concern it. */
export interface PlanNames {
  /** INSEE codes of the plan's communes. */
  territory: ReadonlySet<string>;
  /** UAIs of the plan's schools, those they had before included. */
  uais: ReadonlySet<string>;
}

/** A file whose header was understood, ready to give its rows. */
export interface OpenedFile<Value> {
  columnCount: number;
  usedColumnCount: number;
  /** Which published header it has, where several are known. */
  headerStyle: string | null;
  /** False when the first row is data already. */
  firstRowIsHeader: boolean;
  readRow(cells: readonly string[], line: number): RowReading<Value, string, string>;
}

export interface HeaderRefused {
  outcome: 'refused';
  code: HeaderRefusal;
  columns: readonly string[];
}

/** One field of a change, in words: what the preview shows. */
export interface FieldShown {
  field: string;
  label: string;
  group: string;
  before: string | null;
  after: string | null;
  reaches: readonly ChangeReach[];
}

export interface ImportChange {
  outcome: 'created' | 'changed';
  key: string;
  name: string;
  communeName: string | null;
  schoolId: string | null;
  /** Fields with what they become: what the application writes. */
  appliedValues: Record<string, unknown>;
  fields: readonly FieldShown[];
  reaches: readonly ChangeReach[];
}

/** What a row would do; a refusal here needs what the directory holds, so that the reader alone could not tell. */
export type Comparison = ImportChange | { outcome: 'unchanged' } | RowRefused<string>;

export interface MissingEntry {
  key: string;
  name: string;
  communeName: string | null;
  schoolId: string | null;
}

/** What one kind of file does with its rows. Reading compares, application writes exactly what was compared. */
export interface ImportFile<Value = unknown> {
  groupWords: Readonly<Record<string, string>>;
  ignoredWords: Readonly<Record<string, string>>;
  open(firstRow: readonly string[], plan: PlanNames): OpenedFile<Value> | HeaderRefused;
  /** The UAI of a row's school, or the days it speaks of. */
  namedBy(value: Value): readonly string[];
  /** Compares a batch with what is there; one answer a row, in the same order. */
  compare(manager: EntityManager, rows: readonly RowRead<Value>[]): Promise<Comparison[]>;
  refusalSentences(refused: RowRefused<string>, plan: PlanNames): { reason: string; fate: string };
  /** What is there and the file does not name: reported, never deleted. */
  missing(manager: EntityManager, named: ReadonlySet<string>): Promise<MissingEntry[]>;
  /** SQL of one text that changes whenever what the file is compared with does. */
  markSql: string;
  /** SQL of how many schools, figures or days there are now. */
  countSql: string;
  /** Table locked against other writers while a file is applied. */
  lockedTable: string;
  /** Writes the changes staged under this import, set by set. */
  apply(manager: EntityManager, importId: string): Promise<void>;
}
