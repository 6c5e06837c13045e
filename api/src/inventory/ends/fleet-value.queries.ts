import { Injectable } from '@nestjs/common';
import {
  carbonTotals,
  depreciationMonths,
  EQUIPMENT,
  EQUIPMENT_ENDED,
  EQUIPMENT_FAMILIES,
  isMonthEnd,
  kindsOf,
  UNKNOWN_FAMILY_MONTHS,
  type DepreciationRule,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { communeOf, schoolOf } from '../../directory/school.sql.js';
import { Clock } from '../../platform/clock.js';
import { PlanSettingsReader } from '../../platform/config/plan-settings.js';
import { notInStates } from '../../platform/database/in-states.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import { PRICE } from '../equipment.sql.js';
import { modelFacts } from './ends.sql.js';
import type { FleetValue, ValueOfFamily, ValueOfSchool, ValueOfYear } from './fleet-value.answers.js';

/** What the fleet is worth on a day: summed where it lies, by family, year and school; read whole, so by the manager alone. */
@Injectable()
export class FleetValueQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** @param on ISO date; today when left out */
  value(on = this.clock.today()): Promise<FleetValue> {
    return this.transactions.snapshot(async (manager) => {
      const { 'equipment.depreciation': rule } = await this.settings.on(on, manager);
      const [groups] = (await manager.query(GROUPS, parametersOf(rule, on))) as [Groups];
      const carbon = carbonTotals(groups.counted, on);
      return {
        ...{ on, total: groups.total, unknown: groups.unknown },
        ...{ lowValueCents: rule.lowValueCents, lowValueMonths: rule.lowValueMonths },
        families: groups.families.map((one) => ({
          ...one,
          months: depreciationMonths(rule.lowValueCents, one.family, rule),
        })),
        ...{ years: groups.years, schools: await named(manager, groups.schools) },
        ...{ carbon: carbon.totals, carbonUnknown: carbon.unknown },
      };
    });
  }
}

interface Groups {
  total: FleetValue['total'];
  unknown: number;
  families: Omit<ValueOfFamily, 'months'>[];
  years: ValueOfYear[];
  schools: Omit<ValueOfSchool, 'schoolName' | 'communeName'>[];
  counted: { family: ValueOfFamily['family']; devices: number }[];
}

function parametersOf(rule: DepreciationRule, on: string): unknown[] {
  const months = Object.fromEntries(
    kindsOf(EQUIPMENT_FAMILIES).map((family) => [family, depreciationMonths(rule.lowValueCents, family, rule)]),
  );
  return [on, isMonthEnd(on), JSON.stringify(months), rule.lowValueCents, rule.lowValueMonths, UNKNOWN_FAMILY_MONTHS];
}

/** As `netBookCents` writes down, month for month (equipment-ends.spec.ts compares them). */
const WHOLE_MONTHS = `greatest(0, (extract(year from $1::date) - extract(year from e.purchased_on)) * 12
    + extract(month from $1::date) - extract(month from e.purchased_on)
    - case when extract(day from $1::date) < extract(day from e.purchased_on) and not $2::boolean then 1 else 0 end)::bigint`;

const SUMS = `count(*)::int as devices, coalesce(sum(cost), 0)::bigint as "costCents", coalesce(sum(net), 0)::bigint as "netBookCents"`;
const rowsOf = (select: string) => `coalesce((select json_agg(g) from (${select}) g), '[]')`;

/** What the plan had on the day $1: bought by then, not retired by then. What is lost is had until an act takes it out. */
const GROUPS = `with had as materialized (
    select f.family, e.school_id, e.purchased_on, ${PRICE} as cost, ${WHOLE_MONTHS} as passed
      from equipment e ${leftJoin(modelFacts())}
     where ${notInStates('e.state', [EQUIPMENT.initial])} and (e.purchased_on is null or e.purchased_on <= $1)
       and (e.retired_on > $1 or e.retired_on is null and ${notInStates('e.state', EQUIPMENT_ENDED)})),
  spread as (select h.*, case when cost < $4::bigint then $5::bigint else coalesce(($3::json ->> h.family)::bigint, $6::bigint) end as months
      from had h where cost is not null and purchased_on is not null),
  valued as materialized (select s.*, case when months = 0 then 0
      else cost - (2 * cost * least(passed, months) + months) / (2 * months) end as net from spread s)
  select (select row_to_json(g) from (select ${SUMS} from valued) g) as total,
    (select count(*)::int from had where cost is null or purchased_on is null) as unknown,
    ${rowsOf(`select family, ${SUMS} from valued group by family order by sum(net) desc, family`)} as families,
    ${rowsOf(`select extract(year from purchased_on)::int as year, ${SUMS} from valued group by 1 order by 1 desc limit 100`)} as years,
    ${rowsOf(`select school_id as "schoolId", ${SUMS} from valued group by school_id order by sum(net) desc, school_id limit ${LIMITS.shownOfOne}`)} as schools,
    ${rowsOf('select family, count(*)::int as devices from had group by family order by family')} as counted`;

async function named(manager: EntityManager, schools: Groups['schools']): Promise<ValueOfSchool[]> {
  const rows: { schoolId: string; schoolName: string; communeName: string }[] = await manager.query(
    `select u.id as "schoolId", s.name as "schoolName", m.name as "communeName" from unnest($1::uuid[]) u(id)
     ${leftJoin(schoolOf('u.id'))} ${leftJoin(communeOf())}`,
    [schools.flatMap(({ schoolId }) => schoolId ?? [])],
  );
  const byId = new Map(rows.map((row) => [row.schoolId, row]));
  return schools.map((one) => {
    const { schoolName = null, communeName = null } = (one.schoolId && byId.get(one.schoolId)) || {};
    return { ...one, schoolName, communeName };
  });
}
