import { expect, test } from './journey.js';
import { arrange, ask, aSchool } from './plan.js';
import { Somebody } from './people.js';

/** One person, two windows of one browser. */

test('a window goes on under the role that another has taken, and writes nothing for the wrong school', async ({
  browser,
}) => {
  const [school, elsewhere] = [await aSchool(20_000), await aSchool(20_000)];
  const head = await Somebody.at(browser, 'desk', school.head);
  await arrange(
    `insert into assignment (account_id, role, scope_kind, school_id, from_day)
     select id, 'school-head', 'school', $2, '2024-01-01' from account where email = $1`,
    [school.head, elsewhere.id],
  );
  const { page } = head;
  await page.goto('/commandes/nouvelle');
  const add = page.getByRole('button', { name: /^Ajouter/ }).first();
  await add.waitFor();
  // This window learns nothing of the other until it writes.
  await page.route('**/api/v1/session', (route) => route.abort());

  const other = await page.context().newPage();
  await other.goto('/accueil');
  const roles = other.getByRole('list', { name: 'Changer de rôle' }).getByRole('button');
  await roles.filter({ hasText: elsewhere.name }).click();
  await expect(other.getByRole('main')).toContainText(elsewhere.name);

  await add.click();
  await head.sees('Le brouillon n’est pas enregistré');
  const drafts = `select school_id from installation_order where state = 'draft' and school_id in ($1, $2)`;
  expect(await ask(drafts, [school.id, elsewhere.id])).toEqual([]);

  await page.unroute('**/api/v1/session');
  await page
    .getByRole('button', { name: /^Ajouter/ })
    .first()
    .click();
  await page.waitForURL('**/accueil');
  await head.sees('Votre rôle a changé dans une autre fenêtre');
  await expect(page.getByRole('main')).toContainText(elsewhere.name);
  expect(await ask(drafts, [school.id, elsewhere.id])).toEqual([]);
});

test('a draft open in two windows keeps what each has typed', async ({ browser }) => {
  const school = await aSchool(20_000);
  const head = await Somebody.at(browser, 'desk', school.head);
  const { page } = head;
  const noteOf = async (): Promise<string | undefined> => {
    const drafts = `select note from installation_order where state = 'draft' and school_id = $1`;
    return (await ask<{ note: string }>(drafts, [school.id]))[0]?.note;
  };
  await page.goto('/commandes/nouvelle');
  await page
    .getByRole('button', { name: /^Ajouter/ })
    .first()
    .click();
  await page.waitForURL('**/commandes/*/composer');
  await head.pressButton('Choisir le lieu et la date');
  const note = page.getByLabel('Précisions');
  await note.fill('Sonner');
  await expect.poll(noteOf).toBe('Sonner');

  const other = await page.context().newPage();
  await other.goto(page.url());
  const otherNote = other.getByLabel('Précisions');
  await expect(otherNote).toHaveValue('Sonner');
  await note.fill('Sonner à la loge');
  await expect.poll(noteOf).toBe('Sonner à la loge');
  await otherNote.fill('Mur du fond, près de la fenêtre');
  await other.getByRole('button', { name: 'Relire la commande' }).click();
  const both = 'Sonner à la loge\nMur du fond, près de la fenêtre';
  await expect(otherNote).toHaveValue(both);
  await expect.poll(noteOf).toBe(both);
});
