import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  CHECKS_DONE,
  checkDates,
  PLAN_LIST,
  reachOf,
  RULE_ONCE,
  schoolYearOf,
  type PlainDate,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { SchoolsService } from '../directory/schools.service.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { leftJoin } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { PlanAlike, PlanListItem, PlanListQuery, PlanPage, PlanProgress } from './plan.answers.js';
import { dateRuleOf, PLAN_COLUMNS, type StoredPlan } from './plan.rows.js';
import { progressOf } from './upkeep.sql.js';

const LIST = listing<PlanListItem, PlanListQuery>()(PLAN_LIST);
const READS = {};

const ALIKE: Record<keyof PlanAlike, string> = {
  id: 'n.id',
  version: 'n.version',
  name: 'n.name',
  rule: 'n.rule',
  weekday: 'n.weekday',
  everyMonths: 'n.every_months',
  month: 'n.month',
  dayOfMonth: 'n.day_of_month',
  onDay: 'n.on_day',
  modelName: 'i.name',
  family: 'n.family',
  placeName: 'coalesce(s.name, m.name)',
  endedOn: 'n.ended_on',
};

/** A campaign is counted whole; what comes back every year by the school year, so that what is over counts no more. */
const SINCE = (year: string) => `case when ${anyOf('n.rule', [RULE_ONCE])} then n.started_on else ${year}::date end`;
const COUNT = (which: string) =>
  `(select count(*)::int from upkeep_check c where c.plan_id = n.id and c.due_on >= ${SINCE(':year')}${which})`;

const COLUMNS: Record<keyof PlanListItem, string> = {
  ...ALIKE,
  checks: COUNT(''),
  open: COUNT(' and c.open'),
  late: COUNT(' and c.open and c.due_on < :today'),
  done: COUNT(` and ${inStates('c.state', CHECKS_DONE)}`),
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of plans: they are of the whole plan, and so have no scope. */
@Injectable()
export class PlansQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `PlanList`, by name: those that go on first. */
  list(actor: Actor, query: PlanListQuery): Promise<string> {
    const rows = this.rows(query)
      .leftJoin(...itemOf('n.model_id'))
      .leftJoin(...communeOf('n.commune_id'))
      .leftJoin(...schoolOf('n.school_id'))
      .select([])
      .setParameters({ today: this.clock.today(), year: schoolYearOf(this.clock.today()).from });
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy('n.ended_on', 'DESC', 'NULLS FIRST').addOrderBy('n.name').addOrderBy('n.id');
    return renderPage(this.dataSource.manager, actor, rows, query, this.rows(query));
  }

  private rows(query: PlanListQuery): Rows {
    const rows: Rows = this.dataSource.manager.createQueryBuilder().from('upkeep_plan', 'n').where('true');
    LIST.filter(query, READS, { running: (alone) => alone && rows.andWhere('n.ended_on is null') });
    return rows;
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, planId: string): Promise<PlanPage> {
    return this.transactions.snapshot(async (manager) => {
      const today = this.clock.today();
      const [plan]: (StoredPlan & Named)[] = await manager.query(PAGE, [planId]);
      if (!plan) throw new Refused('object.not-found');
      const [progress] = await manager.query(PROGRESS, [planId, today, schoolYearOf(today).from]);
      const { communeId: _, schoolId: __, modelId: ___, madeUntil: ____, ...told } = plan;
      return {
        ...told,
        nextDays: plan.endedOn === null ? await this.nextDays(manager, plan, today) : [],
        progress: progress as PlanProgress,
        changeable: plan.endedOn === null && reachOf('upkeep-plans.write', actor.role) !== null,
      };
    });
  }

  private async nextDays(manager: EntityManager, plan: StoredPlan, today: PlainDate): Promise<PlainDate[]> {
    const rule = dateRuleOf(plan);
    if (!rule) return [];
    const until = addCalendarDays(today, 2 * LIMITS.upkeep.postponedWithinDays);
    return checkDates(rule, await this.schools.daysOff(manager), today, until).slice(0, LIMITS.upkeep.nextDays);
  }
}

type Named = Pick<PlanPage, 'modelName' | 'placeName' | 'technicianName'>;

const PAGE = `select ${PLAN_COLUMNS}, i.name as "modelName", coalesce(s.name, m.name) as "placeName", a.name as "technicianName"
  from upkeep_plan n ${leftJoin(itemOf('n.model_id'))} ${leftJoin(communeOf('n.commune_id'))} ${leftJoin(schoolOf('n.school_id'))}
    ${leftJoin(accountOf('n.technician_id', 'a'))} where n.id = $1`;

const PROGRESS = `select h.* from upkeep_plan n ${progressOf(SINCE('$3'), '$2::date')} where n.id = $1`;
