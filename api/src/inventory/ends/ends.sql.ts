import { byId, type Joined, type Rows } from '../../platform/database/joins.sql.js';

/** What a model is as a device, over the device `e`. */
export const modelFacts = (modelId = 'e.model_id', alias = 'f'): Joined => [
  'equipment_model',
  alias,
  `${alias}.model_id = ${modelId}`,
];

/** Devices that have left for good, and the departure of each. */
export const DISPOSED: Rows = ['disposed_device', 'x'];
export const DISPOSAL_OF: Joined = ['equipment_disposal', 'd', 'd.id = x.disposal_id'];

/** Of the device `d`: it holds no data, or they were wiped since it was retired; of what nobody described, data are supposed. */
export const WIPED = `exists (select from equipment y left join equipment_model k on k.model_id = y.model_id where y.id = d.id
    and (not coalesce(k.stores_data, true) or exists (select from equipment_wipe w where w.equipment_id = y.id and w.clean and w.at >= y.state_since)))`;

export const wipeOf = (id: string, alias = 'w'): Joined => byId('equipment_wipe', alias, id);
