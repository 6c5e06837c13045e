import { DIFFERENCES, EQUIPMENT_IN_ROOM } from '@parc/domain';
import { inStates } from '../../platform/database/in-states.js';

/** What was found different, over the alias `i`. */
export const IS_DIFFERENCE = inStates('i.finding', DIFFERENCES);

/** The room of a device `e`, its own or that of its case `c`. */
export const ROOM_OF_DEVICE = 'coalesce(e.room_id, c.room_id)';

/** A device `e` that stands in a room of the school `$1`, of the models `$2` and the rooms `$3` (null: all). */
export const TO_BE_SEEN = `e.school_id = $1 and ${inStates('e.state', EQUIPMENT_IN_ROOM)}
  and ($2::uuid[] is null or e.model_id = any($2)) and ($3::uuid[] is null or ${ROOM_OF_DEVICE} = any($3))`;

/** Still where it may be seen: over `e` and the part's school. */
export const stillIn = (school: string) => `e.school_id = ${school} and ${inStates('e.state', EQUIPMENT_IN_ROOM)}`;

/** Differences of the part `$1`: those that wait, and those that somebody has resolved. */
export const DIFFERENCES_OF_PART = `select (count(*) filter (where i.resolution is null))::int as unresolved,
    (count(*) filter (where i.resolution is not null))::int as resolved
  from campaign_item i where i.part_id = $1 and ${IS_DIFFERENCE}`;
