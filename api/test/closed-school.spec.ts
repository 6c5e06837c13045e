import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { approved, draft, installed, scheduled, slot, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

/** A school that is closed for good is offered nothing new; what was begun there comes to its end. */

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 10_000_000);
});
afterAll(() => house.close());

async function whileClosed<T>(work: () => Promise<T>): Promise<T> {
  await house.arrange(`update school set state = 'closed' where id = $1`, [plan.school.id]);
  try {
    return await work();
  } finally {
    await house.arrange(`update school set state = 'open' where id = $1`, [plan.school.id]);
  }
}

describe('a school closed for good', () => {
  it.each([
    [
      'orders nothing more',
      async () =>
        draft(plan).then(
          ({ id }) =>
            () =>
              plan.head.act(id, 'submit'),
        ),
    ],
    ['has nothing approved', async () => submitted(plan).then((id) => () => plan.manager.act(id, 'approve', {}))],
    [
      'is not scheduled',
      async () => approved(plan).then((id) => () => plan.manager.act(id, 'schedule', slot(plan.technician.accountId))),
    ],
    [
      'has no appointment moved into it',
      async () =>
        scheduled(plan).then(
          (id) => () => plan.manager.act(id, 'move', { ...slot(plan.technician.accountId), reason: 'plus tard' }),
        ),
    ],
  ])('%s', async (_what, prepared) => {
    const act = await prepared();
    const answer = await whileClosed(act);
    expect(answer).toMatchObject({ status: 422, body: { code: 'order.school-closed-for-good' } });
    expect((await act()).status).toBe(200);
  });

  it('begins no draft', async () => {
    const refused = await whileClosed(() => draft(plan).then(String, String));
    expect(refused).toContain('order.school-closed-for-good');
  });

  it('is given to nobody, and names no deputy; one that was named may be ended', async () => {
    const admin = await house.person('administrator');
    const grant = () =>
      admin.post('/api/v1/accounts', {
        email: `ecole-${Math.random()}@exemple.fr`,
        name: 'Une Autre',
        ...{ role: 'teacher', scopeId: plan.school.id, fromDay: '2026-11-02' },
      });
    expect(await whileClosed(grant)).toMatchObject({ status: 422, body: { code: 'account.scope-wrong' } });
    expect((await grant()).status).toBe(201);
    const name = () =>
      plan.head.post(`/api/v1/schools/${plan.school.id}/deputies`, {
        accountId: plan.teacher.accountId,
        fromDay: '2026-11-02',
        lastDay: '2026-11-30',
      });
    expect(await whileClosed(name)).toMatchObject({ status: 409, body: { code: 'account.school-closed' } });
    const named = await name();
    expect(named.status).toBe(201);
    expect((await whileClosed(() => plan.head.post(`/api/v1/deputies/${named.body.id}/end`, {}))).status).toBeLessThan(
      300,
    );
  });

  it('may still be confirmed, and its orders cancelled', async () => {
    const [done, given] = [await installed(plan), await approved(plan)];
    const answers = await whileClosed(async () => [
      await plan.head.act(done, 'confirm'),
      await plan.manager.act(given, 'cancel', { reason: 'l’école a fermé' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});
