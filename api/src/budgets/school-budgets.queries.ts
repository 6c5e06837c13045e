import { Injectable } from '@nestjs/common';
import { civilYearOf, type EnvelopeKind } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { BudgetAccess } from './budget.access.js';
import type { BudgetYear, EnvelopeBar, SchoolBudgets } from './budgets.answers.js';
import { BAR_COLUMNS, ENVELOPES_NOW } from './envelope.sql.js';

/** An envelope `e` beside its last entry `l` and the sums `t` of what was opened in it. */
const BARS = `select e.year, e.kind, e.closed_on::text as "closedOn",
    ${BAR_COLUMNS},
    coalesce(t.allocated, 0)::bigint as "allocatedCents", coalesce(t.transferred, 0)::bigint as "transferredCents",
    coalesce(t.carried, 0)::bigint as "carriedCents", coalesce(-t.lapsed, 0)::bigint as "lapsedCents", t.orders::int as orders
  from ${ENVELOPES_NOW}
  left join lateral (
    select sum(opened_change) filter (where kind in ('allocation', 'provisional-allocation')) as allocated,
           sum(opened_change) filter (where kind = 'transfer') as transferred,
           sum(opened_change) filter (where kind = 'carry-over') as carried,
           sum(opened_change) filter (where kind = 'lapse') as lapsed,
           count(distinct order_id) as orders
      from ledger_entry where envelope_id = e.id) t on true`;

/** The envelopes of one school, as bars. */
@Injectable()
export class SchoolBudgetsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: BudgetAccess,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, schoolId: string, year = civilYearOf(this.clock.today())): Promise<SchoolBudgets> {
    return this.transactions.snapshot(async (manager) => {
      const { id, uai, name, communeName } = await this.access.reach(manager, actor, schoolId);
      const years: BudgetYear[] = await manager.query(
        'select year, kind from envelope where school_id = $1 order by year desc, kind',
        [id],
      );
      return { school: { id, uai, name, communeName }, year, bars: await this.bars(manager, id, year), years };
    });
  }

  /** The bars of a school that was reached through its door. */
  bars(
    manager: EntityManager,
    schoolId: string,
    year: number,
    kind: EnvelopeKind | null = null,
  ): Promise<EnvelopeBar[]> {
    return manager.query(
      `${BARS} where e.school_id = $1 and e.year = $2 and ($3::text is null or e.kind = $3) order by e.kind`,
      [schoolId, year, kind],
    );
  }
}
