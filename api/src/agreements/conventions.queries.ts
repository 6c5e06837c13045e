import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  BLOCKED_SCHOOL_LIST,
  CONVENTION_LIST,
  conventionFields,
  conventionNext,
  CONVENTIONS_IN_FORCE,
} from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { bodyOf, communeOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { found } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { Convention } from './convention.entity.js';
import { conventionScope, siteScope } from './convention.scope.js';
import { SITES } from './convention.sql.js';
import type {
  BlockedSchool,
  BlockedSchoolsQuery,
  CONVENTION_SORTS,
  ConventionCounts,
  ConventionListItem,
  ConventionListQuery,
} from './conventions.answers.js';
import { coverSql, ELIGIBLE, NEXT_FIRST, PARTY_NAME, opensOrders } from './cover.sql.js';

/** Who faces the metropole, over `c`, its commune `m` and its body `b`. */
export const PARTNER_NAME = `coalesce(m.name, b.name, 'Éducation nationale')`;
const NEAR_TERM = `${inStates('c.state', CONVENTIONS_IN_FORCE)} and c.to_day <= :nearTermDay`;
const COVERED = coverSql('s.id', ':today');

const LIST = listing<ConventionListItem, ConventionListQuery>()(CONVENTION_LIST);
const BLOCKED_LIST = listing<BlockedSchool, BlockedSchoolsQuery>()(BLOCKED_SCHOOL_LIST);

const SORTS: Record<(typeof CONVENTION_SORTS)[number], string> = {
  party: `plain_text(${PARTNER_NAME})`,
  number: 'c.number',
  state: 'c.state',
  term: 'c.to_day',
};

/** What screens read of many conventions, and of the schools that none covers: one statement a panel. */
@Injectable()
export class ConventionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `ConventionList`, rendered by PostgreSQL. */
  async list(actor: Actor, query: ConventionListQuery): Promise<string> {
    const nearTermDay = await this.nearTermDay();
    const sites = siteScope(actor);
    const inScope = `${SITES} where cs.convention_id = c.id and ${sites.sql}`;
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query, nearTermDay).setParameters(sites.parameters).select([]);
    const columns: Record<keyof ConventionListItem, string> = {
      id: 'c.id',
      number: 'c.number',
      title: 'c.title',
      kind: 'c.kind',
      partyName: PARTNER_NAME,
      state: 'c.state',
      fromDay: 'c.from_day',
      toDay: 'c.to_day',
      nearTerm: `coalesce(${NEAR_TERM}, false)`,
      siteCount: `(select count(distinct s.id)::int from ${inScope})`,
      blockedCount: `(select count(distinct s.id)::int from ${inScope} and ${ELIGIBLE} and not ${COVERED})`,
      version: 'c.version',
    };
    const reads = conventionFields(actor.role);
    LIST.select(rows, columns, reads);
    rows.orderBy(SORTS[LIST.sort(query, 'party', reads)], direction, 'NULLS LAST').addOrderBy('c.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query, nearTermDay));
  }

  async counts(actor: Actor): Promise<ConventionCounts> {
    const nearTermDay = await this.nearTermDay();
    return this.transactions.snapshot((manager) => this.countsIn(manager, actor, nearTermDay));
  }

  private async countsIn(manager: EntityManager, actor: Actor, nearTermDay: string): Promise<ConventionCounts> {
    const states = await this.reachable(manager, actor, nearTermDay)
      .select('c.state', 'state')
      .addSelect('count(*)::int', 'count')
      .addSelect(`count(*) filter (where ${NEAR_TERM})::int`, 'near')
      .groupBy('c.state')
      .orderBy('c.state')
      .getRawMany<{ state: string; count: number; near: number }>();
    const blocked = await this.blocked(manager, actor, {})
      .select('count(*)::int', 'count')
      .getRawOne<{ count: number }>();
    return {
      states: states.map(({ state, count }) => ({ state, count })),
      nearTermCount: states.reduce((sum, { near }) => sum + near, 0),
      blockedSchoolCount: blocked!.count,
    };
  }

  /** JSON text of a `BlockedSchoolList`: schools that may not order today, with what is missing and what happens next. */
  blockedSchools(actor: Actor, query: BlockedSchoolsQuery): Promise<string> {
    const latest = (column: string) =>
      `(select ${column} from convention_site cs join convention c on c.id = cs.convention_id
         where cs.school_id = s.id and ${opensOrders('c')} order by ${NEXT_FIRST} limit 1)`;
    const columns: Record<keyof BlockedSchool, string> = {
      schoolId: 's.id',
      schoolName: 's.name',
      uai: 's.uai',
      communeName: 'm.name',
      sector: 's.sector',
      party: PARTY_NAME,
      conventionId: latest('c.id'),
      conventionNumber: latest('c.number'),
      state: latest('c.state'),
      next: `:next::jsonb ->> coalesce(${latest('c.state')}, 'none')`,
    };
    const rows = this.blocked(this.dataSource.manager, actor, query).select([]);
    BLOCKED_LIST.select(rows, columns, conventionFields(actor.role));
    rows
      .setParameter('next', JSON.stringify(conventionNext(actor.role)))
      .orderBy('plain_text(m.name)')
      .addOrderBy('plain_text(s.name)')
      .addOrderBy('s.id');
    return renderPage(this.dataSource.manager, actor, rows, query, this.blocked(this.dataSource.manager, actor, query));
  }

  /** Last day of a term that counts as near, from `convention.termReminderDays`. */
  async nearTermDay(): Promise<string> {
    const today = this.clock.today();
    return addCalendarDays(today, (await this.settings.on(today))['convention.termReminderDays']);
  }

  private blocked(manager: EntityManager, actor: Actor, query: BlockedSchoolsQuery): SelectQueryBuilder<ObjectLiteral> {
    const scope = siteScope(actor);
    const rows = manager
      .createQueryBuilder()
      .from(...SCHOOLS)
      .innerJoin(...communeOf())
      .leftJoin(...bodyOf())
      .where(`${ELIGIBLE} and not ${COVERED}`, { today: this.clock.today() })
      .andWhere(scope.sql, scope.parameters);
    BLOCKED_LIST.filter(query, conventionFields(actor.role), {
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
      sector: (sector) => rows.andWhere(anyOf('s.sector', [sector])),
      search: (search) =>
        rows.andWhere(found(`s.name || ' ' || s.uai || ' ' || m.name || ' ' || coalesce(b.name, '')`, ':search'), {
          search,
        }),
    });
    return rows;
  }

  private filtered(actor: Actor, query: ConventionListQuery, nearTermDay: string): SelectQueryBuilder<Convention> {
    const rows = this.reachable(this.dataSource.manager, actor, nearTermDay);
    // Schools of others that a convention lists are hidden: nothing may be asked about them.
    const sites = siteScope(actor);
    const listed = `exists (select from ${SITES} where cs.convention_id = c.id and ${sites.sql}`;
    LIST.filter(query, conventionFields(actor.role), {
      state: (states) => rows.andWhere(anyOf('c.state', states)),
      kind: (kinds) => rows.andWhere(anyOf('c.kind', kinds)),
      nearTerm: (nearTerm) => nearTerm && rows.andWhere(NEAR_TERM),
      communeId: (communeId) =>
        rows.andWhere(`(c.commune_id = :communeId or ${listed} and s.commune_id = :communeId))`, {
          ...sites.parameters,
          communeId,
        }),
      blocking: (blocking) =>
        blocking &&
        rows.andWhere(`${opensOrders('c')} and ${listed} and ${ELIGIBLE} and not ${COVERED})`, sites.parameters),
      search: (search) =>
        rows.andWhere(found(`c.number || ' ' || c.title || ' ' || ${PARTNER_NAME}`, ':search'), { search }),
    });
    return rows;
  }

  private reachable(manager: EntityManager, actor: Actor, nearTermDay: string): SelectQueryBuilder<Convention> {
    const scope = conventionScope(actor);
    return manager
      .createQueryBuilder(Convention, 'c')
      .leftJoin(...communeOf('c.commune_id'))
      .leftJoin(...bodyOf('c.managing_body_id'))
      .where(scope.sql, { ...scope.parameters, today: this.clock.today(), nearTermDay });
  }
}
