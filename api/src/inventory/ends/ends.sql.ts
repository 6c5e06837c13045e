import { EQUIPMENT, EQUIPMENT_MISSING, EQUIPMENT_RETIRED } from '@parc/domain';
import { inStates } from '../../platform/database/in-states.js';
import { byId, leftJoin, type Joined, type Rows } from '../../platform/database/joins.sql.js';
import { within } from '../../platform/database/paris-days.sql.js';

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

/** Devices bought in a period of days: `tag, family, refurbished, net_cents, repairability_index`. @param from and to: words of SQL */
export const boughtIn = (from: string, to: string): string =>
  `select e.tag, f.family, e.refurbished, e.net_cents, f.repairability_index
     from equipment e ${leftJoin(modelFacts())} where e.purchased_on between ${from} and ${to}`;

/**
 * Devices that were retired up to a day and had not left before another: `tag, family, purchased_on, retired_on, missing` (lost or stolen),
 * and of what has left `disposed_on, destination, attested` (the taker has committed to its reuse). What has left stays as it was.
 */
export const retiredUpTo = (from: string, to: string): string =>
  `select e.tag, e.purchased_on, e.retired_on, x.disposed_on, x.destination, coalesce(d.reuse_attested, false) as attested,
          case when x.equipment_id is null then f.family else x.family end as family,
          coalesce(x.missing, (select ${inStates('v.from_state', EQUIPMENT_MISSING)} from equipment_move v
            where v.equipment_id = e.id and v.to_state <> v.from_state order by v.at desc, v.id desc limit 1), false) as missing
     from equipment e left join disposed_device x on x.equipment_id = e.id left join equipment_disposal d on d.id = x.disposal_id
     ${leftJoin(modelFacts())}
    where e.retired_on <= ${to} and (x.disposed_on is null or x.disposed_on >= ${from})`;

/** What left for good in a period of days: `tag, destination, proved, wiped` (its data, where it has any). */
export const disposedIn = (from: string, to: string): string =>
  `select e.tag, x.destination, d.proof_number <> '' as proved, not x.stores_data or x.wipe_id is not null as wiped
     from disposed_device x join equipment e on e.id = x.equipment_id join equipment_disposal d on d.id = x.disposal_id
    where x.disposed_on between ${from} and ${to}`;

/**
 * Devices that an act took out in a period of days straight from the workshop's shelf, where nobody had put them to use again: `tag` and
 * the `school_id` where each stood before.
 */
export const beyondRepairIn = (from: string, to: string): string =>
  `select e.tag, h.school_id from equipment_move v join equipment e on e.id = v.equipment_id
     join lateral (select y.from_state from equipment_move y where y.equipment_id = v.equipment_id and y.from_state <> y.to_state
                      and (y.at, y.id) < (v.at, v.id) order by y.at desc, y.id desc limit 1) w on ${inStates('w.from_state', EQUIPMENT.statesFrom('shelve-repaired'))}
     left join lateral (select y.school_id from equipment_move y where y.equipment_id = v.equipment_id and y.school_id is not null
                           and (y.at, y.id) < (v.at, v.id) order by y.at desc, y.id desc limit 1) h on true
    where ${inStates('v.to_state', EQUIPMENT_RETIRED)} and v.from_state <> v.to_state and ${within('v.at', from, to)}`;

/**
 * What making a device of each family emitted, by the factors of a day: `family, yearly_kilograms`, its making, its way and its end spread
 * over the life that the source says. Before the first factor of a family, that one.
 */
export const carbonOn = (day: string): string =>
  `select distinct on (c.family) c.family,
     round((c.fabrication_grams + c.distribution_grams + c.end_grams) * 12 / (1000.0 * c.life_months), 6) as yearly_kilograms
     from carbon_factor c order by c.family, c.from_day <= ${day} desc, abs(c.from_day - ${day})`;
