import { leftJoin } from '../../platform/database/joins.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import type { PlanSettings } from '../../platform/config/plan-settings.js';

/**
 * One query of object rows of a figure (rules.md 20): `school_id, object, num, den, known`. `object` is what a person reads; a
 * row that is not known is counted in the coverage alone. Parameters: `:from` and `:to` (days of the period, both included),
 * `:weeks` (Mondays of
 * the class weeks of the period that are over, an array), `:year` (first civil year of the school year of `:to`), `:start` (first day of the plan), and those of the settings.
 */
export interface ObjectRows {
  /** @param school narrows it to one school: `:school` or null for all; so that what is behind one figure is read by its index */
  sql(school: string | null): string;
  settings?(settings: PlanSettings): Record<string, unknown>;
  /** A query of one row, `awaited`: what the rows are read from is still being kept up, and nothing is worked out until it is. */
  awaits?: string;
}

/** What a school `s` is narrowed by. */
export const only = (school: string | null): string => (school === null ? '' : ` and s.id = ${school}`);

/** Rows `r` of an owner's words, of the schools of the plan and of none of them. @param columns object, num, den, known, over `r` */
export const inPlanRows =
  (rows: string, columns: string): ObjectRows['sql'] =>
  (school) =>
    `select s.id as school_id, ${columns} from (${rows}) r ${leftJoin(schoolOf('r.school_id'))}
      where (r.school_id is null or ${inPlanOn(':to')})${only(school)}`;
