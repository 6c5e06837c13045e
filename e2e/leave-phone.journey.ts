import { expect, type Page, test } from './journey.js';
import { breakdowns, type Broken, once, resolutionsOf, writeClosing } from './breakdowns.js';
import { crewFor } from './caller.js';
import { PASSWORD, Somebody } from './people.js';
import { aSchool } from './plan.js';

/** Who leaves a phone with work that is not sent says what becomes of it: kept, given up, or sent. */

const sheetOf = (page: Page) => page.getByRole('dialog', { name: /avant de quitter/ });

async function closes(technician: Somebody, ticket: Broken): Promise<void> {
  await technician.page.goto(`/tickets/${ticket.id}/clore`);
  await writeClosing(technician.page);
  await technician.pressButton('Clore le ticket');
  await technician.sees(`${ticket.number} : gardé sur ce téléphone`);
}

async function enters(page: Page, email: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL('**/accueil');
}

test('work that is not sent stays sealed, is given up when asked twice, or leaves before its author does', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const [kept, sent] = (await breakdowns(crew, school.id, 2)) as [Broken, Broken];
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await technician.preparesPhone();
  // The server is there, and its answer to this never comes.
  await page.route('**/resolve', (route) => route.abort());
  const leave = () => page.getByRole('button', { name: 'Quitter ce poste' }).click();

  await closes(technician, kept);
  await leave();
  await sheetOf(page).getByRole('button', { name: 'Garder ici, chiffré, et quitter' }).click();
  await page.waitForURL('**/connexion**');
  await enters(page, crew.technicianEmail);
  await technician.sees(/1 à envoyer/);

  await leave();
  await sheetOf(page).getByRole('button', { name: 'Abandonner et quitter…' }).click();
  await page.getByRole('button', { name: 'Abandonner', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, perdre ce travail' }).click();
  await page.waitForURL('**/connexion**');
  await enters(page, crew.technicianEmail);
  await expect(page.getByRole('button', { name: /à envoyer/ })).toHaveCount(0);
  expect(await resolutionsOf([kept])).toEqual({ [kept.number]: 0 });

  await closes(technician, sent);
  await leave();
  await page.unroute('**/resolve');
  await sheetOf(page).getByRole('button', { name: 'Envoyer maintenant' }).click();
  await page.waitForURL('**/connexion**');
  expect(await resolutionsOf([sent])).toEqual(once([sent]));
  await technician.leaves();
});
