import type { SchoolDifference } from './changes.js';
import type { DirectoryRow } from './national-directory.js';

/**
 * The counts of an import as it goes through the file. They add up:
 * `rows = created + changed + unchanged + refused + ignored`.
 */
export interface ImportTally {
  rows: number;
  created: number;
  changed: number;
  changedFields: number;
  unchanged: number;
  refused: number;
  ignored: number;
  /** accepted rows in which something was repaired or left aside */
  warned: number;
  readonly ignoredByReason: Map<string, number>;
  /** every UAI named by the file: what is not among them is reported missing */
  readonly namedUais: Set<string>;
}

export function newImportTally(): ImportTally {
  return {
    rows: 0,
    created: 0,
    changed: 0,
    changedFields: 0,
    unchanged: 0,
    refused: 0,
    ignored: 0,
    warned: 0,
    ignoredByReason: new Map(),
    namedUais: new Set(),
  };
}

/** Counts a row that is not a record: ignored or refused. */
export function countSetAside(tally: ImportTally, row: Exclude<DirectoryRow, { outcome: 'record' }>): void {
  tally.rows += 1;
  if (row.uai !== null) tally.namedUais.add(row.uai);
  if (row.outcome === 'refused') {
    tally.refused += 1;
    return;
  }
  tally.ignored += 1;
  tally.ignoredByReason.set(row.reason, (tally.ignoredByReason.get(row.reason) ?? 0) + 1);
}

/** Counts a row that was read and compared with what exists. */
export function countCompared(
  tally: ImportTally,
  row: Extract<DirectoryRow, { outcome: 'record' }>,
  difference: SchoolDifference,
): void {
  tally.rows += 1;
  tally[difference.outcome] += 1;
  if (difference.outcome === 'changed') tally.changedFields += difference.changes.length;
  if (row.warnings.length > 0) tally.warned += 1;
  tally.namedUais.add(row.value.uai);
}
