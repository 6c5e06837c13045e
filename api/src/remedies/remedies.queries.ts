import { Injectable } from '@nestjs/common';
import { mayWriteRemedy, possibleRemedyActions, REMEDY_LIST, roleWords, type Role } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { wordsIn } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { RemedyAccess } from './remedy.access.js';
import type {
  RemedyHistoryLine,
  RemedyListItem,
  RemedyListQuery,
  RemedyPage,
  RemedyVersionAnswer,
} from './remedy.answers.js';

const LIST = listing<RemedyListItem, RemedyListQuery>()(REMEDY_LIST);
/** Who reads a list of remedies reads it whole. */
const READS = {};

const COLUMNS: Record<keyof RemedyListItem, string> = {
  id: 'r.id',
  version: 'r.version',
  title: 'r.title',
  state: 'r.state',
  stateSince: 'r.state_since',
  about: 'r.about',
  family: 'r.family',
  service: 'r.service',
  symptom: 'r.symptom',
  changedAt: 'r.changed_at',
  shown: 'y.shown_count',
  helped: 'y.helped_count',
  declined: 'y.declined_count',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of remedies, whoever wrote them. */
@Injectable()
export class RemediesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: RemedyAccess,
  ) {}

  /** JSON text of a `RemedyList`: what was written last comes first. */
  list(actor: Actor, query: RemedyListQuery): Promise<string> {
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(query).innerJoin('remedy_tally', 'y', 'y.remedy_id = r.id').select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy('r.changed_at', direction).addOrderBy('r.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, remedyId: string): Promise<RemedyPage> {
    return this.transactions.snapshot(async (manager) => {
      const { state } = await this.access.read(manager, remedyId);
      const [page] = await manager.query(PAGE, [remedyId]);
      return {
        ...(page as Omit<RemedyPage, 'versions' | 'history' | 'possible' | 'writes'>),
        versions: await manager.query<RemedyVersionAnswer[]>(VERSIONS, [remedyId]),
        history: await historyOf(manager, remedyId),
        possible: possibleRemedyActions(actor.role, state),
        writes: mayWriteRemedy(actor.role, state),
      };
    });
  }

  private filtered(query: RemedyListQuery): Rows {
    const rows: Rows = this.dataSource.manager.createQueryBuilder().from('remedy', 'r').where('true');
    LIST.filter(query, READS, {
      search: (search) => {
        const { sql, parameters } = wordsIn('r.words', search);
        rows.andWhere(sql, parameters);
      },
      state: (states) => rows.andWhere(anyOf('r.state', states)),
      family: (family) => rows.andWhere(anyOf('r.family', [family])),
      service: (service) => rows.andWhere(anyOf('r.service', [service])),
      symptom: (symptom) => rows.andWhere(anyOf('r.symptom', [symptom])),
    });
    return rows;
  }
}

const COLUMNS_OF_LIST = Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ');
const PAGE = `select ${COLUMNS_OF_LIST}, r.steps, r.inside, r.ticket_id as "ticketId", t.number as "ticketNumber"
  from remedy r join remedy_tally y on y.remedy_id = r.id ${leftJoin(ticketOf('r.ticket_id'))} where r.id = $1`;
const VERSIONS = `select number, at, title, steps from remedy_version where remedy_id = $1
  order by number desc limit ${LIMITS.shownOfOne}`;

type Stored = Omit<RemedyHistoryLine, 'at' | 'roleLabel'> & { at: Date; role: Role | 'system'; deputy: boolean };

async function historyOf(manager: EntityManager, remedyId: string): Promise<RemedyHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
       from remedy_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.remedy_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [remedyId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: line.role === 'system' ? 'Parc École' : roleWords(line.role, deputy),
  }));
}
