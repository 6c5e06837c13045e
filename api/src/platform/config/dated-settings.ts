import { isDeepStrictEqual } from 'node:util';
import { addCalendarDays } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Write } from '../database/transactions.js';
import type { FieldProblem } from '../http/refused.js';
import { requireVersion } from '../http/write.js';
import { LIMITS } from '../limits.js';
import type { PlanSettings } from './plan-settings.js';
import { SETTING_CHANGES, SETTING_FROM, SETTINGS_IN_TURN, SETTINGS_VERSION } from './setting.sql.js';

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

/** Writes what differs from what would hold on that day; the rest keeps its own day. @throws Refused version.missing, version.stale */
export async function writeFrom(
  manager: EntityManager,
  write: Write,
  values: Partial<PlanSettings>,
  { from, source, before }: { from: string; source: string; before: () => Promise<PlanSettings> },
): Promise<void> {
  const names = Object.keys(values).sort() as (keyof PlanSettings)[];
  await manager.query(SETTINGS_IN_TURN, [names.join(' ')]);
  requireVersion(write, await versionOf(manager, names));
  const known = await before();
  for (const name of names.filter((name) => !isDeepStrictEqual(known[name], values[name])))
    await manager.query(SETTING_FROM, [name, from, JSON.stringify(values[name]), source]);
}

/** One setting that is no part of the plan's page: null takes it back from that day on. @throws Refused version.missing, version.stale */
export async function writeOneFrom(
  manager: EntityManager,
  write: Write,
  name: string,
  { from, source, value }: { from: string; source: string; value: unknown },
): Promise<void> {
  await manager.query(SETTINGS_IN_TURN, [name]);
  requireVersion(write, await versionOfNamed(manager, name));
  await manager.query(SETTING_FROM, [name, from, JSON.stringify(value), source]);
}

export async function versionOfNamed(manager: EntityManager, name: string): Promise<number> {
  const [{ version }] = await manager.query(SETTINGS_VERSION, [[name]]);
  return version as number;
}

/** Of settings that are written together: who writes says which one was seen. */
export async function versionOf(manager: EntityManager, names: readonly (keyof PlanSettings)[]): Promise<number> {
  const [{ version }] = await manager.query(SETTINGS_VERSION, [names]);
  return version as number;
}

/** The last to begin first. */
export const changesOf = <Change>(manager: EntityManager, names: readonly (keyof PlanSettings)[]): Promise<Change[]> =>
  manager.query(SETTING_CHANGES, [names, MOST_CHANGES]);
