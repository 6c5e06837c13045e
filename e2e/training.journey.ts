import { expect, test, type Browser, type Page } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { ask, aSchool, aTechnician, type School } from './plan.js';
import { aModuleFor, confirmedSession, itBegan, people, proposed, untrained, wanting } from './training-ground.js';

/** Training before equipment: built by both sides, taken on a phone, and what waited is in service by itself. */
const PHONE = 'phone';
const MANAGER = 'gestion@demonstration.example';
const WAITS = /formation/i;
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a device that waits for a trained teacher is in service once one has come to the session that both sides built', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(0, true);
  await untrained(school);
  const device = await aWaitingDevice(browser, school);
  const who = await people(school);
  const moduleId = await aModuleFor(await Caller.as(MANAGER), device.modelId);
  const id = await proposed(await Caller.as(who.trainer), school, who, moduleId);

  // Nobody of the school reads it yet.
  const teacher = await Somebody.at(browser, PHONE, who.teacher.email);
  await teacher.page.goto(`/formations/${id}`);
  await teacher.sees(/n’existe pas|introuvable/i);

  const manager = await Somebody.at(browser, 'desk', MANAGER);
  await manager.page.goto(`/formations/${id}`);
  await expect(title(manager.page)).toContainText('attend deux accords, dont le vôtre');
  await manager.sees(school.name);
  await manager.pressButton(/^Donner l’accord pour le /);
  await expect(title(manager.page)).toContainText('attend l’accord de l’inspection');

  const inspector = await Somebody.at(browser, 'desk', who.inspector);
  await inspector.page.goto(`/formations/${id}`);
  await expect(title(inspector.page)).toContainText('attend votre accord');
  await inspector.pressButton(/^Donner l’accord pour le /);
  await expect(title(inspector.page)).toContainText('Ouverte aux inscriptions');

  await teacher.page.goto('/formations');
  await teacher.sees(/S’inscrire n’est pas être convoqué/);
  const card = teacher.page.locator('parc-training-session-card', {
    has: teacher.page.locator(`a[href="/formations/${id}"]`),
  });
  await expect(card).toContainText('12 places');
  await teacher.press(card.getByRole('button', { name: /^M’inscrire/ }));
  await expect(card).toContainText('Vous avez une place');

  await inspector.page.reload();
  await inspector.sees(who.teacher.name);
  await inspector.pressButton('Confirmer la session');
  await expect(title(inspector.page)).toContainText('Elle aura lieu');
  await itBegan(id);

  const trainer = await Somebody.at(browser, PHONE, who.trainer);
  await trainer.page.goto(`/formations/${id}`);
  await trainer.pressButton('La session a eu lieu');
  await expect(title(trainer.page)).toContainText('Dites qui était là');
  await trainer.press(trainer.page.getByRole('link', { name: 'Noter les présences' }));
  await trainer.press(trainer.page.getByRole('group', { name: who.teacher.name }).getByText('Là', { exact: true }));
  await trainer.pressButton('Clore avec 1 présent');
  await expect(title(trainer.page)).toContainText('Close');

  const head = await Somebody.at(browser, PHONE, school.head);
  await head.page.goto(`/parc/appareils/${device.id}`);
  await expect(head.page.locator('parc-state-chip').first()).toContainText('En service');
  for (const one of [teacher, manager, inspector, trainer, head]) await one.leaves();
});

