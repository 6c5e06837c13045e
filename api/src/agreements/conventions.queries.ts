import { Injectable } from '@nestjs/common';
import { addCalendarDays, conventionNext, CONVENTIONS_IN_FORCE } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { bodyOf, communeOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { found } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { renderPage } from '../platform/http/page.js';
import { Convention } from './convention.entity.js';
import { conventionScope, siteScope } from './convention.scope.js';
import { SITES } from './convention.sql.js';
import type {
  BlockedSchoolsQuery,
  CONVENTION_SORTS,
  ConventionCounts,
  ConventionListQuery,
} from './conventions.answers.js';
import { coverSql, ELIGIBLE, NEXT_FIRST, PARTY_NAME, opensOrders } from './cover.sql.js';

/** Who faces the metropole, over `c`, its commune `m` and its body `b`. */
export const PARTNER_NAME = `coalesce(m.name, b.name, 'Éducation nationale')`;
const NEAR_TERM = `${inStates('c.state', CONVENTIONS_IN_FORCE)} and c.to_day <= :nearTermDay`;
const COVERED = coverSql('s.id', ':today');

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
    const rows = this.filtered(actor, query, nearTermDay)
      .setParameters(sites.parameters)
      .select([])
      .addSelect('c.id', 'id')
      .addSelect('c.number', 'number')
      .addSelect('c.title', 'title')
      .addSelect('c.kind', 'kind')
      .addSelect(PARTNER_NAME, 'partyName')
      .addSelect('c.state', 'state')
      .addSelect('c.from_day', 'fromDay')
      .addSelect('c.to_day', 'toDay')
      .addSelect(`coalesce(${NEAR_TERM}, false)`, 'nearTerm')
      .addSelect(`(select count(distinct s.id)::int from ${inScope})`, 'siteCount')
      .addSelect(
        `(select count(distinct s.id)::int from ${inScope} and ${ELIGIBLE} and not ${COVERED})`,
        'blockedCount',
      )
      .addSelect('c.version', 'version')
      .orderBy(SORTS[query.sort ?? 'party'], direction, 'NULLS LAST')
      .addOrderBy('c.id', direction);
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
    const rows = this.blocked(this.dataSource.manager, actor, query)
      .select([])
      .addSelect('s.id', 'schoolId')
      .addSelect('s.name', 'schoolName')
      .addSelect('s.uai', 'uai')
      .addSelect('m.name', 'communeName')
      .addSelect('s.sector', 'sector')
      .addSelect(PARTY_NAME, 'party')
      .addSelect(latest('c.id'), 'conventionId')
      .addSelect(latest('c.number'), 'conventionNumber')
      .addSelect(latest('c.state'), 'state')
      .addSelect(`:next::jsonb ->> coalesce(${latest('c.state')}, 'none')`, 'next')
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
    if (query.communeId) rows.andWhere('s.commune_id = :communeId', { communeId: query.communeId });
    if (query.sector) rows.andWhere('s.sector = :sector', { sector: query.sector });
    if (query.search) {
      rows.andWhere(found(`s.name || ' ' || s.uai || ' ' || m.name || ' ' || coalesce(b.name, '')`, ':search'), {
        search: query.search,
      });
    }
    return rows;
  }

  private filtered(actor: Actor, query: ConventionListQuery, nearTermDay: string): SelectQueryBuilder<Convention> {
    const rows = this.reachable(this.dataSource.manager, actor, nearTermDay);
    if (query.state) rows.andWhere('c.state in (:...states)', { states: query.state });
    if (query.kind) rows.andWhere('c.kind in (:...kinds)', { kinds: query.kind });
    if (query.nearTerm) rows.andWhere(NEAR_TERM);
    if (query.communeId) {
      rows.andWhere(
        `(c.commune_id = :communeId or exists (select from ${SITES}
           where cs.convention_id = c.id and s.commune_id = :communeId))`,
        { communeId: query.communeId },
      );
    }
    if (query.blocking) {
      const sites = siteScope(actor);
      rows.andWhere(
        `${opensOrders('c')} and exists (select from ${SITES}
           where cs.convention_id = c.id and ${sites.sql} and ${ELIGIBLE} and not ${COVERED})`,
        sites.parameters,
      );
    }
    if (query.search) {
      rows.andWhere(found(`c.number || ' ' || c.title || ' ' || ${PARTNER_NAME}`, ':search'), {
        search: query.search,
      });
    }
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
