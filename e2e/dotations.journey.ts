import { expect, test, type Page } from './journey.js';
import { Somebody } from './people.js';
import { arrange, aTechnician } from './plan.js';

/** A dotation from what schools lack to a device in a room: composed with its preview, answered on a phone, delivered, received. */
const TITLE = 'Tablettes du printemps';
const GROUP = 'Postes et tablettes d’élève';
const SCHOOL = 'École élémentaire des Tilleuls';
const COUNT = 2;

/** What the school has of that part of its kit, as its page says it. */
async function counted(page: Page): Promise<number> {
  const beside = await page.context().newPage();
  await beside.goto('/parc');
  const line = beside.getByRole('region', { name: 'Le socle de l’école' }).getByText(GROUP).locator('..');
  const words = (await line.textContent()) ?? '';
  await beside.close();
  return Number(/(\d+) sur \d+/.exec(words)![1]);
}

/** Devices of the model that is allotted, on a shelf: what stands there otherwise may be taken by others meanwhile. */
async function onTheShelf(): Promise<readonly string[]> {
  const tags = Array.from({ length: COUNT }, (_, n) => `DT-${String(Date.now()).slice(-6)}-${n + 1}`);
  await arrange(
    `insert into equipment (tag, serial, model_id, state, state_since, stock_place_id, words)
     select t.tag, 'S' || t.tag, d.model_id, 'in-stock', now(), (select id from stock_place order by name limit 1), ' ' || lower(t.tag) || ' '
       from dotation d, unnest($2::text[]) t(tag) where d.title = $1`,
    [TITLE, tags],
  );
  return tags;
}

async function sharesOut(manager: Somebody): Promise<void> {
  const { page } = manager;
  await page.goto('/parc/dotations');
  await page.getByRole('link', { name: 'Préparer une dotation' }).click();
  await page.getByLabel('Nom de la dotation').fill(TITLE);
  await page.getByLabel('Partie du socle').selectOption({ label: GROUP });
  await page.getByLabel('Modèle').selectOption({ index: 1 });
  await page.getByLabel('Quantité disponible').fill('4');
  await expect(page.getByText('4 attribués sur 4')).toBeVisible();
  // The manager writes the lines otherwise: this one school.
  for (const line of await page.getByRole('spinbutton', { name: /^Appareils pour/ }).all()) {
    if (!(await line.isVisible())) continue;
    await line.fill('0');
    await line.blur();
  }
  await page.getByText(/autres écoles$/).click();
  const ours = page.getByRole('spinbutton', { name: `Appareils pour ${SCHOOL}`, exact: true });
  await ours.fill(`${COUNT}`);
  await ours.blur();
  await expect(page.getByText(`${COUNT} attribués sur 4`)).toBeVisible();
  await manager.pressButton('Préparer la dotation');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await manager.pressButton('Demander l’avis des écoles');
  await expect(page.getByText('Avis demandés', { exact: true })).toBeVisible();
}

test('a dotation is shared by the gap, a head answers in one tap, it is delivered and received, and the kit rises', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const manager = await Somebody.at(browser, 'desk', 'gestion@demonstration.example');
  await sharesOut(manager);
  const tags = await onTheShelf();

  const head = await Somebody.at(browser, 'phone', 'direction.tilleuls@demonstration.example');
  const before = await counted(head.page);
  await head.page.getByRole('link', { name: new RegExp(`^Répondre : ${COUNT} × `) }).click();
  await head.pressButton(`Oui, nous en voulons ${COUNT}`);
  await head.sees('Avis donné');

  await manager.page.reload();
  await manager.page.getByRole('link', { name: SCHOOL }).click();
  await manager.page.waitForURL('**/parc/dotation/*');
  const part = manager.page.url();
  await manager.pressButton('Confirmer…');
  await manager.pressButton('Confirmer cette quantité');
  await manager.sees('Confirmé');
  await manager.page.getByRole('link', { name: TITLE }).click();
  await manager.pressButton('Arrêter la décision');
  await manager.sees('Décidée');

  const technician = await Somebody.at(browser, 'phone', (await aTechnician()).email);
  await technician.page.goto(part);
  await technician.pressButton('Prévoir la livraison…');
  await technician.page.getByLabel('Jour', { exact: true }).fill('2099-01-05');
  await technician.pressButton('Prévoir ce jour');
  await technician.sees('Livraison prévue');
  await technician.pressButton('Préparer les appareils…');
  for (const tag of tags) await technician.page.getByRole('checkbox', { name: tag }).check();
  await technician.pressButton('Garder ce choix');
  await technician.sees(`${COUNT} prêts à partir`);
  await technician.page.goto('/parc/dotations/livraisons');
  await technician.page.getByRole('link', { name: SCHOOL }).first().click();

  await head.page.reload();
  await head.sees('Livraison prévue');
  await head.pressButton('Dire ce qui est arrivé…');
  await head.page.getByLabel('Dans quelle salle').selectOption({ index: 1 });
  await head.pressButton('Tout est arrivé');
  await head.sees('Reçu');
  expect(await counted(head.page)).toBe(before + COUNT);
});
