import { DEPOSIT_TABLES, handInRefused } from './deposits-at-large.js';
import { equipSchools } from './fleet-at-large.js';
import { LABEL_REPORT_TABLES, reportByLabels } from './label-reports-at-large.js';
import { lendKits, LOAN_TABLES } from './loans-at-large.js';
import { knowCauses, PROBLEM_TABLES } from './problems-at-large.js';
import { lookAfter, UPKEEP_TABLES } from './upkeep-at-large.js';
import { installSoftware, SOFTWARE_TABLES } from './software-at-large.js';
import {
  FOUND,
  MOVES_OF_YEARS,
  REPORTERS_OF_YEARS,
  RESOLUTIONS_OF_YEARS,
  TICKETS_OF_YEARS,
} from './tickets-at-large.sql.js';
import { holdHistory, writeHistory } from './load-history.js';
import { holdReferences, judgeReferences } from './load-references.js';
import type { LedgerEntryRow } from './order-row-types.js';
import type { DemonstrationPlan, DemonstrationTable, EnvelopeRow } from './rows.js';
import { TABLES_IN_ORDER } from './rows.js';
import { chargeRepairs } from './tickets.js';
import { PILOT_TABLES, tryItems } from './pilots-at-large.js';
import { trainTeachers, TRAINING_TABLES } from './trainings-at-large.js';
import { holdStays, measureUse, rememberUse, USAGE_TABLES } from './usage-at-large.js';
import { VISIT_TABLES, visitSchools } from './visits-at-large.js';

