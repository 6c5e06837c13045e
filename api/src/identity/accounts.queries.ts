import { Injectable } from '@nestjs/common';
import { ACCOUNT_LIST, SCOPE_OF_ROLE, type ScopeKind } from '@parc/domain';
import { DataSource } from 'typeorm';
import { HOLDER_CHOICE } from '../catalogue/contract.sql.js';
import { PLACES } from '../directory/school.sql.js';
import { Clock } from '../platform/clock.js';
import { found } from '../platform/database/search.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { Refused } from '../platform/http/refused.js';
import { accountScope, mayGrant } from './account.access.js';
import type { AccountListQuery, ScopeQuery } from './account.dto.js';
import type { AccountAssignment, AccountPage, AccountRow, ScopeChoice } from './accounts.answers.js';
import type { Actor } from './actor.js';
import { holdsOn, IS_DEPUTY, SCOPE_JOINS, SCOPE_LABEL } from './assignment-rows.js';

const ROLES_TODAY = `(select coalesce(json_agg(json_build_object('role', a.role, 'scopeLabel', ${SCOPE_LABEL}, 'deputy', ${IS_DEPUTY}) order by a.from_day, a.id), '[]')
  from assignment a ${SCOPE_JOINS} where a.account_id = c.id and ${holdsOn(':today')})`;
const INVITED = 'c.active and c.password_hash is null';

const LIST = listing<AccountRow, AccountListQuery>()(ACCOUNT_LIST);

const COLUMNS: Record<keyof AccountRow, string> = {
  id: 'c.id',
  name: 'c.name',
  email: 'c.email',
  active: 'c.active',
  invited: INVITED,
  roles: ROLES_TODAY,
  version: 'c.version',
};

/** What may be chosen as the scope of a role: `id` and `label`, by the kind of scope. */
const SCOPES: Record<Exclude<ScopeKind, 'territory'>, string> = {
  ...PLACES,
  'contract-holder': HOLDER_CHOICE,
};

/** What the pages of accounts read. */
@Injectable()
export class AccountsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of an `AccountList`, by name. */
  list(actor: Actor, query: AccountListQuery): Promise<string> {
    const scope = accountScope(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from('account', 'c')
      .where(scope.sql, { ...scope.parameters, today: this.clock.today() });
    const holding = (whose: string) =>
      `exists (select from assignment a where a.account_id = c.id and ${whose} and ${holdsOn(':today')})`;
    LIST.filter(
      query,
      {},
      {
        active: (active) => rows.andWhere('c.active = :active', { active }),
        role: (role) => rows.andWhere(holding('a.role = :role'), { role }),
        schoolId: (schoolId) => rows.andWhere(holding('a.school_id = :schoolId'), { schoolId }),
        search: (search) => rows.andWhere(found(`c.name || ' ' || c.email::text`, ':search'), { search }),
      },
    );
    const page = rows.clone();
    LIST.select(page, COLUMNS, {});
    page.orderBy('c.name').addOrderBy('c.id');
    return renderPage(this.dataSource.manager, actor, page, query, rows);
  }

  /** @throws Refused object.not-found */
  async page(actor: Actor, accountId: string): Promise<AccountPage> {
    const scope = accountScope(actor);
    const row = await this.dataSource.manager
      .createQueryBuilder()
      .select([
        'c.id as id',
        'c.name as name',
        'c.email as email',
        'c.active as active',
        `${INVITED} as invited`,
        'c.created_at as "createdAt"',
        'c.version as version',
      ])
      .addSelect(
        `(select max(e.at) from security_event e where e.account_id = c.id and e.kind = 'signed-in')`,
        'lastSignInAt',
      )
      .from('account', 'c')
      .where('c.id = :accountId', { accountId })
      .andWhere(scope.sql, scope.parameters)
      .getRawOne<Omit<AccountPage, 'assignments'>>();
    if (!row) throw new Refused('object.not-found');
    return { ...row, assignments: await this.assignments(actor, accountId) };
  }

  /** Schools, communes… that a role may be given over; nothing for a role of the whole territory, or one not theirs to give. */
  async scopes(actor: Actor, { role, search = '' }: ScopeQuery): Promise<ScopeChoice[]> {
    const kind = SCOPE_OF_ROLE[role];
    if (kind === 'territory' || !mayGrant(actor, role)) return [];
    return this.dataSource.query(
      `select id, label from (${SCOPES[kind]}) choice where ${found('words', '$1')} order by label, id limit 50`,
      [search],
    );
  }

  private async assignments(actor: Actor, accountId: string): Promise<AccountAssignment[]> {
    const rows: Omit<AccountAssignment, 'mayEnd'>[] = await this.dataSource.query(
      `select a.id, a.role, ${SCOPE_LABEL} as "scopeLabel", ${IS_DEPUTY} as deputy, a.from_day::text as "fromDay", (a.to_day - 1)::text as "lastDay",
              ${holdsOn('$2')} as current, a.delegation_decision as "delegationDecision"
         from assignment a ${SCOPE_JOINS} where a.account_id = $1 order by a.from_day desc, a.id desc`,
      [accountId, this.clock.today()],
    );
    const today = this.clock.today();
    return rows.map((row) => ({
      ...row,
      mayEnd: mayGrant(actor, row.role) && (row.lastDay === null || row.lastDay >= today),
    }));
  }
}
