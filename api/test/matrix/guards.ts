import { jest } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { House } from '../harness/house.js';

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
  'scope-predicate': {
    '../../src/orders/order.scope.js': { orderScope: everySchool },
    '../../src/directory/school.scope.js': { schoolScope: everySchool },
    '../../src/catalogue/item.scope.js': { itemScope: everySchool },
    '../../src/budgets/budget.scope.js': { budgetScope: everySchool },
    '../../src/agreements/convention.scope.js': { conventionScope: everySchool, siteScope: everySchool },
  },
  'field-list': {
    [`${RULES}/orders/order-fields.js`]: { orderFields: everyField },
    [`${RULES}/directory/school-fields.js`]: { schoolFields: everyField },
    [`${RULES}/catalogue/item-fields.js`]: { itemFields: everyField },
    [`${RULES}/agreements/convention-fields.js`]: { conventionFields: everyField },
  },
};

/** Whoever has signed in may ask anything. */
async function withoutRoutePermission({ application }: House): Promise<void> {
  const { SessionGuard } = await import('../../src/identity/session.guard.js');
  const { SessionStore } = await import('../../src/identity/session.store.js');
  const guard = application.get(SessionGuard);
  const canActivate = guard.canActivate.bind(guard);
  guard.canActivate = async (context) => {
    const request = context.switchToHttp().getRequest();
    const session = await application.get(SessionStore).read(request.cookies.parc_session ?? '', false);
    if (!session) return canActivate(context);
    request.actor = session.actor;
    return true;
  };
}

/** Every door lets everybody through, as if it were the plan manager who knocks. */
async function withoutDoors({ application }: House): Promise<void> {
  const doors: Type<object>[] = [
    (await import('../../src/orders/order.access.js')).OrderAccess,
    (await import('../../src/directory/school.access.js')).SchoolAccess,
    (await import('../../src/directory/schools.service.js')).SchoolsService,
    (await import('../../src/catalogue/item.access.js')).ItemAccess,
    (await import('../../src/agreements/convention.access.js')).ConventionAccess,
    (await import('../../src/budgets/budget.access.js')).BudgetAccess,
    (await import('../../src/identity/deputy.access.js')).DeputyAccess,
  ];
  for (const type of doors) {
    const door = application.get(type, { strict: false }) as Record<string, (...given: unknown[]) => unknown>;
    for (const name of Object.getOwnPropertyNames(type.prototype).filter((one) => one !== 'constructor')) {
      const method = door[name]!.bind(door);
      door[name] = (...given) => method(...given.map(asManager));
    }
  }
}

function asManager(given: unknown): unknown {
  const isActor = typeof given === 'object' && given !== null && 'sessionId' in given && 'role' in given;
  return isActor ? { ...given, role: 'plan-manager' } : given;
}
