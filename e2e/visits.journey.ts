import { type Browser, expect, test, type Page } from './journey.js';
import { crewFor, type Crew } from './caller.js';
import { PASSWORD, Somebody } from './people.js';
import { ask, aSchool } from './plan.js';

/** One visit with two breakdowns, on a phone: begun at the school, closed with a signature, read by the school. */

interface Broken {
  readonly id: string;
  readonly number: string;
}

/** Two breakdowns of the school that somebody has taken. */
async function taken(crew: Crew, schoolId: string): Promise<Broken[]> {
  const made: Broken[] = [];
  for (const symptom of ['intermittent', 'no-access']) {
    const asked = { subject: 'service', service: 'internet', schoolId, symptom };
    const { id, number } = await crew.head.post('/tickets', { ...asked, impact: 'class', urgency: 'otherwise' });
    await crew.technician.post(`/tickets/${id}/take`, undefined, 1);
    await crew.technician.post(`/tickets/${id}/start`, undefined, 2);
    made.push({ id, number });
  }
  return made;
}

const visitsAt = (schoolId: string) =>
  ask<{ id: string; state: string; ending: string | null; parts: number; files: number }>(
    `select v.id, v.state, v.ending, (select count(*)::int from visit_part p where p.visit_id = v.id) as parts,
        (select count(*)::int from visit_file f where f.visit_id = v.id) as files
       from visit v where v.school_id = $1 and v.begun_at > now() - interval '1 hour' order by v.begun_at`,
    [schoolId],
  );

/** Closes a breakdown on the page that the visit leads to. */
async function repair(technician: Somebody, { number }: Broken): Promise<void> {
  const { page } = technician;
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByText('Réseau ou prise', { exact: true }).click();
  await page.getByText('Réglé', { exact: true }).click();
  await technician.pressButton('Clore le ticket');
  await page.waitForURL('**/accueil');
}

/** Others may be waited for elsewhere, and be there: the technician is every journey's. */
const hereOf = (page: Page, schoolName: string) =>
  page.getByRole('article').filter({ hasText: schoolName }).getByRole('button', { name: 'Je suis sur place' });
const visitOf = (page: Page, schoolName: string, since: RegExp) =>
  page.getByRole('link', { name: since }).filter({ hasText: schoolName });

/** Draws a line with the finger, and says who was there. */
async function sign(page: Page): Promise<void> {
  await page.getByText('La direction', { exact: true }).click();
  const pad = page.locator('parc-signature-pad svg');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 30, { steps: 4 });
  await page.mouse.move(box.x + 160, box.y + 80, { steps: 4 });
  await page.mouse.up();
}

