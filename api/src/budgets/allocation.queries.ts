import { Injectable } from '@nestjs/common';
import type { EnvelopeKind } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { communeOf, figuresUpTo, IN_PLAN, SCHOOLS } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { settingOn } from '../platform/config/setting.sql.js';
import { all, join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import type { AllocationDefaults, AllocationItem, AllocationRuns } from './allocation.answers.js';

export type SchoolFacts = Pick<
  AllocationItem,
  | 'schoolId'
  | 'uai'
  | 'schoolName'
  | 'communeName'
  | 'sector'
  | 'priority'
  | 'schoolYear'
  | 'classes'
  | 'pupils'
  | 'lastYearCents'
>;

@Injectable()
export class AllocationQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
  ) {}

  /**
   * Every open school that is in the plan, with the figures of the last school year anybody knows at that budget's time;
   * by UAI, which settles ties.
   */
  facts(manager: EntityManager, year: number, kind: EnvelopeKind): Promise<SchoolFacts[]> {
    return manager.query(
      `select s.id as "schoolId", s.uai, s.name as "schoolName", m.name as "communeName", s.sector, s.priority,
              f.school_year as "schoolYear", f.classes, f.pupils,
              (select coalesce(sum(l.opened_change) filter (where l.kind in ('allocation', 'provisional-allocation')), 0)::bigint
                 from envelope e left join ledger_entry l on l.envelope_id = e.id
                where e.school_id = s.id and e.year = $1 - 1 and e.kind = $2 group by e.id) as "lastYearCents"
         from ${all(SCHOOLS)} ${join(communeOf())}
         ${figuresUpTo('s.id', '$1')}
        where s.state = 'open' and ${IN_PLAN}
        order by s.uai`,
      [year, kind],
    );
  }

  async earlierRuns(manager: EntityManager, year: number, kind: EnvelopeKind): Promise<number> {
    const [row] = await manager.query(
      'select count(*)::int as runs from allocation_run where year = $1 and kind = $2',
      [year, kind],
    );
    return row.runs;
  }

  /** The schools whose envelope of that year takes nothing more; null is the reserve. */
  async closedEnvelopes(manager: EntityManager, year: number, kind: EnvelopeKind): Promise<Set<string | null>> {
    const rows: { schoolId: string | null }[] = await manager.query(
      'select school_id as "schoolId" from envelope where year = $1 and kind = $2 and closed_on is not null',
      [year, kind],
    );
    return new Set(rows.map(({ schoolId }) => schoolId));
  }

  /** The envelope's own rule as it holds on the year's first day, with its source. */
  defaults(year: number, kind: EnvelopeKind): Promise<AllocationDefaults> {
    return this.transactions.snapshot((manager) => this.defaultsIn(manager, year, kind));
  }

  private async defaultsIn(manager: EntityManager, year: number, kind: EnvelopeKind): Promise<AllocationDefaults> {
    const day = `${year}-01-01`;
    const name = `allocation.rule.${kind}` as const;
    const rule = (await this.settings.on(day, manager))[name];
    const [setting] = await manager.query(settingOn('source, from_day::text as "fromDay"', '$2', '$1'), [day, name]);
    const [last] = await manager.query(
      `select (rule ->> 'votedCents')::bigint as voted from allocation_run where kind = $1 and year = $2 order by applied_at, id limit 1`,
      [kind, year - 1],
    );
    const { baseCents, perClassCents, perPupilCents, priorityWeights, stepCents } = rule;
    return {
      ...{ baseCents, perClassCents, perPupilCents, priorityWeights, stepCents },
      lastVotedCents: last?.voted ?? null,
      source: setting?.source ?? 'Règle proposée par Parc École',
      fromDay: setting?.fromDay ?? null,
      alreadyOpened: (await this.earlierRuns(manager, year, kind)) > 0,
    };
  }

  async runs(year: number | undefined): Promise<AllocationRuns> {
    const items = await this.dataSource.query(
      `select r.id, r.year, r.kind, r.reason, c.name as "byName", r.applied_at as "appliedAt",
              coalesce((r.rule ->> 'votedCents')::bigint, 0) as "votedCents", coalesce((r.rule ->> 'complement')::boolean, false) as complement,
              coalesce(t.allotted, 0)::bigint as "allottedCents", coalesce(t.reserve, 0)::bigint as "reserveCents", t.schools::int as schools
         from allocation_run r ${leftJoin(accountOf('r.account_id', 'c'))}
         left join lateral (
           select sum(l.opened_change) filter (where e.school_id is not null) as allotted,
                  sum(l.opened_change) filter (where e.school_id is null) as reserve,
                  count(distinct e.school_id) as schools
             from ledger_entry l join envelope e on e.id = l.envelope_id where l.allocation_run_id = r.id) t on true
        where $1::int is null or r.year = $1
        order by r.applied_at desc, r.id desc limit 200`,
      [year ?? null],
    );
    return { items: items.map((run: { appliedAt: Date }) => ({ ...run, appliedAt: run.appliedAt.toISOString() })) };
  }
}
