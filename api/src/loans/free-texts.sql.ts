import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the loan $1. */
export const LOAN_TEXTS: FreeTextsOf = {
  named: `select 'Prêt ' || number as name from loan where id = $1`,
  texts: `select 'loan.purpose' as place, l.id as "rowId", 0 as part, l.purpose as text, v.at from loan l
       join loan_move v on v.loan_id = l.id and v.from_state is null where l.id = $1 and l.purpose is not null
     union all select 'loan_move.reason', id, 0, reason, at from loan_move where loan_id = $1 and reason is not null
     union all select 'loan_check.note', id, 0, note, at from loan_check where loan_id = $1 and note is not null
     order by at, place`,
};
