import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ORDER_ACTIONS,
  ORDER_STATE_NAMES,
  ORDERS,
  ROLES,
  type OrderAction,
  type OrderState,
  type Role,
} from '@parc/domain';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import {
  approved,
  certified,
  confirmed,
  draft,
  fullReport,
  installed,
  scheduled,
  slot,
  smallPlan,
  started,
  submitted,
  type Performer,
  type SmallPlan,
} from './harness/plan.js';

/**
 * The whole table of lifecycles.md, walked against the running API: every allowed move works, every other is refused with
 * its code, for every role. What is expected is read from the table; what each role sees is written here a second time.
 */

/** Moves nobody asks for over HTTP. */
const SYSTEM_ONLY: OrderAction[] = ['lapse', 'close'];

const BEFORE_APPROVAL: OrderState[] = ['draft', 'discarded', 'submitted', 'rejected'];
const NEVER_SENT: OrderState[] = ['draft', 'discarded'];

/** States each role does not see of the test's order (rights.md). */
const UNSEEN: Record<Role, (state: OrderState, performer: Performer) => boolean> = {
  teacher: () => false,
  'school-head': () => false,
  technician: (state) => BEFORE_APPROVAL.includes(state),
  installer: (state, performer) => performer === 'metropole' || BEFORE_APPROVAL.includes(state),
  'plan-manager': (state) => NEVER_SENT.includes(state),
  'commune-officer': (state) => NEVER_SENT.includes(state),
  'private-body-officer': () => true,
  inspector: (state) => BEFORE_APPROVAL.includes(state),
  'digital-trainer': (state) => BEFORE_APPROVAL.includes(state),
  committee: () => true,
  administrator: () => true,
};

type Expected = { status: number; code?: string };

function expected(role: Role, action: OrderAction, state: OrderState, performer: Performer): Expected {
  if (SYSTEM_ONLY.includes(action)) return { status: 404, code: 'route.not-found' };
  if (!ORDERS.roleMayEver(role, action)) return { status: 403, code: 'role.may-not' };
  if (UNSEEN[role](state, performer)) return { status: 404, code: 'order.not-found' };
  const move = ORDERS.find(state, action);
  if (!move) return { status: 409, code: 'order.state' };
  if (!move.who.includes(role)) return { status: 403, code: 'order.role-may-not' };
  if (move.guards.includes('assignee') && role === 'technician' && performer === 'contract')
    return { status: 403, code: 'order.not-assignee' };
  return { status: 200 };
}

let house: House;
let plan: SmallPlan;
let people: Record<Role, Person>;

const makers: Record<OrderState, (performer: Performer) => Promise<string>> = {
  draft: async (performer) =>
    (await draft(plan, [{ itemId: performer === 'metropole' ? plan.itemId : plan.contractItemId, quantity: 4 }])).id,
  discarded: async (performer) => after(await makers.draft(performer), plan.head, 'discard'),
  submitted: (performer) => submitted(plan, performer),
  rejected: async (performer) =>
    after(await submitted(plan, performer), plan.manager, 'reject', { reason: 'hors du plan' }),
  approved: (performer) => approved(plan, performer),
  scheduled: (performer) => scheduled(plan, performer),
  'in-progress': (performer) => started(plan, performer),
  installed: (performer) => installed(plan, performer),
  confirmed: (performer) => confirmed(plan, performer),
  certified: (performer) => certified(plan, performer),
  closed: async (performer) => {
    const id = await certified(plan, performer);
    await house.arrange(`update installation_order set state = 'closed' where id = $1`, [id]);
    return id;
  },
  cancelled: async (performer) =>
    after(await approved(plan, performer), plan.manager, 'cancel', { reason: 'école fermée' }),
};

