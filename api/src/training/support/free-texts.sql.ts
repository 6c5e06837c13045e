import type { FreeTextsOf } from '../../platform/database/free-texts.js';

/** The free texts of the visit of support $1. */
export const SUPPORT_TEXTS: FreeTextsOf = {
  named: `select 'Accompagnement demandé le ' || to_char(asked_at at time zone 'Europe/Paris', 'DD/MM/YYYY') as name from support_request where id = $1`,
  texts: `select 'support_request.purpose' as place, id as "rowId", 0 as part, purpose as text, asked_at as at from support_request where id = $1
    union all select 'support_request.report', id, 0, report, reported_at from support_request where id = $1 and report is not null
    union all select 'support_request.follow_up', id, 0, follow_up, reported_at from support_request where id = $1 and follow_up is not null
    union all select 'support_move.reason', id, 0, reason, at from support_move where request_id = $1 and reason is not null
    order by at, place`,
};
