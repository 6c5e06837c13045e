/** The French name of an assignment's scope, over the aliases of `SCOPE_JOINS`. */
export const SCOPE_LABEL = `coalesce(s.name || ', ' || sc.name, m.name, b.name, d.name, h.name, 'Saint-Étienne Métropole')`;

/** What an assignment `a` may reach, for its name. */
export const SCOPE_JOINS = `left join school s on s.id = a.school_id left join commune sc on sc.id = s.commune_id
  left join commune m on m.id = a.commune_id left join managing_body b on b.id = a.managing_body_id
  left join circonscription d on d.id = a.circonscription_id left join contract_holder h on h.id = a.contract_holder_id`;

/** A deputy, whoever named it, over the alias `a`. */
export const IS_DEPUTY = '(a.deputy_of_id is not null or a.named_in_vacancy)';

/** Holds on a day, given by its placeholder, over the alias `a`; the last day is excluded in the table. */
export const holdsOn = (day: string) => `a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})`;
