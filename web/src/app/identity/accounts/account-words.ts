import type { AccountAssignment, AccountRole } from '@parc/api-client';
import { isSchoolRole, reachOf, type Role, ROLES, ROLE_WORDS, type ScopeKind, type Tone } from '@parc/domain';
import { dayOfYear, type IconName } from '@parc/ui';

/** What an account's owner may do today. */
interface AccountStanding {
  readonly active: boolean;
  readonly invited: boolean;
}

interface StateWords {
  readonly tone: Tone;
  readonly word: string;
  readonly icon?: IconName;
}

export function standingWords({ active, invited }: AccountStanding): StateWords {
  if (!active) return { tone: 'idle', word: 'Désactivé', icon: 'lock' };
  return invited ? { tone: 'waiting', word: 'Invité' } : { tone: 'done', word: 'Actif' };
}

/** "Direction d’école, adjoint" where the person stands in for the head. */
export function roleWords({ role, deputy }: Pick<AccountRole, 'role' | 'deputy'>): string {
  return deputy ? `${ROLE_WORDS[role]}, adjoint` : ROLE_WORDS[role];
}

/** What a role is given over, as the label of its picker; null for a role of the whole territory. */
export const SCOPE_QUESTIONS: Record<ScopeKind, string | null> = {
  school: 'École',
  commune: 'Commune',
  'managing-body': 'Organisme de gestion',
  circonscription: 'Circonscription',
  'contract-holder': 'Entreprise',
  territory: null,
};

/** The roles that a reader may give or take: all, those of a school, or none (rules.md 1; the API judges again). */
export function grantableRoles(reader: Role | null): readonly Role[] {
  if (reader === null || reachOf('accounts.invite', reader) === null) return [];
  if (reachOf('accounts.manage', reader) === 'all') return ROLES;
  return ROLES.filter(isSchoolRole);
}

/** Past, in force or to come, on a day. */
export function timeOf({ current, fromDay }: AccountAssignment, today: string): 'current' | 'coming' | 'past' {
  if (current) return 'current';
  return fromDay > today ? 'coming' : 'past';
}

/** "depuis le 1er sept. 2026", "du 1er sept. 2026 au 31 août 2027", "à partir du 4 janv. 2027". @param today ISO date */
export function periodWords({ fromDay, lastDay }: AccountAssignment, today: string): string {
  if (lastDay !== null && lastDay < fromDay) return `le ${dayOfYear(fromDay)}, repris le jour même`;
  if (lastDay !== null) return `du ${dayOfYear(fromDay)} au ${dayOfYear(lastDay)}`;
  return fromDay > today ? `à partir du ${dayOfYear(fromDay)}` : `depuis le ${dayOfYear(fromDay)}`;
}

/** Words of a list's row: the first two roles, and how many more. */
export function rolesInShort(roles: readonly AccountRole[]): { role: string; over: string }[] {
  return roles.slice(0, 2).map((held) => ({ role: roleWords(held), over: held.scopeLabel }));
}
