import { Injectable } from '@nestjs/common';
import { RETURN_LIST, RETURNS_OPEN } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import type { ReturnListItem, ReturnListQuery } from './return.answers.js';
import { returnScope } from './return.scope.js';

const LIST = listing<ReturnListItem, ReturnListQuery>()(RETURN_LIST);
/** Who reads a list of returns reads it whole. */
const READS = {};

const COLUMNS: Record<keyof ReturnListItem, string> = {
  id: 'w.id',
  version: 'w.version',
  state: 'w.state',
  stateSince: 'w.state_since',
  ticketId: 'w.ticket_id',
  ticketNumber: 't.number',
  equipmentId: 'w.equipment_id',
  equipmentTag: 'e.tag',
  modelName: 'i.name',
  makerName: 'i.maker',
  schoolId: 'w.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  reviewOn: 'w.review_on',
  due: `(${inStates('w.state', RETURNS_OPEN)} and w.review_on <= :today)`,
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of many returns: scope by `returnScope`. */
@Injectable()
export class ReturnsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `ReturnList`: what is not back by what is to be asked after first, all by the last, unless asked otherwise. */
  list(actor: Actor, query: ReturnListQuery): Promise<string> {
    const direction = (query.direction ?? (query.open || query.due ? 'asc' : 'desc')) === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .innerJoin(...equipmentOf('w.equipment_id'))
      .innerJoin(...itemOf('e.model_id'))
      .innerJoin(...ticketOf('w.ticket_id'))
      .select([])
      .setParameter('today', this.clock.today());
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy('w.review_on', direction).addOrderBy('w.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  private filtered(actor: Actor, query: ReturnListQuery): Rows {
    const scope = returnScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('warranty_return', 'w')
      .innerJoin(...schoolOf('w.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      open: (alone) => alone && rows.andWhere('w.open'),
      due: (alone) => alone && rows.andWhere('w.open and w.review_on <= :now', { now: this.clock.today() }),
      state: (states) => rows.andWhere('w.state in (:...states)', { states }),
      schoolId: (schoolId) => rows.andWhere('w.school_id = :schoolId', { schoolId }),
      ticketId: (ticketId) => rows.andWhere('w.ticket_id = :ticketId', { ticketId }),
    });
    return rows;
  }
}
