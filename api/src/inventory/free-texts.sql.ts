import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the device $1. */
export const EQUIPMENT_TEXTS: FreeTextsOf = {
  named: 'select tag as name from equipment where id = $1',
  texts: `select 'equipment_move.reason' as place, id as "rowId", 0 as part, reason as text, at
            from equipment_move where equipment_id = $1 and role <> 'system'`,
};
