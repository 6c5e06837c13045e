import { Injectable } from '@nestjs/common';
import {
  type DayPeriod,
  type DepreciationRule,
  EQUIPMENT_FAMILIES,
  type EquipmentFamily,
  kindsOf,
  type SchoolKind,
  type ServiceHours,
  STANDARD_SERVICE_WEEK,
  STANDARD_TARGETS,
  type Targets,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SETTINGS_ON } from './setting.sql.js';

/** `life.FAMILY`: how many years a device of it is expected to serve. */
const LIVES = Object.fromEntries(
  kindsOf(EQUIPMENT_FAMILIES).map((family) => [`life.${family}`, EQUIPMENT_FAMILIES[family].lifeYears]),
) as Record<`life.${EquipmentFamily}`, number>;

/** The plan's settings with their product defaults; a row in `setting` overrides one from its day on (rules.md). */
const DEFAULTS = {
  /** `order.autoMax`, cents tax included. */
  'order.autoMax': 30_000,
  'order.verificationDays': 10,
  'order.remindDays': 5,
  'order.recallDays': 5,
  'order.cutOff': { month: 11, day: 15 },
  /** Cents a line. */
  'order.roundingMax': 1,
  /** Decision that delegates automatic approvals: public money needs a name. */
  'order.autoDecision': 'Délégation par défaut du plan',
  'convention.termReminderDays': 90,
  /** Days before its end from which a licence of software is listed and told. */
  'software.noticeDays': 90,
  /** Half-days of working days after a return in which a kit is checked and charged, where the kit says nothing else. */
  'loan.checkingHalfDays': 2,
  /** How many people of a school are trained before what asks for it goes into service there. */
  'training.minTeachers': 1,
  /** Pupils' devices a hundred pupils under which a school is below the base level, by its kind. */
  'equity.baseLevel': { nursery: 4, elementary: 10, primary: 10, 'teaching-unit': 10 } as Readonly<
    Record<SchoolKind, number>
  >,
  ...LIVES,
  /** The plan's first and last day. */
  'plan.start': '2023-09-01',
  'plan.end': '2027-08-31',
  /** School years of which the use of each device is kept, the present one among them; sums stay. */
  'usage.years': 3,
  /** Days that heads have to say what they think of a redeployment. */
  'redeployment.opinionDays': 10,
  /** Days that heads have to answer a dotation, and how long before the end they are reminded. */
  'dotation.opinionDays': 14,
  'dotation.remindDays': 3,
  /** What one device that is given is worth at the most, in cents (CG3P L. 3212-3). */
  'equipment.giftMaxCents': 30_000,
  /** How the value of devices is written down: months by family where they are not the house's own, and what is of low value. */
  'equipment.depreciation': { months: {}, lowValueCents: 50_000, lowValueMonths: 12 } as DepreciationRule,
  /** Working minutes that are called a day: eight hours. */
  'service.dayMinutes': 480,
  /** When the métropole's service works; its closings besides public holidays. */
  'service.hours': STANDARD_SERVICE_WEEK as ServiceHours['week'],
  'service.closings': [] as DayPeriod[],
  /** Working minutes that each priority leaves to take a ticket and to restore what is broken. */
  'ticket.targets': STANDARD_TARGETS as Omit<Targets, 'from'>,
  /** Cents tax included: a repair that is quoted above it becomes an order. */
  'ticket.quoteMin': 15_000,
  'allocation.rule.installation': {
    baseCents: 40_000,
    perClassCents: 9_000,
    perPupilCents: 300,
    priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
    stepCents: 1_000,
  },
  'allocation.rule.maintenance': {
    baseCents: 20_000,
    perClassCents: 4_500,
    perPupilCents: 150,
    priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
    stepCents: 1_000,
  },
};
export type PlanSettings = typeof DEFAULTS;

/** A number that holds where no row overrides it, for a statement that reads the setting itself. */
export const defaultOf = (name: 'training.minTeachers'): number => DEFAULTS[name];

@Injectable()
export class PlanSettingsReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every setting as it holds on `day` (ISO date). */
  async on(day: string, manager: EntityManager = this.dataSource.manager): Promise<PlanSettings> {
    const rows: { name: string; value: unknown }[] = await manager.query(SETTINGS_ON('$1'), [day]);
    return settingsOf(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
  }
}

/** Every setting, given those that a row overrides. */
export function settingsOf(given: Record<string, unknown>): PlanSettings {
  const known = Object.entries(given).filter(([name]) => name in DEFAULTS);
  return { ...DEFAULTS, ...Object.fromEntries(known) };
}