test('a session of somebody of the maker is proposed with their name, and does not open while one side alone agrees', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const school = await aSchool(0, true);
  const who = await people(school);
  const manager = await Caller.as(MANAGER);
  const moduleId = await aModuleFor(manager, null);
  const asking = await Somebody.at(browser, 'desk', MANAGER);
  const { page } = asking;
  await page.goto('/formations/proposer');
  await page.getByLabel('Module', { exact: true }).selectOption(moduleId);
  await page.getByLabel('Circonscription').selectOption(who.circonscriptionId);
  await page.getByLabel('Formateur').selectOption({ label: 'Une personne du fabricant' });
  await asking.sees(/un formateur de la circonscription note les présences/);
  await page.getByLabel('Prénom et nom').fill('Inès Faure');
  await page.getByLabel('Société').fill('Ardoise interactive');
  await page.getByRole('combobox', { name: 'École où elle se tient' }).fill(school.name);
  await asking.press(page.getByRole('option').filter({ hasText: school.name }).first());
  await asking.pressButton('Proposer cette session');
  await page.waitForURL(/\/formations\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1)!;
  await asking.sees('Inès Faure, Ardoise interactive');
  await asking.pressButton(/^Donner l’accord pour le /);
  await expect(title(page)).toContainText('La session attend l’accord de l’inspection');
  await expect(asking.page.getByRole('button', { name: /Confirmer|Donner l’accord/ })).toHaveCount(0);
  const version = (await manager.get(`/training-sessions/${id}`)).version as number;
  expect(await manager.refused(`/training-sessions/${id}/agree`, {}, version)).toMatchObject({
    code: 'training.agreed-already',
  });
  expect(await manager.refused(`/training-sessions/${id}/confirm`, {}, version)).toMatchObject({
    code: 'training.state',
  });
  const teacher = await Caller.as(who.teacher.email);
  expect(await teacher.refused(`/training-sessions/${id}/enrol`, { accountId: null })).toMatchObject({ status: 404 });

  const reader = await Somebody.at(browser, 'phone', who.inspector);
  await reader.page.goto(`/formations/${id}`);
  await expect(title(reader.page)).toContainText('La session attend votre accord');
  await reader.sees('D’accord');
  await reader.sees('Inès Faure, Ardoise interactive');
  for (const one of [asking, reader]) await one.leaves();
});

test('of fifteen who want one of twelve places three wait, and two who leave at the same instant make room for the first two', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(0, true);
  const { id, who, inspector } = await confirmedSession(school);
  const fifteen = await wanting(school, 15);
  for (const { accountId } of fifteen) await inspector.post(`/training-sessions/${id}/enrol`, { accountId });

  const reader = await Somebody.at(browser, 'desk', who.inspector);
  await reader.page.goto(`/formations/${id}`);
  await reader.sees('12 places prises sur 12, 3 personnes attendent');
  const rowOf = (name: string) => reader.page.getByRole('row', { name: new RegExp(name) });
  await expect(rowOf(fifteen[12]!.name)).toContainText('Attend');

  const leavers = await Promise.all([fifteen[2]!, fifteen[7]!].map(({ email }) => Caller.as(email)));
  await Promise.all(leavers.map((one) => one.post(`/training-sessions/${id}/leave`, { accountId: null })));

  await reader.page.reload();
  await reader.sees('12 places prises sur 12, 1 personne attend');
  for (const place of [12, 13]) await expect(rowOf(fifteen[place]!.name)).toContainText('A une place');
  await expect(rowOf(fifteen[14]!.name)).toContainText('Attend');
  for (const place of [2, 7]) await expect(rowOf(fifteen[place]!.name)).toHaveCount(0);
  const seats = await ask<{ seat: number }>(
    'select seat from training_enrolment where session_id = $1 and seat is not null order by seat',
    [id],
  );
  expect(seats.map(({ seat }) => seat)).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));

  // The last one reads on a phone that they wait, and for what.
  const last = await Somebody.at(browser, PHONE, fifteen[14]!.email);
  await last.page.goto(`/formations/${id}`);
  await expect(title(last.page)).toContainText('Vous attendez une place');
  for (const one of [reader, last]) await one.leaves();
});

/** A device of a model that asks for a training, out of the stock and into a room of the school. */
async function aWaitingDevice(browser: Browser, school: School): Promise<{ id: string; modelId: string }> {
  const [model] = await ask<{ id: string }>(`select id from catalogue_item where reference = 'MAT-12'`);
  const [place] = await ask<{ id: string }>('select id from stock_place order by name limit 1');
  const { email } = await aTechnician();
  const { id } = await (await Caller.as(email)).post('/equipment', { modelId: model!.id, stockPlaceId: place!.id });
  const technician = await Somebody.at(browser, PHONE, email);
  await technician.page.goto(`/parc/appareils/${id}`);
  await technician.pressButton('Poser dans une école…');
  await technician.page.getByRole('combobox', { name: 'École' }).fill(school.name);
  await technician.press(technician.page.getByRole('option', { name: new RegExp(school.name) }).first());
  await technician.page.getByLabel('Salle').selectOption({ index: 1 });
  await technician.pressButton('Poser dans une école');
  await expect(technician.page.locator('parc-state-chip').first()).toContainText(WAITS);
  await technician.leaves();
  return { id, modelId: model!.id };
}
