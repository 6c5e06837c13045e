import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  parisInstantOf,
  VISIT_ENDINGS_CONFIRMED_LATER,
  VISIT_LIST,
  VISIT_RESULTS,
  visitFields,
  VISITS_OPEN,
  type VisitPartKind,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { anyOf, quoted } from '../platform/database/kinds.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { oneByOne } from '../platform/one-by-one.js';
import { VisitMoves } from './visit-moves.js';
import type { RoundVisit, VISIT_SORTS, VisitCounts, VisitListItem, VisitListQuery } from './visit.answers.js';
import { Visit } from './visit.entity.js';
import { countedVisitScope, visitScope } from './visit.scope.js';
import { partAnswer } from './visit-page.queries.js';

const LIST = listing<VisitListItem, VisitListQuery>()(VISIT_LIST);

const DONE = 'done' satisfies keyof typeof VISIT_RESULTS;
/** How many parts of a kind, or of none in particular, its minutes have. */
const partsOf = (where: string) => `(select count(*)::int from visit_part p where p.visit_id = v.id and ${where})`;
const ofKind = (kind: VisitPartKind) => partsOf(`p.kind = ${quoted(kind)}`);

const TO_CONFIRM = `${anyOf('v.ending', VISIT_ENDINGS_CONFIRMED_LATER)} and not exists (select from visit_confirmation c where c.visit_id = v.id)`;

const COLUMNS: Record<keyof VisitListItem, string> = {
  id: 'v.id',
  version: 'v.version',
  number: 'v.number',
  state: 'v.state',
  schoolId: 'v.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  begunAt: 'v.begun_at',
  leftAt: 'v.left_at',
  ending: 'v.ending',
  toConfirm: `coalesce(${TO_CONFIRM}, false)`,
  ticketCount: ofKind('ticket'),
  orderCount: ofKind('order'),
  leftToDo: partsOf(`p.result <> ${quoted(DONE)}`),
  technicianName: 'a.name',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof VISIT_SORTS)[number], string> = { begun: 'v.begun_at' };

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of many visits: scope by `visitScope`, columns by `visitFields`. */
@Injectable()
export class VisitsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: VisitMoves,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `VisitList`: the last first, unless asked otherwise. */
  list(actor: Actor, query: VisitListQuery): Promise<string> {
    const reads = visitFields(actor.role);
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .innerJoin(...accountOf('v.begun_by', 'a'))
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    rows.orderBy(SORTS[LIST.sort(query, 'begun', reads)], direction).addOrderBy('v.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** Of the last months alone, however long the plan goes on; nobody is told apart. */
  async counts(actor: Actor): Promise<VisitCounts> {
    const scope = numbered(countedVisitScope(actor), 2);
    const [year, month] = this.clock.today().split('-').map(Number) as [number, number];
    const first = new Date(Date.UTC(year, month - LIMITS.visits.countedMonths, 1)).toISOString().slice(0, 10);
    const [row] = await this.dataSource.query(countsSql(scope.sql), [first, this.clock.today(), ...scope.values]);
    return row as VisitCounts;
  }

  /** What somebody has under way, each as its page says it. */
  async underWay(manager: EntityManager, actor: Actor): Promise<RoundVisit[]> {
    const rows: (Omit<RoundVisit, 'begunAt' | 'parts'> & { begunAt: Date })[] = await manager.query(
      `select v.id, v.version, v.number, v.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", v.begun_at as "begunAt"
         from visit v ${join(schoolOf('v.school_id'))} ${join(communeOf())}
        where v.begun_by = $1 and ${inStates('v.state', VISITS_OPEN)} order by v.begun_at, v.id limit ${LIMITS.visits.open}`,
      [actor.accountId],
    );
    return oneByOne(rows, async (row) => {
      const there = { ...new Visit(), id: row.id, begunBy: actor.accountId, schoolId: row.schoolId };
      const parts = await this.moves.doneDuring(manager, there, row.begunAt);
      return { ...row, begunAt: row.begunAt.toISOString(), parts: parts.map(partAnswer) };
    });
  }

  private filtered(actor: Actor, query: VisitListQuery): Rows {
    const scope = visitScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('visit', 'v')
      .innerJoin(...schoolOf('v.school_id'))
      .where(scope.sql, scope.parameters);
    const during = (column: 'ticket_id' | 'order_id') =>
      `exists (select from visit_part p where p.visit_id = v.id and p.${column} = :during)`;
    LIST.filter(query, visitFields(actor.role), {
      state: (states) => rows.andWhere(anyOf('v.state', states)),
      toConfirm: (alone) => alone && rows.andWhere(TO_CONFIRM),
      schoolId: (schoolId) => rows.andWhere('v.school_id = :schoolId', { schoolId }),
      ticketId: (ticketId) => rows.andWhere(during('ticket_id'), { during: ticketId }),
      orderId: (orderId) =>
        rows.andWhere(during('order_id').replace(':during', ':duringOrder'), { duringOrder: orderId }),
      mine: (alone) => alone && rows.andWhere('v.begun_by = :reader', { reader: actor.accountId }),
      from: (day) => rows.andWhere('v.begun_at >= :begunFrom', { begunFrom: parisInstantOf(day, '00:00') }),
      to: (day) =>
        rows.andWhere('v.begun_at < :begunTo', { begunTo: parisInstantOf(addCalendarDays(day, 1), '00:00') }),
    });
    return rows;
  }
}

const countsSql = (scope: string) => `with told as (
    select v.id, v.school_id, to_char(v.begun_at at time zone 'Europe/Paris', 'YYYY-MM') as month
      from visit v ${join(schoolOf('v.school_id'))}
     where v.begun_at >= ($1::date)::timestamp at time zone 'Europe/Paris' and ${scope})
  select (select json_agg(json_build_object('month', k.month, 'visits', (select count(*) from told where told.month = k.month)) order by k.month)
      from (select to_char(d, 'YYYY-MM') as month from generate_series($1::date, $2::date, interval '1 month') d) k) as months,
    (select count(*)::int from told) as visits, (select count(distinct school_id)::int from told) as schools,
    (select count(*)::int from visit_part p join told on told.id = p.visit_id where p.result = ${quoted(DONE)}) as done`;
