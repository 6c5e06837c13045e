import { Injectable } from '@nestjs/common';
import type { EnvelopeKind } from '@parc/domain';
import { DataSource } from 'typeorm';
import type { BudgetYear, EnvelopeBar } from './budgets.answers.js';

/** An envelope `e` beside its last entry `l` and the sums `t` of what was opened in it. */
const BAR = `select e.year, e.kind, e.closed_on::text as "closedOn",
    coalesce(l.opened_after, 0) as "openedCents", coalesce(l.reserved_after, 0) as "reservedCents",
    coalesce(l.committed_after, 0) as "committedCents", coalesce(l.spent_after, 0) as "spentCents",
    coalesce(l.available_after, 0) as "availableCents",
    coalesce(t.allocated, 0)::bigint as "allocatedCents", coalesce(t.transferred, 0)::bigint as "transferredCents",
    coalesce(t.carried, 0)::bigint as "carriedCents", coalesce(-t.lapsed, 0)::bigint as "lapsedCents", t.orders::int as orders
  from envelope e
  left join lateral (select * from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l on true
  left join lateral (
    select sum(opened_change) filter (where kind in ('allocation', 'provisional-allocation')) as allocated,
           sum(opened_change) filter (where kind = 'transfer') as transferred,
           sum(opened_change) filter (where kind = 'carry-over') as carried,
           sum(opened_change) filter (where kind = 'lapse') as lapsed,
           count(distinct order_id) as orders
      from ledger_entry where envelope_id = e.id) t on true`;

/** What screens read of a school's envelopes; the school was reached through its door. */
@Injectable()
export class EnvelopeQueries {
  constructor(private readonly dataSource: DataSource) {}

  bars(schoolId: string, year: number, kind: EnvelopeKind | null = null): Promise<EnvelopeBar[]> {
    return this.dataSource.query(
      `${BAR} where e.school_id = $1 and e.year = $2 and ($3::text is null or e.kind = $3) order by e.kind`,
      [schoolId, year, kind],
    );
  }

  years(schoolId: string): Promise<BudgetYear[]> {
    return this.dataSource.query('select year, kind from envelope where school_id = $1 order by year desc, kind', [schoolId]);
  }
}
