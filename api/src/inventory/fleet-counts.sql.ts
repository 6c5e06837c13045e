import { EQUIPMENT, EQUIPMENT_ACTIONS, EQUIPMENT_RELEASED, type EquipmentAction } from '@parc/domain';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { parisDay, dayEnds, within } from '../platform/database/paris-days.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { anyOf, quoted } from '../platform/database/kinds.sql.js';

/** What others count of what happened to devices: words of SQL over days of Paris, both included. */

const WAITING = EQUIPMENT.statesFrom('release');
const ENTERING = EQUIPMENT_ACTIONS.filter((action) =>
  EQUIPMENT.moves.some((move) => move.action === action && WAITING.includes(move.next) && move.next !== move.state),
);
const PLACED = 'place' satisfies EquipmentAction;

/**
 * Devices that came into use from a day to another after they had come to a school, of models that call for a training:
 * `school_id`, `tag`, `days` from one to the other. What comes back from repair has not come to the school.
 */
export const firstUsesIn = (from: string, to: string) =>
  `select v.school_id, e.tag, ${parisDay('v.at')} - ${parisDay('p.at')} as days
     from equipment_move v join equipment e on e.id = v.equipment_id and e.model_id = any(array(${ITEMS_WITH_TRAINING}))
     cross join lateral (select b.at, b.action from equipment_move b where b.equipment_id = v.equipment_id and ${anyOf('b.action', ENTERING)}
        and (b.at, b.id) < (v.at, v.id) order by b.at desc, b.id desc limit 1) p
    where ${inStates('v.from_state', WAITING)} and ${inStates('v.to_state', EQUIPMENT_RELEASED)} and ${within('v.at', from, to)} and p.action = ${quoted(PLACED)}`;

/**
 * Devices that somebody saw in the twelve months before the end of a day: moved by a person, found by a campaign, their label
 * read. Of readings the last alone is kept: those before it are told by the other two.
 */
export const seenBy = (day: string) => {
  const since = `((${day}::date + 1 - interval '12 months') at time zone 'Europe/Paris')`;
  const seen = (at: string) => `${at} >= ${since} and ${at} < ${dayEnds(day)}`;
  return `select v.equipment_id from equipment_move v where v.account_id is not null and ${seen('v.at')}
    union select i.equipment_id from campaign_item i where i.equipment_id is not null and ${seen('i.seen_at')}
    union select e.id from equipment e where ${seen('e.last_seen_at')}`;
};

/** The last day of each month that begins from a day to another, and that other: `day`. */
export const monthEnds = (from: string, to: string) =>
  `select least((g.at + interval '1 month')::date - 1, ${to}::date) as day
     from generate_series(date_trunc('month', ${from}::date::timestamp), ${to}::date::timestamp, interval '1 month') g(at)`;
