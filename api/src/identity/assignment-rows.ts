import { holderOf } from '../catalogue/contract.sql.js';
import { bodyOf, circonscriptionOf, communeOf, schoolOf } from '../directory/school.sql.js';
import { leftJoin } from '../platform/database/joins.sql.js';

/** The French name of an assignment's scope, over the aliases of `SCOPE_JOINS`. */
export const SCOPE_LABEL = `coalesce(s.name || ', ' || sc.name, m.name, b.name, d.name, h.name, 'Saint-Étienne Métropole')`;

/** What an assignment `a` may reach, for its name. */
export const SCOPE_JOINS = [
  schoolOf('a.school_id'),
  communeOf('s.commune_id', 'sc'),
  communeOf('a.commune_id'),
  bodyOf('a.managing_body_id'),
  circonscriptionOf('a.circonscription_id', 'd'),
  holderOf('a.contract_holder_id'),
]
  .map(leftJoin)
  .join(' ');

/** A deputy, whoever named it, over the alias `a`. */
export const IS_DEPUTY = '(a.deputy_of_id is not null or a.named_in_vacancy)';

/** Holds on a day, given by its placeholder, over the alias `a`; the last day is excluded in the table. */
export const holdsOn = (day: string) => `a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})`;
