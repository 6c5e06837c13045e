import { Injectable } from '@nestjs/common';
import {
  COUNTED_EXACTLY_TO,
  halfDayNumber,
  LOAN_LIST,
  LOANS_OUT,
  LOANS_TO_APPROVE,
  LOANS_TO_CHECK,
  LOANS_TO_HAND_OVER,
  TICKETS_OVER,
  addCalendarDays,
  tagAsKept,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { deviceOfCode } from '../inventory/labels/label.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { LoanAccess } from './loan.access.js';
import type { LOAN_SORTS, LoanListItem, LoanListQuery, LoansDue } from './loan.answers.js';
import type { LoanBorrowedOne, LoansBorrowed } from './loan-borrowed.answers.js';
import { LoanHolds } from './loan-holds.js';
import { loanScope } from './loan.scope.js';
import { kitOf, LATE, LENT_NAME } from './loan.sql.js';

const LIST = listing<LoanListItem, LoanListQuery>()(LOAN_LIST);
/** Who reads a list of loans reads it whole. */
const READS = {};

/** @param now the half-day that it is, a word of SQL */
const columns = (now: string): Record<keyof LoanListItem, string> => ({
  id: 'l.id',
  version: 'l.version',
  number: 'l.number',
  state: 'l.state',
  stateSince: 'l.state_since',
  kitName: LENT_NAME,
  equipmentTag: 'e.tag',
  schoolId: 'l.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  fromDay: 'l.from_day',
  fromHalf: 'l.from_half',
  toDay: 'l.to_day',
  toHalf: 'l.to_half',
  late: LATE(now),
  ticketId: 'l.ticket_id',
});

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof LOAN_SORTS)[number], string> = { start: 'l.starts', end: 'l.ends' };

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of many loans: scope by `loanScope`. */
@Injectable()
export class LoansQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: LoanAccess,
    private readonly holds: LoanHolds,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `LoanList`: what begins last comes first, unless asked otherwise. */
  list(actor: Actor, query: LoanListQuery): Promise<string> {
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .innerJoin(...equipmentOf('l.equipment_id'))
      .innerJoin(...itemOf('e.model_id'))
      .leftJoin(...kitOf())
      .select([]);
    LIST.select(rows, columns(String(this.holds.now())), READS);
    rows.orderBy(SORTS[LIST.sort(query, 'start', READS)], direction).addOrderBy('l.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** What is to be answered, brought, taken back and checked: never what is over, however long the plan goes on. */
  async due(actor: Actor): Promise<LoansDue> {
    const scope = numbered(loanScope(actor), 2);
    const tomorrow = halfDayNumber(addCalendarDays(this.clock.today(), 1), 'morning');
    const [row] = await this.dataSource.query(dueSql(scope.sql), [this.holds.now(), tomorrow, ...scope.values]);
    return row as LoansDue;
  }

  /** What the actor's school has now, device by device: what may break there. */
  async borrowed(actor: Actor): Promise<LoansBorrowed> {
    return { items: await this.dataSource.query(BORROWED, [actor.schoolId]) };
  }

  /**
   * What a label leads to, or a serial number, where the actor's school has it on loan: it stands in no school, and is that one's to
   * report. @throws Refused object.not-found
   */
  borrowedByCode(actor: Actor, code: string): Promise<LoanBorrowedOne> {
    return this.transactions.snapshot(async (manager) => {
      const loan = await this.access.readOut(manager, actor, code);
      const [device] = await manager.query(BORROWED_ONE, [loan.id, tagAsKept(code), code.trim()]);
      return device as LoanBorrowedOne;
    });
  }

  private filtered(actor: Actor, query: LoanListQuery): Rows {
    const scope = loanScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('loan', 'l')
      .innerJoin(...schoolOf('l.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      holding: (alone) => alone && rows.andWhere('l.holding'),
      state: (states) => rows.andWhere('l.state in (:...states)', { states }),
      schoolId: (schoolId) => rows.andWhere('l.school_id = :schoolId', { schoolId }),
      kitId: (kitId) => rows.andWhere('l.kit_id = :kitId', { kitId }),
      ticketId: (ticketId) => rows.andWhere('l.ticket_id = :ticketId', { ticketId }),
    });
    return rows;
  }
}

/** A spare has done its part once its ticket is over, whatever day was said. @param scope over `s`, after two parameters */
function dueSql(scope: string): string {
  const item = Object.entries(columns('$1::int')).map(([name, sql]) => `'${name}', ${sql}`);
  const lines = ({ where, order }: Due) =>
    `coalesce((select json_agg(line) from (select json_build_object(${item.join(', ')}) as line
       from loan l ${join(schoolOf('l.school_id'))} ${join(communeOf())} ${join(equipmentOf('l.equipment_id'))} ${join(itemOf('e.model_id'))}
         ${leftJoin(kitOf())} ${leftJoin(ticketOf('l.ticket_id'))}
      where l.holding and ${where} and ${scope} order by ${order}, l.id limit ${LIMITS.loans.dueShown}) lines), '[]')`;
  const count = (where: string) =>
    `(select count(*)::int from (select from loan l ${join(schoolOf('l.school_id'))} ${leftJoin(ticketOf('l.ticket_id'))}
      where l.holding and ${where} and ${scope} limit ${COUNTED_EXACTLY_TO + 1}) counted)`;
  const names = Object.keys(DUE) as (keyof typeof DUE)[];
  const counts = [...names.map((name) => [name, DUE[name].where]), ['late', LATE('$1::int')]] as [string, string][];
  return `select ${names.map((name) => `${lines(DUE[name])} as "${name}"`).join(', ')},
    json_build_object(${counts.map(([name, where]) => `'${name}', ${count(where)}`).join(', ')}) as counts`;
}

interface Due {
  where: string;
  order: string;
}

/** What each list is of, over `l` and the ticket `t`: `$1` the half-day that it is, `$2` tomorrow's first. */
const DUE: Record<Exclude<keyof LoansDue, 'counts'>, Due> = {
  toApprove: { where: inStates('l.state', LOANS_TO_APPROVE), order: 'l.starts' },
  toHandOver: {
    where: `${inStates('l.state', LOANS_TO_HAND_OVER)} and l.starts < $2::int and l.ends > $1::int`,
    order: 'l.starts',
  },
  toTakeBack: {
    where: `${inStates('l.state', LOANS_OUT)} and (l.ends <= $2::int or coalesce(${inStates('t.state', TICKETS_OVER)}, false))`,
    order: 'l.ends',
  },
  toCheck: { where: inStates('l.state', LOANS_TO_CHECK), order: 'l.ends' },
};

const BORROWED = `select l.id as "loanId", ${LENT_NAME} as "kitName", l.to_day::text as "toDay", (
    select json_agg(json_build_object('equipmentId', d.id, 'tag', d.tag, 'modelName', d."modelName", 'picture', d.picture)) from (
      select y.id, y.tag, z.name as "modelName", z.picture
        from (select l.equipment_id as id union select v.equipment_id from loan_device v where v.loan_id = l.id) g
        ${join(equipmentOf('g.id', 'y'))} ${join(itemOf('y.model_id', 'z'))}
       order by y.id <> l.equipment_id, z.name, y.tag limit ${LIMITS.devicesPerReport + 1}) d) as devices
  from loan l ${join(equipmentOf('l.equipment_id'))} ${join(itemOf('e.model_id'))} ${leftJoin(kitOf())}
  where l.school_id = $1 and l.holding and ${inStates('l.state', LOANS_OUT)} order by l.ends, l.id limit ${LIMITS.loans.dueShown}`;

const BORROWED_ONE = `select y.id as "equipmentId", y.tag, z.name as "modelName", z.picture, l.id as "loanId", ${LENT_NAME} as "kitName",
    l.to_day::text as "toDay"
  from loan l ${join(equipmentOf(deviceOfCode('$2', '$3'), 'y'))} ${join(itemOf('y.model_id', 'z'))} ${join(equipmentOf('l.equipment_id'))}
    ${join(itemOf('e.model_id'))} ${leftJoin(kitOf())}
  where l.id = $1`;
