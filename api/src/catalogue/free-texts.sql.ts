import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the catalogue item $1. */
export const ITEM_TEXTS: FreeTextsOf = {
  named: 'select name from catalogue_item where id = $1',
  texts: `select 'item_decision.reason' as place, id as "rowId", 0 as part, reason as text, decided_at as at from item_decision where item_id = $1
    union all select 'pilot.looked_for', id, 0, looked_for, started_at from pilot where item_id = $1
    union all select 'pilot_opinion.text', o.id, 0, o.text, o.said_at from pilot_opinion o join pilot p on p.id = o.pilot_id
     where p.item_id = $1 and o.text is not null
    order by at, place`,
};
