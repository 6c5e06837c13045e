import { Injectable } from '@nestjs/common';
import {
  ENVELOPE_KINDS,
  type EnvelopeKind,
  type ReportExtent,
  type ReportMoney,
  schoolYearOf,
  kindsOf,
  kindsWhere,
  SCHOOL_KINDS,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ENVELOPES_USED, SUMMED_COLUMNS } from '../../budgets/envelope.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { fleetOn } from '../../inventory/fleet-on.sql.js';
import { ticketsMended } from '../../maintenance/ticket.sql.js';
import { ORDERS, SENT } from '../../orders/order.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';

/** How large the plan is, and what its schools had to spend: what a report tells besides its figures. */
@Injectable()
export class ReportQueries {
  /** @param dataDay the last day that is counted; work done is that of the plan since its first day */
  async read(
    manager: EntityManager,
    { dataDay, start }: { dataDay: string; start: string },
  ): Promise<{ extent: ReportExtent; money: ReportMoney[] }> {
    const [extent]: ReportExtent[] = await manager.query(EXTENT, [dataDay, start]);
    const rows: (Omit<ReportMoney, 'kind'> & { kind: EnvelopeKind })[] = await manager.query(MONEY, [
      schoolYearOf(dataDay).startYear,
    ]);
    const money = kindsOf(ENVELOPE_KINDS).flatMap((kind) =>
      rows.filter((row) => row.kind === kind).map((row) => moneyOf(row, ENVELOPE_KINDS[kind].word)),
    );
    return { extent: extent!, money };
  }
}

/** What is no school of its own, and is counted by its own word. */
const UNITS = anyOf(
  's.kind',
  kindsWhere(SCHOOL_KINDS, ({ saidByCount }) => saidByCount),
);

const EXTENT = `select count(*) filter (where not ${UNITS})::int as schools, count(*) filter (where ${UNITS})::int as "teachingUnits",
    count(distinct s.commune_id)::int as communes, (select count(*)::int from (${fleetOn('$1')}) d) as devices,
    (select count(*)::int from ${all(ORDERS)} where ${SENT} and o.submitted_at >= $2::date::timestamp at time zone 'Europe/Paris'
       and o.submitted_at < ($1::date + 1)::timestamp at time zone 'Europe/Paris') as orders,
    ${ticketsMended('$2::date', '$1')} as tickets
  from ${all(SCHOOLS)} where ${inPlanOn('$1::date')}`;

/** The civil year in which the school year began: the budgets that its end sees closed. */
const MONEY = `select e.kind, ${SUMMED_COLUMNS} from ${ENVELOPES_USED} where e.year = $1 group by e.kind`;

/** Sums of the ledger come as text: PostgreSQL adds whole numbers up to more than a number of ours holds. */
const moneyOf = (row: Record<'openedCents' | 'spentCents' | 'committedCents', unknown>, kind: string): ReportMoney => ({
  kind,
  openedCents: Number(row.openedCents),
  spentCents: Number(row.spentCents),
  committedCents: Number(row.committedCents),
});
