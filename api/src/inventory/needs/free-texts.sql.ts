import { schoolOf } from '../../directory/school.sql.js';
import { join } from '../../platform/database/joins.sql.js';
import type { FreeTextsOf } from '../../platform/database/free-texts.js';

/** The free texts of the need $1. */
export const NEED_TEXTS: FreeTextsOf = {
  named: `select 'Besoin dit par ' || s.name as name from need n ${join(schoolOf('n.school_id'))} where n.id = $1`,
  texts: `select 'need.purpose' as place, id as "rowId", 0 as part, purpose as text, created_at as at from need where id = $1
     union all select 'need.note', id, 0, note, created_at from need where id = $1 and note is not null
     union all select 'need_move.reason', id, 0, reason, at from need_move where need_id = $1 and reason is not null
     order by at, place`,
};

/** The free texts of the redeployment $1: opinions and reasons. */
export const REDEPLOYMENT_TEXTS: FreeTextsOf = {
  named: 'select e.tag as name from redeployment d join equipment e on e.id = d.equipment_id where d.id = $1',
  texts: `select 'redeployment_move.reason' as place, id as "rowId", 0 as part, reason as text, at
            from redeployment_move where redeployment_id = $1 and reason is not null order by at, id`,
};
