import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { Caller, type Called } from './harness/caller.js';
import { House } from './harness/house.js';
import {
  confirmed,
  draft,
  fullReport,
  scheduled,
  smallPlan,
  started,
  submitted,
  type SmallPlan,
} from './harness/plan.js';
import { ApiProcess } from './harness/process.js';

/** Four units at 120,00 €: above the automatic approval, so that what is reserved stays reserved. */
const ORDER_CENTS = 48_000;
const ORDERS = 64;
const PAID_FOR = 10;

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

interface Books {
  available: number;
  reserved: number;
  entries: number;
  last_sequence: number;
  sum_of_changes: number;
  submitted: number;
  numbered: number;
  moves: number;
  drafts: number;
}

/** The envelope, its orders and their thread, in one look. */
async function books(plan: { envelopeId: string; school: { id: string } }): Promise<Books> {
  const [row] = await house.sql<Books>(
    `select l.available_after::int as available, l.reserved_after::int as reserved, l.sequence as last_sequence,
            (select count(*)::int from ledger_entry where envelope_id = $1) as entries,
            (select sum(reserved_change)::int from ledger_entry where envelope_id = $1) as sum_of_changes,
            (select count(*)::int from installation_order where school_id = $2 and state = 'submitted' and hold_cents = $3) as submitted,
            (select count(*)::int from installation_order where school_id = $2 and number is not null) as numbered,
            (select count(*)::int from installation_order where school_id = $2 and state = 'draft' and hold_id is null) as drafts,
            (select count(*)::int from order_move m join installation_order o on o.id = m.order_id
              where o.school_id = $2 and m.action = 'submit') as moves
       from ledger_entry l where l.envelope_id = $1 order by l.sequence desc limit 1`,
    [plan.envelopeId, plan.school.id, ORDER_CENTS],
  );
  return row!;
}

/** Ten are in, whole; the others have left no trace. */
const TEN_OF_64: Books = {
  available: 0,
  reserved: PAID_FOR * ORDER_CENTS,
  entries: 1 + PAID_FOR,
  last_sequence: 1 + PAID_FOR,
  sum_of_changes: PAID_FOR * ORDER_CENTS,
  submitted: PAID_FOR,
  numbered: PAID_FOR,
  moves: PAID_FOR,
  drafts: ORDERS - PAID_FOR,
};

const keyOf = (orderId: string) => `envoi-${orderId}`;

describe('64 orders submitted at once against money that pays for ten', () => {
  let plan: SmallPlan;
  let caller: Caller;
  let drafts: { id: string; version: number }[];
  let answers: Called[];
  const send = (order: { id: string; version: number }, body: unknown = { seenCents: ORDER_CENTS }) =>
    caller.post(`/api/v1/orders/${order.id}/submit`, { key: keyOf(order.id), version: order.version, body });

  beforeAll(async () => {
    plan = await smallPlan(house, PAID_FOR * ORDER_CENTS);
    await house.application.listen(0, '127.0.0.1');
    const { port } = house.application.getHttpServer().address() as AddressInfo;
    caller = new Caller(`http://127.0.0.1:${port}`, plan.head.token!, plan.head.session!.csrfToken);
    drafts = [];
    for (let i = 0; i < ORDERS; i++) drafts.push(await draft(plan, [{ itemId: plan.itemId, quantity: 4 }]));
    answers = await Promise.all(drafts.map((order) => send(order)));
  });

  it('are ten accepted and 54 told how much is missing', () => {
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(PAID_FOR);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(ORDERS - PAID_FOR);
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'budget.not-enough', missingCents: ORDER_CENTS } });
    }
  });

  it('leave a ledger that sums and nothing half-done', async () => {
    expect(await books(plan)).toEqual(TEN_OF_64);
    const keys = await house.sql('select key from idempotency_key where route like $1', [
      'POST /api/v1/orders/%/submit',
    ]);
    expect(keys).toHaveLength(PAID_FOR);
  });

  it('answer each repeated key as the first time', async () => {
    const repeated = await Promise.all(drafts.map((order) => send(order)));
    expect(repeated.map(({ status, text }) => [status, text])).toEqual(
      answers.map(({ status, text }) => [status, text]),
    );
    expect(await books(plan)).toEqual(TEN_OF_64);
  });

  it('refuse a repeated key that comes with another body', async () => {
    const accepted = drafts.find((_order, i) => answers[i]!.status === 200)!;
    expect(await send(accepted, { seenCents: ORDER_CENTS + 1 })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.other-body' },
    });
  });
});

