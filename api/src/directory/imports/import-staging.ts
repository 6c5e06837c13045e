import {
  type ChangeReach,
  countCompared,
  countSetAside,
  french,
  type ImportTally,
  newImportTally,
  type RowIgnored,
  type RowRead,
  type RowReading,
  type RowRefused,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Comparison, ImportChange, ImportFile, MissingEntry, PlanNames } from './import-kind.js';

type Row = RowReading<unknown, string, string>;

/** Counts the rows of one import and stages what they would do, batch after batch. */
export class ImportStaging {
  readonly tally: ImportTally = newImportTally();
  readonly fieldsByGroup: Record<string, number> = {};

  constructor(
    private readonly importId: string,
    private readonly kind: ImportFile,
    private readonly plan: PlanNames,
  ) {}

  /** Compares a batch with what is there; every row of it is counted once. */
  async take(manager: EntityManager, rows: readonly Row[]): Promise<void> {
    const read = rows.filter((row) => row.outcome === 'record');
    const comparisons = read.length > 0 ? await this.kind.compare(manager, read) : [];
    const changes: object[] = [];
    const refusals: RowRefused<string>[] = [];
    const setAside = (row: RowIgnored<string> | RowRefused<string>) => {
      countSetAside(this.tally, row);
      if (row.outcome === 'refused') refusals.push(row);
    };
    let next = 0;
    for (const row of rows) {
      if (row.outcome !== 'record') setAside(row);
      else {
        const comparison = comparisons[next++]!;
        if (comparison.outcome === 'refused') setAside(comparison);
        else {
          this.count(row, comparison);
          if (comparison.outcome !== 'unchanged') changes.push(stagedChange(row, comparison));
        }
      }
    }
    await Promise.all([
      this.store(manager, STAGE_CHANGES, changes),
      this.store(
        manager,
        STAGE_REFUSALS,
        refusals.map((row) => this.stagedRefusal(row)),
      ),
    ]);
  }

  /** What is there and was not named: staged once every row is counted. */
  async takeMissing(manager: EntityManager): Promise<number> {
    const entries: MissingEntry[] = await this.kind.missing(manager, this.tally.named);
    await this.store(manager, STAGE_MISSING, entries);
    return entries.length;
  }

  private async store(manager: EntityManager, sql: string, entries: readonly object[]): Promise<void> {
    if (entries.length > 0) await manager.query(sql, [this.importId, JSON.stringify(entries)]);
  }

  private count(row: RowRead<unknown>, comparison: Exclude<Comparison, RowRefused<string>>): void {
    const named = this.kind.namedBy(row.value);
    if (comparison.outcome !== 'changed') return countCompared(this.tally, row, { outcome: comparison.outcome }, named);
    countCompared(this.tally, row, { outcome: 'changed', changes: comparison.fields }, named);
    for (const { group } of comparison.fields) this.fieldsByGroup[group] = (this.fieldsByGroup[group] ?? 0) + 1;
  }

  private stagedRefusal(row: RowRefused<string>) {
    const { reason, fate } = this.kind.refusalSentences(row, this.plan);
    return { ...row, reason: french(reason), fate: french(fate) };
  }
}

function stagedChange({ line, warnings }: RowRead<unknown>, change: ImportChange) {
  const reaches = (reach: ChangeReach) => change.reaches.includes(reach);
  return { ...change, line, warnings, reachesOrders: reaches('orders'), reachesBudget: reaches('budget') };
}

const STAGE_CHANGES = `insert into directory_import_change
    (import_id, line, outcome, key, name, commune_name, school_id, reaches_orders, reaches_budget, applied_values, fields, warnings)
  select $1, line, outcome, key, name, "communeName", "schoolId", "reachesOrders", "reachesBudget", "appliedValues", fields, warnings
    from jsonb_to_recordset($2::jsonb) as t (line int, outcome text, key text, name text, "communeName" text, "schoolId" uuid,
      "reachesOrders" boolean, "reachesBudget" boolean, "appliedValues" jsonb, fields jsonb, warnings jsonb)`;

const STAGE_REFUSALS = `insert into directory_import_refusal (import_id, line, code, column_name, value, uai, suggestion, reason, fate)
  select $1, line, code, "column", value, uai, suggestion, reason, fate
    from jsonb_to_recordset($2::jsonb) as t (line int, code text, "column" text, value text, uai text, suggestion text, reason text, fate text)`;

const STAGE_MISSING = `insert into directory_import_missing (import_id, key, name, commune_name, school_id)
  select $1, key, name, "communeName", "schoolId"
    from jsonb_to_recordset($2::jsonb) as t (key text, name text, "communeName" text, "schoolId" uuid)`;
