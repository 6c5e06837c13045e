import { EQUIPMENT, EQUIPMENT_RELEASED } from '@parc/domain';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { schoolOf } from '../directory/school.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { containerOf, ROOM } from './equipment.sql.js';

/** Devices that wait for a training, and those that serve, over `e`. */
export const AWAITING = inStates('e.state', EQUIPMENT.statesFrom('release'));
export const SERVING = inStates('e.state', EQUIPMENT_RELEASED);
/** It calls for a training, over `e`. */
export const TAUGHT = `e.model_id = any(array(${ITEMS_WITH_TRAINING}))`;
/** It came into service without one, for a reason that its history tells. */
const WAIVED = `${SERVING} and exists (select from equipment_move v where v.equipment_id = e.id and v.action = 'waive-training' and v.at = e.state_since)`;

/**
 * What waits and what serves of the models that call for a training, one row a school and model: `school_id`, `model_id`,
 * `waiting`, `serving`, `waived`, `since`. @param where words of SQL over `e` and its school `s`
 */
export const taughtDevices = (where: string) => `select e.school_id, e.model_id,
    count(*) filter (where ${AWAITING})::int as waiting, count(*) filter (where ${SERVING})::int as serving,
    count(*) filter (where ${WAIVED})::int as waived,
    coalesce(min(e.state_since) filter (where ${AWAITING}), min(e.state_since)) as since
  from equipment e ${join(schoolOf('e.school_id'))}
  where ${TAUGHT} and (${AWAITING} or ${SERVING}) and ${where} group by e.school_id, e.model_id`;

/** The rooms of a school that a model stands in, by name, as JSON. @param most how many are told */
export const roomsOfModel = (school: string, model: string, most: number) =>
  `(select coalesce(json_agg(r.name order by r.name collate "fr-x-icu"), '[]') from (select distinct r.name
      from equipment e ${leftJoin(containerOf())} ${leftJoin(ROOM)}
     where e.school_id = ${school} and e.model_id = ${model} and (${AWAITING} or ${SERVING}) and r.name is not null limit ${most}) r)`;
