import { expect, test, type Browser, type BrowserContextOptions, type Page } from './journey.js';

/** A known outage that a school joins from a phone; and a remedy that spares a ticket. */
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function person(browser: Browser, role: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'], ...options });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL('**/accueil');
  return page;
}

test('a known outage is joined from a phone in one tap, and its ticket says what is known', async ({ browser }) => {
  test.setTimeout(180_000);
  const manager = await person(browser, 'Gestion du plan');
  await manager.goto('/problemes/nouveau');
  await manager.getByLabel('Ce qui se passe').fill('Coupure de la fibre');
  await manager.getByText('Un service', { exact: true }).click();
  await manager.getByLabel('Ce que l’on sait, et comment s’en passer').fill('La fibre est coupée rue du Canal.');
  await manager.getByRole('button', { name: 'Ouvrir le problème' }).click();
  await manager.waitForURL(/\/problemes\/[0-9a-f-]{36}$/);
  const address = new URL(manager.url()).pathname;
  await expect(manager.getByText('Aucun ticket', { exact: true })).toBeVisible();

  const teacher = await person(browser, 'Enseignant', PHONE);
  await teacher.goto('/tickets/signaler');
  await teacher.getByRole('button', { name: 'Internet', exact: true }).click();
  await expect(teacher.getByText('Panne connue : Coupure de la fibre')).toBeVisible();
  await expect(teacher.getByText('La fibre est coupée rue du Canal.')).toBeVisible();
  await teacher.getByRole('button', { name: 'Je suis concerné aussi' }).first().click();
  await teacher.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  await expect(teacher.getByText('Nous connaissons cette panne')).toBeVisible();
  await expect(teacher.getByText('La fibre est coupée rue du Canal.')).toBeVisible();

  await manager.goto(address);
  await expect(manager.getByRole('heading', { name: '1 ticket' })).toBeVisible();
  for (const page of [manager, teacher]) await page.context().close();
});

test('a remedy that helps spares a ticket, and is counted', async ({ browser }) => {
  test.setTimeout(180_000);
  const teacher = await person(browser, 'Enseignant', PHONE);
  await teacher.goto('/tickets/signaler');
  await teacher.getByRole('button', { name: 'L’espace numérique (ENT)' }).click();
  await teacher.getByText('Impossible de se connecter').click();
  await expect(teacher.getByRole('heading', { name: 'Impossible de se connecter à l’ENT' })).toBeVisible();
  await teacher.getByRole('button', { name: 'Cela a réglé le problème' }).click();
  await teacher.waitForURL('**/accueil');
  await expect(teacher.getByText('Tant mieux. Rien n’est signalé.')).toBeVisible();

  const manager = await person(browser, 'Gestion du plan');
  await manager.goto('/remedes?cherche=connecter');
  await manager.getByRole('link', { name: 'Impossible de se connecter à l’ENT' }).click();
  await expect(manager.getByText(/Montré 132 fois, a suffi 88 fois/)).toBeVisible();
  for (const page of [manager, teacher]) await page.context().close();
});
