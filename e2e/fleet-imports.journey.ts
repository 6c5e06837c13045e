import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from './journey.js';

/** A commune's GLPI knows eight computers; two of its words are its own. */
const HEADER = 'Nom;Entité;Statut;Fabricant;Numéro de série;Type;Modèle;Système d’exploitation - Nom;Lieu;Usager';
const SCHOOL = 'École élémentaire des Tilleuls > Salle informatique';
const computer = (n: number, state = 'En service', place = SCHOOL, serial = `JRN-GLPI-${n}`) =>
  `PC-${n};Entité racine;${state};;${serial};Portable;Ordinateur portable;Windows 11;${place};Martine Durand`;
const CONTENT = Buffer.from(
  `\uFEFF${[
    HEADER,
    ...[1, 2, 3, 4].map((n) => computer(n)),
    computer(5, 'Chez le prestataire'),
    computer(6, 'En service', 'Ancienne mairie'),
    computer(7, 'En service', SCHOOL, '2,17E+13'),
    computer(8, 'En service', SCHOOL, 'JRN-GLPI-1'),
  ].join('\r\n')}`,
);

async function drop(page: Page): Promise<void> {
  await page.goto('/parc/imports');
  await page.locator('#fleet-list').setInputFiles({ name: 'glpi.csv', mimeType: 'text/csv', buffer: CONTENT });
  await page.waitForURL(/parc\/imports\/[0-9a-f-]{36}$/);
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('the devices of GLPI come in with three answers, and a second time change nothing', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Gestion du plan/ }).click();
  await page.waitForURL('**/accueil');
  await page.goto('/parc');
  await page.locator('main').getByText('Plus', { exact: true }).click();
  await page.getByRole('link', { name: 'Reprendre un parc existant' }).click();
  await page.waitForURL('**/parc/imports');
  await accessible(page);
  await drop(page);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/3\smots du fichier attendent votre réponse/);
  await expect(page.getByText('GLPI, ordinateurs')).toBeVisible();
  await expect(page.getByText('Martine')).toHaveCount(0);
  await accessible(page);

  await page.getByRole('combobox', { name: /Modèle du catalogue pour/ }).fill('portable');
  await page.getByRole('option').first().click();
  await page.getByRole('combobox', { name: /État au parc pour « Chez le prestataire »/ }).selectOption('En réparation');
  await page.getByRole('button', { name: /Laisser de côté « Entité racine > Ancienne mairie »/ }).click();
  await page.getByRole('button', { name: /Relire la liste avec 3\sréponses/ }).click();
  await expect(title).toHaveText(/5\sappareils à créer/);
  await expect(page.getByText('abîmé par un tableur')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /Importer 5\sappareils/ }).click();
  await expect(title).toHaveText(/Import terminé\s: 5\sappareils créés/);
  await expect(page.getByRole('heading', { name: /3\slignes refusées/ })).toBeVisible();
  await accessible(page);

  await drop(page);
  await expect(title).toHaveText('Rien à importer, des lignes sont refusées');
  await expect(page.getByRole('button', { name: /^Importer/ })).toHaveCount(0);

  await page.goto('/parc?recherche=JRN-GLPI-5');
  await expect(title).toHaveText(/1\sappareil/);
  await context.close();
});
