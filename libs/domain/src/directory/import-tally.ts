import type { RowIgnored, RowRead, RowRefused, RowWarningCode } from './row-reading.js';

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
  readonly warningsByCode: Map<RowWarningCode, number>;
  /** every UAI, or day, named by the file: what is not among them is reported missing */
  readonly named: Set<string>;
}

/** What a row that was read would do. */
export type CountedDifference =
  { readonly outcome: 'created' | 'unchanged' } | { readonly outcome: 'changed'; readonly changes: readonly unknown[] };

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
    warningsByCode: new Map(),
    named: new Set(),
  };
}

/** Counts a row that is not a record: ignored or refused. */
export function countSetAside(tally: ImportTally, row: RowIgnored<string> | RowRefused<string>): void {
  tally.rows += 1;
  if (row.uai !== null) tally.named.add(row.uai);
  if (row.outcome === 'refused') {
    tally.refused += 1;
    return;
  }
  tally.ignored += 1;
  countOne(tally.ignoredByReason, row.reason);
}

/**
 * Counts a row that was read and compared with what exists.
 *
 * @param named the UAI of its school, or the days it speaks of
 */
export function countCompared(
  tally: ImportTally,
  row: RowRead<unknown>,
  difference: CountedDifference,
  named: readonly string[],
): void {
  tally.rows += 1;
  tally[difference.outcome] += 1;
  if (difference.outcome === 'changed') tally.changedFields += difference.changes.length;
  if (row.warnings.length > 0) tally.warned += 1;
  for (const { code } of row.warnings) countOne(tally.warningsByCode, code);
  for (const name of named) tally.named.add(name);
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
