import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the problem $1. */
export const PROBLEM_TEXTS: FreeTextsOf = {
  named: `select 'Problème ' || number as name from problem where id = $1`,
  texts: `select 'problem.title' as place, id as "rowId", 0 as part, title as text, opened_at as at from problem where id = $1
     union all select 'problem.told', id, 0, told, opened_at from problem where id = $1 and told is not null
     union all select 'problem.cause_note', id, 0, cause_note, state_since from problem where id = $1 and cause_note is not null
     union all select 'problem.solution', id, 0, solution, state_since from problem where id = $1 and solution is not null
     union all select 'problem_move.reason', id, 0, reason, at from problem_move where problem_id = $1 and reason is not null
     order by at, place`,
};
