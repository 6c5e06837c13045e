import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { approved, installed, scheduled, smallPlan, started, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  plan = await smallPlan(house);
});

const idsIn = async (person: Person, query: string) =>
  (await person.get(`/api/v1/orders?${query}`)).body.items.map((item: { id: string }) => item.id);
const countOf = async (person: Person, view: string) =>
  (await person.get('/api/v1/orders/tabs')).body.tabs.find((tab: { view: string }) => tab.view === view)?.count;

describe('the cancellations that schools ask', () => {
  it('are a view of the manager’s, until somebody answers', async () => {
    const asked = await approved(plan);
    const left = await approved(plan);
    expect(await idsIn(plan.manager, 'view=to-cancel')).not.toContain(asked);
    const before = await countOf(plan.manager, 'to-cancel');
    expect((await plan.head.act(asked, 'ask-to-cancel', { reason: 'salle occupée' })).status).toBe(200);
    expect(await countOf(plan.manager, 'to-cancel')).toBe(before + 1);
    const shown = await idsIn(plan.manager, 'view=to-cancel');
    expect(shown).toContain(asked);
    expect(shown).not.toContain(left);
    expect(await countOf(plan.head, 'to-cancel')).toBeUndefined();
    expect((await plan.manager.act(asked, 'cancel', { reason: 'accordé' })).status).toBe(200);
    expect(await idsIn(plan.manager, 'view=to-cancel')).not.toContain(asked);
    expect(await countOf(plan.manager, 'to-cancel')).toBe(before);
  });
});

describe('an order that is late', () => {
  const lateOn = async (now: string, orderId: string) => {
    house.setNow(now);
    const manager = await house.person('plan-manager');
    const { items } = (await manager.get(`/api/v1/orders?schoolId=${plan.school.id}`)).body;
    return items.find((item: { id: string }) => item.id === orderId).late;
  };

  it('is one whose appointment is over and that nobody has reported', async () => {
    // On 8 December, from 16:45 to 17:45.
    for (const id of [await scheduled(plan), await started(plan)]) {
      expect(await lateOn('2026-12-08T16:44:00Z', id)).toBe(false);
      expect(await lateOn('2026-12-08T16:46:00Z', id)).toBe(true);
      house.setNow(House.START);
    }
  });

  it('is one the school has not answered in its time, as the plan sets it', async () => {
    const id = await installed(plan);
    expect(await lateOn('2026-10-15T07:00:00Z', id)).toBe(false);
    expect(await lateOn('2026-10-16T07:00:00Z', id)).toBe(true);
    await house.arrange(
      `insert into setting (name, value, from_day, source) values ('order.verificationDays', '20', '2026-10-01', 'essai')`,
    );
    expect(await lateOn('2026-10-16T07:00:00Z', id)).toBe(false);
    expect(await lateOn('2026-10-26T07:00:00Z', id)).toBe(true);
    await house.arrange(`delete from setting where name = 'order.verificationDays'`);
  });

  it('is found by its time, as is one that nobody has answered; the manager’s first page counts the same', async () => {
    const [unanswered, unconfirmed] = [await submitted(plan), await installed(plan)];
    const overdue = async (now: string, view: string) => {
      house.setNow(now);
      const person = await house.person('plan-manager');
      const { items } = (await person.get(`/api/v1/orders?view=${view}&overdue=true&size=200`)).body;
      const rest = (await person.get(`/api/v1/orders?view=${view}&overdue=false&size=200`)).body;
      const all = (await person.get(`/api/v1/orders?view=${view}&size=200`)).body;
      expect(rest.total + items.length).toBe(all.total);
      return items.map((item: { id: string }) => item.id);
    };
    expect(await overdue(House.START, 'to-approve')).not.toContain(unanswered);
    expect(await overdue(House.START, 'to-confirm')).not.toContain(unconfirmed);
    const later = '2026-10-16T07:00:00Z';
    const [late, toVerify] = [await overdue(later, 'to-approve'), await overdue(later, 'to-confirm')];
    expect([late, toVerify]).toEqual([expect.arrayContaining([unanswered]), expect.arrayContaining([unconfirmed])]);
    const desk = async () => (await (await house.person('plan-manager')).get('/api/v1/home/desk')).body;
    const { late: unansweredThere, toVerify: unconfirmedThere } = await desk();
    expect([unansweredThere.count, unconfirmedThere.count]).toEqual([late.length, toVerify.length]);
    // Once the convention has ended no answer is possible: it is blocked, and counted there.
    const ended = '2100-01-05T07:00:00Z';
    expect(await overdue(ended, 'blocked')).toContain(unanswered);
    expect([await overdue(ended, 'to-approve'), (await desk()).late.count]).toEqual([[], 0]);
  });

  it('is not one that waits for a decision', async () => {
    expect(await lateOn('2026-12-31T07:00:00Z', await submitted(plan))).toBe(false);
  });
});

describe('a decision', () => {
  it('is dated when it rejects as when it approves; a return decides nothing', async () => {
    const decidedAt = async (id: string) => (await plan.manager.get(`/api/v1/orders/${id}`)).body;
    const rejected = await submitted(plan);
    await plan.manager.act(rejected, 'reject', { reason: 'hors plan' });
    const page = await decidedAt(rejected);
    expect(page.decidedAt).toBe(page.thread[0].at);
    expect(page.thread[0]).toMatchObject({ action: 'reject', name: expect.any(String) });
    const returned = await submitted(plan);
    await plan.manager.act(returned, 'return', { reason: 'à préciser' });
    expect((await plan.head.get(`/api/v1/orders/${returned}`)).body.decidedAt).toBeNull();
  });
});
