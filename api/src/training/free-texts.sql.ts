import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the session of training $1. */
export const TRAINING_TEXTS: FreeTextsOf = {
  named: `select 'Session ' || number as name from training_session where id = $1`,
  texts: `select 'training_session_move.reason' as place, id as "rowId", 0 as part, reason as text, at from training_session_move
     where session_id = $1 and reason is not null
    union all select 'training_correction.reason', id, 0, reason, at from training_correction where session_id = $1
    order by at, place`,
};
