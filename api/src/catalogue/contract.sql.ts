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

/** The period `p` of a contract `c` with its holder `h`. */
export const PERIODS: Rows = ['contract_period', 'p'];

/** A period whose alert is reached, over `p`. */
export const ALERTED = 'p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points';
