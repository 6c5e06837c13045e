import { Injectable } from '@nestjs/common';
import { USAGE_LINE_REFUSALS } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { csvText } from '../../platform/http/csv.js';
import { renderPage } from '../../platform/http/page.js';
import { BatchJournal } from './batch-journal.js';
import type { UsageBatchAnswer, UsageBatchListQuery, UsageBatchRow } from './usage-batches.answers.js';
import { BATCH_COLUMNS } from './usage-batches.sql.js';

const COLUMNS: Record<keyof UsageBatchRow, string> = BATCH_COLUMNS;

/** Files that arrived, the latest first; the route's permission is the plan manager's alone. */
@Injectable()
export class UsageBatchesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: BatchJournal,
  ) {}

  /** JSON text of a `UsageBatchList`. */
  list(actor: Actor, query: UsageBatchListQuery): Promise<string> {
    const rows = this.rows(query).select([]);
    for (const [name, sql] of Object.entries(COLUMNS)) rows.addSelect(sql, name);
    rows.orderBy('b.received_at', 'DESC').addOrderBy('b.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.rows(query));
  }

  /** @throws Refused object.not-found */
  one(id: string): Promise<UsageBatchAnswer> {
    return this.journal.answer(this.dataSource.manager, id);
  }

  /** Number of each line that was refused and is told, and why; what stood in them is nowhere. @throws Refused object.not-found */
  async refusedCsv(id: string): Promise<string> {
    const { refusals } = await this.one(id);
    const lines = refusals.flatMap(({ reason, lines: numbers }) => numbers.map((line) => ({ line, reason })));
    lines.sort((one, other) => one.line - other.line);
    return csvText(
      lines.map(({ line, reason }) => ({ line, ...USAGE_LINE_REFUSALS[reason] })),
      { line: 'Ligne du fichier', word: 'Motif', remedy: 'Que faire' },
    );
  }

  private rows({ source }: UsageBatchListQuery): SelectQueryBuilder<ObjectLiteral> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('usage_batch', 'b')
      .innerJoin('usage_source', 'o', 'o.number = b.source')
      .where('true');
    if (source) rows.andWhere('o.slug = :source', { source });
    return rows;
  }
}
