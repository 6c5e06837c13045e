import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the catalogue item $1. */
export const ITEM_TEXTS: FreeTextsOf = {
  named: 'select name from catalogue_item where id = $1',
  texts: `select 'item_decision.reason' as place, id as "rowId", 0 as part, reason as text, decided_at as at from item_decision where item_id = $1`,
};
