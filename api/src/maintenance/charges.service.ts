import { Injectable } from '@nestjs/common';
import { TICKET_CHARGE_LIST, type ChargedOn } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { ENVELOPES_NOW, presentEnvelopeOf } from '../budgets/envelope.sql.js';
import { RepairCharges } from '../budgets/repair-charges.service.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import type { TicketChargeItem, TicketChargeListQuery } from './charge.answers.js';
import type { ChargeSettled } from './ticket.moving.js';
import { TicketAccess } from './ticket.access.js';

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
export class TicketChargesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly charges: RepairCharges,
    private readonly clock: Clock,
  ) {}

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

  /**
   * Takes the cost from the school's envelope of this year, once money has come, or from the plan's reserve.
   * @throws Refused object.not-found, ticket.charge-settled, budget.envelope-missing, budget.not-enough
   */
  settle(actor: Actor, id: string, on: ChargedOn, write: Write): Promise<ChargeSettled> {
    return this.transactions.run(write, async (manager) => {
      const [found] = await manager.query('select ticket_id as "ticketId" from ticket_resolution where id = $1', [id]);
      if (!found) throw new Refused('object.not-found');
      const { schoolId } = await this.access.read(manager, actor, found.ticketId as string);
      const envelopeId = await this.charges.hold(manager, on === 'school' ? schoolId : null, this.clock.today());
      const [cost] = await manager.query(
        'select version, charge, price_cents as "priceCents" from ticket_resolution where id = $1 for no key update',
        [id],
      );
      requireVersion(write, cost.version as number);
      if (cost.charge !== DUE) throw new Refused('ticket.charge-settled');
      if (!envelopeId) throw new Refused('budget.envelope-missing');
      const context = { ticketId: found.ticketId as string, at: this.clock.now() };
      const entryId = await this.charges.take(manager, envelopeId, cost.priceCents as number, context);
      await manager.query(
        'update ticket_resolution set charge = $2, entry_id = $3, version = version + 1 where id = $1',
        [id, on, entryId],
      );
      return { id, charge: on };
    });
  }

  private due(query: TicketChargeListQuery): SelectQueryBuilder<ObjectLiteral> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('ticket_resolution', 'x')
      .innerJoin('ticket', 't', 't.id = x.ticket_id')
      .where(`x.charge = '${DUE}'`);
    LIST.filter(query, {}, { schoolId: (schoolId) => rows.andWhere('t.school_id = :schoolId', { schoolId }) });
    return rows;
  }
}

const DUE = 'due';
