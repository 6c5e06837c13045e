import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the check $1. */
export const CHECK_TEXTS: FreeTextsOf = {
  named: `select 'Contrôle du ' || to_char(c.due_on, 'DD/MM/YYYY') || ', ' || n.name as name
    from upkeep_check c join upkeep_plan n on n.id = c.plan_id where c.id = $1`,
  texts: `select 'upkeep_check_device.note' as place, d.id as "rowId", 0 as part, d.note as text, c.state_since as at
       from upkeep_check_device d join upkeep_check c on c.id = d.check_id where d.check_id = $1 and d.note is not null
     union all select 'upkeep_check_move.reason', id, 0, reason, at from upkeep_check_move where check_id = $1 and reason is not null
     order by at, place`,
};
