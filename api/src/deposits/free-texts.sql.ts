import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the deposit $1. */
export const DEPOSIT_TEXTS: FreeTextsOf = {
  named: `select 'Travail confié : ' || about as name from deposit where id = $1`,
  texts: `select 'deposit.about' as place, id as "rowId", 0 as part, about as text, received_at as at from deposit where id = $1
     union all select 'deposit.body', id, 0, body, received_at from deposit where id = $1 and body <> ''
     union all select 'deposit.refusal', id, 0, refusal, received_at from deposit where id = $1
     order by at, place`,
};
