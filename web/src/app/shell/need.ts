import { type Permission, reachOf, type Role } from '@parc/domain';

/**
 * What somebody must hold to be shown something: a permission, several at once, or one that another rules out: who works
 * inside a school reads the directory too, and has its own page where the others have a list.
 */
export type Need = Permission | { readonly all: readonly Permission[]; readonly without?: Permission };

/** Whether a role holds what is needed, over one school or over all. */
export function meets(need: Need, role: Role): boolean {
  const { all, without = null } = typeof need === 'string' ? { all: [need], without: null } : need;
  const holds = (permission: Permission) => reachOf(permission, role) !== null;
  return all.every(holds) && !(without !== null && holds(without));
}
