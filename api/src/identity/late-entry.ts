import { type Permission, reachOf, ROLES } from '@parc/domain';

/** How long after its end a role's phone may still hand in what it was refused. */
const LATE_DAYS = 30;

/** Roles that work without a network: what they wrote last may come after they have ended. */
const LATE_ROLES = ROLES.filter((role) => reachOf('deposits.make', role) !== null)
  .map((role) => `'${role}'`)
  .join(', ');

/** What is left of a role that has ended: one's own account and session, and to hand in. */
const LATE_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>(['session.use', 'account.self', 'deposits.make']);

export const mayLate = (permission: Permission | undefined): boolean =>
  permission !== undefined && LATE_PERMISSIONS.has(permission);

/**
 * An assignment `a` that has ended on that day, given by its placeholder, and whose person has an enrolled phone on which work of
 * it may still lie.
 */
export const endedLately = (day: string) =>
  `(a.role in (${LATE_ROLES}) and a.to_day <= ${day} and a.to_day > ${day}::date - ${LATE_DAYS}
    and exists (select from phone p where p.account_id = a.account_id and p.revoked_at is null))`;
