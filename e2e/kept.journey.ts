import { expect, test, type Page } from './journey.js';
import sharp from 'sharp';
import { crewFor, drafted, installed } from './caller.js';
import { arrange, ask, aSchool } from './plan.js';
import { PASSWORD, Somebody } from './people.js';

/** What a person made is there again: after F5, *back*, a session that ended. */

test('a new order has its address from its first save: read again it is one draft, sent it is no draft', async ({
  browser,
}) => {
  const school = await aSchool(40_000);
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.press(head.page.getByRole('link', { name: 'Commander une installation' }));
  const add = head.page.getByRole('button', { name: /^Ajouter/ }).first();
  const name = (await add.getAttribute('aria-label'))!.replace('Ajouter ', '');
  await head.press(add);
  const quantity = head.page.getByRole('spinbutton', { name: `Quantité, ${name}` });
  // Before the draft was saved at all.
  await head.page.reload();
  await expect(quantity).toHaveValue('1');
  await head.page.waitForURL('**/commandes/*/composer');
  const composer = head.page.url();
  await quantity.fill('2');
  await quantity.blur();
  await head.page.reload();
  await expect(quantity).toHaveValue('2');
  await expect.poll(async () => (await draftsOf(school.id)).map((draft) => draft.quantities)).toEqual(['2']);

  await quantity.fill('1');
  await quantity.blur();
  await head.pressButton('Choisir le lieu et la date');
  await head.pressButton('Vérifier');
  await head.press(head.page.getByRole('button', { name: /Envoyer la commande/ }).last());
  await head.sees(/Commande C-.* envoyée/);
  await head.page.waitForURL(/commandes\/[0-9a-f-]+$/);
  const order = head.page.url();
  await head.page.goBack();
  await head.page.waitForURL('**/accueil');
  await head.page.goto(composer);
  await head.page.waitForURL(order);
  await expect(head.page.getByRole('button', { name: /Envoyer/ })).toHaveCount(0);
  expect(await draftsOf(school.id)).toEqual([]);
});

test('a session that ends in the middle comes back to the same draft, with what was typed since its last save', async ({
  browser,
}) => {
  const school = await aSchool(20_000);
  const id = await drafted(await crewFor(school.head), 1);
  const head = await Somebody.at(browser, 'desk', school.head);
  await head.page.goto(`/commandes/${id}/composer`);
  await head.pressButton('Choisir le lieu et la date');
  const note = head.page.getByLabel('Précisions');
  await note.waitFor();
  await arrange(
    'update session set ended_at = now() where account_id = (select id from account where email = $1) and ended_at is null',
    [school.head],
  );
  await note.fill('Mur du fond, près de la fenêtre');
  await head.page.waitForURL('**/connexion?*');
  await signInAgain(head.page, school.head);
  await head.page.waitForURL(`**/commandes/${id}/composer?etape=2`);
  await expect(note).toHaveValue('Mur du fond, près de la fenêtre');
  await expect
    .poll(async () => (await draftsOf(school.id)).map((draft) => draft.note))
    .toEqual(['Mur du fond, près de la fenêtre']);
});

test('photos of the place stay with the draft: over the steps, once put aside, until one is taken away', async ({
  browser,
}) => {
  const school = await aSchool(20_000);
  const id = await drafted(await crewFor(school.head), 1);
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.page.goto(`/commandes/${id}/composer`);
  await head.pressButton('Choisir le lieu et la date');
  const pictures = await Promise.all(['#0F5B4A', '#C98B2B'].map(picture));
  await head.page.getByLabel('Ajouter une photo').setInputFiles(pictures);
  const photos = head.page.getByRole('list', { name: 'Photos du lieu' }).getByRole('img');
  await expect(photos).toHaveCount(2);
  await head.pressButton('Revenir aux prestations');
  await head.pressButton('Choisir le lieu et la date');
  await expect(photos).toHaveCount(2);
  await head.pressButton('Vérifier');
  await head.sees('2 photos du lieu');
  await head.pressButton('Garder en brouillon');
  await head.page.waitForURL('**/accueil');
  await head.page.goto(`/commandes/${id}/composer`);
  await head.pressButton('Choisir le lieu et la date');
  await expect(photos).toHaveCount(2);
  await head.pressButton('Retirer la photo du lieu 1');
  await expect(photos).toHaveCount(1);
  const [left] = await ask<{ count: number }>('select count(*)::int as count from order_file where order_id = $1', [
    id,
  ]);
  expect(left!.count).toBe(1);
});

test('what is being written in a form is there again after F5 and after going back, and gone once sent', async ({
  browser,
}) => {
  const school = await aSchool(58_000);
  const id = await installed(await crewFor(school.head));
  const head = await Somebody.at(browser, 'desk', school.head);
  const why = head.page.getByLabel('Que manque-t-il ?');
  await head.opensOrder(id);
  await head.pressButton('Signaler un écart…');
  await why.fill('le son ne sort pas');
  await head.page.reload();
  await head.pressButton('Signaler un écart…');
  await expect(why).toHaveValue('le son ne sort pas');
  await head.page.goto('/accueil');
  await head.page.goBack();
  await head.pressButton('Signaler un écart…');
  await expect(why).toHaveValue('le son ne sort pas');
  await head.sees('Repris là où vous en étiez');
  await head.pressButton('Envoyer l’écart');
  await head.sees('Écart signalé');
  expect(await head.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('le son');
});

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

async function draftsOf(schoolId: string): Promise<{ quantities: string; note: string }[]> {
  return ask(
    `select coalesce(string_agg(l.quantity_asked::text, ' '), '') as quantities, o.note
       from installation_order o left join order_line l on l.order_id = o.id
      where o.school_id = $1 and o.state = 'draft' group by o.id`,
    [schoolId],
  );
}

async function picture(background: string) {
  const buffer = await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: 'salle.jpg', mimeType: 'image/jpeg', buffer };
}
