import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** A lorry has come: three hundred tablets, a supplier’s list with three faults, and a shelf. */
const HEADER = 'Serial No;Désignation;PU HT;Gar. (mois);Carton';
const TABLETS = 300;
const line = (serial: string, word = 'TAB 10.4 64G', price = '219,00') => `${serial};${word};${price};36;1/6`;
const serial = (n: number) => `HA1VN${String(n).padStart(4, '0')}`;

/** Lines 10, 20 and 30 of the file are at fault: a broken number, one that stands there already, no price. */
function listOf(): string {
  const lines = Array.from({ length: TABLETS }, (_, n) => line(serial(n + 2)));
  lines[8] = line('2,17E+13');
  lines[18] = line(serial(2));
  lines[28] = line(serial(30), undefined, 'offert');
  return [HEADER, ...lines].join('\r\n');
}

async function correct(page: Page, row: number, value: string): Promise<void> {
  await page.getByRole('button', { name: `Saisir la bonne valeur, ligne ${row}` }).click();
  const box = page.getByRole('textbox', { name: new RegExp(`de la ligne ${row}$`) });
  await box.fill(value);
  await box.press('Enter');
  await expect(page.getByRole('button', { name: `Saisir la bonne valeur, ligne ${row}` })).toHaveCount(0);
}

test('three hundred tablets come in from a list with three faults, and stand in stock', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Technicien de proximité/ }).click();
  await page.waitForURL('**/accueil');
  await page.goto('/parc');
  await page.getByRole('link', { name: 'Livraisons' }).click();
  await page.getByRole('link', { name: 'Recevoir une livraison' }).click();
  await page.waitForURL('**/livraisons/nouvelle');
  await page.getByLabel('Fournisseur').selectOption({ label: 'Mobilis Numérique' });
  await page.getByLabel(/du bon de livraison/).fill('BL-26-300');
  await page.getByLabel('Lieu de stock').selectOption({ label: 'Réserve de la Plaine' });
  await page.getByLabel(/Total du bon/).fill('65 700,00');
  await page.getByRole('combobox', { name: 'Ajouter un modèle' }).fill('MAT-25');
  await page.getByRole('option', { name: /Tablette de 10 pouces/ }).click();
  const quantity = page.getByRole('spinbutton', { name: 'Quantité, Tablette de 10 pouces' });
  await quantity.fill(String(TABLETS));
  await quantity.press('Tab');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('il en manque 300');

  const content = Buffer.from(listOf());
  await page.locator('#delivery-list').setInputFiles({ name: 'tablettes.csv', mimeType: 'text/csv', buffer: content });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\slignes sont à corriger/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  // The supplier's word is named once, for all the rows in which it stands.
  await page.getByRole('button', { name: 'Choisir le modèle, ligne 2', exact: true }).click();
  await page.getByRole('combobox', { name: /Modèle de ces 300\slignes/ }).fill('tablette de 10');
  await page.getByRole('option', { name: /Tablette de 10 pouces/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /297\sappareils sont prêts à entrer, 3\slignes sont à corriger/,
  );
  await expect(page.getByText('abîmé par un tableur')).toBeVisible();
  await expect(page.getByText(`Même numéro de série qu’à la ligne 2.`)).toBeVisible();
  await expect(page.getByText('Le total n’est pas celui du bon')).toBeVisible();

  await correct(page, 10, serial(10));
  await correct(page, 20, serial(20));
  await correct(page, 30, '219');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sappareils sont prêts à entrer/);
  await expect(page.getByText('Le total n’est pas celui du bon')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: /Entrer 300\sappareils en stock/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sappareils sont entrés/);
  await expect(page.getByText('Il ne manque rien')).toBeVisible();
  const { violations: after } = await new AxeBuilder({ page }).analyze();
  expect(after.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  await page.getByRole('link', { name: /Voir les 300\sappareils/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sappareils/);
  await page.goto(`/parc?recherche=${serial(20)}`);
  await page.getByRole('link', { name: 'Tablette de 10 pouces' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('il est en stock');
  await context.close();
});
