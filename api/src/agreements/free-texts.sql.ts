import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the convention $1. */
export const CONVENTION_TEXTS: FreeTextsOf = {
  named: `select 'Convention ' || number as name from convention where id = $1`,
  texts: `
    select 'convention.title' as place, c.id as "rowId", 0 as part, c.title as text, (select min(m.at) from convention_move m where m.convention_id = c.id) as at
      from convention c where c.id = $1
    union all select 'convention.ended_reason', c.id, 0, c.ended_reason, (select max(m.at) from convention_move m where m.convention_id = c.id)
      from convention c where c.id = $1
    union all select 'convention_move.reason', id, 0, reason, at from convention_move where convention_id = $1`,
  touch: 'update convention set version = version + 1 where id = $1',
};
