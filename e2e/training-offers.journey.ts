import { expect, test, type Page } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { arrange, aSchool } from './plan.js';
import { confirmedSession, wanting } from './training-ground.js';

const PHONE = 'phone';
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a place that comes free late is offered to the first who waits, who leaves it, and is taken by the next', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(0, true);
  const { id, inspector } = await confirmedSession(school);
  const fourteen = await wanting(school, 14);
  for (const { accountId } of fourteen) await inspector.post(`/training-sessions/${id}/enrol`, { accountId });
  await itIsSoon(id);
  await (await Caller.as(fourteen[4]!.email)).post(`/training-sessions/${id}/leave`, { accountId: null });

  const first = await Somebody.at(browser, PHONE, fourteen[12]!.email);
  await first.page.goto(`/formations/${id}`);
  await expect(title(first.page)).toContainText('Une place vous est proposée');
  await first.sees(/gardée pour vous jusqu’au /);
  await first.pressButton('Laisser la place');
  await expect(title(first.page)).not.toContainText('Une place vous est proposée');
  await expect(first.page.getByRole('button', { name: 'Prendre la place' })).toHaveCount(0);

  const next = await Somebody.at(browser, PHONE, fourteen[13]!.email);
  await next.page.goto('/formations/les-miennes');
  const card = next.page.locator('li', { has: next.page.locator(`a[href="/formations/${id}"]`) });
  await expect(card).toContainText('Prenez-vous cette place ?');
  await next.press(card.getByRole('button', { name: 'Prendre la place' }));
  await expect(card).toContainText('Vous avez une place');
  for (const one of [first, next]) await one.leaves();
});

/** Tomorrow evening, whatever day it is: fewer than five school days are left. */
async function itIsSoon(id: string): Promise<void> {
  const at = (time: string) =>
    `((now() at time zone 'Europe/Paris')::date + 1 + time '${time}') at time zone 'Europe/Paris'`;
  await arrange(
    `with of_session as (update training_session set starts_at = ${at('20:00')}, ends_at = ${at('22:00')} where id = $1)
     update training_date set starts_at = ${at('20:00')}, ends_at = ${at('22:00')} where session_id = $1`,
    [id],
  );
}
