import { Injectable } from '@nestjs/common';
import { addCalendarDays, RULE_ONCE, type PlanRule } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { MODELS_AMONG } from '../catalogue/item.sql.js';
import { PLACE_BY_ID } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { UpkeepDevices } from '../inventory/upkeep-devices.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { LIMITS } from '../platform/limits.js';
import { CheckMaking } from './check-making.js';
import type { PlanChange, PlanChanged, PlanRequest, PlanSettings } from './plan.dto.js';
import type { StoredPlan } from './plan.rows.js';

type Said = Pick<StoredPlan, 'weekday' | 'everyMonths' | 'month' | 'dayOfMonth' | 'onDay'>;

/** What each rule needs to be told, and nothing besides. */
const NEEDED: Readonly<Record<PlanRule, readonly (keyof Said)[]>> = {
  term: ['weekday'],
  'in-service': ['everyMonths'],
  yearly: ['month', 'dayOfMonth'],
  once: ['onDay'],
};

/** Plans as the manager makes, changes and ends them. */
@Injectable()
export class PlansService {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: AssignmentsService,
    private readonly devices: UpkeepDevices,
    private readonly making: CheckMaking,
    private readonly clock: Clock,
  ) {}

  /**
   * A campaign's checks are made with it; those of the others by the next night.
   * @throws Refused upkeep.devices-unknown, upkeep.reach-unknown, upkeep.rule-unreadable, upkeep.nothing-there, check.assignee-unknown; by
   * the database upkeep.name-taken
   */
  make(actor: Actor, request: PlanRequest, write: Write): Promise<PlanChanged> {
    return this.transactions.run(write, async (manager) => {
      const today = this.clock.today();
      const said = this.saidOf(request, today);
      const { modelId = null, family = null, communeId = null, schoolId = null } = request;
      await requireModel(manager, modelId, family);
      await requireReach(manager, communeId, schoolId);
      const settings = await this.settingsOf(manager, request);
      const [{ id }] = await manager.query(MAKE, [
        ...settings,
        ...[modelId, family, communeId, schoolId, request.rule],
        ...[said.weekday, said.everyMonths, said.month, said.dayOfMonth, said.onDay, today, addCalendarDays(today, -1)],
      ]);
      if (request.rule !== RULE_ONCE) return { id, version: 1, made: 0 } as PlanChanged;
      const there = await this.devices.standing(manager, { modelId, family, communeId, schoolId });
      if (there.length === 0) throw new Refused('upkeep.nothing-there');
      const due = there.map((device) => ({
        ...{ equipmentId: device.id, schoolId: device.schoolId, dueOn: said.onDay! },
      }));
      const made = await this.making.make(manager, actor, { planId: id, technicianId: request.technicianId }, due);
      return { id, version: 1, made } as PlanChanged;
    });
  }

  /** What is checked, where and when stays: another plan is made for another rule. @throws Refused object.not-found, version.stale, upkeep.plan-over */
  change(planId: string, change: PlanChange, write: Write): Promise<PlanChanged> {
    return this.transactions.run(write, async (manager) => {
      const [plan] = await manager.query(
        'select version, ended_on as "endedOn" from upkeep_plan where id = $1 for no key update',
        [planId],
      );
      if (!plan) throw new Refused('object.not-found');
      requireVersion(write, plan.version);
      if (plan.endedOn !== null) throw new Refused('upkeep.plan-over');
      const settings = await this.settingsOf(manager, change);
      const [[changed]] = await manager.query(
        `update upkeep_plan set name = $1, points = $2, technician_id = $3, ended_on = $5, version = version + 1
          where id = $4 returning id, version`,
        [...settings, planId, change.ended ? this.clock.today() : null],
      );
      return { ...changed, made: 0 } as PlanChanged;
    });
  }

  /** @throws Refused upkeep.rule-unreadable */
  private saidOf(request: PlanRequest, today: string): Said {
    const { weekday = null, everyMonths = null, month = null, dayOfMonth = null, onDay = null } = request;
    const said: Said = { weekday, everyMonths, month, dayOfMonth, onDay };
    const names = Object.keys(said) as (keyof Said)[];
    const needed = NEEDED[request.rule];
    if (names.some((name) => (said[name] !== null) !== needed.includes(name)))
      throw new Refused('upkeep.rule-unreadable');
    const lastDay = addCalendarDays(today, LIMITS.upkeep.postponedWithinDays);
    if (onDay !== null && (onDay < today || onDay > lastDay)) throw new Refused('upkeep.rule-unreadable');
    return said;
  }

  /** @throws Refused request.invalid, check.assignee-unknown */
  private async settingsOf(
    manager: EntityManager,
    { name, points, technicianId }: PlanSettings,
  ): Promise<readonly unknown[]> {
    const told = points.map((point) => point.trim()).filter((point) => point !== '');
    if (told.length === 0)
      throw new Refused('request.invalid', {
        fields: [{ name: 'points', code: 'least', message: 'Dites au moins un point à vérifier.' }],
      });
    if (technicianId !== null && !(await this.assignments.holds(manager, technicianId, 'technician')))
      throw new Refused('check.assignee-unknown');
    return [name.trim(), told, technicianId];
  }
}

/** @throws Refused upkeep.devices-unknown */
async function requireModel(manager: EntityManager, modelId: string | null, family: string | null): Promise<void> {
  if ((modelId === null) === (family === null)) throw new Refused('upkeep.devices-unknown');
  if (modelId === null) return;
  if ((await manager.query(MODELS_AMONG, [[modelId]])).length === 0) throw new Refused('upkeep.devices-unknown');
}

/** @throws Refused upkeep.reach-unknown */
async function requireReach(manager: EntityManager, communeId: string | null, schoolId: string | null): Promise<void> {
  if (communeId !== null && schoolId !== null) throw new Refused('upkeep.reach-unknown');
  const known =
    (communeId === null || (await manager.query(PLACE_BY_ID.commune, [communeId])).length > 0) &&
    (schoolId === null || (await manager.query(PLACE_BY_ID.school, [schoolId])).length > 0);
  if (!known) throw new Refused('upkeep.reach-unknown');
}

const MAKE = `insert into upkeep_plan (name, points, technician_id, model_id, family, commune_id, school_id, rule, weekday, every_months, month,
    day_of_month, on_day, started_on, made_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`;
