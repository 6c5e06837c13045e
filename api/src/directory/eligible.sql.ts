import { CONTRACTS_LEFT_OUT } from '@parc/domain';
import { noneOf } from '../platform/database/kinds.sql.js';

/** Schools that the plan equips, over `s`: all but those outside any contract with the State. */
export const IN_THE_PLAN = noneOf('s.state_contract', CONTRACTS_LEFT_OUT, 'is distinct from');
