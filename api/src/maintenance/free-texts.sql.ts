import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the ticket $1. */
export const TICKET_TEXTS: FreeTextsOf = {
  named: `select 'Ticket ' || number as name from ticket where id = $1`,
  texts: `select 'ticket.description' as place, id as "rowId", 0 as part, description as text, reported_at as at
       from ticket where id = $1 and description is not null
     union all select 'ticket_move.reason', id, 0, reason, at from ticket_move where ticket_id = $1 and reason is not null
     union all select 'ticket_resolution.note', id, 0, note, at from ticket_resolution where ticket_id = $1 and note is not null
     union all select 'ticket_comment.text', id, 0, text, at from ticket_comment where ticket_id = $1
     order by at, place`,
};
