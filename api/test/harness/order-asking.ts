import { isPlanning, type OrderAction, type Role } from '@parc/domain';
import type { Body } from './answers.js';
import type { BuiltOrder } from './order-builders.js';
import { EXPECTED_MOVES, type ExpectedMove } from './order-expected.js';
import type { OrderWorld } from './order-world.js';
import type { Answer, Person } from './person.js';
import { slot } from './plan.js';
import { agreeing, totalShown, type ShownOrder } from './seen.js';

const because = () => ({ reason: 'On en dit la raison' });
const planned = (world: OrderWorld, { performer }: BuiltOrder) =>
  slot(performer === 'metropole' ? world.plan.technician.accountId : null);

/** A right body for each action that is sent in its own way; what the others bring stands in the tables. */
const BODIES: Partial<Record<OrderAction, (world: OrderWorld, order: BuiltOrder) => Body>> = {
  approve: () => ({}),
  report: (_world, { lineId }) => ({
    lines: [{ lineId, quantity: 3, lessReason: 'Un poste est déjà équipé' }],
    extraLines: [],
    note: 'Fait le matin',
  }),
  'record-invoice': () => ({ number: 'F-2026-118' }),
};

export function bodyOf(world: OrderWorld, order: BuiltOrder, action: OrderAction): Body | undefined {
  const own = BODIES[action]?.(world, order);
  if (own) return own;
  const asksReason = EXPECTED_MOVES.some((move) => move.action === action && move.reason);
  const fixesDate = isPlanning(action);
  const body = { ...(fixesDate && planned(world, order)), ...(asksReason && because()) };
  return fixesDate || asksReason ? body : undefined;
}

/** The version the order has now. */
export async function versionOf(world: OrderWorld, { id }: BuiltOrder): Promise<number> {
  const [row] = await world.house.sql<{ version: number }>('select version from installation_order where id = $1', [
    id,
  ]);
  return row!.version;
}

/** Asks for an action, with its right body, at the version the order has now unless told. */
export async function ask(
  world: OrderWorld,
  person: Person,
  order: BuiltOrder,
  action: OrderAction,
  options: { body?: Body | undefined; version?: number } = {},
): Promise<Answer> {
  const body = 'body' in options ? options.body : bodyOf(world, order, action);
  const version = options.version ?? (await versionOf(world, order));
  const post = (sent: Body | undefined) => person.post(`/api/v1/orders/${order.id}/${action}`, sent, { version });
  return agreeing(post, body, totalShown(await shown(world, order), action, body ?? {}));
}

/** What the order's page shows of its money, whoever may read it. */
async function shown(world: OrderWorld, { id }: BuiltOrder): Promise<ShownOrder> {
  const [row] = await world.house.sql<ShownOrder & Body>(
    `select asked_cents::int as "askedCents", hold_cents::int as "heldCents", reported_cents::int as "reportedCents",
            (select coalesce(json_agg(json_build_object('id', l.id, 'quantityAsked', l.quantity_asked, 'unitNetCents', l.unit_net_cents,
               'vatBasisPoints', l.vat_basis_points)), '[]') from order_line l where l.order_id = o.id) as lines
       from installation_order o where id = $1`,
    [id],
  );
  return row!;
}

/** The person of a role whom the move's row means: a manager with the delegation only where the row asks for it. */
export function moverOf(world: OrderWorld, move: ExpectedMove, role: Role): Person {
  return role === 'plan-manager' && move.guards.includes('delegation') ? world.certifier : world.people[role];
}
