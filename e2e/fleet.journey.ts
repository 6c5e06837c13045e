import { expect, test, type Page } from './journey.js';

/** One device’s way: out of the stock, into a room, under its school’s eyes, by the label it bears. */
async function enter(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
}

test('a label leads to its device; signed out it says what it is, and no more', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/e/PE-000001');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/de 14 pouces|École|Maternelle/)).toHaveCount(1);
  await page.getByRole('link', { name: 'J’ai un compte' }).click();
  await expect(page.getByText('Cette étiquette est celle d’un appareil du plan numérique')).toBeVisible();
  await enter(page, 'Technicien de proximité');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Portable de 14 pouces');
  await expect(page).toHaveURL(/\/parc\/appareils\//);
  await page.goto('/e/PE-999999');
  await expect(page.getByText('L’étiquette PE-999999 n’ouvre aucun appareil ici')).toBeVisible();
  await context.close();
});

test('a device of the stock is placed in a room, and its school sees it there', async ({ browser }) => {
  test.setTimeout(120_000);
  const options = { baseURL: process.env['HOUSE_ORIGIN'] };
  const [technician, head] = [await browser.newContext(options), await browser.newContext(options)];
  const page = await technician.newPage();
  await page.goto('/connexion');
  await enter(page, 'Technicien de proximité');
  await page.waitForURL('**/accueil');
  await page.goto('/parc?etat=en-stock&recherche=reconditionne');
  await page.getByRole('link', { name: 'Portable reconditionné' }).first().click();
  await page.getByRole('button', { name: 'Poser dans une école…' }).click();
  await page.getByRole('combobox', { name: 'École' }).fill('elementaire des tilleuls');
  await page
    .getByRole('option', { name: /École élémentaire des Tilleuls/ })
    .first()
    .click();
  await page.getByLabel('Salle').selectOption({ label: 'Salle 1' });
  await page.getByRole('button', { name: 'Poser dans une école' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('il est en service, Salle 1');
  await expect(page.getByText('Mis en service').first()).toBeVisible();

  const school = await head.newPage();
  await school.goto('/connexion');
  await enter(school, 'Direction d’école');
  await school.waitForURL('**/accueil');
  await school.goto('/parc');
  const room = school.getByRole('link', { name: /^Salle 1/ });
  await expect(room).toContainText('portable reconditionné');
  await room.click();
  await expect(school.getByRole('link', { name: 'Portable reconditionné' })).toBeVisible();
  await technician.close();
  await head.close();
});