describe('64 orders submitted to a server that is killed in the middle', () => {
  let api: ApiProcess;

  beforeAll(async () => {
    api = await ApiProcess.compiled(house.database.url);
    await api.start();
  }, 60_000);
  afterAll(() => api.remove());

  it('are exactly ten once every key is repeated, and those acknowledged before answer identically', async () => {
    // The process has the real clock: this year's budget, whatever the day.
    const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', year: 'numeric' }).format());
    await house.build.insert('setting', {
      ...{ name: 'order.cutOff', value: { month: 12, day: 31 } },
      ...{ from_day: '2023-01-01', source: 'Essai' },
    });
    const { build } = house;
    const school = await build.school();
    await build.convention(school);
    const envelopeId = await build.envelope(school.id, PAID_FOR * ORDER_CENTS, year);
    const itemId = await build.item();
    const { email } = await build.account('school-head', { school_id: school.id });
    let head = await Caller.signIn(api.origin, email, Builders.PASSWORD);
    const content = { lines: [{ itemId, quantity: 4 }], wishes: [], contact: '', note: '', prerequisites: [] };
    const drafts: { id: string; version: number }[] = [];
    for (let i = 0; i < ORDERS; i++) {
      drafts.push((await head.post('/api/v1/orders', { key: `brouillon-${i}`, body: content })).body);
    }
    const send = (order: { id: string; version: number }) =>
      head.post(`/api/v1/orders/${order.id}/submit`, {
        ...{ key: keyOf(order.id), version: order.version, body: { seenCents: ORDER_CENTS } },
      });

    const acknowledged = new Map<string, string>();
    let killed: Promise<void> | null = null;
    const outcomes = await Promise.allSettled(
      drafts.map(async (order) => {
        const answer = await send(order);
        if (answer.status === 200) acknowledged.set(order.id, answer.text);
        if (acknowledged.size === 3) killed ??= api.kill();
      }),
    );
    await killed;
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect(acknowledged.size).toBeGreaterThanOrEqual(3);
    expect(acknowledged.size).toBeLessThan(PAID_FOR);

    await api.start();
    head = head.at(api.origin);
    const repeated = await Promise.all(drafts.map(send));
    expect(repeated.filter(({ status }) => status === 200)).toHaveLength(PAID_FOR);
    expect(repeated.filter(({ body }) => body.code === 'budget.not-enough')).toHaveLength(ORDERS - PAID_FOR);
    for (const [i, { id }] of drafts.entries()) {
      if (acknowledged.has(id)) expect(repeated[i]!.text).toBe(acknowledged.get(id));
    }
    expect(await books({ envelopeId, school })).toEqual(TEN_OF_64);
  }, 60_000);
});

describe('two decisions on one order at the same instant', () => {
  type Move = (plan: SmallPlan, id: string, version: number) => Promise<{ status: number; body: { code?: string } }>;

  const approve: Move = (plan, id, version) => plan.manager.act(id, 'approve', {}, { version });
  const approveToo: Move = (plan, id, version) => plan.certifier.act(id, 'approve', {}, { version });
  const withdraw: Move = (plan, id, version) => plan.head.act(id, 'withdraw', undefined, { version });
  const certify: Move = (plan, id, version) => plan.certifier.act(id, 'certify', undefined, { version });
  const complement: Move = (plan, id, version) => plan.manager.act(id, 'complement', undefined, { version });
  const cancel: Move = (plan, id, version) =>
    plan.manager.act(id, 'cancel', { reason: 'l’école déménage' }, { version });
  const start: Move = (plan, id, version) => plan.technician.act(id, 'start', undefined, { version });

  /** A cent dearer than committed: within the rounding that certifies, and enough for a complement. */
  async function confirmedCentDearer(plan: SmallPlan): Promise<string> {
    const id = await started(plan);
    const report = await fullReport(plan.technician, id);
    await plan.technician.act(id, 'report', { ...report, costCents: ORDER_CENTS + 1 });
    await plan.head.act(id, 'confirm');
    return id;
  }

  const ROUNDS = 4;
  const STALE = ['version.stale'];
  // Once withdrawn the order is a draft, which is the school's alone: the manager does not reach it any more.
  const STALE_OR_GONE = [...STALE, 'order.not-found'];
  const cases: [string, (plan: SmallPlan) => Promise<string>, Move, Move, string[]][] = [
    ['approve against withdraw', submitted, approve, withdraw, STALE_OR_GONE],
    ['approve against approve', submitted, approve, approveToo, STALE],
    ['certify against complement', confirmedCentDearer, certify, complement, STALE],
    ['certify against certify', confirmed, certify, certify, STALE],
    ['cancel against start', scheduled, cancel, start, STALE],
  ];

  it.each(cases)('%s: one wins, the other reads why', async (_what, prepared, one, other, reasons) => {
    for (let round = 0; round < ROUNDS; round++) {
      const plan = await smallPlan(house);
      const id = await prepared(plan);
      const { version } = (await plan.manager.get(`/api/v1/orders/${id}`)).body;
      const order = round % 2 === 0 ? [one, other] : [other, one];
      const answers = await Promise.all(order.map((move) => move(plan, id, version)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(reasons).toContain(answers.find(({ status }) => status !== 200)!.body.code);
      const [books] = await house.sql<{ held: number; hold: number }>(
        `select (reserved_after + committed_after)::int as held,
                (select coalesce(hold_cents, 0)::int from installation_order where id = $2) as hold
           from ledger_entry where envelope_id = $1 order by sequence desc limit 1`,
        [plan.envelopeId, id],
      );
      expect(books!.held).toBe(books!.hold);
    }
  });

  it('certify against a complement that is needed: the complement passes, certifying waits for it', async () => {
    const plan = await smallPlan(house);
    const id = await started(plan);
    const report = await fullReport(plan.technician, id);
    await plan.technician.act(id, 'report', { ...report, extraLines: [{ itemId: plan.itemId, quantity: 1 }] });
    await plan.head.act(id, 'confirm');
    const { version } = (await plan.manager.get(`/api/v1/orders/${id}`)).body;
    const [certifying, complementing] = await Promise.all([certify(plan, id, version), complement(plan, id, version)]);
    expect(complementing.status).toBe(200);
    expect(['order.cost-above-commitment', 'version.stale']).toContain(certifying.body.code);
  });
});
