import { schoolReach } from '../directory/reach.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';

/** Whose budgets an actor reaches (rights.md, budgets.read), over the alias `s` of the school. */
export function budgetScope(actor: Actor): Predicate {
  return schoolReach(actor, 'budgets.read');
}
