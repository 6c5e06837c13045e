import { Injectable } from '@nestjs/common';
import { addCalendarDays, civilYearOf, ORDER_HOMES, parisDateOf, ORDERS_SENT, type OrderState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { BAR, ENVELOPES_NOW } from '../budgets/envelope.sql.js';
import { communeOf, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { ORDERS, PLANNED_FROM } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { all, join } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import type { HomeOrder, SchoolHome } from './home.answers.js';

/** The school's first screen: what is left, what waits, what goes on. */
@Injectable()
export class SchoolHomeQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly gate: GateService,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<SchoolHome> {
    return this.transactions.snapshot((manager) => this.readIn(manager, actor));
  }

  private async readIn(manager: EntityManager, actor: Actor): Promise<SchoolHome> {
    const today = this.clock.today();
    const year = civilYearOf(today);
    const [row] = await manager.query(HOME, [actor.schoolId, year]);
    const settings = await this.settings.on(today, manager);
    const { month, day } = settings['order.cutOff'];
    const orders = (row.orders as HomeOrder[]).map((order) => ({
      ...order,
      stateSince: new Date(order.stateSince).toISOString(),
      plannedFrom: order.plannedFrom ? new Date(order.plannedFrom).toISOString() : null,
      dueOn: awaitsSchool(order)
        ? addCalendarDays(parisDateOf(new Date(order.stateSince)), settings['order.verificationDays'])
        : null,
    }));
    return {
      schoolName: row.schoolName,
      communeName: row.communeName,
      budget: row.budget,
      cutOff: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      gate: await this.gate.describe(manager, actor.role, actor.schoolId!, today),
      waiting: orders.filter(awaitsSchool),
      underWay: orders.filter((order) => isSent(order) && !awaitsSchool(order)),
      drafts: orders.filter((order) => !isSent(order)),
    };
  }
}

const awaitsSchool = ({ state }: { state: OrderState }) => ORDER_HOMES.school.waiting.includes(state);
const isSent = ({ state }: { state: OrderState }) => ORDERS_SENT.includes(state);

const HOME = `select s.name as "schoolName", m.name as "communeName",
  (select ${BAR}
    from ${ENVELOPES_NOW}
    where e.school_id = s.id and e.year = $2 and e.kind = 'installation') as budget,
  coalesce((select json_agg(q) from (
    select o.id, o.number, o.title, o.state, o.version, coalesce(o.hold_cents, o.asked_cents) as "amountCents", o.state_since as "stateSince", ${PLANNED_FROM} as "plannedFrom"
      from ${all(ORDERS)} where o.school_id = s.id and ${inStates('o.state', ORDER_HOMES.school.open)}
      order by o.state_since desc, o.id desc limit 30) q), '[]') as orders
  from ${all(SCHOOLS)} ${join(communeOf())} where s.id = $1`;
