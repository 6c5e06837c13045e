import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { coverSql, ELIGIBLE } from '../agreements/cover.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import type { SteeringOverview } from './steering.answers.js';

/**
 * First figures for the committee, the communes and the private bodies. A commune reads its public schools and nothing from
 * which a private school's could be subtracted, a private body its own private schools (rules.md 2): every figure below keeps
 * to the schools of `SCHOOLS`.
 */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, year: number): Promise<SteeringOverview> {
    const [row] = await this.dataSource.query(OVERVIEW, [year, ...partOf(actor), this.clock.today()]);
    return row.overview as SteeringOverview;
  }
}

/** Whose schools are read, and the id of the commune or body; a role that is not here reads none. */
function partOf({ role, communeId, managingBodyId }: Actor): ['all' | 'commune' | 'body' | 'none', string | null] {
  if (role === 'committee' || role === 'plan-manager') return ['all', null];
  if (role === 'commune-officer') return ['commune', communeId];
  return role === 'private-body-officer' ? ['body', managingBodyId] : ['none', null];
}

const SCHOOLS = `select id, sector from school where case $2::text when 'all' then true
  when 'commune' then commune_id = $3::uuid and sector = 'public' when 'body' then managing_body_id = $3::uuid and sector = 'private' else false end`;

/** $1 civil year, $2 whose schools are read, $3 the commune or body, $4 today. */
const OVERVIEW = `with reached as (${SCHOOLS}),
last as (
  select e.year, e.kind, r.sector, l.* from envelope e join reached r on r.id = e.school_id
    cross join lateral (select opened_after, reserved_after, committed_after, spent_after, available_after
      from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l
),
of_year as (select o.* from installation_order o join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris') and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object(
  'year', $1::int,
  'schools', (select count(*) from reached),
  'schoolsThatOrdered', (select count(distinct school_id) from of_year where state not in ('draft', 'discarded')),
  'budgets', coalesce((select json_agg(q) from (
    select year, kind, sector, sum(opened_after) as "openedCents", sum(reserved_after) as "reservedCents", sum(committed_after) as "committedCents",
           sum(spent_after) as "spentCents", sum(available_after) as "availableCents", count(*) as schools
      from last group by year, kind, sector order by year, kind, sector) q), '[]'),
  'orders', coalesce((select json_agg(q) from (
    select state, count(*) as count, sum(coalesce(certified_cents, hold_cents, approved_cents, asked_cents)) as "amountCents"
      from of_year where state not in ('draft', 'discarded') group by state order by state) q), '[]'),
  'conventions', coalesce((select json_agg(q) from (
    select kind, state, count(*) as count from convention c
     where case $2::text when 'all' then true when 'commune' then c.commune_id = $3::uuid when 'body' then c.managing_body_id = $3::uuid else false end
     group by kind, state order by kind, state) q), '[]'),
  'blockedSchools', (select count(*) from reached r join school s on s.id = r.id where ${ELIGIBLE} and not ${coverSql('s.id', '$4')}),
  'medianDays', (select percentile_cont(0.5) within group (order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year where reported_at is not null)
) as overview`;
