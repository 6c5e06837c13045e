import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from './journey.js';
import { Caller } from './caller.js';
import { ask } from './plan.js';

/** A lorry has come: three hundred tablets, a supplier’s list with three faults, and a shelf. */
const HEADER = 'Serial No;Désignation;PU HT;Gar. (mois);Carton';
const TABLETS = 300;
const SCHOOLS = 10;
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

test('three hundred tablets come in from a list with three faults, stand in stock, are labelled and go to ten schools', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Technicien de proximité/ }).click();
  await page.waitForURL('**/accueil');
  await page.goto('/parc');
  await page.locator('main').getByText('Plus', { exact: true }).click();
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
  // The title of the delivery has the same words: the list is there once its address is.
  await page.waitForURL(/livraison=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sappareils/);
  const delivered = new URL(page.url()).searchParams.get('livraison')!;
  await page.goto(`/parc?recherche=${serial(20)}`);
  await page.getByRole('link', { name: 'Tablette de 10 pouces' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('il est en stock');

  await page.goto(`/parc/livraisons/${delivered}`);
  await page.getByRole('link', { name: 'Étiquettes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sétiquettes à imprimer/);
  const sheets = page.getByRole('link', { name: /^Imprimer 300\sétiquettes/ });
  const printed = await page.request.get((await sheets.getAttribute('href'))!);
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');

  for (const school of await schoolsUnderConvention(SCHOOLS)) await sendSome(page, delivered, school);
  await page.goto(`/parc/appareils?livraison=${delivered}&etat=en-service`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/300\sappareils en service/);
  await context.close();
});

/** Thirty of them, ticked in the list, to one school’s first room: looked at, then done. */
async function sendSome(page: Page, delivered: string, school: { name: string; commune: string }): Promise<void> {
  const together = TABLETS / SCHOOLS;
  await page.goto(`/parc/appareils?livraison=${delivered}&etat=en-stock`);
  await expect(page.locator('tbody tr').nth(together - 1)).toBeVisible();
  const boxes = page.locator('tbody').getByRole('checkbox');
  await boxes.evaluateAll(
    (all, count) => all.slice(0, count).forEach((box) => (box as unknown as { click(): void }).click()),
    together,
  );
  await expect(page.getByText(/30\sappareils cochés/)).toBeVisible();
  await page.getByRole('button', { name: 'Poser dans une école…' }).click();
  await page.getByRole('combobox', { name: 'École' }).fill(`${school.name} ${school.commune}`);
  await page.getByRole('option', { name: school.name }).first().click();
  await page.getByLabel('Salle').selectOption({ label: 'Salle 1' });
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page.getByRole('heading', { name: /30\sappareils seront posés/ })).toBeVisible();
  await page.getByRole('button', { name: /^Poser 30\sappareils/ }).click();
  await expect(page.getByRole('heading', { name: /30\sappareils posés/ })).toBeVisible();
  await page.getByRole('button', { name: 'Fermer' }).click();
}

/** Under a convention in force, each by a name that no other school has. */
const schoolsUnderConvention = (most: number) =>
  ask<{ name: string; commune: string }>(
    `select min(s.name) as name, min(m.name) as commune from school s join commune m on m.id = s.commune_id
      where s.sector = 'public' and s.state = 'open' and s.name not like '%Tilleuls%'
        and exists (select from convention_site cs join convention v on v.id = cs.convention_id
          where cs.school_id = s.id and v.state = 'in-force' and v.kind = 'commune' and current_date between cs.from_day and cs.to_day)
      group by search_text(s.name) having count(*) = 1 order by min(s.uai) desc limit $1`,
    [most],
  );

test('a trolley of fifteen is placed and moved, opened, and one of them found missing', async ({ browser }) => {
  test.setTimeout(120_000);
  const [place] = await ask<{ technician: string; shelf: string; tablet: string; trolley: string }>(
    `select c.email as technician, (select id from stock_place order by name desc limit 1) as shelf,
       (select id from catalogue_item where reference = 'MAT-25') as tablet,
       (select id from catalogue_item where reference = 'MAT-09') as trolley
      from assignment a join account c on c.id = a.account_id where a.role = 'technician' and a.to_day is null and c.active limit 1`,
  );
  const technician = await Caller.as(place!.technician);
  const { id, tag } = await technician.post('/equipment', {
    ...{ modelId: place!.trolley, stockPlaceId: place!.shelf, isContainer: true },
  });
  for (let n = 0; n < 15; n++)
    await technician.post('/equipment', { modelId: place!.tablet, containerId: id, serial: `CH15-${tag}-${n}` });
  const [school] = await schoolsUnderConvention(1);

  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Technicien de proximité/ }).click();
  await page.waitForURL('**/accueil');
  await page.goto(`/e/${tag}`);
  await page.getByRole('button', { name: 'Poser dans une école…' }).click();
  await page.getByRole('combobox', { name: 'École' }).fill(`${school!.name} ${school!.commune}`);
  await page.getByRole('option', { name: school!.name }).first().click();
  await page.getByLabel('Salle').selectOption({ label: 'Salle 1' });
  await page.getByRole('button', { name: 'Poser dans une école' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('il est en service, Salle 1');
  await page.getByRole('button', { name: 'Changer de salle…' }).click();
  await page.getByLabel('Salle').selectOption({ label: 'Bureau de direction' });
  await page.getByRole('button', { name: 'Changer de salle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bureau de direction');

  const inside = page.getByRole('region', { name: 'Ce qu’il contient' }).getByRole('link');
  await expect(inside).toHaveCount(15);
  await inside.nth(7).click();
  await page.getByText('Autres actions').click();
  await page.getByRole('button', { name: 'Déclarer perdu…' }).click();
  await page.getByLabel('Pourquoi').fill('Le casier est vide');
  await page.getByRole('button', { name: 'Déclarer perdu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('on ne sait plus où il est');
  await page.goto(`/e/${tag}`);
  await expect(inside).toHaveCount(14);
  const [counted] = await ask<{ together: number }>(
    `select count(*)::int as together from equipment e join equipment c on c.id = e.container_id
      where c.tag = $1 and e.state = 'in-service' and e.school_id = c.school_id`,
    [tag],
  );
  expect(counted!.together).toBe(14);
  await context.close();
});
