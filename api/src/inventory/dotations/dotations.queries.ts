import { Injectable } from '@nestjs/common';
import { DOTATION_LIST, DOTATION_PARTS, DOTATION_PARTS_CAME, DOTATIONS, possibleDotationActions } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import type { Actor } from '../../identity/actor.js';
import { inStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { kitGroupOf } from '../needs/kit.sql.js';
import type { DotationCounts, DotationListItem, DotationPage } from './dotation.answers.js';
import { DotationAccess } from './dotation.access.js';
import type { DOTATION_SORTS, DotationListQuery } from './dotation.dto.js';
import { factsOf } from './dotation-moves.js';
import { dotationScope } from './dotation.scope.js';

const LIST = listing<DotationListItem, DotationListQuery>()(DOTATION_LIST);

const DROPPED = DOTATION_PARTS.find(DOTATION_PARTS.initial, 'drop')!.next;
const ofParts = (sum: string, where: string) =>
  `(select ${sum}::int from dotation_part p where p.dotation_id = d.id and ${where})`;

const COLUMNS: Record<keyof DotationListItem, string> = {
  id: 'd.id',
  title: 'd.title',
  groupName: 'g.name',
  modelName: 'i.name',
  quantity: 'd.quantity',
  allotted: 'd.allotted',
  received: ofParts('coalesce(sum(p.received), 0)', 'true'),
  schools: ofParts('count(*)', `p.state <> '${DROPPED}'`),
  answered: ofParts('count(*)', 'p.opinion is not null'),
  state: 'd.state',
  createdAt: 'd.created_at',
  answerBy: 'd.answer_by::text',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof DOTATION_SORTS)[number], string> = { prepared: 'd.created_at' };

const READS = {};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of dotations: scope by `dotationScope` alone. */
@Injectable()
export class DotationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: DotationAccess,
  ) {}

  /** JSON text of a `DotationList`, the latest first unless asked otherwise. */
  list(actor: Actor, query: DotationListQuery): Promise<string> {
    const direction = (query.direction ?? 'desc') === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...kitGroupOf('d.group_id'))
      .innerJoin(...itemOf('d.model_id'))
      .select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy(SORTS[LIST.sort(query, 'prepared', READS)], direction).addOrderBy('d.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, id: string): Promise<DotationPage> {
    return this.transactions.snapshot(async (manager) => {
      const dotation = await this.access.read(manager, actor, id);
      const [own] = await manager.query(OWN, [id]);
      return {
        ...(own as DotationPage),
        history: await manager.query(HISTORY, [id]),
        possible: possibleDotationActions(actor.role, await factsOf(manager, dotation)),
      };
    });
  }

  /** Sums alone, for who reads no school. */
  async counts(): Promise<DotationCounts> {
    const [counts] = await this.dataSource.query(COUNTS);
    return counts as DotationCounts;
  }

  private filtered(actor: Actor, query: DotationListQuery): Rows {
    const scope = dotationScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('dotation', 'd')
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, { state: (states) => rows.andWhere(anyOf('d.state', states)) });
    return rows;
  }
}

const OWN = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}, d.version, d.basis, d.source
  from dotation d ${join(kitGroupOf('d.group_id'))} ${join(itemOf('d.model_id'))} where d.id = $1`;
const HISTORY = `select v.action, v.role, v.at, v.reason from dotation_move v where v.dotation_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`;
const COUNTS = `select (select count(*)::int from dotation d where ${inStates('d.state', DOTATIONS.statesFrom('cancel'))}) as "underWay",
    (select count(*)::int from (select distinct p.school_id from dotation_part p where ${inStates('p.state', DOTATION_PARTS_CAME)}) x) as schools,
    (select coalesce(sum(d.allotted), 0)::int from dotation d where d.answer_by is not null) as allotted,
    (select coalesce(sum(p.received), 0)::int from dotation_part p) as received`;
