import { isDeepStrictEqual } from 'node:util';
import { addCalendarDays } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { FieldProblem } from '../http/refused.js';
import { LIMITS } from '../limits.js';
import type { PlanSettings } from './plan-settings.js';
import { SETTING_CHANGES, SETTING_FROM } from './setting.sql.js';

/** Beyond it no setting begins that a person means today. */
export const LAST_DAY = '9999-12-31';
/** Changes that a page shows. */
export const MOST_CHANGES = 40;

/** Settings begin today at the earliest: what has been counted stays as it was. */
export function startProblems(from: string, today: string): FieldProblem[] {
  if (from < today)
    return [{ name: 'from', code: 'past', message: 'Ces réglages commencent aujourd’hui au plus tôt.' }];
  if (from > addCalendarDays(today, LIMITS.visit.daysAfter))
    return [{ name: 'from', code: 'too-far', message: 'Cette date est trop lointaine : deux ans au plus.' }];
  return [];
}

/** Writes what differs from what would hold on that day; the rest keeps its own day. @param before as they would hold */
export async function writeFrom(
  manager: EntityManager,
  before: PlanSettings,
  { from, source }: { from: string; source: string },
  values: Partial<PlanSettings>,
): Promise<void> {
  const written = Object.entries(values) as [keyof PlanSettings, unknown][];
  for (const [name, value] of written.filter(([name, value]) => !isDeepStrictEqual(before[name], value)))
    await manager.query(SETTING_FROM, [name, from, JSON.stringify(value), source]);
}

/** The last to begin first. */
export const changesOf = <Change>(manager: EntityManager, names: readonly (keyof PlanSettings)[]): Promise<Change[]> =>
  manager.query(SETTING_CHANGES, [names, MOST_CHANGES]);
