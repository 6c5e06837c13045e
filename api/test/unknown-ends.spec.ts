import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller } from './harness/caller.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { certified, confirmed, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import { Wire, type Cut } from './harness/wire.js';

/** The wire to the database is cut at a COMMIT: what is not known is not claimed, and the same key finds out. */

let wire: Wire;
let house: House;
let plan: SmallPlan;
let manager: Caller;
let certifier: Caller;
let head: Caller;
let callerOf: (person: Person) => Caller;

beforeAll(async () => {
  wire = new Wire();
  house = await House.open({}, undefined, (url) => wire.to(url));
  plan = await smallPlan(house, 100_000_000);
  await house.application.listen(0, '127.0.0.1');
  const { port } = house.application.getHttpServer().address() as AddressInfo;
  callerOf = ({ token, session }) => new Caller(`http://127.0.0.1:${port}`, token!, session!.csrfToken);
  manager = callerOf(plan.manager);
  certifier = callerOf(plan.certifier);
  head = callerOf(plan.head);
});
afterAll(async () => {
  await house.close();
  await wire.close();
});

const UNKNOWN = { status: 503, body: { code: 'server.unknown' } };
const CUTS: [Cut, recorded: number][] = [
  ['after-commit', 1],
  ['before-commit', 0],
];

let keys = 0;
const newKey = () => `coupure-${(keys += 1)}`;
/** What the page of a draft shows as its total. */
const seen = async (id: string) => ({ seenCents: (await plan.head.get(`/api/v1/orders/${id}`)).body.askedCents });
const count = async (text: string, ...values: unknown[]) =>
  (await house.sql<{ count: number }>(`select count(*)::int from ${text}`, values))[0]!.count;

describe('a connection cut at the end of a write', () => {
  it.each(CUTS)('%s: a transfer is told as unknown, made once all the same by its key', async (cut, recorded) => {
    const [from, to] = [await house.build.school(), await house.build.school()];
    const envelopeId = await house.build.envelope(from.id, 100_000);
    await house.build.envelope(to.id, 0);
    const side = ({ id }: { id: string }) => ({ schoolId: id, kind: 'installation' });
    const body = { year: 2026, from: side(from), to: side(to), amountCents: 20_000, reason: 'une classe ouverte' };
    const key = newKey();
    const made = () => count(`ledger_entry where envelope_id = $1 and kind = 'transfer'`, envelopeId);

    wire.cutNext(cut);
    const answer = await manager.post('/api/v1/budgets/transfers', { key, body });

    expect(answer).toMatchObject(UNKNOWN);
    expect(answer.text).toContain('on ne sait pas si c’est enregistré');
    expect(answer.text).not.toContain('Rien n’a été enregistré');
    expect(await made()).toBe(recorded);
    const again = await manager.post('/api/v1/budgets/transfers', { key, body });
    expect(again).toMatchObject({ status: 201, body: { fromAvailableCents: 80_000, toAvailableCents: 20_000 } });
    expect(await made()).toBe(1);
  });

  it.each(CUTS)('%s: a submission is told as unknown, and sent once by its key', async (cut, recorded) => {
    const { id, version } = await draft(plan, [{ itemId: plan.itemId, quantity: 4 }]);
    const key = newKey();
    const reservations = () => count(`ledger_entry where order_id = $1`, id);
    const body = await seen(id);
    wire.cutNext(cut);
    expect(await head.post(`/api/v1/orders/${id}/submit`, { key, version, body })).toMatchObject(UNKNOWN);
    expect(await reservations()).toBe(recorded);
    const again = await head.post(`/api/v1/orders/${id}/submit`, { key, version, body });
    expect(again).toMatchObject({ status: 200, body: { id, state: 'submitted' } });
    expect(await reservations()).toBe(1);
  });

  it.each(CUTS)('%s: a submission whose own approval is cut was sent', async (cut) => {
    const { id, version } = await draft(plan);
    const body = await seen(id);
    wire.cutNext(cut, 1);
    const before = wire.cutSoFar;
    expect(await head.post(`/api/v1/orders/${id}/submit`, { key: newKey(), version, body })).toMatchObject({
      status: 200,
    });
    expect(wire.cutSoFar).toBe(before + 1);
  });

  it('does not say of a job that was cut midway that nothing was recorded', async () => {
    const administrator = callerOf(await house.person('administrator'));
    await certified(plan);
    wire.cutNext('after-commit');
    wire.onCut = () => wire.down(true);
    const answer = await administrator.post('/api/v1/jobs/order-closing/run', { key: newKey() });
    wire.onCut = () => undefined;
    wire.down(false);
    expect(answer).toMatchObject(UNKNOWN);
    expect(await count(`installation_order where state = 'closed'`)).toBe(1);
  });

  it('says that nothing was recorded where the database cannot be reached at all', async () => {
    const { id, version } = await draft(plan);
    const body = await seen(id);
    wire.down(true);
    const answer = await head.post(`/api/v1/orders/${id}/submit`, { key: newKey(), version, body });
    wire.down(false);
    expect(answer).toMatchObject({ status: 503, body: { code: 'server.busy' } });
    expect(await count('ledger_entry where order_id = $1', id)).toBe(0);
  });
});

/** A bulk first takes its key, in a transaction of its own. */
const CLAIM = 1;

/** As the list shows them: each with its version and its total. */
const listed = async (ids: string[]) =>
  house.sql<{ id: string; version: number; seenCents: number }>(
    `select o.id, o.version, coalesce(o.reported_cents, o.asked_cents)::int as "seenCents"
       from unnest($1::uuid[]) with ordinality as asked (id, place) join installation_order o using (id) order by place`,
    [ids],
  );

describe('a bulk that is cut midway', () => {
  const codes = ({ body }: { body: { outcomes: { done: boolean; code: string | null }[] } }) =>
    body.outcomes.map(({ done, code }) => (done ? 'done' : code));

  it.each([
    ['approve', () => submitted(plan), () => manager],
    ['certify', () => confirmed(plan), () => certifier],
  ] as const)('tells to %s line by line what became of each, and finds out by its key', async (action, made, who) => {
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push(await made());
    const orders = await listed(ids);
    const key = newKey();
    // The second is kept and not heard of, the third is not kept: from here both look the same.
    wire.cutNext('after-commit', 1 + CLAIM);
    wire.cutNext('before-commit');

    const answer = await who().post(`/api/v1/orders/bulk/${action}`, { key, body: { orders } });

    expect(answer.status).toBe(200);
    expect(codes(answer)).toEqual(['done', 'server.unknown', 'server.unknown', 'done']);
    expect(answer.body.outcomes[1].sentence).toContain('on ne sait pas');
    const again = await who().post(`/api/v1/orders/bulk/${action}`, { key, body: { orders } });
    expect(codes(again)).toEqual(['done', 'done', 'done', 'done']);
    const moves = await count('order_move where order_id = any($1) and action = $2', ids, action);
    expect(moves).toBe(4);
  });

  it('tells each line when the database goes away in between, and what was done before stays told', async () => {
    const ids = [await submitted(plan), await submitted(plan), await submitted(plan)];
    const orders = await listed(ids);
    wire.cutNext('before-commit', 1 + CLAIM);
    wire.onCut = () => wire.down(true);
    const answer = await manager.post('/api/v1/orders/bulk/approve', { key: newKey(), body: { orders } });
    wire.onCut = () => undefined;
    wire.down(false);
    expect(answer.status).toBe(200);
    expect(codes(answer)).toEqual(['done', 'server.unknown', 'server.busy']);
  });
});
