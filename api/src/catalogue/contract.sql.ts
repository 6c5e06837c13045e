import { byId, type Joined, type Rows } from '../platform/database/joins.sql.js';

/** The contract of a row, as `k`, and the firm that holds it, as `h`; none when the metropole does it itself. */
export const contractOf = (id: string, alias = 'k'): Joined => byId('contract', alias, id);
export const holderOf = (id = 'k.holder_id', alias = 'h'): Joined => byId('contract_holder', alias, id);

/** The contracts of a firm, by id. */
export const contractsHeldBy = (holder: string) => `(select id from contract where holder_id = ${holder})`;

/** Who holds the contract $1. */
export const HOLDER_ID = 'select holder_id from contract where id = $1';

/** Firms, as a role may be given over one: `id`, `label`, `words`. */
export const HOLDER_CHOICE = 'select id, name as label, name as words from contract_holder';
export const HOLDER_BY_ID = 'select from contract_holder where id = $1';

/** The periods with these ids, locked by id. @param ids words of SQL @param first what must have been answered before */
export const LOCK_PERIODS = (ids: string, first = 'true') =>
  `select p.id, p.contract_id, p.from_day, p.to_day from contract_period p where p.id = any(array(${ids})) and ${first} order by p.id for no key update of p`;

/** The period of the day of each contract, while the contract itself holds: ids. @param contracts words of SQL */
export const PERIODS_OF_THE_DAY = (contracts: string, day: string) =>
  `select d.id from contract_period d join contract c on c.id = d.contract_id
    where d.contract_id in ${contracts} and ${day}::date between d.from_day and d.to_day and ${day}::date between c.from_day and c.to_day`;

/** The period `p` of a contract `c` with its holder `h`. */
export const PERIODS: Rows = ['contract_period', 'p'];

/** A period whose alert is reached, over `p`. */
export const ALERTED = 'p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points';

/** Firms with their contracts, the latest term first. */
export const SUPPLIERS = `select h.id, h.name,
    coalesce((select json_agg(json_build_object('id', k.id, 'number', k.number, 'title', k.title) order by k.to_day desc, k.id)
                from (select * from contract k where k.holder_id = h.id order by k.to_day desc limit 100) k), '[]') as contracts
  from contract_holder h order by plain_text(h.name), h.id limit 500`;

/** The name of the firm $1. */
export const HOLDER_NAME = 'select name from contract_holder where id = $1 for key share';
