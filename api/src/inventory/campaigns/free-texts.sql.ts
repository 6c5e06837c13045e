import type { FreeTextsOf } from '../../platform/database/free-texts.js';

/** The free texts of the campaign $1. */
export const CAMPAIGN_TEXTS: FreeTextsOf = {
  named: 'select title as name from campaign where id = $1',
  texts: `select 'campaign_item.note' as place, i.id as "rowId", 0 as part, i.note as text, i.seen_at as at from campaign_item i where i.campaign_id = $1
    union all select 'campaign_move.reason', v.id, 0, v.reason, v.at from campaign_move v join campaign_part t on t.id = v.part_id where t.campaign_id = $1`,
};
