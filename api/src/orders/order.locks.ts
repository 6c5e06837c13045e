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

const OWN_PERIODS = 'select contract_period_id from seen';
const OWN_ENVELOPES = 'select envelope_id from seen';
/** An order that counts nowhere yet will count in its contract's period of the day. */
const CONTRACTS_OF_THE_DAY = '(select contract_id from seen where contract_period_id is null)';
const ENVELOPES_OF_THE_YEAR = ENVELOPES_FOR('(select school_id, kind from seen)', 'extract(year from $2::date)::int');

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
  return manager.query(knownStatement(parents, within.sql), [orderIds, today, ...within.values]);
}

const known = new WeakMap<ReadonlySet<OrderParent>, Map<string, string>>();

/** Put together once for the parents of a move and the scope of a role. */
function knownStatement(parents: ReadonlySet<OrderParent>, scope: string): string {
  const byScope = known.get(parents) ?? new Map<string, string>();
  known.set(parents, byScope);
  const statement = byScope.get(scope) ?? statementFor(parents, scope);
  byScope.set(scope, statement);
  return statement;
}

/** What is locked, in this order: its name in the statement, and its rows once what comes before it has answered. */
type Part = [name: 'gates' | 'periods' | 'envelopes' | 'locked', rows: (first: string) => string];

function statementFor(parents: ReadonlySet<OrderParent>, scope: string): string {
  const envelopes = [
    ...(parents.has('envelope') ? [OWN_ENVELOPES] : []),
    ...(parents.has('envelope-of-the-year') ? [ENVELOPES_OF_THE_YEAR] : []),
  ];
  // A part that nobody asks for is left out: starting a plan's every node costs more than running this one.
  const parts: Part[] = [];
  if (parents.has('convention'))
    parts.push(['gates', (first) => HOLD_GATES('select school_id from seen', '$2', first)]);
  if (parents.has('contract-period')) parts.push(['periods', (first) => LOCK_PERIODS(PERIODS, first)]);
  if (envelopes.length > 0) parts.push(['envelopes', (first) => LOCK_ENVELOPES(envelopes.join(' union all '), first)]);
  parts.push(['locked', lockedOrders]);
  const holds = (name: Part[0]) => parts.some(([held]) => held === name);
  return `with seen as materialized (
     select o.id, o.version, o.school_id, o.kind, o.contract_id, o.contract_period_id, o.envelope_id, $2::date as today
       from installation_order o ${join(schoolOf('o.school_id'))} where o.id = any($1::uuid[]) and ${scope}),
   ${parts.map(([name, rows], place) => `${name} as materialized (${rows(answered(parts[place - 1]))})`).join(',\n   ')}
   select l.id, l.version = s.version as unmoved,
     ${holds('gates') ? GATE_HOLDS : 'false'} as "conventionHolds",
     ${holds('periods') ? PERIOD_ID : 'l.contract_period_id'} as "periodId",
     ${holds('envelopes') ? YEAR_ENVELOPE_ID : 'null::uuid'} as "yearEnvelopeId"
   from locked l join seen s on s.id = l.id order by l.id`;
}

/** True once all rows of a part are there, and what that part has waited for before. */
const answered = (part: Part | undefined) => (part ? `(select count(*) from ${part[0]}) >= 0` : 'true');

const PERIODS = [OWN_PERIODS, PERIODS_OF_THE_DAY(CONTRACTS_OF_THE_DAY, '$2')].join(' union all ');

const lockedOrders = (
  first: string,
) => `select o.id, o.version, o.school_id, o.kind, o.contract_id, o.contract_period_id
       from installation_order o where o.id = any(array(select id from seen)) and ${first} order by o.id for no key update of o`;

const GATE_HOLDS = 'exists (select from gates where school_id = l.school_id)';
const PERIOD_ID = `coalesce(l.contract_period_id, (select id from periods
        where contract_id = l.contract_id and s.today between from_day and to_day))`;
const YEAR_ENVELOPE_ID = `(select id from envelopes
        where school_id = l.school_id and kind = l.kind and year = extract(year from s.today)::int)`;
