import { ORDER_STATES, ORDERS_UNDATED, type OrderState } from '@parc/domain';
import type { House } from '../harness/house.js';
import { AT } from '../matrix/territory.js';
import type { World } from '../matrix/world.js';
import { COMING_ORDERS } from './coming-groups.js';
import type { HiddenGroup } from './hidden-groups.js';

export interface HiddenGround {
  communeId: string;
  schoolId: string;
  /** Orders that a technician carries out. */
  givenIds: string[];
}

/** Rows enough for an order of amounts to show, and a neighbour whose commune may be asked for. */
export async function buildHiddenGround(house: House, world: World): Promise<HiddenGround> {
  const { build } = house;
  const givenIds: string[] = [];
  for (const site of [world.ours.public, world.ours.private]) {
    for (const state of ['approved', 'scheduled', 'installed', 'certified', 'closed'] as const)
      await copyOrder(house, site.orderId, state);
    for (const state of ['scheduled', 'closed'] as const)
      givenIds.push(await giveToTechnician(house, await copyOrder(house, site.orderId, state), world));
    await build.run(
      'insert into school_year_figures (school_id, school_year, pupils, classes) values ($1, 2025, 1, 1), ($1, 2026, 1, 1)',
      [site.schoolId],
    );
    await build.insert('order_file', {
      ...{ order_id: site.orderId, kind: 'place-photo', name: 'photo.webp', media_type: 'image/webp', size_bytes: 4 },
      ...{ content: Buffer.from('RIFF'), created_by: world.people['plan-manager'].accountId, created_at: AT },
    });
    await build.insert('convention_move', {
      convention_id: site.conventionId,
      ...{ action: 'send', from_state: 'drafted', to_state: 'sent', role: 'plan-manager', at: AT, reason: '-' },
      account_id: world.people['plan-manager'].accountId,
    });
  }
  for (let n = 0; n < 3; n++) await build.item({ contract_id: world.ours.contractId });
  const neighbour = await build.school({ name: 'École Voisine' });
  for (const { orderId } of [world.ours, world.theirs].flatMap((territory) => [territory.public, territory.private]))
    for (const { group } of COMING_ORDERS) await layComingOrder(house, orderId, group);
  return { communeId: neighbour.communeId, schoolId: neighbour.id, givenIds };
}

/** Another order of the same school and firm, in another state. */
async function copyOrder(house: House, orderId: string, state: OrderState): Promise<string> {
  const [made] = await raw<{ id: string }>(house, [
    [
      `insert into installation_order (number, basket_id, school_id, school_uai, state, title, performer, contract_id, contract_period_id,
           envelope_id, created_by, created_at, submitted_by, submitted_at, decided_at, planned_from, planned_to, state_since,
           asked_cents, approved_cents, reported_cents, certified_cents, reported_at, certified_at)
         select 'C-2026-' || (70000 + (select count(*) from installation_order)), uuidv7(), school_id, school_uai, 'rejected', title, performer,
           contract_id, contract_period_id, envelope_id, created_by, created_at, submitted_by, submitted_at, decided_at, planned_from, planned_to,
           state_since, 1, 1, 1, 1, planned_to, planned_to from installation_order where id = $1 returning id`,
      [orderId],
    ],
  ]);
  await putInState(house, made!.id, state);
  return made!.id;
}

/** The order as the metropole's, for one of its technicians. */
async function giveToTechnician(house: House, orderId: string, { people }: World): Promise<string> {
  await raw(house, [
    [
      `update installation_order set performer = 'metropole', contract_id = null, contract_period_id = null, assigned_account_id = $2 where id = $1`,
      [orderId, people.technician.accountId],
    ],
  ]);
  return orderId;
}

/** An order of the metropole's at the same school, that nobody reads until its group lets it come. */
async function layComingOrder(house: House, orderId: string, group: string): Promise<void> {
  await raw(house, [
    [
      `insert into installation_order (number, basket_id, school_id, school_uai, state, title, performer, envelope_id, created_by, created_at,
           submitted_by, submitted_at, decided_at, state_since, asked_cents, reported_cents, certified_cents, reported_at, certified_at)
         select 'C-2026-' || (80000 + (select count(*) from installation_order)), uuidv7(), school_id, school_uai, 'discarded', $2, 'metropole', envelope_id, created_by, created_at,
           submitted_by, submitted_at, decided_at, state_since, 1, 1, 1, planned_to, planned_to from installation_order where id = $1`,
      [orderId, group],
    ],
  ]);
}

/** Every order of a school as it would stand in the state. */
export async function putAllInState(house: House, schoolId: string, state: OrderState): Promise<void> {
  const orders = await house.sql<{ id: string }>('select id from installation_order where school_id = $1', [schoolId]);
  for (const { id } of orders) await putInState(house, id, state);
}

/** The order as it would stand in the state, its money held or not. */
export async function putInState(house: House, orderId: string, state: OrderState): Promise<void> {
  const { hold } = ORDER_STATES[state];
  await raw(house, [
    [
      `update installation_order set state = $2, hold_kind = $3, hold_id = case when $3::text is not null then uuidv7() end,
         hold_cents = case when $3::text is not null then 1 end, reported_cents = 1, certified_cents = 1,
         planned_from = case when $4 then coalesce(planned_from, $5::timestamptz) end,
         planned_to = case when $4 then coalesce(planned_to, $5::timestamptz + interval '1 hour') end where id = $1`,
      [orderId, state, hold, !ORDERS_UNDATED.includes(state), AT],
    ],
  ]);
}

/** Writes one of its two sets of values into everything a group holds. */
export function writeValues(house: House, { statements }: HiddenGroup, values: 0 | 1): Promise<object[]> {
  return raw(
    house,
    statements.map((statement) => [statement, statement.includes('$1') ? [values] : []]),
  );
}

/** Behind every rule of the database but the checks of its columns: amounts are written that no move would leave. */
async function raw<Row extends object>(house: House, statements: [text: string, values: unknown[]][]): Promise<Row[]> {
  const client = await house.pool.connect();
  try {
    let rows: Row[] = [];
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    for (const [text, values] of statements) rows = (await client.query(text, values)).rows as Row[];
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
