import { expect, test } from './journey.js';

/** A device’s last days: out of the stock by an act, wiped, given away; the registers say so, with its papers. */
test('a device is retired, wiped and given away, and the register says so', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Gestion du plan/ }).click();
  await page.waitForURL('**/accueil');
  // None of a kit: what is lent stays as long as somebody waits for it.
  await page.goto('/parc?etat=en-stock&recherche=reconditionne+pe-0');
  await page.getByRole('link', { name: 'Portable reconditionné' }).last().click();
  const title = page.getByRole('heading', { level: 1 });

  await page.getByText('Autres actions').click();
  await page.getByRole('button', { name: 'Retirer du parc…' }).click();
  await page.getByLabel('Acte', { exact: true }).selectOption({ label: 'Délibération' });
  await page.getByLabel('Numéro de l’acte').fill('2026-777');
  await page.getByRole('button', { name: 'Retirer du parc', exact: true }).click();
  await expect(title).toContainText('il est retiré du parc');
  // What holds data does not leave before it is wiped.
  await expect(page.getByRole('button', { name: 'Sortir du parc…' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Enregistrer l’effacement…' }).click();
  await page.getByLabel('Méthode').selectOption({ label: 'Réécriture du disque' });
  await page.getByLabel('Opérateur').fill('Sami Roux');
  await page.getByRole('button', { name: 'Enregistrer l’effacement', exact: true }).click();
  const certificate = page.getByRole('link', { name: 'Certificat d’effacement (PDF)' });
  await expect(certificate).toBeVisible();
  const printed = await page.request.get((await certificate.getAttribute('href'))!);
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);

  await page.getByRole('button', { name: 'Sortir du parc…' }).click();
  await page.getByLabel('Destination').selectOption({ label: 'Don' });
  await page.getByLabel('Bénéficiaire', { exact: true }).fill('Ressourcerie du Gier');
  await page.getByLabel('Qualité du bénéficiaire').selectOption({ label: 'Organisme de réemploi agréé ESUS' });
  await page.getByLabel('Valeur estimée de chacun').fill('400');
  await page.getByLabel('N° de la convention de don').fill('DON-777');
  await page.getByLabel(/s’engage par écrit au réemploi/).check();
  await page.getByRole('button', { name: 'Sortir du parc', exact: true }).click();
  await expect(page.getByText('La loi ne permet de donner un appareil que jusqu’à 300,00')).toBeVisible();
  await page.getByLabel('Valeur estimée de chacun').fill('40');
  await page.getByRole('button', { name: 'Sortir du parc', exact: true }).click();
  await expect(title).toContainText('il n’est plus au parc');
  await expect(page.getByText('Ressourcerie du Gier')).toBeVisible();

  await page.goto('/parc/sorties?destination=gift');
  const line = page.getByRole('row').filter({ hasText: 'DON-777' });
  await expect(line).toContainText('Don · réemploi attesté');
  await expect(line).toContainText('2026-777');
  await expect(line.getByRole('link', { name: /^Certificat du/ })).toBeVisible();
  await context.close();
});
