import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  addMonths,
  checkDates,
  CHECKS_DONE,
  deviceDueOn,
  FINDINGS_SEEN,
  gatheredOn,
  RULE_IN_SERVICE,
  RULE_ONCE,
  type CheckCalendar,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import { SYSTEM } from '../identity/mover.js';
import { UpkeepDevices } from '../inventory/upkeep-devices.js';
import { inStates } from '../platform/database/in-states.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { CheckMaking, type ToCheck } from './check-making.js';
import { dateRuleOf, PLAN_COLUMNS, type StoredPlan } from './plan.rows.js';

/** Each night the checks of the weeks to come, of every plan that goes on. */
@Injectable()
export class CheckNights {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly devices: UpkeepDevices,
    private readonly making: CheckMaking,
  ) {}

  /**
   * A night that was missed is made up for: what is made follows from how far each plan has come, not from which night it is.
   * Each plan in a transaction of its own. @param day ISO date @returns how many checks were made
   */
  async make(day: string): Promise<number> {
    const plans: { id: string }[] = await this.dataSource.query(
      `select id from upkeep_plan where ended_on is null and rule <> $1 order by id`,
      [RULE_ONCE],
    );
    let made = 0;
    for (const { id } of plans) made += await this.makeOf(id, day);
    return made;
  }

  private makeOf(planId: string, day: string): Promise<number> {
    return this.transactions.runAsSystem('upkeep-checks', async (manager) => {
      const [plan]: StoredPlan[] = await manager.query(
        `select ${PLAN_COLUMNS} from upkeep_plan n where n.id = $1 and n.ended_on is null for no key update`,
        [planId],
      );
      if (!plan) return 0;
      const calendar = await this.schools.daysOff(manager);
      const until = addCalendarDays(day, LIMITS.upkeep.madeAheadDays);
      const due =
        plan.rule === RULE_IN_SERVICE
          ? await this.dueInService(manager, plan, { calendar, day, until })
          : await this.dueByDate(manager, plan, { calendar, until });
      const made = await this.making.make(manager, SYSTEM, { planId, technicianId: plan.technicianId }, due);
      await manager.query('update upkeep_plan set made_until = greatest(made_until, $2::date) where id = $1', [
        planId,
        until,
      ]);
      return made;
    });
  }

  /** Every device on each day of the plan since it came this far. A calendar that reaches less far makes them later. */
  private async dueByDate(
    manager: EntityManager,
    plan: StoredPlan,
    { calendar, until }: { calendar: CheckCalendar; until: string },
  ): Promise<ToCheck[]> {
    const days = checkDates(dateRuleOf(plan)!, calendar, addCalendarDays(plan.madeUntil, 1), until);
    if (days.length === 0) return [];
    const there = await this.devices.standing(manager, plan);
    return days.flatMap((dueOn) => there.map(({ id, schoolId }) => ({ equipmentId: id, schoolId, dueOn })));
  }

  /** Each device at its own time, with the others of its school that are due in the same month. */
  private async dueInService(
    manager: EntityManager,
    plan: StoredPlan,
    { calendar, day, until }: { calendar: CheckCalendar; day: string; until: string },
  ): Promise<ToCheck[]> {
    const everyMonths = plan.everyMonths!;
    const there = await this.devices.standing(manager, plan);
    const rows: { id: string; last: string | null; awaited: boolean }[] = await manager.query(CHECKED, [
      plan.id,
      addMonths(day, -everyMonths - 1),
    ]);
    const checked = new Map(rows.map((row) => [row.id, row]));
    return there.flatMap(({ id, schoolId, inServiceOn }) => {
      const known = checked.get(id);
      if (known?.awaited) return [];
      const due = deviceDueOn({ inServiceOn, lastCheckedOn: known?.last ?? null }, everyMonths);
      const dueOn = gatheredOn(due, calendar, day < plan.startedOn ? plan.startedOn : day);
      return dueOn <= until ? [{ equipmentId: id, schoolId, dueOn }] : [];
    });
  }
}

/** When each device was last seen by a check of the plan `$1`, since `$2`: before that it is due however long ago; and whether one awaits it. */
const CHECKED = `select d.equipment_id as id, bool_or(c.open) as awaited,
    (max((c.state_since at time zone 'Europe/Paris')::date) filter (where ${inStates('c.state', CHECKS_DONE)} and ${anyOf('d.finding', FINDINGS_SEEN)}))::text as last
  from upkeep_check c join upkeep_check_device d on d.check_id = c.id
 where c.plan_id = $1 and (c.open or c.state_since >= $2::date) group by d.equipment_id`;
