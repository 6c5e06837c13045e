import { Injectable } from '@nestjs/common';
import { french, ORDERS_UNDER_WAY, ROW_WARNING_WORDS, IMPORT_KINDS, type ImportKind } from '@parc/domain';
import type { Readable } from 'node:stream';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { ORDERS } from '../../orders/order.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { all, join, leftJoin } from '../../platform/database/joins.sql.js';
import { csvStream, EXPORT_ROWS, inBatches } from '../../platform/http/csv.js';
import { renderPage, type PageQuery } from '../../platform/http/page.js';
import { Refused } from '../../platform/http/refused.js';
import type { ImportChangeQuery, ImportRefusalQuery } from './import-details.answers.js';
import { IMPORTS } from './import-kinds.js';
import { importScope } from './import.access.js';
import type { CountedLabel, ImportAnswer, ImportListQuery } from './import.answers.js';

/** A reading that has not moved for this long has lost its process. */
const STATE = `case when i.state = 'reading' and i.progress_at < now() - interval '2 minutes' then 'interrupted' else i.state end`;

const OPEN_ORDERS = `(select count(*) from ${all(ORDERS)} where o.school_id = c.school_id
  and ${inStates('o.state', ORDERS_UNDER_WAY)})`;

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of imports: scope by `importScope` alone. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of an `ImportList`, newest first. */
  list(actor: Actor, query: ImportListQuery): Promise<string> {
    const rows = this.reachable(actor).innerJoin(...accountOf('i.uploaded_by', 'u'));
    if (query.kind) rows.andWhere('i.kind = :kind', { kind: query.kind });
    select(rows, {
      id: 'i.id',
      kind: 'i.kind',
      fileName: 'i.file_name',
      state: STATE,
      uploadedByName: 'u.name',
      uploadedAt: 'i.uploaded_at',
      appliedAt: 'i.applied_at',
      rows: 'i.row_count',
      created: 'i.created_count',
      changed: 'i.changed_count',
      refused: 'i.refused_count',
      missing: 'i.missing_count',
    });
    return renderPage(
      this.dataSource.manager,
      actor,
      rows.orderBy('i.uploaded_at', 'DESC').addOrderBy('i.id', 'DESC'),
      query,
    );
  }

  /** @throws Refused object.not-found */
  async one(manager: EntityManager, actor: Actor, importId: string): Promise<ImportAnswer> {
    const [row] = await manager.query(
      `select i.*, ${STATE} as shown_state, u.name as uploaded_by_name, a.name as applied_by_name
         from directory_import i ${join(accountOf('i.uploaded_by', 'u'))} ${leftJoin(accountOf('i.applied_by', 'a'))}
        where i.id = $1 and ${importScope(actor).sql}`,
      [importId],
    );
    if (!row) throw new Refused('object.not-found');
    return importAnswer(row);
  }

  changes(actor: Actor, importId: string, query: ImportChangeQuery): Promise<string> {
    return this.part(actor, importId, this.changeRows(actor, importId, query), query);
  }

  refusals(actor: Actor, importId: string, query: ImportRefusalQuery): Promise<string> {
    return this.part(actor, importId, this.refusalRows(actor, importId, query), query);
  }

  missing(actor: Actor, importId: string, query: PageQuery): Promise<string> {
    const rows = this.partOf(actor, importId, 'directory_import_missing');
    select(rows, {
      key: 'c.key',
      name: 'c.name',
      communeName: 'c.commune_name',
      schoolId: 'c.school_id',
      openOrders: OPEN_ORDERS,
    });
    return this.part(actor, importId, rows.orderBy('c.key'), query);
  }

  /** Refused rows as a file, to correct at the source, made as it is sent. */
  async refusalsCsv(actor: Actor, importId: string): Promise<Readable> {
    await this.one(this.dataSource.manager, actor, importId);
    const rows = this.refusalRows(actor, importId, {}).addSelect('c.line', 'id');
    return csvStream(await inBatches<DetailRow>(rows, 'c.line'), {
      line: 'Ligne',
      column: 'Colonne',
      value: 'Valeur',
      reason: 'Motif',
      fate: 'Conséquence',
      suggestion: 'Valeur probable',
    });
  }

  /** The preview as a file: one row a field, made as it is sent. */
  async changesCsv(actor: Actor, importId: string): Promise<Readable> {
    await this.one(this.dataSource.manager, actor, importId);
    const rows = this.changeRows(actor, importId, {}).addSelect('c.line', 'id').orderBy('c.line');
    return csvStream(eachField(await inBatches<ChangeRow>(rows, 'c.line')), {
      line: 'Ligne',
      key: 'Code',
      name: 'Nom',
      communeName: 'Commune',
      outcome: 'Effet',
      label: 'Champ',
      before: 'Aujourd’hui',
      after: 'Après',
    });
  }

  private changeRows(actor: Actor, importId: string, query: ImportChangeQuery): Rows {
    const rows = this.partOf(actor, importId, 'directory_import_change');
    if (query.outcome) rows.andWhere('c.outcome = :outcome', { outcome: query.outcome });
    if (query.group)
      rows.andWhere(
        `jsonb_path_exists(c.fields, '$[*] ? (@.group == $group)', jsonb_build_object('group', :group::text))`,
        { group: query.group },
      );
    if (query.reaches) rows.andWhere(query.reaches === 'orders' ? 'c.reaches_orders' : 'c.reaches_budget');
    if (query.warned !== undefined) rows.andWhere(`(c.warnings <> '[]') = :warned`, { warned: query.warned });
    select(rows, {
      line: 'c.line',
      outcome: 'c.outcome',
      key: 'c.key',
      name: 'c.name',
      communeName: 'c.commune_name',
      schoolId: 'c.school_id',
      reaches: `array_remove(array[case when c.reaches_orders then 'orders' end, case when c.reaches_budget then 'budget' end], null)`,
      openOrders: OPEN_ORDERS,
      fields: 'c.fields',
      warnings: 'c.warnings',
    });
    // What touches an order or a budget comes first: it is what a person reads before the button.
    return rows.orderBy('c.reaches_orders', 'DESC').addOrderBy('c.reaches_budget', 'DESC').addOrderBy('c.line');
  }

  private refusalRows(actor: Actor, importId: string, query: ImportRefusalQuery): Rows {
    const rows = this.partOf(actor, importId, 'directory_import_refusal');
    if (query.code) rows.andWhere('c.code = :code', { code: query.code });
    select(rows, {
      line: 'c.line',
      code: 'c.code',
      column: 'c.column_name',
      value: 'c.value',
      uai: 'c.uai',
      suggestion: 'c.suggestion',
      reason: 'c.reason',
      fate: 'c.fate',
    });
    return rows.orderBy('c.line');
  }

  /** A page of what belongs to an import; an import that cannot be reached answers as an absent one. */
  private async part(actor: Actor, importId: string, rows: Rows, query: PageQuery): Promise<string> {
    await this.one(this.dataSource.manager, actor, importId);
    return renderPage(this.dataSource.manager, actor, rows, query);
  }

  private partOf(actor: Actor, importId: string, table: string): Rows {
    return this.reachable(actor).innerJoin(table, 'c', 'c.import_id = i.id').andWhere('i.id = :importId', { importId });
  }

  private reachable(actor: Actor): Rows {
    const scope = importScope(actor);
    return this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('directory_import', 'i')
      .where(scope.sql, scope.parameters);
  }
}

