import { PERMISSIONS, reachOf, type Permission } from '../src/rights/permissions.js';
import { ROLES, ROLE_WORDS, SCOPE_OF_ROLE } from '../src/roles/roles.js';
import { markdownTable } from './markdown-table.js';

const NONE = '–';

/** Who may do what, as `permissions.ts` has it: one table a domain, a column a role. */
export function rightsDocument(): string {
  const permissions = Object.keys(PERMISSIONS) as Permission[];
  const domains = [...new Set(permissions.map(domainOf))].sort();
  return `${[
    '# Rights',
    'Written from `libs/domain/src/rights/permissions.ts` and `roles.ts` by `npm run documents`: change those, not this.',
    'A permission is asked before anything is loaded; where a role has none (–) the answer is 403. How far it reaches:\n_self_ the account, _own_ the scope of the assignment, _work_ what was given to the firm, _all_ everything. What lies\noutside answers 404. Which fields are read, and what persons may not do twice: [rules.md](rules.md) 2 and 4.',
    '## Roles',
    markdownTable(
      ['role', 'on screens', 'scope'],
      ROLES.map((role) => [role, ROLE_WORDS[role], SCOPE_OF_ROLE[role]]),
    ),
    ...domains.flatMap((domain) => [`## ${domain}`, tableOf(permissions.filter((each) => domainOf(each) === domain))]),
  ].join('\n\n')}\n`;
}

/** Roles without any permission of the domain have no column. */
function tableOf(permissions: readonly Permission[]): string {
  const roles = ROLES.filter((role) => permissions.some((permission) => reachOf(permission, role) !== null));
  return markdownTable(
    ['permission', ...roles],
    permissions.map((permission) => [permission, ...roles.map((role) => reachOf(permission, role) ?? NONE)]),
  );
}

function domainOf(permission: string): string {
  return permission.split('.')[0] ?? permission;
}
