import { expect, test, type Page } from './journey.js';
import { Caller, crewFor, drafted } from './caller.js';
import { Somebody } from './people.js';
import { ask, aSchool } from './plan.js';

/** An order that a manager may approve, opened on the manager's desk. */
async function anOrderToApprove(browser: Parameters<typeof Somebody.at>[0]) {
  const school = await aSchool(58_000);
  const crew = await crewFor(school.head);
  const id = await drafted(crew, 4);
  await crew.head.act(id, 'submit');
  const [manager] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.role = 'plan-manager' order by c.email limit 1`,
  );
  const desk = await Somebody.at(browser, 'desk', manager!.email);
  await desk.opensOrder(id);
  return { id, desk, reader: await Caller.as(manager!.email) };
}

/** The house hears each approval, and its answer is lost as long as this is not called off. */
async function losesAnswers(page: Page): Promise<{ keys: (string | undefined)[]; stop: () => void }> {
  const heard = { keys: [] as (string | undefined)[], isLost: true };
  await page.route('**/api/v1/orders/*/approve', async (route) => {
    heard.keys.push(route.request().headers()['idempotency-key']);
    const answer = await route.fetch();
    if (heard.isLost) await route.abort();
    else await route.fulfill({ response: answer });
  });
  return { keys: heard.keys, stop: () => void (heard.isLost = false) };
}

const approvals = async (id: string) =>
  (
    await ask<{ count: number }>(`select count(*)::int from order_move where order_id = $1 and action = 'approve'`, [
      id,
    ])
  )[0]!.count;

test('an answer that is lost is asked for again by itself, and nothing is done twice', async ({ browser }) => {
  const { id, desk, reader } = await anOrderToApprove(browser);
  const lost = await losesAnswers(desk.page);
  await desk.pressButton(/^Approuver \d/);
  await desk.sees(/On ne sait pas encore si c’est enregistré/);
  lost.stop();
  await expect(desk.page.getByText(/On ne sait pas encore/)).toBeHidden({ timeout: 15_000 });
  expect((await reader.get(`/orders/${id}`)).state).toBe('approved');
  expect(lost.keys.length).toBeGreaterThan(1);
  expect([new Set(lost.keys).size, await approvals(id)]).toEqual([1, 1]);
});

test('a page that is loaded again asks for what the one before it has sent, and says its end', async ({ browser }) => {
  const { id, desk } = await anOrderToApprove(browser);
  const lost = await losesAnswers(desk.page);
  await desk.pressButton(/^Approuver \d/);
  await desk.sees(/On ne sait pas encore si c’est enregistré/);
  lost.stop();
  await desk.page.reload();
  await desk.sees(/ce que vous aviez envoyé est enregistré/);
  expect([new Set(lost.keys).size, await approvals(id)]).toEqual([1, 1]);
  expect(await desk.page.evaluate(() => sessionStorage.length)).toBe(0);
});