/** A row of an import's details: its line in the file is its key. */
type DetailRow = { id: number } & Record<string, unknown>;

interface ChangeRow {
  id: number;
  outcome: string;
  fields: readonly { label: string; before: unknown; after: unknown }[];
}

/** A row of the file for each field of a change, `EXPORT_ROWS` at the most. */
async function* eachField(batches: AsyncIterable<readonly ChangeRow[]>) {
  let left = EXPORT_ROWS;
  for await (const batch of batches) {
    const rows = batch.flatMap(({ fields, outcome, ...row }) =>
      fields.map(({ label, before, after }) => {
        return { ...row, outcome: outcome === 'created' ? 'à créer' : 'à modifier', label, before, after };
      }),
    );
    yield rows.slice(0, left);
    left -= rows.length;
    if (left <= 0) return;
  }
}

function select(rows: Rows, columns: Record<string, string>): void {
  rows.select([]);
  for (const [alias, sql] of Object.entries(columns)) rows.addSelect(sql, alias);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row of the statement above
function importAnswer(row: any): ImportAnswer {
  const kind = IMPORTS[row.kind as ImportKind];
  const iso = (instant: Date | null) => instant?.toISOString() ?? null;
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: IMPORT_KINDS[row.kind as ImportKind].title,
    state: row.shown_state,
    problem: row.problem === null ? null : french(row.problem),
    uploadedByName: row.uploaded_by_name,
    uploadedAt: row.uploaded_at.toISOString(),
    readAt: iso(row.read_at),
    appliedByName: row.applied_by_name,
    appliedAt: iso(row.applied_at),
    file: {
      name: row.file_name,
      sha256: row.sha256,
      byteCount: row.byte_count,
      encoding: row.encoding,
      separator: row.separator,
      headerStyle: row.header_style,
      columnCount: row.column_count,
      usedColumnCount: row.used_column_count,
    },
    progress: { rows: row.progress_rows, bytes: row.progress_bytes },
    counts: {
      rows: row.row_count,
      created: row.created_count,
      changed: row.changed_count,
      changedFields: row.changed_field_count,
      unchanged: row.unchanged_count,
      refused: row.refused_count,
      ignored: row.ignored_count,
      warned: row.warned_count,
      missing: row.missing_count,
    },
    existing: row.existing_count,
    ignored: counted(row.ignored_by_reason, kind.ignoredWords),
    warnings: counted(row.warnings_by_code, ROW_WARNING_WORDS),
    groups: counted(row.fields_by_group, kind.groupWords),
  };
}

/** Counts with their words, the largest first. */
function counted(counts: Record<string, number>, words: Readonly<Record<string, string>>): CountedLabel[] {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, label: french(words[code] ?? code), count }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
