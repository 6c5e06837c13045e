import { DISPLAYS, EQUIPMENT_STANDING, PUPIL_TERMINALS, type EquipmentFamily } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';
import type { Joined } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { dayEnds, within } from '../platform/database/paris-days.sql.js';
import { PRICE } from './equipment.sql.js';

/**
 * The fleet at the end of a day, as its moves tell it: what stood in a school then, cases apart, as rows of
 * `equipment_id, tag, purchased_on, school_id, model_id, family, for_teachers, room_id, container_id, state`.
 * @param day words of SQL
 * @param school narrows it to one school: words of SQL; its devices are found by its moves
 */
export const fleetOn = (day: string, school: string | null = null): string =>
  `select x.equipment_id, e.tag, e.purchased_on, x.school_id, e.model_id, y.family, coalesce(y.for_teachers, false) as for_teachers, x.room_id, x.container_id, x.to_state as state
     from (select distinct on (v.equipment_id) v.equipment_id, v.to_state, v.school_id, v.room_id, v.container_id
             from equipment_move v where v.at < ${dayEnds(day)}${ofSchool(school)}
            order by v.equipment_id, v.at desc, v.id desc) x
     join equipment e on e.id = x.equipment_id left join equipment_model y on y.model_id = e.model_id
    where x.school_id is not null and ${inStates('x.to_state', EQUIPMENT_STANDING)} and not e.is_container`;

/**
 * The same at the end of each of several days, in one reading of the moves: `day, equipment_id, school_id`.
 * @param days a query of `day`
 */
export const fleetOnEach = (days: string, school: string | null = null): string =>
  `select m.day, x.equipment_id, x.school_id
     from (select v.equipment_id, v.to_state, v.school_id, v.at, lead(v.at) over (partition by v.equipment_id order by v.at, v.id) as until
             from equipment_move v where true${ofSchool(school)}) x
     join equipment e on e.id = x.equipment_id and not e.is_container
     join (${days}) m on x.at < ${dayEnds('m.day')} and (x.until is null or x.until >= ${dayEnds('m.day')})
    where x.school_id is not null and ${inStates('x.to_state', EQUIPMENT_STANDING)}`;

const ofSchool = (school: string | null) =>
  school === null
    ? ''
    : ` and v.equipment_id in (select w.equipment_id from equipment_move w where w.school_id = ${school})`;

/** What a model is, where that is known: its `family`, and whether it is `for_teachers`. */
export const familyOf = (model: string, alias = 'y'): Joined => [
  'equipment_model',
  alias,
  `${alias}.model_id = ${model}`,
];
/**
 * Devices and cases that came into a school for the first time in a period of days: `equipment_id, school_id, tag, model_id, price_cents`, tax
 * included, null where nobody knows it. What goes on to another school was bought once.
 */
export const firstPlacedIn = (from: string, to: string, school: string | null = null): string =>
  `select x.equipment_id, x.school_id, e.tag, e.model_id, ${PRICE} as price_cents
     from (select distinct on (v.equipment_id) v.equipment_id, v.school_id, v.at from equipment_move v
            where v.school_id is not null and ${inStates('v.to_state', EQUIPMENT_STANDING)}${ofSchool(school)}
            order by v.equipment_id, v.at, v.id) x
     join equipment e on e.id = x.equipment_id
    where ${within('x.at', from, to)}`;

const ofFamilies = (families: readonly EquipmentFamily[]) => anyOf('d.family', families);

/** Pupils' terminals among devices `d`. */
export const IS_TERMINAL = `${ofFamilies(PUPIL_TERMINALS)} and not d.for_teachers`;
/** What a class looks at, likewise. */
export const IS_DISPLAY = ofFamilies(DISPLAYS);
