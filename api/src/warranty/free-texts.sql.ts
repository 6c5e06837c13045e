import type { FreeTextsOf } from '../platform/database/free-texts.js';
import { join } from '../platform/database/joins.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';

/** The free texts of the return $1. */
export const RETURN_TEXTS: FreeTextsOf = {
  named: `select 'Retour en garantie, ticket ' || t.number as name from warranty_return w ${join(ticketOf('w.ticket_id'))} where w.id = $1`,
  texts: `select 'warranty_return.fault' as place, w.id as "rowId", 0 as part, w.fault as text, v.at from warranty_return w
       join warranty_return_move v on v.return_id = w.id and v.from_state is null where w.id = $1
     union all select 'warranty_return_move.reason', id, 0, reason, at from warranty_return_move where return_id = $1 and reason is not null
     order by at, place`,
};
