import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the visit $1. */
export const VISIT_TEXTS: FreeTextsOf = {
  named: `select 'Intervention ' || number as name from visit where id = $1`,
  texts: `select 'visit.note' as place, id as "rowId", 0 as part, note as text, left_at as at from visit where id = $1 and note is not null
     union all select 'visit.internal_note', id, 0, internal_note, left_at from visit where id = $1 and internal_note is not null
     union all select 'visit.absence_reason', id, 0, absence_reason, left_at from visit where id = $1 and absence_reason is not null
     union all select 'visit_move.reason', id, 0, reason, at from visit_move where visit_id = $1 and reason is not null
     union all select 'visit_remark.text', id, 0, text, at from visit_remark where visit_id = $1
     order by at, place`,
};
