import { DOTATION_PARTS_COMING, DOTATIONS_SHARED } from '@parc/domain';
import { inStates } from '../../platform/database/in-states.js';

/**
 * What dotations are settled to bring to some schools and have not brought yet, a row a part, the next one first.
 * @param schools words of SQL: an array of ids
 */
export const comingTo = (schools: string): string =>
  `select p.school_id as "schoolId", t.title, p.state, p.quantity - p.received as quantity, p.planned_on::text as "plannedOn"
     from dotation_part p join dotation t on t.id = p.dotation_id
    where p.school_id = any(${schools}) and ${inStates('p.state', DOTATION_PARTS_COMING)}
    order by p.school_id, p.planned_on nulls last, p.created_at, p.id`;

/** The last dotations that were shared out, as `day, word, devices`: what a curve may turn by. */
export const LAST_SHARED = `select (t.created_at at time zone 'Europe/Paris')::date::text as day, t.title as word, t.allotted as devices
    from dotation t where ${inStates('t.state', DOTATIONS_SHARED)} and t.allotted > 0 order by t.created_at desc, t.id desc limit 20`;
