import { Injectable } from '@nestjs/common';
import { BUDGET_LIST, civilYearOf, type EnvelopeKind } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { totalReach } from '../directory/reach.sql.js';
import { communeOf, IN_PLAN, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import type { Predicate } from '../platform/database/predicate.js';
import { found } from '../platform/database/search.js';
import { Transactions } from '../platform/database/transactions.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { budgetScope } from './budget.scope.js';
import type {
  BUDGET_SORTS,
  BudgetFilter,
  BudgetListItem,
  BudgetListQuery,
  BudgetTotals,
  EnvelopeAmounts,
} from './budgets.answers.js';

const SORTS: Record<(typeof BUDGET_SORTS)[number], string> = {
  school: 's.name collate "fr-x-icu"',
  commune: 'm.name collate "fr-x-icu"',
  opened: 'l.opened_after',
  available: 'l.available_after',
  reserved: 'l.reserved_after',
  committed: 'l.committed_after',
  spent: 'l.spent_after',
  used: '1 - l.available_after / nullif(l.opened_after, 0)::numeric',
};

const LIST = listing<BudgetListItem, BudgetListQuery>()(BUDGET_LIST);

const COLUMNS: Record<keyof BudgetListItem, string> = {
  schoolId: 's.id',
  uai: 's.uai',
  schoolName: 's.name',
  communeName: 'm.name',
  sector: 's.sector',
  priority: 's.priority',
  opened: 'e.id is not null',
  openedCents: 'coalesce(l.opened_after, 0)',
  reservedCents: 'coalesce(l.reserved_after, 0)',
  committedCents: 'coalesce(l.committed_after, 0)',
  spentCents: 'coalesce(l.spent_after, 0)',
  availableCents: 'coalesce(l.available_after, 0)',
};

const AMOUNTS = ['opened', 'reserved', 'committed', 'spent', 'available'] as const;

/** Every school's envelope of a year and kind: one statement a panel, scope applied by `budgetScope` alone. */
@Injectable()
export class BudgetsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `BudgetList`, rendered by PostgreSQL. */
  list(actor: Actor, query: BudgetListQuery): Promise<string> {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(this.dataSource.manager, budgetScope(actor), query).select([]);
    LIST.select(rows, COLUMNS, {});
    rows
      .orderBy(SORTS[LIST.sort(query, 'school', {})], direction, 'NULLS LAST')
      .addOrderBy('s.name collate "fr-x-icu"', direction)
      .addOrderBy('s.id', direction);
    return renderPage(
      this.dataSource.manager,
      actor,
      rows,
      query,
      this.filtered(this.dataSource.manager, budgetScope(actor), query),
    );
  }

  /** Sums over what the filter keeps, of the schools that `totalReach` lets be added up. */
  totals(actor: Actor, filter: BudgetFilter): Promise<BudgetTotals> {
    return this.transactions.snapshot((manager) => this.totalsIn(manager, actor, filter));
  }

  private async totalsIn(manager: EntityManager, actor: Actor, filter: BudgetFilter): Promise<BudgetTotals> {
    const { year, kind } = this.envelopeAsked(filter);
    const sums = this.filtered(manager, totalReach(actor, 'budgets.totals'), filter).select(
      'count(e.id)::int',
      'schools',
    );
    for (const amount of AMOUNTS) sums.addSelect(`coalesce(sum(l.${amount}_after), 0)::bigint`, `${amount}Cents`);
    const row = (await sums.getRawOne<EnvelopeAmounts & { schools: number }>())!;
    const [reserve] = await manager.query(
      `select ${AMOUNTS.map((amount) => `${amount}_after as "${amount}Cents"`).join(', ')}
         from ledger_entry l join envelope e on e.id = l.envelope_id
        where e.school_id is null and e.year = $1 and e.kind = $2 order by l.sequence desc limit 1`,
      [year, kind],
    );
    return { year, kind, ...row, reserve: reserve ?? null };
  }

  private envelopeAsked(filter: BudgetFilter): { year: number; kind: EnvelopeKind } {
    return { year: filter.year ?? civilYearOf(this.clock.today()), kind: filter.kind ?? 'installation' };
  }

  /** Schools in scope, with the envelope if there is one: open ones that are in the plan, and whoever has an envelope all the same. */
  private filtered(manager: EntityManager, scope: Predicate, filter: BudgetFilter): SelectQueryBuilder<ObjectLiteral> {
    const rows = manager
      .createQueryBuilder()
      .from(...SCHOOLS)
      .innerJoin(...communeOf())
      .leftJoin('envelope', 'e', 'e.school_id = s.id and e.year = :year and e.kind = :kind', this.envelopeAsked(filter))
      .leftJoin(
        'ledger_entry',
        'l',
        'l.envelope_id = e.id and l.sequence = (select max(sequence) from ledger_entry where envelope_id = e.id)',
      )
      .where(scope.sql, scope.parameters)
      .andWhere(`(e.id is not null or (s.state = 'open' and ${IN_PLAN}))`);
    if (filter.communeId) rows.andWhere('s.commune_id = :communeId', { communeId: filter.communeId });
    if (filter.sector) rows.andWhere('s.sector = :sector', { sector: filter.sector });
    if (filter.search) {
      rows.andWhere(found(`s.name || ' ' || s.uai`, ':search'), { search: filter.search });
    }
    return rows;
  }
}
