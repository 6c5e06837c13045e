import { expect, test, type Browser, type Page } from './journey.js';

/** A breakdown from the teacher’s report to the head’s word that it is repaired, its cost taken from the maintenance envelope. */
async function person(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL('**/accueil');
  return page;
}

/** The next day on which an office works, some days from now, as a date field takes it. */
function workingDay(inDays: number): string {
  const day = new Date(Date.now() + inDays * 86_400_000);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

test('a breakdown is reported from a device, taken, resolved at a cost, charged and closed', async ({ browser }) => {
  test.setTimeout(180_000);
  const teacher = await person(browser, 'Enseignant');
  await teacher.goto('/parc/appareils?etat=en-service');
  await teacher
    .getByRole('link', { name: /Portable|Tablette|Projecteur|Écran|Vidéoprojecteur/ })
    .last()
    .click();
  await teacher.getByRole('link', { name: 'Signaler une panne' }).click();
  await teacher.getByText('Clavier ou souris').click();
  await expect(teacher.getByText('Avant d’envoyer :')).toBeVisible();
  await teacher.getByText('Toute la classe').click();
  await teacher.getByText('Oui, autrement').click();
  await teacher.getByRole('button', { name: /^Envoyer : clavier ou souris/ }).click();
  await expect(teacher.getByRole('heading', { name: 'C’est signalé' })).toBeVisible();
  await expect(teacher.getByText('la prend en charge avant le')).toBeVisible();
  await teacher.getByRole('link', { name: 'Suivre ce ticket' }).click();
  await teacher.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  const address = new URL(teacher.url()).pathname;

  const technician = await person(browser, 'Technicien de proximité');
  await technician.goto('/tickets?vue=a-prendre');
  await technician.locator(`a[href="${address}"]`).first().click();
  await expect(technician).toHaveURL(new RegExp(`${address}$`));
  await technician.getByRole('button', { name: 'Prendre en charge' }).click();
  await technician.getByRole('button', { name: 'Prévoir la visite…' }).click();
  await technician.getByLabel('Jour').fill(workingDay(1));
  await technician.getByRole('button', { name: 'Prévoir la visite', exact: true }).click();
  await technician.getByRole('button', { name: 'Commencer sur place' }).click();
  await technician.getByRole('button', { name: 'Résoudre…' }).click();
  await technician.getByText('Réglage', { exact: true }).click();
  await technician.getByText('Pièce remplacée').click();
  await technician.getByRole('button', { name: 'Ajouter une pièce' }).click();
  await technician.getByLabel('Pièce', { exact: true }).fill('Clavier');
  await technician.getByLabel('Prix TTC').fill('24,90');
  await technician.getByRole('button', { name: 'Ajouter la pièce' }).click();
  await technician.getByRole('button', { name: 'Clore le ticket' }).click();
  await technician.waitForURL('**/accueil');
  await technician.goto(address);
  await expect(technician.getByText('Sur le budget de maintenance de l’école')).toBeVisible();

  const head = await person(browser, 'Direction d’école');
  await head.goto(address);
  await expect(head.getByRole('heading', { name: 'Est-ce réparé ?' })).toBeVisible();
  await head.getByRole('button', { name: 'C’est réparé, clore' }).click();
  await expect(head.getByText('Clos').first()).toBeVisible();
  await head.goto('/budget?enveloppe=maintenance');
  await expect(head.getByText(/24,90/).first()).toBeVisible();
  for (const page of [teacher, technician, head]) await page.context().close();
});
