import { parisDay } from '../platform/database/paris-days.sql.js';
import { EQUIPMENT } from '@parc/domain';
import { roomOf } from '../directory/school.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { byId, type Joined } from '../platform/database/joins.sql.js';

export const stockPlaceOf = (id = 'e.stock_place_id', alias = 'p'): Joined => byId('stock_place', alias, id);
export const equipmentOf = (id: string, alias = 'e'): Joined => byId('equipment', alias, id);
/** Ids of the device whose tag a person typed whole, a placeholder. */
export const taggedAs = (search: string): string =>
  `array(select x.id from equipment x where x.tag = upper(${search}))`;
export const containerOf = (id = 'e.container_id', alias = 'c'): Joined => byId('equipment', alias, id);
/** The case that a device lies in, else the device itself: what is lent whole. @param device words of SQL */
export const WHOLE_OF = (device: string) =>
  `(select coalesce(z.container_id, z.id) from equipment z where z.id = ${device})`;

/** What lies in a case, as `e`. */
export const contentsOf = (container: string): Joined => ['equipment', 'e', `e.container_id = ${container}`];

/** What one device cost, tax included, rounded as `lineAmounts` rounds, over `e`. */
export const PRICE = 'e.net_cents + (e.net_cents * e.vat_basis_points + 5000) / 10000';

/** How many devices lie in it, over `e`. */
export const CONTENTS = `case when e.is_container then (select count(*)::int from equipment y where y.container_id = e.id) else 0 end`;

/** The room it stands in, its own or its container's, as `r`; both over `e` and `c`. */
export const ROOM = roomOf('coalesce(e.room_id, c.room_id)');

/**
 * The order in which whoever needs several devices takes them, over `e`: a case before what lies in it, as its own moves do,
 * and those of two cases never in turn; so nobody waits for each other.
 */
export const IN_LOCK_ORDER = 'coalesce(e.container_id, e.id), e.container_id nulls first, e.id';

/** Writes again what a search looks at, of the devices `$1`. */
export const REWRITE_WORDS = 'update equipment e set words = equipment_words(e) where e.id = any($1)';

/** Came with the delivery `:deliveryId`, over `e`. */
export const OF_DELIVERY = 'e.receipt_id in (select d.id from delivery_receipt d where d.delivery_id = :deliveryId)';

/** Which model of the catalogue the device $1 is. */
export const MODEL_OF_DEVICE = 'select model_id as "modelId" from equipment where id = $1';

/** Of which family the device $1 is, where that is known. */
export const FAMILY_OF_DEVICE =
  'select y.family from equipment e left join equipment_model y on y.model_id = e.model_id where e.id = $1';

/** How many devices of a school wait for a training of one of these models, an array. @param school, models words of SQL */
export const waitingFor = (school: string, models: string) =>
  `(select count(*)::int from equipment e where e.school_id = ${school} and e.model_id = any(${models})
     and ${inStates('e.state', EQUIPMENT.statesFrom('release'))})`;

/** The day of Paris from which the house knows a device. @param device words of SQL */
export const KNOWN_SINCE = (device: string) =>
  `(select ${parisDay('min(v.at)')} from equipment_move v where v.equipment_id = ${device})`;
