import { Injectable } from '@nestjs/common';
import {
  possibleProblemActions,
  PROBLEM_LIST,
  PROBLEM_TICKET_LIST,
  roleWords,
  schoolYearOf,
  type Role,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, figuresUpTo, roomOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { ProblemAccess } from './problem.access.js';
import type {
  ProblemHistoryLine,
  ProblemListItem,
  ProblemListQuery,
  ProblemSheet,
  ProblemTicketItem,
  ProblemTicketQuery,
} from './problem.answers.js';
import { SCHOOLS_OF, TICKETS_LEFT_OF, TICKETS_OF } from './problem.sql.js';

const LIST = listing<ProblemListItem, ProblemListQuery>()(PROBLEM_LIST);
const TICKETS = listing<ProblemTicketItem, ProblemTicketQuery>()(PROBLEM_TICKET_LIST);
/** Who reads a list of problems reads it whole. */
const READS = {};

const COLUMNS: Record<keyof ProblemListItem, string> = {
  id: 'p.id',
  version: 'p.version',
  number: 'p.number',
  title: 'p.title',
  state: 'p.state',
  stateSince: 'p.state_since',
  about: 'p.about',
  service: 'p.service',
  modelName: 'i.name',
  symptom: 'p.symptom',
  communeName: 'm.name',
  expectedOn: 'p.expected_on',
  openedAt: 'p.opened_at',
  tickets: TICKETS_OF,
  ticketsOpen: TICKETS_LEFT_OF,
  schools: SCHOOLS_OF,
};

const TICKET_COLUMNS: Record<keyof ProblemTicketItem, string> = {
  id: 't.id',
  version: 't.version',
  number: 't.number',
  symptom: 't.symptom',
  subject: 't.subject',
  service: 't.service',
  state: 't.state',
  waitFor: 't.wait_for',
  schoolName: 's.name',
  communeName: 'm.name',
  roomName: 'r.name',
  equipmentTag: 'e.tag',
  modelName: 'i.name',
  reportedAt: 't.reported_at',
  addedAt: 'x.added_at',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of problems. */
@Injectable()
export class ProblemsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ProblemAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `ProblemList`: what was opened last comes first. */
  list(actor: Actor, query: ProblemListQuery): Promise<string> {
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(query)
      .leftJoin(...itemOf('p.model_id'))
      .leftJoin(...communeOf('p.commune_id'))
      .select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy('p.opened_at', direction).addOrderBy('p.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(query));
  }

  /** JSON text of a `ProblemTicketList`, in the order in which they came. @throws Refused object.not-found */
  tickets(actor: Actor, problemId: string, query: ProblemTicketQuery): Promise<string> {
    return this.transactions.snapshot(async (manager) => {
      await this.access.read(manager, problemId);
      return renderPage(manager, actor, this.ticketRows(problemId, query), query, this.joined(problemId, query));
    });
  }

  private ticketRows(problemId: string, query: ProblemTicketQuery) {
    const rows = this.joined(problemId, query)
      .innerJoin(...schoolOf('t.school_id'))
      .innerJoin(...communeOf())
      .leftJoin(...roomOf('t.room_id'))
      .leftJoin(...equipmentOf('t.equipment_id'))
      .leftJoin(...itemOf('e.model_id'))
      .select([]);
    TICKETS.select(rows, TICKET_COLUMNS, READS);
    return rows.orderBy('x.added_at', 'ASC').addOrderBy('x.id', 'ASC');
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, problemId: string): Promise<ProblemSheet> {
    return this.transactions.snapshot(async (manager) => {
      const { state } = await this.access.read(manager, problemId);
      const [sheet] = await manager.query(SHEET, [problemId, schoolYearOf(this.clock.today()).startYear]);
      return {
        ...(sheet as Omit<ProblemSheet, 'history' | 'possible'>),
        history: await historyOf(manager, problemId),
        possible: possibleProblemActions(actor.role, state),
      };
    });
  }

  private filtered(query: ProblemListQuery): Rows {
    const rows: Rows = this.dataSource.manager.createQueryBuilder().from('problem', 'p').where('true');
    LIST.filter(query, READS, {
      open: (alone) => alone && rows.andWhere('p.open'),
      state: (states) => rows.andWhere(anyOf('p.state', states)),
    });
    return rows;
  }

  private joined(problemId: string, query: ProblemTicketQuery): Rows {
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('problem_ticket', 'x')
      .innerJoin(...ticketOf('x.ticket_id'))
      .where('x.problem_id = :problemId and x.removed_at is null', { problemId });
    TICKETS.filter(query, READS, { open: (alone) => alone && rows.andWhere('t.open') });
    return rows;
  }
}

const SHEET_COLUMNS = Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ');

/** The classes of a whole school where the breakdown is the school's, as its last figures count them; else one a ticket. */
const SHEET = `select ${SHEET_COLUMNS}, p.model_id as "modelId", p.commune_id as "communeId", p.told, p.cause_note as "causeNote",
    p.cause, p.repair, p.solution, p.ticket_minutes as "ticketMinutes", b.name as "openerName",
    (select coalesce(sum(case when g.whole then coalesce(f.classes, 1) else g.hindered end), 0)::int
       from (select t.school_id, bool_or(t.impact = 'school') as whole, count(*) filter (where t.impact = 'class') as hindered
               from problem_ticket x ${join(ticketOf('x.ticket_id'))}
              where x.problem_id = p.id and x.removed_at is null and t.open group by t.school_id) g
         ${figuresUpTo('g.school_id', '$2')}) as classes,
    (select min(t.reported_at) from problem_ticket x ${join(ticketOf('x.ticket_id'))}
      where x.problem_id = p.id and x.removed_at is null) as since
  from problem p ${leftJoin(itemOf('p.model_id'))} ${leftJoin(communeOf('p.commune_id'))} ${join(accountOf('p.opened_by', 'b'))}
  where p.id = $1`;

type Stored = Omit<ProblemHistoryLine, 'at' | 'roleLabel'> & { at: Date; role: Role | 'system'; deputy: boolean };

async function historyOf(manager: EntityManager, problemId: string): Promise<ProblemHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, v.detail ->> 'tickets' as tickets
       from problem_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.problem_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [problemId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: line.role === 'system' ? 'Parc École' : roleWords(line.role, deputy),
  }));
}
