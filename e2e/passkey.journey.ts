import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from './journey.js';
import { PASSWORD, Somebody } from './people.js';
import { arrange, ask } from './plan.js';

/** An enrolled phone opens by fingerprint or face: with the browser's own virtual authenticator. */

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

/** A finger that the phone knows. @returns shows it another one from now on, for good: it then blocks, as phones do */
async function withFinger(page: Page): Promise<() => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasPrf: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  return async () => {
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  };
}

const finger = (page: Page) => page.getByRole('button', { name: 'Ouvrir avec l’empreinte ou le visage' });
const sessionsOf = async (email: string): Promise<number> =>
  (
    await ask<{ count: number }>(
      `select count(*)::int as count from session s join account c on c.id = s.account_id where c.email = $1 and s.ended_at is null`,
      [email],
    )
  )[0]!.count;
const endSessions = (email: string) =>
  arrange(`update session set ended_at = now() where account_id = (select id from account where email = $1)`, [email]);

test('a phone opens by the finger without a network, enters with one, and by nothing once it is lost', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = await hired();
  const technician = await Somebody.at(browser, 'phone', email);
  const { page } = technician;
  const notKnown = await withFinger(page);
  await technician.preparesPhone();
  await page.goto('/mon-compte');
  const part = page.locator('parc-passkey-part');
  await part.getByLabel('Votre mot de passe').fill('une autre craie');
  await technician.pressButton('Activer l’empreinte ou le visage');
  await technician.sees('Le mot de passe actuel ne convient pas.');
  await part.getByLabel('Votre mot de passe').fill(PASSWORD);
  await technician.pressButton('Activer l’empreinte ou le visage');
  await technician.sees('S’ouvre par l’empreinte ou le visage');

  // Left, and without a network.
  await technician.pressButton('Quitter ce poste');
  await page.waitForURL('**/connexion**');
  await offline(page.context(), true);
  await page.goto('/telephone');
  await finger(page).click();
  await page.waitForURL('**/accueil');
  await technician.sees(/Sans réseau/);
  expect(await sessionsOf(email)).toBe(0);

  // With a network the same gesture opens a session.
  await offline(page.context(), false);
  await page.goto('/telephone');
  await finger(page).click();
  await page.waitForURL('**/accueil');
  expect(await sessionsOf(email)).toBe(1);
  await page.reload();
  await page.goto('/mon-compte');
  await expect(page.getByRole('heading', { name: 'Noé Garnier' })).toBeVisible();

  // Another finger opens nothing. Lost, and taken back at a desk, it opens by nothing at all.
  await page.goto('/telephone');
  await notKnown();
  await finger(page).click();
  await technician.sees('Ni empreinte ni visage n’ont été reconnus.');
  const desk = await Somebody.at(browser, 'desk', email);
  await desk.page.goto('/mon-compte');
  await desk.pressButton(/^Retirer/);
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await desk.sees('Téléphone retiré');
  await page.goto('/telephone');
  await expect.poll(() => page.evaluate<boolean>(`caches.has('parc-phone')`)).toBe(false);
  await page.reload();
  await expect(finger(page)).toHaveCount(0);
  await desk.leaves();
});

test('a session that has ended over the page is entered again by the finger; the password alone opens once it is given up', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = await hired();
  const technician = await Somebody.at(browser, 'phone', email);
  const { page } = technician;
  await withFinger(page);
  await technician.preparesPhone();
  await page.goto('/mon-compte');
  await page.locator('parc-passkey-part').getByLabel('Votre mot de passe').fill(PASSWORD);
  await technician.pressButton('Activer l’empreinte ou le visage');
  await technician.sees('S’ouvre par l’empreinte ou le visage');
  await endSessions(email);
  await page
    .getByRole('navigation', { name: 'Pièces principales' })
    .getByRole('link', { name: /Tournée/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Votre session est terminée' });
  await sheet.getByRole('button', { name: 'Entrer avec l’empreinte ou le visage' }).click();
  await expect(sheet).toBeHidden();
  expect(await sessionsOf(email)).toBe(1);

  await page.goto('/mon-compte');
  await technician.pressButton('Ne plus utiliser l’empreinte');
  await technician.sees('Votre mot de passe seul ouvre ce téléphone');
  await page.goto('/telephone');
  await expect(page.getByRole('button', { name: 'Ouvrir', exact: true })).toBeVisible();
  await expect(finger(page)).toHaveCount(0);
  await technician.leaves();
});

/** The network goes or comes back. */
const offline = (context: BrowserContext, is: boolean): Promise<void> => context.setOffline(is);
