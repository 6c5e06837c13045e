import { Injectable } from '@nestjs/common';
import { CHARGE_DUE, TICKET_CHARGE_LIST } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { ENVELOPES_NOW, presentEnvelopeOf } from '../budgets/envelope.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import type { TicketChargeItem, TicketChargeListQuery } from './charge.answers.js';

const LIST = listing<TicketChargeItem, TicketChargeListQuery>()(TICKET_CHARGE_LIST);

const COLUMNS: Record<keyof TicketChargeItem, string> = {
  id: 'x.id',
  version: 'x.version',
  ticketId: 't.id',
  number: 't.number',
  symptom: 't.symptom',
  schoolId: 't.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  resolvedAt: 'x.at',
  priceCents: 'x.price_cents',
  year: `extract(year from now() at time zone 'Europe/Paris')::int`,
  availableCents: `(select l.available_after from ${ENVELOPES_NOW} where e.id = ${presentEnvelopeOf('t.school_id', `'maintenance'`)} and e.closed_on is null)`,
};

/** What repairs cost and no envelope has taken yet: the oldest first, each with what is there now. */
@Injectable()
export class TicketChargesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** JSON text of a `TicketChargeList`. */
  list(actor: Actor, query: TicketChargeListQuery): Promise<string> {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.due(query)
      .innerJoin(...schoolOf('t.school_id'))
      .innerJoin(...communeOf())
      .select([]);
    LIST.select(rows, COLUMNS, {});
    rows.orderBy('x.at', direction).addOrderBy('x.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.due(query));
  }

  private due(query: TicketChargeListQuery): SelectQueryBuilder<ObjectLiteral> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('ticket_resolution', 'x')
      .innerJoin('ticket', 't', 't.id = x.ticket_id')
      .where(`x.charge = '${CHARGE_DUE}'`);
    LIST.filter(query, {}, { schoolId: (schoolId) => rows.andWhere('t.school_id = :schoolId', { schoolId }) });
    return rows;
  }
}
