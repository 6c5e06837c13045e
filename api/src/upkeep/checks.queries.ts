import { Injectable } from '@nestjs/common';
import { CHECK_LIST, CHECKS_OPEN } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import type { CheckListItem, CheckListQuery } from './check.answers.js';
import { checkScope } from './check.scope.js';
import { planOf } from './upkeep.sql.js';

const LIST = listing<CheckListItem, CheckListQuery>()(CHECK_LIST);
/** Who reads a list of checks reads it whole. */
const READS = {};

/** Open past its day, over `c`. */
const LATE = `(${inStates('c.state', CHECKS_OPEN)} and c.due_on < :today)`;

const COLUMNS: Record<keyof CheckListItem, string> = {
  id: 'c.id',
  version: 'c.version',
  planId: 'c.plan_id',
  planName: 'n.name',
  schoolId: 'c.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  dueOn: 'c.due_on',
  part: 'c.part',
  plannedOn: 'c.planned_on',
  state: 'c.state',
  stateSince: 'c.state_since',
  late: LATE,
  devices: 'c.devices',
  watch: 'c.watch',
  broken: 'c.broken',
  notFound: 'c.not_found',
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of many checks: scope by `checkScope`. */
@Injectable()
export class ChecksQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `CheckList`: what is left by what is due first, all by what was due last, unless asked otherwise. */
  list(actor: Actor, query: CheckListQuery): Promise<string> {
    const leftOnly = query.open || query.late || query.mine;
    const direction = (query.direction ?? (leftOnly ? 'asc' : 'desc')) === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .innerJoin(...planOf())
      .select([])
      .setParameter('today', this.clock.today());
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy('c.due_on', direction).addOrderBy('c.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  private filtered(actor: Actor, query: CheckListQuery): Rows {
    const scope = checkScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('upkeep_check', 'c')
      .innerJoin(...schoolOf('c.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      open: (alone) => alone && rows.andWhere('c.open'),
      late: (alone) => alone && rows.andWhere('c.open and c.due_on < :now', { now: this.clock.today() }),
      mine: (alone) => alone && rows.andWhere('c.open and c.assigned_account_id = :me', { me: actor.accountId }),
      state: (states) => rows.andWhere('c.state in (:...states)', { states }),
      schoolId: (schoolId) => rows.andWhere('c.school_id = :schoolId', { schoolId }),
      planId: (planId) => rows.andWhere('c.plan_id = :planId', { planId }),
    });
    return rows;
  }
}
