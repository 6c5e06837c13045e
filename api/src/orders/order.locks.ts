import type { EntityManager } from 'typeorm';
import { HOLD_GATES } from '../agreements/cover.sql.js';
import { ENVELOPES_FOR, LOCK_ENVELOPES } from '../budgets/envelope.sql.js';
import { LOCK_PERIODS, PERIODS_OF_THE_DAY } from '../catalogue/contract.sql.js';
import { schoolOf } from '../directory/school.sql.js';
import { join } from '../platform/database/joins.sql.js';
import { EVERYTHING, numbered, type Predicate } from '../platform/database/predicate.js';
import type { LockedParents, OrderParent } from './order.moving.js';

export interface AskedLocks {
  orderIds: readonly string[];
  /** Whom the orders are asked for by; the system has everything. */
  scope?: Predicate;
  parents: ReadonlySet<OrderParent>;
  /** ISO date, Europe/Paris. */
  today: string;
}

/** One order and its parents, locked. */
export interface LockedOrder extends LockedParents {
  id: string;
  /** False when somebody changed it while it was waited for: its parents may be others than those that were locked. */
  unmoved: boolean;
}

/** Parts of the statement that stand in for a parent nobody asks for. */
const NO_GATES = 'select null::uuid as id, null::uuid as school_id where false';
const NO_PERIODS =
  'select null::uuid as id, null::uuid as contract_id, null::date as from_day, null::date as to_day where false';
const NO_ENVELOPES =
  'select null::uuid as id, null::uuid as school_id, null::int as year, null::text as kind where false';
const OWN_PERIODS = 'select contract_period_id from seen';
const OWN_ENVELOPES = 'select envelope_id from seen';
/** An order that counts nowhere yet will count in its contract's period of the day. */
const CONTRACTS_OF_THE_DAY = '(select contract_id from seen where contract_period_id is null)';
const ENVELOPES_OF_THE_YEAR = ENVELOPES_FOR('(select school_id, kind from seen)', 'extract(year from $2::date)::int');
const answered = (part: string) => `(select count(*) from ${part}) >= 0`;

/**
 * The one place where orders are locked, and what their money hangs on, for one order or a thousand: conventions, contract
 * periods, envelopes, orders, each by id and each because the one before has answered, in one statement. Whoever moves an
 * order comes through here once, first; so no two ever wait for each other.
 * @returns a row for each order that was found in the scope
 */
export async function lockOrders(
  manager: EntityManager,
  { orderIds, scope = EVERYTHING, parents, today }: AskedLocks,
): Promise<LockedOrder[]> {
  const within = numbered(scope, 2);
  return manager.query(statementFor(parents, within.sql), [orderIds, today, ...within.values]);
}

function statementFor(parents: ReadonlySet<OrderParent>, scope: string): string {
  const periods = [OWN_PERIODS, PERIODS_OF_THE_DAY(CONTRACTS_OF_THE_DAY, '$2')].join(' union all ');
  const envelopes = [
    ...(parents.has('envelope') ? [OWN_ENVELOPES] : []),
    ...(parents.has('envelope-of-the-year') ? [ENVELOPES_OF_THE_YEAR] : []),
  ].join(' union all ');
  return `with seen as materialized (
     select o.id, o.version, o.school_id, o.kind, o.contract_id, o.contract_period_id, o.envelope_id
       from installation_order o ${join(schoolOf('o.school_id'))} where o.id = any($1::uuid[]) and ${scope}),
   gates as materialized (${parents.has('convention') ? HOLD_GATES('(select school_id from seen)', '$2', 'true') : NO_GATES}),
   periods as materialized (${parents.has('contract-period') ? LOCK_PERIODS(`(${periods})`, answered('gates')) : NO_PERIODS}),
   envelopes as materialized (${envelopes ? LOCK_ENVELOPES(`(${envelopes})`, `${answered('gates')} and ${answered('periods')}`) : NO_ENVELOPES}),
   locked as materialized (
     select o.id, o.version, o.school_id, o.kind, o.contract_id, o.contract_period_id from installation_order o
      where o.id in (select id from seen) and ${answered('gates')} and ${answered('periods')} and ${answered('envelopes')}
      order by o.id for no key update of o)
   select l.id, l.version = s.version as unmoved,
     exists (select from gates where school_id = l.school_id) as "conventionHolds",
     coalesce(l.contract_period_id, (select id from periods
        where contract_id = l.contract_id and $2::date between from_day and to_day)) as "periodId",
     (select id from envelopes
       where school_id = l.school_id and kind = l.kind and year = extract(year from $2::date)::int) as "yearEnvelopeId"
   from locked l join seen s on s.id = l.id order by l.id`;
}
