import type { DateRule, EquipmentFamily, PlanRule, Weekday } from '@parc/domain';

/** A plan as its row says it. Days are ISO dates. */
export interface StoredPlan {
  id: string;
  name: string;
  modelId: string | null;
  family: EquipmentFamily | null;
  communeId: string | null;
  schoolId: string | null;
  rule: PlanRule;
  weekday: Weekday | null;
  everyMonths: number | null;
  month: number | null;
  dayOfMonth: number | null;
  onDay: string | null;
  points: string[];
  technicianId: string | null;
  startedOn: string;
  endedOn: string | null;
  madeUntil: string;
  version: number;
}

/** Its columns, over `n`. */
export const PLAN_COLUMNS = `n.id, n.name, n.model_id as "modelId", n.family, n.commune_id as "communeId", n.school_id as "schoolId", n.rule,
  n.weekday, n.every_months as "everyMonths", n.month, n.day_of_month as "dayOfMonth", n.on_day::text as "onDay", n.points,
  n.technician_id as "technicianId", n.started_on::text as "startedOn", n.ended_on::text as "endedOn", n.made_until::text as "madeUntil", n.version`;

/** Its days as a rule; null of a plan whose devices have each their own, or that has one day. */
export function dateRuleOf({ weekday, month, dayOfMonth }: StoredPlan): DateRule | null {
  if (weekday !== null) return { rule: 'term', weekday };
  if (month !== null && dayOfMonth !== null) return { rule: 'yearly', month, dayOfMonth };
  return null;
}
