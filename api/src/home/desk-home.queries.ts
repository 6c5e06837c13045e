import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  CONVENTIONS_AWAITED,
  CONVENTIONS_IN_FORCE,
  CONVENTIONS_TO_RENEW,
  ORDER_HOMES,
  ORDERS,
} from '@parc/domain';
import { DataSource } from 'typeorm';
import { CONVENTIONS } from '../agreements/convention.sql.js';
import { coverSql } from '../agreements/cover.sql.js';
import { ENVELOPES_USED, SUMMED_BAR } from '../budgets/envelope.sql.js';
import { ALERTED, contractOf, holderOf, PERIODS } from '../catalogue/contract.sql.js';
import { countedOrders } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { all, join } from '../platform/database/joins.sql.js';
import type { DeskHome } from './home.answers.js';

/** The manager's first screen: what waits, oldest first, with its amount. */
@Injectable()
export class DeskHomeQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<DeskHome> {
    const today = this.clock.today();
    const settings = await this.settings.on(today);
    const [row] = await this.dataSource.query(DESK, [
      today,
      addCalendarDays(today, -settings['order.recallDays']),
      addCalendarDays(today, -settings['order.verificationDays']),
      addCalendarDays(today, settings['convention.termReminderDays']),
    ]);
    return row.desk as DeskHome;
  }
}

const { toApprove, toCertify, toVerify } = ORDER_HOMES.desk;

/** What a convention blocks cannot be answered yet: it is counted apart. */
const COVERED = coverSql('installation_order.school_id', '$1');

/** $1 today, $2 submitted up to here are late, $3 reported up to here may be confirmed by default, $4 terms up to here are near. */
const DESK = `select json_build_object(
  'toApprove', ${countedOrders('hold_cents', inStates('state', toApprove))},
  'late', ${countedOrders('hold_cents', `${inStates('state', toApprove)} and ${COVERED} and (submitted_at at time zone 'Europe/Paris')::date <= $2::date`)},
  'toCertify', ${countedOrders('reported_cents', inStates('state', toCertify))},
  'toVerify', ${countedOrders('hold_cents', `${inStates('state', toVerify)} and (reported_at at time zone 'Europe/Paris')::date <= $3::date`)},
  'cancellations', ${countedOrders('hold_cents', `${inStates('state', ORDERS.statesFrom('cancel'))} and cancellation_asked_at is not null`)},
  'budget', (select json_build_object('year', extract(year from $1::date)::int, 'kind', 'installation', ${SUMMED_BAR})
    from ${ENVELOPES_USED}
    where e.year = extract(year from $1::date) and e.kind = 'installation' and e.school_id is not null),
  'conventions', coalesce((select json_agg(q) from (
    select id, title, state, to_day::text as "until" from ${all(CONVENTIONS)}
     where (${inStates('state', CONVENTIONS_IN_FORCE)} and to_day <= $4::date) or ${inStates('state', CONVENTIONS_AWAITED)}
     order by ${inStates('state', CONVENTIONS_TO_RENEW)} desc, to_day nulls last, id limit 8) q), '[]'),
  'contracts', coalesce((select json_agg(q) from (
    select c.id, c.number, c.title, h.name as "holderName", p.counted_net_cents as "countedNetCents", p.maximum_net_cents as "maximumNetCents"
      from ${all(PERIODS)} ${join(contractOf('p.contract_id', 'c'))} ${join(holderOf('c.holder_id'))}
     where $1::date between p.from_day and p.to_day and ${ALERTED}
     order by p.counted_net_cents::numeric / nullif(p.maximum_net_cents, 0) desc nulls last, c.id limit 8) q), '[]')
) as desk`;
