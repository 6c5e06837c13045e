import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conventionScope } from '../agreements/convention.scope.js';
import { CONVENTIONS } from '../agreements/convention.sql.js';
import { coverSql, ELIGIBLE } from '../agreements/cover.sql.js';
import { ENVELOPES_USED, SUMMED_COLUMNS } from '../budgets/envelope.sql.js';
import { totalReach } from '../directory/reach.sql.js';
import { schoolOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { AMOUNT, ORDERS, SENT } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import { all, join } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import type { SteeringOverview } from './steering.answers.js';

/**
 * First figures for the committee, the communes and the private bodies. A commune reads its public schools and nothing from
 * which a private school's could be subtracted, a body the schools and units it runs (rules.md 2): every figure below keeps to the
 * schools of `totalReach`.
 */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, year: number): Promise<SteeringOverview> {
    const reach = totalReach(actor, 'steering.read');
    const conventions = conventionScope(actor);
    const overview = overviewOf(reach.sql, conventions.sql);
    const parameters = { ...conventions.parameters, ...reach.parameters };
    const { sql, values } = numbered({ sql: overview, parameters }, 2);
    const [row] = await this.dataSource.query(sql, [year, this.clock.today(), ...values]);
    return row.overview as SteeringOverview;
  }
}

/** $1 civil year, $2 today; the schools and the conventions it is made of are the reader's. */
const overviewOf = (
  reach: string,
  conventions: string,
) => `with reached as (select s.id, s.sector from ${all(SCHOOLS)} where ${reach}),
of_year as (select o.* from ${all(ORDERS)} join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris') and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object(
  'year', $1::int,
  'schools', (select count(*) from reached),
  'schoolsThatOrdered', (select count(distinct o.school_id) from of_year o where ${SENT}),
  'budgets', coalesce((select json_agg(q) from (
    select e.year, e.kind, r.sector, ${SUMMED_COLUMNS}, count(*) as schools
      from ${ENVELOPES_USED} join reached r on r.id = e.school_id group by e.year, e.kind, r.sector order by e.year, e.kind, r.sector) q), '[]'),
  'orders', coalesce((select json_agg(q) from (
    select o.state, count(*) as count, sum(${AMOUNT}) as "amountCents"
      from of_year o where ${SENT} group by o.state order by o.state) q), '[]'),
  'conventions', coalesce((select json_agg(q) from (
    select kind, state, count(*) as count from ${all(CONVENTIONS)} where ${conventions}
     group by kind, state order by kind, state) q), '[]'),
  'blockedSchools', (select count(*) from reached r ${join(schoolOf('r.id'))} where ${ELIGIBLE} and not ${coverSql('s.id', '$2')}),
  'medianDays', (select percentile_cont(0.5) within group (order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year where reported_at is not null)
) as overview`;
