import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashSync } from '@node-rs/argon2';
import { LIMITS } from '../src/platform/limits.js';
import { placeFor } from '../src/platform/bounds/dear-work.js';
import { House } from './harness/house.js';
import { approved, installed, scheduled, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
  const hash = hashSync('246813', { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await house.arrange('update account set confirmation_code_hash = $1 where id = $2', [hash, plan.head.accountId]);
});
afterAll(() => house.close());

describe('the head on the technician’s phone', () => {
  it('confirms with a personal code, as himself or herself', async () => {
    const id = await installed(plan);
    expect((await plan.technician.act(id, 'confirm-on-site', { code: '246813' })).body).toMatchObject({
      state: 'confirmed',
    });
    const { thread } = (await plan.manager.get(`/api/v1/orders/${id}`)).body;
    expect(thread[0]).toMatchObject({ action: 'confirm', role: 'school-head', detail: { onSite: true } });
    const [move] = await house.sql<{ account_id: string }>(
      `select account_id from order_move where order_id = $1 and action = 'confirm'`,
      [id],
    );
    expect(move!.account_id).toBe(plan.head.accountId);
  });

  it('is told when the code is wrong, and nothing moves', async () => {
    const id = await installed(plan);
    expect(await plan.technician.act(id, 'confirm-on-site', { code: '999999' })).toMatchObject({
      status: 403,
      body: { code: 'order.code-wrong' },
    });
    expect((await plan.manager.get(`/api/v1/orders/${id}`)).body.state).toBe('installed');
  });

  it('has used up no try where no place was free to judge the code', async () => {
    const id = await installed(plan);
    const { atOnce, waiting } = LIMITS.work.password;
    const places = Array.from({ length: atOnce + waiting }, () => placeFor('password', null));
    places.forEach((place) => place.catch(() => undefined));
    // On a slow machine some have waited long enough meanwhile.
    const free = async () => Promise.all(places.map((place) => place.then((leave) => leave()).catch(() => undefined)));
    const confirm = (code: string) => plan.technician.act(id, 'confirm-on-site', { code });
    for (let i = 0; i < LIMITS.confirmationCode.tries; i++)
      expect((await confirm('999999')).body.code).toBe('work.too-many');
    await free();
    expect((await confirm('246813')).body.state).toBe('confirmed');
  });

  it('does not confirm what is not installed, nor through a firm that has not the order', async () => {
    expect(await plan.technician.act(await approved(plan), 'confirm-on-site', { code: '246813' })).toMatchObject({
      status: 409,
      body: { code: 'order.state' },
    });
    expect(
      (await plan.installer.act(await installed(plan), 'confirm-on-site', { code: '246813' }, { version: 1 })).status,
    ).toBe(404);
  });
});

describe('who is told of a move', () => {
  const mailsOf = async (orderId: string) => {
    const [order] = await house.sql<{ number: string }>('select number from installation_order where id = $1', [
      orderId,
    ]);
    return house.sql<{ recipient: string; subject: string }>(
      `select recipient, subject from mail where subject like '%' || $1 || '%' order by id`,
      [order!.number],
    );
  };

  it('is the school at approval, both at the appointment, nobody at submission', async () => {
    expect(await mailsOf(await submitted(plan))).toEqual([]);
    const id = await scheduled(plan);
    const recipients = (await mailsOf(id)).map(({ recipient }) => recipient);
    expect(recipients.length).toBe(3);
    expect(new Set(recipients).size).toBe(2);
  });
});
