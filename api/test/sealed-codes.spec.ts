import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashSync } from '@node-rs/argon2';
import { SealedCodes } from '../src/identity/sealed-codes.js';
import { SecretKey } from '../src/platform/config/secret-key.js';
import { House } from './harness/house.js';
import { bodyHashOf, sealedCode as seal } from './harness/sealed-code.js';
import { fullReport, smallPlan, started, type SmallPlan } from './harness/plan.js';

const CODE = '246813';

let house: House;
let plan: SmallPlan;
let sealKey: string;

beforeAll(async () => {
  house = await House.open({ SECRET_KEY: 'un secret de trente-deux caractères et plus' });
  plan = await smallPlan(house, 10_000_000);
  const hash = hashSync(CODE, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await house.arrange('update account set confirmation_code_hash = $1 where id = $2', [hash, plan.head.accountId]);
  sealKey = (await plan.technician.get('/api/v1/round')).body.sealKey;
});
afterAll(() => house.close());

interface Typed {
  code?: string;
  /** What it is sealed for, when it is not this report. */
  elsewhere?: { id?: string; key?: string; body?: object };
  sealedTo?: string;
}

/** A report that a phone has kept, with the code under it. */
async function reportOf({ code = CODE, elsewhere = {}, sealedTo }: Typed) {
  const id = await started(plan);
  const { version, approvedCents } = (await plan.technician.get(`/api/v1/orders/${id}`)).body;
  const body = { ...(await fullReport(plan.technician, id)), seenCents: approvedCents };
  const key = randomUUID();
  const boundTo = [elsewhere.id ?? id, elsewhere.key ?? key, bodyHashOf(elsewhere.body ?? body)].join('\n');
  const sealedCode = seal(code, boundTo, sealedTo ?? sealKey);
  const send = () => plan.technician.post(`/api/v1/orders/${id}/report`, { ...body, sealedCode }, { version, key });
  return { id, body, sealedCode, send };
}

const stateOf = async (id: string) => (await plan.manager.get(`/api/v1/orders/${id}`)).body.state;
const tries = async () =>
  (await house.sql<{ tries: number }>('select coalesce(sum(tries), 0)::int as tries from confirmation_try'))[0]!.tries;

describe('a code that was typed without a network', () => {
  it('confirms the order as the head’s own when the report arrives, and once however often it is sent', async () => {
    const { id, send } = await reportOf({});
    const first = await send();
    expect(first).toMatchObject({ status: 200, body: { state: 'installed' } });
    expect(await stateOf(id)).toBe('confirmed');
    const again = await send();
    expect(again.body).toEqual(first.body);
    expect(
      await house.sql(`select account_id from order_move where order_id = $1 and action = 'confirm'`, [id]),
    ).toEqual([{ account_id: plan.head.accountId }]);
    expect(await tries()).toBe(0);
  });

  it('that is wrong keeps nobody from having worked: the report stands, the try counts, the school confirms later', async () => {
    const { id, send } = await reportOf({ code: '999999' });
    expect((await send()).status).toBe(200);
    expect(await stateOf(id)).toBe('installed');
    expect(await tries()).toBe(1);
    expect((await plan.head.act(id, 'confirm')).body.state).toBe('confirmed');
  });

  it.each<[string, () => Typed]>([
    ['another order', () => ({ elsewhere: { id: randomUUID() } })],
    ['another request', () => ({ elsewhere: { key: randomUUID() } })],
    ['another report', () => ({ elsewhere: { body: { note: 'rien n’a été fait' } } })],
    ['another server', () => ({ sealedTo: new SealedCodes(new SecretKey({} as never)).publicKey })],
  ])('for %s opens nothing, and counts no try', async (_what, typed) => {
    const before = await tries();
    const { id, send } = await reportOf(typed());
    expect((await send()).status).toBe(200);
    expect(await stateOf(id)).toBe('installed');
    expect(await tries()).toBe(before);
  });

  it.each(['A', 'A'.repeat(128), randomBytes(120).toString('base64url')])('opens nothing: %s', (sealed) => {
    expect(house.application.get(SealedCodes, { strict: false }).open(sealed, '')).toBeNull();
  });

  it('is kept nowhere, sealed or read', async () => {
    const { send, sealedCode, id } = await reportOf({});
    await send();
    const kept = await house.sql<{ row: string }>(
      `select to_json(d)::text as row from done_once d union all select to_json(k)::text from idempotency_key k
       union all select to_json(m)::text from order_move m where order_id = $1`,
      [id],
    );
    expect(kept.filter(({ row }) => row.includes(sealedCode) || row.includes(CODE))).toEqual([]);
  });
});

describe('the key that codes are sealed to', () => {
  const keyOf = (SECRET_KEY?: string) => new SealedCodes(new SecretKey({ SECRET_KEY } as never)).publicKey;

  it('is the same at each start of the same secret, and another with another', () => {
    const [one, other] = ['a', 'b'].map((letter) => letter.repeat(32));
    expect(keyOf(one)).toBe(keyOf(one));
    expect(keyOf(other)).not.toBe(keyOf(one));
    expect(keyOf()).not.toBe(keyOf());
  });
});
