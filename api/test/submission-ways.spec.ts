import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ORDERS, sumAmounts } from '@parc/domain';
import { NotificationsService } from '../src/notifications/notifications.service.js';
import { PlainSubmission, QuickSubmission, type SubmissionWay } from '../src/orders/submission.ways.js';
import type { Actor } from '../src/identity/actor.js';
import { Clock } from '../src/platform/clock.js';
import { Transactions, type Write } from '../src/platform/database/transactions.js';
import { Refused } from '../src/platform/http/refused.js';
import { House } from './harness/house.js';
import { Rewording, rowsWritten } from './harness/rows-written.js';
import {
  repeatable,
  SubmissionGround,
  type Draft,
  type DraftLine,
  type PricedItem,
  type SendingSchool,
} from './harness/submission-ground.js';

const DRAFTS = 100;
const NOW = new Date(House.START);
const AFTER_CUT_OFF = new Date('2026-12-30T09:00:00Z');
const PRICE = { unitNetCents: 10_000, vatBasisPoints: 2_000 };

let house: House;
let ground: SubmissionGround;
let ways: { plain: SubmissionWay; quick: SubmissionWay };

beforeAll(async () => {
  house = await House.open();
  ground = new SubmissionGround(house);
  const found = { strict: false };
  ways = {
    plain: house.application.get(PlainSubmission, found),
    quick: house.application.get(QuickSubmission, found),
  };
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => house.close());

interface Asked {
  draft: Draft;
  actor?: Actor;
  /** The version the person has seen. */
  version?: number | null;
  now?: Date;
  /** The total seen; what it is now unless told. */
  seenCents?: number;
  /** Its answer is to be kept under this key. */
  repeat?: Write['repeat'];
}

/** What one way answers or refuses, and every row it leaves: said in words, and rolled back. */
async function outcome(
  way: SubmissionWay,
  { draft, actor = draft.school.head, version, now = NOW, seenCents, repeat = null }: Asked,
) {
  // It stands still: what a way dates by it is compared to the millisecond.
  house.application.get(Clock).now = () => now;
  // Ids bear their millisecond: what was there before the transaction is older than it.
  await house.sql('select pg_sleep(0.002)');
  const expectedVersion = version === undefined ? draft.version : version;
  const write = { writer: { accountId: actor.accountId }, expectedVersion, repeat };
  const asked = { actor, orderId: draft.id, seenCents: seenCents ?? (await totalToday(draft)), write };
  try {
    return await house.application.get(Transactions).preview(write, async (manager) => {
      const { orders, basket } = await way.submit(manager, asked, await way.read(manager, asked));
      const answer = { orders: await orders, basket };
      // Deferred constraints have nothing left to say.
      await manager.query('set constraints all immediate');
      const rewording = new Rewording(await rowsWritten(manager), now, draft.number);
      return { answer: rewording.said(answer), tables: rewording.tables() };
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.code, detail: error.detail };
  }
}

/** The draft at the prices of the day, as its page shows it. */
async function totalToday({ id }: Draft): Promise<number> {
  const lines = await house.sql<{ quantity: number; unitNetCents: number; vatBasisPoints: number }>(
    `select l.quantity_asked as quantity, p.unit_net_cents::int as "unitNetCents", p.vat_basis_points as "vatBasisPoints"
       from order_line l cross join lateral (select * from item_price where item_id = l.item_id and from_day <= $2
         order by from_day desc limit 1) p where l.order_id = $1`,
    [id, House.START.slice(0, 10)],
  );
  return sumAmounts(lines).totalCents;
}

const REPEAT = { route: 'POST /orders/submit', key: 'a-key', bodyHash: 'empty', status: 200 };

/** Runs both, the quick one also as it keeps its answer in its last statement, demands the same of all, and gives it. */
async function ofBoth(asked: Asked) {
  const plain = await outcome(ways.plain, asked);
  expect({ quick: await outcome(ways.quick, asked) }).toEqual({ quick: plain });
  expect({ keeping: await outcome(ways.quick, { ...asked, repeat: REPEAT }) }).toEqual({ keeping: plain });
  return plain;
}

describe('a hundred drafts, whichever way they are sent', () => {
  const below = repeatable(20_261_006);
  const oneOf = <Thing>(things: readonly Thing[]): Thing => things[below(things.length)]!;
  let schools: SendingSchool[];
  let items: PricedItem[];
  let contracts: string[];

  beforeAll(async () => {
    const privately = { sector: 'private', state_contract: 'association' };
    schools = [
      await ground.school(100_000_000),
      await ground.school(40_000_000, privately),
      await ground.school(150_000),
      await ground.school(60_000),
    ];
    contracts = [await ground.contract(), await ground.contract()];
    items = [];
    for (const contractId of [null, null, ...contracts, ...contracts]) {
      const unitNetCents = 1 + below(20_000);
      items.push(await ground.item(contractId, { unitNetCents, vatBasisPoints: oneOf([0, 550, 2_000]) }));
    }
    // Dearer since the first of October: some drafts were priced before.
    for (const { id } of items.slice(0, 3)) {
      const price = { unit_net_cents: 7_777 + below(1_000), vat_basis_points: 2_000 };
      await house.build.insert('item_price', { item_id: id, from_day: '2026-10-01', ...price });
    }
  });

  async function anyDraft(): Promise<Draft> {
    const school = oneOf(schools);
    const orderable = below(3) === 0 ? [oneOf(items)] : items;
    const lines: DraftLine[] = Array.from({ length: 1 + below(6) }, () => {
      const price = { unitNetCents: 1 + below(15_000), vatBasisPoints: oneOf([550, 2_000]) };
      return { item: oneOf(orderable), quantity: 1 + below(9), roomId: oneOf([null, ...school.roomIds]), ...price };
    });
    const once = below(4) === 0 ? ground.onceSent(school, oneOf([null, ...contracts])) : {};
    const draft = await ground.draft(school, lines, once);
    if (below(3) === 0) await ground.photo(draft);
    return draft;
  }

  it('leave the same rows in every table, the same answer or the same refusal', async () => {
    const seen = { sent: 0, split: 0, photographed: 0, refused: 0, numberedBefore: 0, repriced: 0 };
    for (let index = 0; index < DRAFTS; index++) {
      const draft = await anyDraft();
      const left = await ofBoth({ draft });
      if (!('tables' in left)) {
        expect(left.refused).toBe('budget.not-enough');
        seen.refused += 1;
        continue;
      }
      seen.sent += 1;
      if (left.tables['installation_order']!.length > 1) seen.split += 1;
      if (left.tables['order_file']) seen.photographed += 1;
      if (draft.number) seen.numberedBefore += 1;
      if (left.tables['order_line']) seen.repriced += 1;
    }
    // None of the cases is there by name only.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5);
  });

  it('touch the tables one thinks of', async () => {
    const line = { item: items[0]!, quantity: 1, roomId: null, unitNetCents: 1, vatBasisPoints: 0 };
    const left = await ofBoth({ draft: await ground.draft(schools[0]!, [line]) });
    expect('tables' in left && Object.keys(left.tables)).toEqual(
      expect.arrayContaining(['history', 'installation_order', 'ledger_entry', 'order_line', 'order_move']),
    );
  });

  it('are told to whom the row tells, once the move that explains it is written', async () => {
    const row = ORDERS.moves.find(({ state, action }) => state === 'draft' && action === 'submit')!;
    jest.replaceProperty(row, 'tells', ['manager', 'performer'] as never);
    const draft = await ground.draft(
      schools[0]!,
      items.map((item) => ({ item, quantity: 1, roomId: null, ...PRICE })),
    );
    const told = async (way: SubmissionWay) => {
      const asked: unknown[] = [];
      const notifications = house.application.get(NotificationsService, { strict: false });
      jest.spyOn(notifications, 'orderMoved').mockImplementation(async (manager, { orderId, action, notices }) => {
        const [written] = await manager.query(
          `select o.contract_id as "contractId", o.state, count(m.id)::int as moves
             from installation_order o left join order_move m on m.order_id = o.id and m.action = $2
            where o.id = $1 group by o.id`,
          [orderId, action],
        );
        asked.push({ ...written, action, notices });
      });
      await outcome(way, { draft });
      return asked.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    };
    const plainly = await told(ways.plain);
    const expected = { state: 'submitted', moves: 1, action: 'submit', notices: ['manager', 'performer'] };
    expect(plainly).toEqual(
      expect.arrayContaining([null, ...contracts].map((contractId) => ({ ...expected, contractId }))),
    );
    expect(await told(ways.quick)).toEqual(plainly);
  });
});

/** What may stand against one submission: each a change of an order that could be sent. */
interface Trouble {
  code: string;
  row?: Record<string, unknown>;
  availableCents?: number | null;
  after?(school: SendingSchool): Promise<void>;
  item?(): Promise<PricedItem>;
  noLines?: true;
  columns?: Record<string, unknown>;
  ask?(draft: Draft): Partial<Asked> | Promise<Partial<Asked>>;
}

const TROUBLES: Record<string, Trouble> = {
  'out of scope': {
    code: 'order.not-found',
    ask: async () => ({ actor: (await ground.school(null)).head }),
  },
  'no version': { code: 'version.missing', ask: () => ({ version: null }) },
  'another version': { code: 'version.stale', ask: ({ version }) => ({ version: version + 1 }) },
  'an order discarded': { code: 'order.state', columns: { state: 'discarded' } },
  'a teacher who asks': {
    code: 'order.role-may-not',
    ask: async ({ school }) => ({ actor: await ground.actor('teacher', school.id) }),
  },
  'a school closed for good': {
    code: 'order.school-closed-for-good',
    after: ({ id }) => house.arrange("update school set state = 'closed' where id = $1", [id]),
  },
  'a school without contract': {
    code: 'order.school-not-eligible',
    row: { sector: 'private', state_contract: 'none' },
  },
  'no convention': {
    code: 'order.convention-missing',
    after: ({ id }) => house.arrange("update convention_site set to_day = '2026-01-31' where school_id = $1", [id]),
  },
  'the year cut off': { code: 'order.cut-off-passed', ask: () => ({ now: AFTER_CUT_OFF }) },
  'an item withdrawn': {
    code: 'order.item-not-orderable',
    item: () => ground.item(null, PRICE, { state: 'withdrawn' }),
  },
  'an item without price': {
    code: 'order.item-not-orderable',
    item: async () => {
      const item = await ground.item(null, PRICE);
      await house.arrange("update item_price set from_day = '2027-01-01' where item_id = $1", [item.id]);
      return item;
    },
  },
  'an item on quote': { code: 'order.quote-needed', item: () => ground.item(null, PRICE, { on_quote: true }) },
  'no line': { code: 'order.empty', noLines: true },
  'no envelope': { code: 'budget.envelope-missing', availableCents: null },
  'another total seen': { code: 'total.changed', ask: () => ({ seenCents: 2_160 }) },
  'not enough money': { code: 'budget.not-enough', availableCents: 1_000 },
};

const NAMES = Object.keys(TROUBLES);

/** An order that has these troubles at once, and how it is asked. */
async function troubled(names: readonly string[]): Promise<Asked> {
  const troubles = names.map((name) => TROUBLES[name]!);
  const row = Object.assign({}, ...troubles.map((trouble) => trouble.row));
  const money = troubles.map(({ availableCents }) => availableCents).find((cents) => cents !== undefined);
  const school = await ground.school(money === undefined ? 1_000_000 : money, row);
  const lines: DraftLine[] = [];
  const item = troubles.find((trouble) => trouble.item)?.item ?? (() => ground.item(null, PRICE));
  const good = { quantity: 2, roomId: school.roomIds[0]!, ...PRICE };
  if (!troubles.some(({ noLines }) => noLines))
    lines.push({ item: await ground.item(null, PRICE), ...good }, { item: await item(), ...good });
  const draft = await ground.draft(school, lines, Object.assign({}, ...troubles.map(({ columns }) => columns)));
  const asked: Asked = { draft };
  for (const { after, ask } of troubles) {
    await after?.(school);
    Object.assign(asked, await ask?.(draft));
  }
  return asked;
}

describe('what refuses a submission', () => {
  it.each(NAMES)('%s: refused alike by both, code and detail', async (name) => {
    expect(await ofBoth(await troubled([name]))).toMatchObject({ refused: TROUBLES[name]!.code });
  });

  const pairs = NAMES.flatMap((one, index) => NAMES.slice(index + 1).map((other) => [one, other] as const));
  it.each(pairs)('%s and %s at once: both say the same one first', async (...pair) => {
    expect(await ofBoth(await troubled(pair))).toHaveProperty('refused');
  });
});
