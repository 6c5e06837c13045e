import { ENVELOPE_KINDS, kindsOf } from '@parc/domain';
import { DEMONSTRATION_PERSONAS } from './personas.js';
import { AUTO_APPROVAL_DECISION, AUTO_APPROVAL_MAX_CENTS, allocationRuleOf } from './plan-rules.js';
import { HOLIDAYS_OF_ZONE_A, publicHolidays } from './holidays.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

const VOTE = 'Délibération du conseil métropolitain du 9 février 2023';
const INTERNAL = 'Règlement intérieur du plan, version du 1er mars 2023';
const STEERING = 'Comité de pilotage du 14 mars 2023';
/** What the committee has set out to reach by June 2027, in each figure's own unit. */
const TARGETS = [
  ['below-level', 0],
  ['served', 75],
  ['under-used', 10],
  ['trained', 60],
  ['schools-covered', 100],
  ['sessions-held', 98],
  ['waiting', 10],
  ['wait-for-training', 30],
  ['support', 95],
  ['checked', 90],
  ['spent', 80],
  ['no-order', 5],
  ['order-days', 20],
  ['tickets-per-100', 30],
  ['taken-in-time', 95],
  ['restored-in-time', 75],
  ['restored-in-time-class', 70],
  ['restore-hours', 16],
  ['restore-hours-class', 18],
  ['half-days-lost', 60],
  ['reopened', 3],
  ['covered', 100],
  ['terminals-per-100', 15],
  ['base-kit-full', 100],
  ['displays-per-class', 100],
  ['to-move', 10],
  ['social-gap', 0],
  ['over-age', 2],
  ['embodied', 170_000],
  ['shared', 40],
  ['redeployed', 20],
  ['repaired', 95],
  ['life-gained', 1],
] as const;

/** Settings of the plan with the day they hold from and their source, and the calendars. */
export function makeSettings(workshop: Workshop, scale: number): void {
  const { rows, identify } = workshop;
  const add = (name: string, value: unknown, source: string, from_day = PLAN_START): void => {
    rows.setting.push({ id: identify(`${from_day}T08:00:00.000Z`), name, value, from_day, source });
  };
  add('order.autoMax', AUTO_APPROVAL_MAX_CENTS, VOTE);
  add('order.verificationDays', 10, INTERNAL);
  add('order.remindDays', 5, INTERNAL);
  add('order.recallDays', 5, INTERNAL);
  add('order.cutOff', { month: 12, day: 31 }, 'Démonstration, pour commander toute l’année');
  add('order.roundingMax', 1, INTERNAL);
  add('order.autoDecision', AUTO_APPROVAL_DECISION, VOTE);
  add('convention.termReminderDays', 180, INTERNAL);
  add('equipment.giftMaxCents', 30_000, 'Code général de la propriété des personnes publiques, art. L. 3212-3');
  add('equipment.depreciation', { months: {}, lowValueCents: 50_000, lowValueMonths: 12 }, VOTE);
  add('software.noticeDays', 90, INTERNAL);
  add('ticket.quoteMin', 15_000, INTERNAL);
  add('training.minTeachers', 1, VOTE);
  add('equity.baseLevel', { nursery: 4, elementary: 10, primary: 10, 'teaching-unit': 10 }, VOTE);
  add('life.laptop', 6, VOTE);
  add('life.tablet', 5, VOTE);
  add('plan.start', '2023-09-01', VOTE);
  add('plan.end', '2027-08-31', VOTE);
  for (const [key, value] of TARGETS) add(`target.${key}`, { value, by: '2027-06-30' }, STEERING);
  for (let year = Number(PLAN_START.slice(0, 4)); year <= workshop.year; year++) {
    const source = year === 2023 ? VOTE : `Budget primitif ${year}, conseil métropolitain de décembre ${year - 1}`;
    for (const kind of kindsOf(ENVELOPE_KINDS))
      add(`allocation.rule.${kind}`, allocationRuleOf(kind, year, scale), source, `${year}-01-01`);
  }
  // What the sign-in page offers in one click.
  add('demonstration.personas', DEMONSTRATION_PERSONAS, 'Plan de démonstration');
  for (const { day, name } of publicHolidays()) rows.public_holiday.push({ day, name });
  for (const [name, from_day, to_day] of HOLIDAYS_OF_ZONE_A) {
    rows.school_holiday.push({ id: identify(`${PLAN_START}T08:00:00.000Z`), zone: 'A', name, from_day, to_day });
  }
}
