import { jest } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { House } from '../harness/house.js';
import { DOORS, FIELD_LISTS, SCOPES } from './rows.js';

/** What stands between a person and what is not theirs; each may be taken away at boot, here and nowhere else. */
export const GUARDS = ['route-permission', 'access-door', 'scope-predicate', 'field-list'] as const;
export type Guard = (typeof GUARDS)[number];

/** The guard that `WITHOUT_GUARD` names. @throws Error when there is no such guard */
export function guardToRemove(name = process.env.WITHOUT_GUARD): Guard | null {
  if (!name) return null;
  const guard = GUARDS.find((one) => one === name);
  if (!guard) throw new Error(`WITHOUT_GUARD is one of ${GUARDS.join(', ')}`);
  return guard;
}

/** The house, whole or built upon rules of which one is taken away. */
export async function openHouse(without: Guard | null): Promise<House> {
  const removed = without ? (REMOVED_MODULES[without] ?? {}) : {};
  // What was loaded before keeps the modules it was loaded with.
  if (without) jest.resetModules();
  for (const path of Object.values(REMOVED_MODULES).flatMap(Object.keys)) jest.unstable_unmockModule(path);
  for (const [path, exported] of Object.entries(removed)) jest.unstable_mockModule(path, () => exported);
  const { House } = await import('../harness/house.js');
  return House.open();
}

/** What is no module's but an object's, taken away once the house stands and its world is built. */
export async function takeAway(house: House, guard: Guard | null): Promise<void> {
  if (guard === 'route-permission') await withoutRoutePermission(house);
  if (guard === 'access-door') await withoutDoors(house);
}

const everySchool = () => ({ sql: 'true', parameters: {} });
const everyField = () => new Proxy({}, { get: () => true });
const RULES = '../../../libs/domain/src';

/** Guard → modules that stand in for its own: every scope is the whole territory, everybody reads every field. */
const REMOVED_MODULES: Partial<Record<Guard, Record<string, object>>> = {
  'scope-predicate': Object.fromEntries(
    Object.entries(SCOPES).map(([module, names]) => [
      `../../src/${module}`,
      Object.fromEntries(names.map((name) => [name, everySchool])),
    ]),
  ),
  'field-list': Object.fromEntries(
    Object.entries(FIELD_LISTS).map(([module, names]) => [
      `${RULES}/${module}`,
      Object.fromEntries(names.map((name) => [name, everyField])),
    ]),
  ),
};

/** Whoever has signed in may ask anything. */
async function withoutRoutePermission({ application }: House): Promise<void> {
  const { SessionGuard } = await import('../../src/identity/session.guard.js');
  const { SessionStore } = await import('../../src/identity/session.store.js');
  const guard = application.get(SessionGuard);
  const canActivate = guard.canActivate.bind(guard);
  guard.canActivate = async (context) => {
    const request = context.switchToHttp().getRequest();
    const session = await application
      .get(SessionStore)
      .read(Object.values(request.cookies as Record<string, string>)[0] ?? '', false);
    if (!session) return canActivate(context);
    request.actor = session.actor;
    return true;
  };
}

/** The doors that somebody passed as if they were the plan manager, since this was last asked. */
let opened = new Set<string>();
export function takeOpened(): ReadonlySet<string> {
  const taken = opened;
  opened = new Set();
  return taken;
}

/** Every door lets everybody through, as if it were the plan manager who knocks. */
async function withoutDoors({ application }: House): Promise<void> {
  const doors: [module: string, type: Type<object>][] = [];
  for (const [module, name] of Object.entries(DOORS))
    doors.push([module, ((await import(`../../src/${module}`)) as Record<string, Type<object>>)[name]!]);
  for (const [module, type] of doors) {
    const door = application.get(type, { strict: false }) as Record<string, (...given: unknown[]) => unknown>;
    for (const name of Object.getOwnPropertyNames(type.prototype).filter((one) => one !== 'constructor')) {
      const method = door[name]!.bind(door);
      door[name] = (...given) => {
        if (given.some(isActor)) opened.add(module);
        return method(...given.map(asManager));
      };
    }
  }
}

const isActor = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && 'sessionId' in given && 'role' in given;

const asManager = (given: unknown) => (isActor(given) ? { ...given, role: 'plan-manager' } : given);