async function after(id: string, person: Person, action: OrderAction, body?: object): Promise<string> {
  expect((await person.act(id, action, body)).status).toBe(200);
  return id;
}

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 100_000_000);
  const circonscription = await house.build.insert('circonscription', { code: '0420001A', name: 'Saint-Étienne Nord' });
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscription, plan.school.id]);
  const body = await house.build.insert('managing_body', { name: 'OGEC', kind: 'ogec' });
  people = {
    teacher: plan.teacher,
    'school-head': plan.head,
    technician: plan.technician,
    installer: plan.installer,
    'plan-manager': plan.certifier,
    'commune-officer': await house.person('commune-officer', { commune_id: plan.school.communeId }),
    'private-body-officer': await house.person('private-body-officer', { managing_body_id: body }),
    inspector: await house.person('inspector', { circonscription_id: circonscription }),
    'digital-trainer': await house.person('digital-trainer', { circonscription_id: circonscription }),
    committee: await house.person('committee'),
    administrator: await house.person('administrator'),
  };
}, 60_000);
afterAll(() => house.close());

/** A body that the action accepts on this order; a dearer outcome first where the move asks for one. */
async function bodyFor(action: OrderAction, id: string, performer: Performer): Promise<object | undefined> {
  switch (action) {
    case 'schedule':
      return slot(performer === 'metropole' ? plan.technician.accountId : null);
    case 'move':
      return { ...slot(performer === 'metropole' ? plan.technician.accountId : null), reason: 'classe en sortie' };
    case 'report':
      return fullReport(performer === 'metropole' ? plan.technician : plan.installer, id).catch(() => ({
        lines: [],
        extraLines: [],
        note: '',
      }));
    case 'approve':
      return {};
    case 'record-invoice':
      return { number: 'F-2026-118' };
    case 'return':
    case 'reject':
    case 'ask-to-cancel':
    case 'cancel':
    case 'interrupt':
    case 'confirm-by-default':
    case 'dispute':
    case 'adjourn':
      return { reason: 'dit pourquoi' };
    default:
      return undefined;
  }
}

/** Facts that a guard asks for, arranged so that only role and state decide. */
async function meetGuards(action: OrderAction, id: string): Promise<void> {
  if (action === 'confirm-by-default')
    await house.arrange(`update installation_order set reported_at = now() - interval '300 days' where id = $1`, [id]);
  if (action === 'complement')
    await house.arrange('update installation_order set reported_cents = hold_cents + 1200 where id = $1', [id]);
}

async function versionOf(id: string): Promise<number> {
  const [row] = await house.sql<{ version: number }>('select version from installation_order where id = $1', [id]);
  return row!.version;
}

async function attempt(role: Role, action: OrderAction, id: string, performer: Performer): Promise<Answer> {
  const body = await bodyFor(action, id, performer);
  return people[role].act(id, action, body, { version: await versionOf(id) });
}

function walk(performer: Performer, roles: readonly Role[]) {
  describe.each(ORDER_STATE_NAMES.map((state) => [state]))('%s', (state) => {
    it('refuses what the table does not allow, with its code', async () => {
      const id = await makers[state](performer);
      const wrong: string[] = [];
      for (const action of ORDER_ACTIONS) {
        for (const role of roles) {
          const wanted = expected(role, action, state, performer);
          if (wanted.status === 200) continue;
          const answer = await attempt(role, action, id, performer);
          const got = `${answer.status} ${answer.body?.code}`;
          if (got !== `${wanted.status} ${wanted.code}`)
            wrong.push(`${role} ${action}: ${got}, not ${wanted.status} ${wanted.code}`);
        }
      }
      expect(wrong).toEqual([]);
      const [row] = await house.sql<{ state: string }>('select state from installation_order where id = $1', [id]);
      expect(row!.state).toBe(state);
    }, 60_000);

    const allowed = ORDER_ACTIONS.flatMap((action) =>
      roles
        .filter((role) => expected(role, action, state, performer).status === 200)
        .map((role) => [role, action] as const),
    );
    if (allowed.length > 0) {
      it.each(allowed)('lets %s %s', async (role, action) => {
        // A teacher discards only drafts of his or her own.
        const id =
          role === 'teacher' ? (await draft(plan, undefined, plan.teacher)).id : await makers[state](performer);
        await meetGuards(action, id);
        const answer = await attempt(role, action, id, performer);
        expect(`${answer.status} ${answer.text}`).toMatch(/^200 /);
        expect(answer.body.state).toBe(ORDERS.find(state, action)!.next);
      });
    }
  });
}

describe('an order of the metropole, in each state', () => walk('metropole', ROLES));
describe('an order given to a firm, in each state', () =>
  walk('contract', ['school-head', 'technician', 'installer', 'plan-manager']));