test('a visit gathers two breakdowns, is signed on the phone, and is read at the school', async ({ browser }) => {
  test.setTimeout(180_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const tickets = await taken(crew, school.id);
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await page.goto('/accueil');
  await hereOf(page, school.name).click();
  await technician.sees(/Encore \d+ choses? à faire ici/);
  await repair(technician, tickets[0]!);
  await visitOf(page, school.name, /Sur place depuis .* 1 chose faite/).click();
  await technician.sees(/Encore \d+ choses? à faire ici/);
  await repair(technician, tickets[1]!);
  await visitOf(page, school.name, /Sur place depuis .* 2 choses faites/).click();
  await technician.sees('Fait pendant cette intervention');
  await page.getByLabel('Compte rendu').fill('Borne redémarrée, mots de passe changés.');
  await sign(page);
  await technician.pressButton('Terminer l’intervention');
  await page.waitForURL('**/accueil');
  await expect.poll(() => visitsAt(school.id)).toMatchObject([{ state: 'closed', ending: 'signed', parts: 2 }]);
  await expect.poll(async () => (await visitsAt(school.id))[0]!.files, { timeout: 30_000 }).toBe(2);
  await technician.leaves();

  const head = await Somebody.at(browser, 'desk', school.head);
  await head.page.goto('/interventions');
  await head.page.getByRole('row').nth(1).getByRole('link').click();
  await head.sees('2 travaux faits');
  await head.sees('Borne redémarrée, mots de passe changés.');
  await expect(head.page.getByRole('img', { name: 'Signature recueillie sur place' })).toBeVisible();
  await head.page.getByRole('link', { name: /Coupe par moments/ }).click();
  await head.page.getByRole('link', { name: /Fait lors de l’intervention du/ }).click();
  await head.sees('2 travaux faits');
  await head.leaves();
});

/** A phone on which the round lies, at a school with one breakdown that was taken: then without a network. */
async function cutOff(technician: Somebody, schoolName: string): Promise<void> {
  const { page } = technician;
  await page.goto('/mon-compte');
  await page.getByLabel('Votre mot de passe').fill(PASSWORD);
  await technician.pressButton('Préparer ce téléphone');
  await technician.sees('Celui-ci');
  const bar = page.getByRole('navigation', { name: 'Pièces principales' });
  await bar.getByRole('link', { name: /Tournée/ }).click();
  await expect(hereOf(page, schoolName)).toBeVisible();
  await page.context().setOffline(true);
}

const CODE = '246813';

for (const { how, proves, ending } of [
  { how: 'signed', proves: sign, ending: 'signed' },
  { how: 'proven by the head’s code', proves: (page: Page) => type(page, CODE), ending: 'code' },
  { how: 'ended by a wrong code', proves: (page: Page) => type(page, '135790'), ending: 'later' },
])
  test(`a visit begun and ${how} without a network arrives whole once there is one again`, async ({ browser }) => {
    test.setTimeout(240_000);
    const school = await aSchool(20_000);
    const crew = await crewFor(school.head);
    await crew.head.choosesCode(CODE);
    const [ticket] = await taken(crew, school.id);
    const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
    const { page } = technician;
    await cutOff(technician, school.name);
    await hereOf(page, school.name).click();
    await technician.sees(/Encore \d+ choses? à faire ici/);
    await repair(technician, ticket!);
    await visitOf(page, school.name, /Sur place depuis/).click();
    await technician.sees('Fait pendant cette intervention');
    await proves(page);
    await technician.pressButton('Terminer l’intervention');
    await technician.sees('Gardé sur ce téléphone');
    expect(await visitsAt(school.id)).toEqual([]);

    await page.context().setOffline(false);
    await expect
      .poll(() => visitsAt(school.id), { timeout: 60_000 })
      .toMatchObject([{ state: 'closed', ending, parts: 1 }]);
    const files = async () => (await visitsAt(school.id))[0]!.files;
    if (ending === 'signed') await expect.poll(files, { timeout: 60_000 }).toBeGreaterThan(0);
    await technician.leaves();
    if (ending === 'later') await confirms(browser, school.head);
  });

/** The head types it on the technician's phone. */
async function type(page: Page, code: string): Promise<void> {
  await page.getByText('Code de la direction', { exact: true }).click();
  await page.getByText('La direction', { exact: true }).click();
  await page.getByLabel('Code personnel de la direction').fill(code);
}

/** The school says afterwards what its code could not. */
async function confirms(browser: Browser, email: string): Promise<void> {
  const head = await Somebody.at(browser, 'desk', email);
  const { page } = head;
  await page.goto('/accueil');
  await head.sees('1 intervention à confirmer');
  await page.getByRole('region', { name: '1 intervention à confirmer' }).getByRole('link').click();
  await head.sees('À confirmer par la direction');
  await head.pressButton('Confirmer l’intervention');
  await head.sees('Confirmé ensuite par la direction');
  await expect(page.getByRole('button', { name: 'Confirmer l’intervention' })).toHaveCount(0);
  await page.goto('/accueil');
  await expect(page.getByText('intervention à confirmer')).toHaveCount(0);
  await head.leaves();
}
