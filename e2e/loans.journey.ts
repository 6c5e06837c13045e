import { expect, test, type Browser, type Page } from './journey.js';

/** What is lent: asked for and granted; late, and taken back with something missing. */
async function person(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL('**/accueil');
  return page;
}

test('a kit is asked for on its first free days, granted, and its days are taken', async ({ browser }) => {
  test.setTimeout(120_000);
  const teacher = await person(browser, 'Enseignant');
  await teacher.goto('/prets');
  await teacher.getByRole('link', { name: 'Emprunter' }).first().click();
  await teacher.getByRole('link', { name: /Studio radio/ }).click();
  await teacher.getByText('1 jour', { exact: true }).click();
  const offer = teacher.getByRole('button', { name: /^le \p{L}+\. /u }).first();
  const day = (await offer.textContent())!.trim();
  await offer.click();
  await expect(teacher.getByRole('heading', { level: 1 })).toContainText('c’est libre');
  await teacher.getByLabel('Pour quoi faire').fill('Une émission avec les CM2');
  await teacher.getByRole('button', { name: 'Demander cette journée' }).click();
  await teacher.waitForURL(/\/prets\/[0-9a-f-]{36}$/);
  await expect(teacher.getByText('À accorder').first()).toBeVisible();
  const address = new URL(teacher.url()).pathname;

  const manager = await person(browser, 'Gestion du plan');
  await manager.goto('/prets');
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('à accorder');
  await manager.goto(address);
  await manager.getByRole('button', { name: /^Accorder le / }).click();
  await expect(manager.getByText('Accordé').first()).toBeVisible();

  // Whoever asks for the same day now is offered another one.
  const head = await person(browser, 'Direction d’école');
  await head.goto(address);
  await expect(head.getByText('Accordé').first()).toBeVisible();
  await head.goto('/prets/emprunter');
  await head.getByRole('link', { name: /Studio radio/ }).click();
  await head.getByText('1 jour', { exact: true }).click();
  await expect(head.getByRole('button', { name: /^le \p{L}+\. /u }).first()).toBeVisible();
  await expect(head.getByRole('button', { name: day, exact: true })).toHaveCount(0);
  await head.goto(address);
  await head.getByRole('button', { name: 'Annuler le prêt…' }).click();
  await head.getByRole('button', { name: 'Annuler le prêt', exact: true }).click();
  await expect(head.getByText('Annulé').first()).toBeVisible();
  for (const page of [teacher, manager, head]) await page.context().close();
});

test('a kit that is late is taken back, and what is missing is told', async ({ browser }) => {
  test.setTimeout(120_000);
  const technician = await person(browser, 'Technicien de proximité');
  await technician.goto('/prets/liste');
  const late = technician.getByRole('row', { name: /Valise robots n° 1.*En retard/ });
  await late.getByRole('link', { name: 'Valise robots n° 1' }).click();
  await expect(technician.getByText(/jours? de retard/).first()).toBeVisible();
  await technician.getByRole('button', { name: 'Reprendre…' }).click();
  await technician.getByRole('button', { name: 'Tout est là' }).click();
  const third = technician.getByRole('checkbox', { name: /PE-900103/ });
  // The button has ticked it: what is not ticked yet would be left as it is.
  await expect(third).toBeChecked();
  await third.uncheck();
  await expect(technician.getByText('manque au retour')).toBeVisible();
  await technician.getByText('Usé, mais il sert').click();
  await technician.getByRole('button', { name: 'Reprendre', exact: true }).click();
  await expect(technician.getByText('Rendu').first()).toBeVisible();
  await technician.getByRole('button', { name: 'Contrôle terminé…' }).click();
  await technician.getByText('Perdu', { exact: true }).click();
  await technician.getByRole('button', { name: 'Contrôle terminé', exact: true }).click();
  await expect(technician.getByText('Clos').first()).toBeVisible();
  await technician.goto('/e/PE-900103');
  await expect(technician.getByText(/on ne sait plus où il est/)).toBeVisible();
  await technician.context().close();
});
