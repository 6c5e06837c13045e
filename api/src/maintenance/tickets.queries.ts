import { Injectable } from '@nestjs/common';
import {
  parisInstantOf,
  addCalendarDays,
  TICKET_LIST,
  TICKET_STATE_NAMES,
  ticketFields,
  TICKETS_OPEN,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf, schoolsFound } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf, taggedAs } from '../inventory/equipment.sql.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { found, wordByWord } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { ReportService } from './report.service.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type {
  TICKET_SORTS,
  TicketClocksOfRows,
  TicketCounts,
  TicketListItem,
  TicketListQuery,
  TicketsAlike,
} from './ticket.answers.js';
import type { TicketSubjectQuery } from './ticket.dto.js';
import { countedTicketScope, ticketScope } from './ticket.scope.js';
import { REPORTS } from './ticket.sql.js';

const LIST = listing<TicketListItem, TicketListQuery>()(TICKET_LIST);

export const TICKET_COLUMNS: Record<keyof TicketListItem, string> = {
  id: 't.id',
  version: 't.version',
  number: 't.number',
  priority: 't.priority',
  symptom: 't.symptom',
  subject: 't.subject',
  service: 't.service',
  state: 't.state',
  stateSince: 't.state_since',
  schoolId: 't.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  roomName: 'r.name',
  equipmentTag: 'e.tag',
  modelName: 'i.name',
  reportedAt: 't.reported_at',
  plannedFrom: 't.planned_from',
  waitFor: 't.wait_for',
  reviewOn: 't.review_on',
  dueAt: 't.due_at',
  reports: REPORTS,
  assigneeName: 'a.name',
};

/** Each is an index' order, whichever way it is read; what is due at no time comes last of what falls due first. */
const SORTS: Record<(typeof TICKET_SORTS)[number], string> = { due: 't.due_at', reported: 't.reported_at' };

/** By number, by school, by the tag of the device: each of the ticket's own columns has its index. */
const SEARCHED = (word: string): string =>
  `(${found('t.number', word)} or t.school_id = any(${schoolsFound(word)}) or t.equipment_id = any(${taggedAs(word)}))`;

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of many tickets: scope by `ticketScope`, columns by `ticketFields`. */
@Injectable()
export class TicketsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly reports: ReportService,
    private readonly access: TicketAccess,
    private readonly ticketClocks: TicketClocks,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `TicketList`: what falls due first, unless asked otherwise. */
  list(actor: Actor, query: TicketListQuery): Promise<string> {
    const reads = ticketFields(actor.role);
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .leftJoin(...roomOf('t.room_id'))
      .leftJoin(...equipmentOf('t.equipment_id'))
      .leftJoin(...itemOf('e.model_id'))
      .leftJoin(...accountOf('t.assigned_account_id', 'a'))
      .select([]);
    LIST.select(rows, TICKET_COLUMNS, reads);
    rows.orderBy(SORTS[LIST.sort(query, 'due', reads)], direction).addOrderBy('t.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** What is not repaired yet, by state: never what is over, however long the plan goes on. */
  async counts(actor: Actor): Promise<TicketCounts> {
    const scope = numbered(countedTicketScope(actor), 5);
    const endOfDay = parisInstantOf(addCalendarDays(this.clock.today(), 1), '00:00');
    const [row] = await this.dataSource.query(
      `with open as (select t.state, t.due_at, t.assigned_account_id from ticket t ${join(schoolOf('t.school_id'))}
           where t.open and ${scope.sql} limit $4)
       select coalesce((select json_agg(json_build_object('state', state, 'count', count) order by array_position($1::text[], state))
           from (select state, count(*)::int from open group by state) c), '[]') as open,
         (select count(*)::int from open where due_at < $5) as late,
         (select count(*)::int from open where due_at >= $5 and due_at < $2) as "dueToday",
         (select count(*)::int from open where assigned_account_id = $3) as mine`,
      [TICKET_STATE_NAMES, endOfDay, actor.accountId, LIMITS.tickets.openCounted, this.clock.now(), ...scope.values],
    );
    return row as TicketCounts;
  }

  /** How far the clocks of these have run; what is out of reach is left out. */
  clocks(actor: Actor, ids: readonly string[]): Promise<TicketClocksOfRows> {
    return this.transactions.snapshot(async (manager) => {
      const reached = await this.access.readAll(manager, actor, ids);
      return { items: await this.ticketClocks.counted(manager, reached) };
    });
  }

  /** What may be the same breakdown: of the same device or room, and what the whole school has. @throws Refused as a report */
  alike(actor: Actor, asked: TicketSubjectQuery): Promise<TicketsAlike> {
    return this.transactions.snapshot(async (manager) => {
      const { schoolId, equipmentId, roomId, service } = await this.reports.placeOf(manager, actor, asked);
      const items = await manager.query(ALIKE, [schoolId, equipmentId, roomId, service]);
      return { items };
    });
  }

  private filtered(actor: Actor, query: TicketListQuery): Rows {
    const scope = ticketScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('ticket', 't')
      .innerJoin(...schoolOf('t.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, ticketFields(actor.role), {
      open: (alone) => alone && rows.andWhere('t.open'),
      state: (states) => rows.andWhere(anyOf('t.state', states)),
      schoolId: (schoolId) => rows.andWhere('t.school_id = :schoolId', { schoolId }),
      equipmentId: (equipmentId) => rows.andWhere('t.equipment_id = :equipmentId', { equipmentId }),
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
      priority: (priority) => rows.andWhere(anyOf('t.priority', [priority])),
      waitFor: (waitFor) => rows.andWhere(anyOf('t.wait_for', [waitFor])),
      search: (search) => {
        const { sql, parameters } = wordByWord(SEARCHED, search);
        return rows.andWhere(sql, parameters);
      },
      mine: (alone) => alone && rows.andWhere('t.assigned_account_id = :reader', { reader: actor.accountId }),
    });
    return rows;
  }
}

/** An outage of the school, or of a service there, is told whatever is reported. */
const ALIKE = `select t.id, t.number, t.symptom, t.subject, t.service, t.state, t.reported_at as "reportedAt", t.planned_from as "plannedFrom",
    coalesce(t.equipment_id = $2, false) as "sameDevice"
  from ticket t where t.school_id = $1 and ${inStates('t.state', TICKETS_OPEN)}
    and (t.equipment_id = $2 or t.room_id = $3 or t.subject in ('school', 'service') or ($4::text is not null and t.service = $4))
  order by coalesce(t.equipment_id = $2, false) desc, t.reported_at desc, t.id limit ${LIMITS.tickets.duplicates}`;
