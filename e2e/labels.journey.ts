import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test, type TestInfo } from './journey.js';
import { findBrowser } from '@parc/launcher';
import { filmOf } from './film';
import { Somebody } from './people.js';
import { aSchool, ask } from './plan.js';
import { readBy } from './reader.js';

/** Labels: printed, scanned by a camera that films the printed sheet, read by a reader, replaced when they are lost. */
const baseURL = process.env['HOUSE_ORIGIN'];

async function enter(page: Page, role: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL('**/accueil');
}

interface Filming {
  /** A browser whose camera is held before the label. */
  filming: Browser;
  name: string;
}

/** The label of the first device of a list, printed by the manager and filmed. @param address of the list */
async function filmed(browser: Browser, testInfo: TestInfo, address: string): Promise<Filming> {
  const desk = await browser.newContext({ baseURL });
  const page = await desk.newPage();
  await enter(page, 'Gestion du plan');
  await page.goto(address);
  const row = page.getByRole('row').nth(1);
  const name = await row.getByRole('link').first().innerText();
  await row.getByRole('checkbox').check();
  await page.getByRole('link', { name: 'Imprimer 1 étiquette' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 étiquette à imprimer');
  await page.getByLabel('Format').selectOption({ label: 'Rouleau de 62 mm' });
  const print = page.getByRole('link', { name: 'Imprimer 1 étiquette' });
  const sheet = await page.request.get((await print.getAttribute('href'))!);
  const film = testInfo.outputPath('label.y4m');
  await filmOf(await sheet.body(), film);
  await desk.close();

  const { executablePath, env } = findBrowser(join(import.meta.dirname, '..'));
  const filming = await chromium.launch({
    ...{ executablePath, env },
    args: [
      '--lang=fr-FR',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  return { filming, name };
}

test('a label that was printed is scanned by the camera, and opens its device', async ({ browser }, testInfo) => {
  test.setTimeout(120_000);
  const { filming, name } = await filmed(browser, testInfo, '/parc?etat=en-service');
  const phone = await filming.newContext({ baseURL, locale: 'fr-FR', viewport: { width: 390, height: 844 } });
  const scanning = await phone.newPage();
  await enter(scanning, 'Technicien de proximité');
  await scanning.getByRole('link', { name: 'Scanner' }).last().click();
  await scanning.waitForURL('**/parc/appareils/*', { timeout: 30_000 });
  await expect(scanning.getByRole('heading', { level: 1 })).toContainText(name);
  await scanning.reload();
  await expect(scanning.locator('dt', { hasText: /^Vu$/ }).locator('+ dd')).toContainText('par');
  await filming.close();
});

test('a teacher scans a label, and has reported in six taps', async ({ browser }, testInfo) => {
  test.setTimeout(120_000);
  const school = await aSchool(0, true);
  const { filming } = await filmed(browser, testInfo, `/parc?etat=en-service&ecole=${school.id}`);
  const [{ email }] = (await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id and c.active
      where a.role = 'teacher' and a.school_id = $1 and a.to_day is null order by c.email limit 1`,
    [school.id],
  )) as [{ email: string }];
  const teacher = await Somebody.at(filming, 'phone', email);
  await teacher.press(teacher.page.getByRole('link', { name: 'Signaler une panne' }).first());
  await teacher.press(teacher.page.getByRole('link', { name: 'Lire l’étiquette de l’appareil' }));
  await teacher.page.waitForURL('**/tickets/signaler?appareil=*', { timeout: 30_000 });
  await teacher.press(teacher.page.getByRole('group', { name: 'Que se passe-t-il ?' }).locator('label').first());
  await teacher.press(teacher.page.getByText('Toute la classe'));
  await teacher.press(teacher.page.getByText('Oui, autrement'));
  await teacher.press(teacher.page.getByRole('button', { name: /^Envoyer : / }));
  await teacher.sees('C’est signalé');
  // Half a minute, at five seconds a tap.
  expect(teacher.clicks).toBeLessThanOrEqual(6);
  await filming.close();
});

test('a reader reads one label after the other; a lost label is replaced and still opens its device', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await enter(page, 'Technicien de proximité');
  await page.goto('/scanner');
  await page.getByLabel('Ouvrir la fiche dès la lecture').uncheck();
  await readBy(page, 'PE-000001');
  await readBy(page, 'pe-000002');
  await readBy(page, 'PE-999999');
  await readBy(page, 'PE-000001');
  await expect(page.getByRole('status').filter({ hasText: 'PE-000001' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 appareils lus');
  await expect(page.getByText('PE-999999 n’ouvre aucun appareil ici').first()).toBeVisible();

  await page.goto('/e/PE-000003');
  await page.getByRole('button', { name: 'Remplacer une étiquette perdue…' }).click();
  await page.getByRole('button', { name: 'Remplacer l’étiquette' }).click();
  await expect(page.getByText('Ces anciennes étiquettes mènent encore ici')).toBeVisible();
  await expect(page.getByRole('main').getByText('PE-000003-2').first()).toBeVisible();
  await page.goto('/e/PE-000003');
  await page.waitForURL('**/parc/appareils/*');
  await expect(page.getByRole('main').getByText('PE-000003-2').first()).toBeVisible();
  await context.close();
});
