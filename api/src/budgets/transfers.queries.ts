import { Injectable } from '@nestjs/common';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import { accountNamedBy } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { renderPage } from '../platform/http/page.js';
import { budgetScope } from './budget.scope.js';
import type { TransferListQuery } from './transfers.dto.js';

const side = (envelope: string, school: string) =>
  `json_build_object('schoolId', ${envelope}.school_id, 'kind', ${envelope}.kind, 'schoolName', ${school}.name)`;

/** Transfers, one row a pair. */
@Injectable()
export class TransfersQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of a `TransferList`. */
  list(actor: Actor, query: TransferListQuery): Promise<string> {
    const rows = this.filtered(actor, query)
      .leftJoin(...accountNamedBy('g.actor', 'c'))
      .select([])
      .addSelect('g.pair_id', 'id')
      .addSelect('g.posted_at', 'at')
      .addSelect('ge.year', 'year')
      .addSelect('-g.opened_change', 'amountCents')
      .addSelect(side('ge', 's'), 'from')
      .addSelect(side('re', 'rs'), 'to')
      .addSelect('g.reason', 'reason')
      .addSelect('c.name', 'byName')
      .orderBy('g.posted_at', 'DESC')
      .addOrderBy('g.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** The giving entry `g` beside the receiving one `r`. Only who reaches every school lists them: a pair names two. */
  private filtered(actor: Actor, { year, kind, schoolId }: TransferListQuery): SelectQueryBuilder<ObjectLiteral> {
    const scope = budgetScope(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .from('ledger_entry', 'g')
      .innerJoin('envelope', 'ge', 'ge.id = g.envelope_id')
      .innerJoin('ledger_entry', 'r', 'r.pair_id = g.pair_id and r.id <> g.id')
      .innerJoin('envelope', 're', 're.id = r.envelope_id')
      .leftJoin(...schoolOf('ge.school_id'))
      .leftJoin(...schoolOf('re.school_id', 'rs'))
      .where(`g.kind = 'transfer' and g.opened_change < 0`)
      .andWhere(scope.sql, scope.parameters);
    if (year) rows.andWhere('ge.year = :year', { year });
    if (kind) rows.andWhere('(ge.kind = :kind or re.kind = :kind)', { kind });
    if (schoolId) rows.andWhere('(ge.school_id = :schoolId or re.school_id = :schoolId)', { schoolId });
    return rows;
  }
}
