import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from './journey.js';
import { arrange } from './plan.js';
import { PASSWORD, Somebody } from './people.js';

/** A phone that works without a network: prepared, opened by its password, left, lost. */

async function hired(): Promise<string> {
  const email = `${randomUUID()}@technique.exemple`;
  await arrange(
    `with person as (
       insert into account (email, name, password_hash)
         select $1, 'Noé Garnier', password_hash from account where password_hash is not null order by email limit 1
         returning id)
     insert into assignment (account_id, role, scope_kind, from_day)
       select id, 'technician', 'territory', '2024-01-01' from person`,
    [email],
  );
  return email;
}

/** Whether the whole application lies on the phone. */
const AT_HAND = `(async () => {
  await navigator.serviceWorker.ready;
  const { hashTable } = await (await fetch('/ngsw.json')).json();
  const names = (await caches.keys()).filter((name) => name.endsWith(':assets:application:cache'));
  const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  return kept.reduce((sum, count) => sum + count, 0) >= Object.keys(hashTable).length;
})()`;
const isAtHand = (page: Page): Promise<boolean> => page.evaluate<boolean>(AT_HAND);
const isPhone = (page: Page): Promise<boolean> => page.evaluate<boolean>(`caches.has('parc-phone')`);

test('a technician prepares a phone, opens it without a network, goes on when it is back, and loses it', async ({
  browser,
}) => {
  const email = await hired();
  const technician = await Somebody.at(browser, 'phone', email);
  const { page } = technician;
  expect(await isPhone(page)).toBe(false);
  await page.goto('/mon-compte');
  await page.getByLabel('Votre mot de passe').fill('une autre craie');
  await technician.pressButton('Préparer ce téléphone');
  await technician.sees('Le mot de passe actuel ne convient pas.');
  await page.getByLabel('Votre mot de passe').fill(PASSWORD);
  await technician.pressButton('Préparer ce téléphone');
  await technician.sees('Celui-ci');
  await expect(page.getByText('Tout est sur ce téléphone')).toBeVisible({ timeout: 60_000 });
  expect(await isAtHand(page)).toBe(true);

  await page.context().setOffline(true);
  const opened = await page.context().newPage();
  await opened.goto('/mon-compte');
  await expect(opened.getByRole('heading', { name: 'Ouvrir ce téléphone' })).toBeVisible();
  await expect(opened.getByText('Noé Garnier')).toHaveCount(0);
  await opened.getByLabel('Mot de passe', { exact: true }).fill('une autre craie');
  await opened.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(opened.getByText('Ce mot de passe n’ouvre rien sur ce téléphone.')).toBeVisible();
  await opened.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await opened.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await opened.waitForURL('**/mon-compte');
  await expect(opened.getByRole('button', { name: 'Hors ligne' })).toBeVisible();

  await page.context().setOffline(false);
  await expect(opened.getByRole('button', { name: 'Hors ligne' })).toHaveCount(0);
  await opened.reload();
  await expect(opened.getByRole('heading', { name: 'Noé Garnier' })).toBeVisible();
  await opened.getByRole('button', { name: 'Quitter ce poste' }).click();
  await opened.waitForURL('**/connexion**');
  // Left, it stays a phone: what lies on it is sealed.
  expect(await isPhone(opened)).toBe(true);
  await expect(opened.getByRole('link', { name: 'Ouvrir le travail de ce téléphone' })).toBeVisible();

  const desk = await Somebody.at(browser, 'desk', email);
  await desk.page.goto('/mon-compte');
  await desk.pressButton(/^Retirer/);
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await desk.sees('Téléphone retiré');
  await opened.goto('/connexion');
  await expect.poll(() => isPhone(opened)).toBe(false);
});
