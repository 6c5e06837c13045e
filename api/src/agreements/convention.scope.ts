import { reachOf, SCOPE_OF_ROLE } from '@parc/domain';
import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import { only, type Predicate } from '../platform/database/predicate.js';
import { SITES } from './convention.sql.js';

/** Which schools an actor sees among sites and blocked schools, over the alias `s`. */
export function siteScope(actor: Actor): Predicate {
  return schoolReach(actor, 'conventions.read');
}

/**
 * Which conventions an actor reaches (rights.md, conventions.read), over the alias `c`: the door, lists and counts all
 * use it. A party reads what it signs, whichever schools it lists; a school and its inspection, what lists a school of theirs.
 */
export function conventionScope(actor: Actor): Predicate {
  const sites = siteScope(actor);
  if (reachOf('conventions.read', actor.role) !== 'own') return sites;
  switch (SCOPE_OF_ROLE[actor.role]) {
    case 'commune':
      return only('c.commune_id = :scopeCommune', { scopeCommune: actor.communeId });
    case 'managing-body':
      return only('c.managing_body_id = :scopeBody', { scopeBody: actor.managingBodyId });
    default:
      return sites.sql === 'false'
        ? sites
        : { ...sites, sql: `exists (select from ${SITES} where cs.convention_id = c.id and ${sites.sql})` };
  }
}
