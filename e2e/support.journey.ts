import { expect, test, type Page } from '@playwright/test';
import { Somebody } from './people.js';
import { arrange, aSchool } from './plan.js';
import { people } from './training-ground.js';

/** A trainer's visit to a class: asked for on a phone, dated, told about, and read where it was asked for. */
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Days from now that are no Saturday, Sunday nor Wednesday, so that a school has class. */
function aSchoolDay(daysAhead: number): string {
  for (let days = daysAhead; ; days++) {
    const day = new Date(Date.now() + days * 86_400_000);
    if ([1, 2, 4, 5].includes(day.getUTCDay())) return day.toISOString().slice(0, 10);
  }
}

test('a teacher asks for a visit on a phone, the trainer dates it and tells what was done, the teacher and the head read it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(0, true);
  const who = await people(school);
  const words = `Programmer un robot avec ma classe ${crypto.randomUUID().slice(0, 8)}`;

  const teacher = await Somebody.at(browser, 'phone', who.teacher.email);
  await teacher.page.goto('/formations');
  await teacher.press(teacher.page.getByRole('link', { name: 'Accompagnements' }));
  await teacher.press(teacher.page.getByRole('link', { name: 'Demander un accompagnement' }).first());
  await teacher.page.getByLabel('Niveau de la classe').selectOption({ label: 'CE2' });
  await teacher.page.getByLabel('Ce que vous aimeriez faire').fill(words);
  await teacher.pressButton('Demander cet accompagnement');
  await expect(title(teacher.page)).toContainText('Le formateur va proposer une date');
  const address = new URL(teacher.page.url()).pathname;

  const trainer = await Somebody.at(browser, 'desk', who.trainer);
  await trainer.sees(/accompagnements? vous attend/);
  await trainer.page.goto(address);
  await trainer.sees(words);
  await expect(title(trainer.page)).toContainText('Une date est attendue de vous');
  await trainer.pressButton(/^Fixer la date/);
  await trainer.page.getByLabel('Jour').fill(aSchoolDay(60 + Math.floor(Math.random() * 200)));
  await trainer.page.getByLabel('De', { exact: true }).fill('07:00');
  await trainer.page.getByLabel('À', { exact: true }).fill('07:30');
  await trainer.sees(/hors de la période souhaitée/i);
  await trainer.page.locator('form').getByRole('button', { name: 'Fixer la date' }).click();
  await expect(title(trainer.page)).toContainText('Le formateur vient le');

  await teacher.page.reload();
  await expect(title(teacher.page)).toContainText('Le formateur vient le');

  // Its hour has come: a journey cannot wait for it.
  const id = address.split('/').at(-1);
  await arrange(
    `update support_request set starts_at = starts_at - interval '400 days', ends_at = ends_at - interval '400 days' where id = $1`,
    [id],
  );
  await trainer.page.reload();
  await expect(title(trainer.page)).toContainText('Dites ce qui a été fait');
  await trainer.pressButton(/^Rendre compte/);
  await trainer.page.getByLabel('Ce qui a été fait').fill('Deux groupes ont programmé un trajet.');
  await trainer.page.locator('form').getByRole('button', { name: 'Rendre compte' }).click();
  await expect(title(trainer.page)).toContainText('Le formateur est venu');

  const head = await Somebody.at(browser, 'phone', school.head);
  for (const one of [teacher, head]) {
    await one.page.goto(address);
    await one.sees('Deux groupes ont programmé un trajet.');
  }
  for (const one of [teacher, trainer, head]) await one.leaves();
});
