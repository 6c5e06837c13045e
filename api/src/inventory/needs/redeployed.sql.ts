import { REDEPLOYED } from '@parc/domain';
import { inStates } from '../../platform/database/in-states.js';
import { within } from '../../platform/database/paris-days.sql.js';

/** Devices that went to a school that had asked, by a proposal, in a period of days: `school_id` (which received it), `tag`. */
export const redeployedIn = (from: string, to: string): string =>
  `select d.to_school_id as school_id, e.tag from redeployment d join redeployment_move v on v.redeployment_id = d.id
     join equipment e on e.id = d.equipment_id
    where ${inStates('v.to_state', REDEPLOYED)} and ${within('v.at', from, to)}`;