/** What the loader needs of a PostgreSQL client: `pg`'s, or a wrapper around one. One connection, not a pool. */
export interface LoadClient {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface LoadOptions {
  /** Hash of the one password of every demonstration account. */
  passwordHash: string;
  /** Hash of the personal code with which heads confirm on a technician's phone; none when left out. */
  confirmationCodeHash?: string;
  /** Told once all of it can be read, before the tables are put in order. */
  loaded?: (() => void) | undefined;
}

export const DEMONSTRATION_ACTOR = 'system:demonstration';

/** What is filled by rows, and what the database fills itself. */
const VACUUMED = [
  ...TABLES_IN_ORDER,
  ...SOFTWARE_TABLES,
  ...LOAN_TABLES,
  ...DEPOSIT_TABLES,
  ...LABEL_REPORT_TABLES,
  ...PROBLEM_TABLES,
  ...UPKEEP_TABLES,
  ...VISIT_TABLES,
  ...TRAINING_TABLES,
  ...PILOT_TABLES,
  ...USAGE_TABLES,
  'ticket_reporter',
];

/** Rows sent in one statement: few round trips, and no statement of many megabytes. */
const CHUNK_ROWS = 2_000;

/** True when nothing of a plan is in the database yet: no account, no commune, no school. */
export async function isEmpty(client: LoadClient): Promise<boolean> {
  const result = await client.query(
    'select not exists (select from account) and not exists (select from commune) and not exists (select from school) as empty',
  );
  return rowsOf<{ empty: boolean }>(result)[0]!.empty;
}

/**
 * Loads the plan in one transaction, as the actor `system:demonstration`. The database's own constraints judge every row;
 * a plan that breaks one leaves nothing behind.
 */
export async function loadDemonstration(
  client: LoadClient,
  plan: DemonstrationPlan,
  options: LoadOptions,
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`select set_config('parc.actor', $1, true)`, [DEMONSTRATION_ACTOR]);
    // Each statement comes once: compiling one takes longer than what it does, and words are indexed once all are there.
    await client.query(`set local jit = off; set local gin_pending_list_limit = '64MB'; set local work_mem = '32MB'`);
    await holdHistory(client);
    await holdReferences(client);
    await holdStays(client);
    for (const table of TABLES_IN_ORDER) {
      if (table !== 'ticket_warning') await insertAll(client, table, rowsToInsert(plan, table, options));
    }
    await client.query('update equipment e set words = equipment_words(e)');
    await equipSchools(client, plan.today);
    await installSoftware(client, plan.today);
    await lendKits(client, plan.today);
    await reportBreakdowns(client, plan);
    await visitSchools(client);
    await handInRefused(client, plan.today);
    await reportByLabels(client, plan.today);
    await knowCauses(client, plan.today);
    await lookAfter(client, plan.today);
    await trainTeachers(client, plan.today);
    await tryItems(client, plan.today);
    await measureUse(client, plan.today);
    await client.query(
      `update delivery d set words = search_text(concat_ws(' ', d.note_number, d.order_reference, h.name))
         from contract_holder h where h.id = d.holder_id`,
    );
    await chargeRepairs(client);
    await closeEnvelopes(client, plan.rows.envelope);
    await judgeReferences(client);
    await writeHistory(client);
    for (const [year, last] of Object.entries(plan.lastOrderNumbers)) {
      await client.query('select setval($1::regclass, $2)', [`order_number_${year}`, last]);
    }
    for (const [year, last] of Object.entries(plan.lastTicketNumbers)) {
      await client.query('select setval($1::regclass, $2)', [`ticket_number_${year}`, last]);
    }
    await client.query('commit');
    options.loaded?.();
    await rememberUse(client, plan.today, DEMONSTRATION_ACTOR);
    // Thousands of rows have just come: the first screens are planned on what is there, and read indexes alone.
    await client.query(`vacuum (analyze) ${VACUUMED.join(', ')}`);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function rowsToInsert(plan: DemonstrationPlan, table: DemonstrationTable, options: LoadOptions): object[] {
  if (table === 'account') {
    const heads = new Set(
      plan.rows.assignment.filter(({ role }) => role === 'school-head').map(({ account_id }) => account_id),
    );
    const { passwordHash, confirmationCodeHash = null } = options;
    return plan.rows.account.map((account) => ({
      ...account,
      password_hash: passwordHash,
      confirmation_code_hash: heads.has(account.id) ? confirmationCodeHash : null,
    }));
  }
  if (isOfOrders(table)) return ordersOf(plan, table, false);
  // A closed envelope takes no entry: it is closed once its year is in.
  if (table === 'ledger_entry') return ledgerOf(plan, false);
  if (table === 'envelope') return plan.rows.envelope.map((envelope) => ({ ...envelope, closed_on: null }));
  return plan.rows[table];
}

const ORDER_TABLES = ['installation_order', 'order_line', 'order_move'] as const;
type OrderTable = (typeof ORDER_TABLES)[number];
const isOfOrders = (table: DemonstrationTable): table is OrderTable => ORDER_TABLES.includes(table as OrderTable);

/** Of the orders that repair a breakdown, or of the others. */
function ordersOf({ rows }: DemonstrationPlan, table: OrderTable, ofTickets: boolean): object[] {
  const orders = rows.installation_order.filter(({ ticket_id }) => (ticket_id !== null) === ofTickets);
  if (table === 'installation_order') return orders;
  const ids = new Set(orders.map(({ id }) => id));
  return rows[table].filter(({ order_id }) => ids.has(order_id));
}

/** Entries of the envelopes that pay for repairs, or of the others. */
function ledgerOf(plan: DemonstrationPlan, repairs: boolean): LedgerEntryRow[] {
  const paying = new Set(plan.rows.envelope.filter(({ kind }) => kind === 'maintenance').map(({ id }) => id));
  return plan.rows.ledger_entry.filter(({ envelope_id }) => paying.has(envelope_id) === repairs);
}

/** Breakdowns of devices come once those are there; then the orders that repair some and what the others cost, in the envelopes that pay for it. */
async function reportBreakdowns(client: LoadClient, plan: DemonstrationPlan): Promise<void> {
  const { tickets, moves, resolutions, reporters } = plan.ticketsAtLarge;
  const send = (sql: string, rows: readonly object[]) =>
    client.query(sql, [JSON.stringify(rows, (_, value) => value ?? undefined)]);
  await send(
    FOUND,
    tickets.map(({ k, id, model, school_id, reported_at }) => ({ k, id, model, school_id, reported_at })),
  );
  await client.query('analyze ticket_found');
  await send(TICKETS_OF_YEARS, tickets);
  await send(MOVES_OF_YEARS, moves);
  await send(REPORTERS_OF_YEARS, reporters);
  for (const table of ORDER_TABLES) await insertAll(client, table, ordersOf(plan, table, true));
  await insertAll(client, 'ticket_warning', plan.rows.ticket_warning);
  await insertAll(client, 'ledger_entry', ledgerOf(plan, true));
  await send(RESOLUTIONS_OF_YEARS, resolutions);
}

async function insertAll(client: LoadClient, table: DemonstrationTable, rows: object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  const sql = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    await client.query(sql, [JSON.stringify(rows.slice(start, start + CHUNK_ROWS))]);
  }
}

async function closeEnvelopes(client: LoadClient, envelopes: readonly EnvelopeRow[]): Promise<void> {
  const closed = envelopes.filter((envelope) => envelope.closed_on !== null);
  await client.query(
    `update envelope set closed_on = closing.closed_on
       from json_populate_recordset(null::envelope, $1::json) closing where closing.id = envelope.id`,
    [JSON.stringify(closed)],
  );
}

/** `pg` answers `{ rows }`, other clients the rows alone. */
function rowsOf<Row>(result: unknown): Row[] {
  return Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;
}
