import { expect, test } from './journey.js';
import { breakdowns, type Broken, once, photosOf, resolutionsOf, writeClosing } from './breakdowns.js';
import { crewFor, drafted } from './caller.js';
import { PASSWORD, Somebody } from './people.js';
import { ask, aSchool } from './plan.js';

const CODE = '246813';

/** A technician's day on a phone: breakdowns closed where they are, with and without a network. */

test('a free breakdown is closed on the spot, with its photo and what a part cost', async ({ browser }) => {
  test.setTimeout(120_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const asked = { subject: 'service', service: 'internet', schoolId: school.id, symptom: 'outage' };
  const ticket: Broken = await crew.head.post('/tickets', { ...asked, impact: 'school', urgency: 'stopped' });
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await page.goto(`/tickets/${ticket.id}/clore`);
  await technician.sees('Personne ne l’a encore pris');
  await writeClosing(page);
  await technician.pressButton('Ajouter une pièce');
  await page.getByLabel('Pièce', { exact: true }).fill('Prise réseau');
  await page.getByLabel('Prix TTC').fill('12,40');
  await technician.pressButton('Ajouter la pièce');
  await expect(page.getByText('Ce ticket')).toBeVisible();
  await technician.pressButton('Fait sur place, clore');
  await page.waitForURL('**/accueil');
  await expect.poll(() => resolutionsOf([ticket])).toEqual(once([ticket]));
  await expect.poll(() => photosOf([ticket]), { timeout: 30_000 }).toBe(2);
  await page.goto(`/tickets/${ticket.id}`);
  await technician.sees('12,40 €');
  await expect(page.getByRole('img', { name: 'Avant' })).toBeVisible();
  await technician.leaves();
});

test('what is closed and reported without a network arrives once, after the page was killed', async ({ browser }) => {
  test.setTimeout(240_000);
  const school = await aSchool(60_000);
  const crew = await crewFor(school.head);
  await crew.head.choosesCode(CODE);
  const tickets = await breakdowns(crew, school.id, 3, 2);
  const orderId = await drafted(crew, 1);
  await crew.head.act(orderId, 'submit');
  if ((await crew.manager.get(`/orders/${orderId}`)).state === 'submitted')
    await crew.manager.act(orderId, 'approve', {});
  const evening = new Date(Date.now() + 86_400_000);
  while (evening.getUTCDay() !== 2) evening.setUTCDate(evening.getUTCDate() + 1);
  const day = evening.toISOString().slice(0, 10);
  await crew.manager.act(orderId, 'schedule', {
    ...{ assignedAccountId: crew.technicianId, day, from: '16:45', to: '17:45' },
  });
  await crew.technician.act(orderId, 'start');

  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  let { page } = technician;
  await technician.preparesPhone();

  // The round is prepared where there is a network: the packet is kept, and the pages of the day have been open once.
  const bar = page.getByRole('navigation', { name: 'Pièces principales' });
  await bar.getByRole('link', { name: /Tournée/ }).click();
  const taskOf = ({ number }: Broken) => page.getByRole('link', { name: new RegExp(number) });
  await taskOf(tickets[0]!).click();
  await technician.sees('Ce qui n’allait pas');
  await bar.getByRole('link', { name: /Tournée/ }).click();
  const order = page.locator(`a[href="/commandes/${orderId}/travaux"]`).first();
  await order.click();
  await technician.sees('Elle confirmera plus tard');
  await bar.getByRole('link', { name: /Tournée/ }).click();
  await expect(taskOf(tickets[2]!)).toBeVisible();

  await page.context().setOffline(true);
  for (const [place, ticket] of tickets.entries()) {
    await taskOf(ticket).click();
    if (place === 2) {
      await technician.pressButton('Commencer sur place');
      await technician.sees(`${ticket.number} : commencé, gardé sur ce téléphone`);
      await expect(page.getByRole('button', { name: 'Commencer sur place' })).toHaveCount(0);
      await page.getByText('Un mot à ajouter').click();
      await page.getByLabel('Un mot', { exact: true }).fill('Prévoir une borne de rechange.');
      await technician.pressButton('Garder en note interne');
      await technician.sees('Note gardée');
    }
    await writeClosing(page);
    await technician.pressButton('Clore le ticket');
    await technician.sees(`${ticket.number} : gardé sur ce téléphone`);
  }
  await order.click();
  await page.getByLabel('Code personnel de la direction').fill(CODE);
  await technician.pressButton('Confirmer avec la direction présente');
  await technician.sees('Compte rendu et code gardés sur ce téléphone');
  await technician.sees(/Hors ligne · 6 à envoyer/);
  expect(await resolutionsOf(tickets)).toEqual(Object.fromEntries(tickets.map(({ number }) => [number, 0])));

  // Killed with everything unsent; it comes back with a network, and the password opens what was kept.
  const context = page.context();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto('/telephone');
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await page.waitForURL('**/accueil');
  await expect.poll(() => resolutionsOf(tickets), { timeout: 60_000 }).toEqual(once(tickets));
  await expect.poll(() => photosOf(tickets), { timeout: 60_000 }).toBe(6);
  await expect.poll(async () => (await crew.technician.get(`/orders/${orderId}`)).state).toBe('confirmed');
  const [confirmed] = await ask<{ role: string }>(
    `select role from order_move where order_id = $1 and action = 'confirm'`,
    [orderId],
  );
  expect(confirmed).toEqual({ role: 'school-head' });
  const kept = await ask<{ moves: string }>(
    `select string_agg(v.action, ' ' order by v.at, v.id) as moves from ticket_move v where v.ticket_id = any($1) group by v.ticket_id`,
    [tickets.map(({ id }) => id)],
  );
  expect(kept.map(({ moves }) => moves)).toEqual(tickets.map(() => 'report take start resolve'));
  const notes = await ask<{ internal: boolean; text: string }>(
    'select internal, text from ticket_comment where ticket_id = any($1)',
    [tickets.map(({ id }) => id)],
  );
  expect(notes).toEqual([{ internal: true, text: 'Prévoir une borne de rechange.' }]);
  await context.close();
});

test('what a colleague was quicker at is handed to the manager with its photo, and the phone is empty', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const [ticket] = (await breakdowns(crew, school.id, 1)) as [Broken];
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await technician.preparesPhone();
  await page
    .getByRole('navigation', { name: 'Pièces principales' })
    .getByRole('link', { name: /Tournée/ })
    .click();
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await technician.sees('Ce qui n’allait pas');

  await page.context().setOffline(true);
  await writeClosing(page);
  await technician.pressButton('Clore le ticket');
  await technician.sees(`${ticket.number} : gardé sur ce téléphone`);
  await crew.technician.post(
    `/tickets/${ticket.id}/resolve`,
    { cause: 'network', repair: 'adjusted', minutes: 5, priceCents: 0, device: 'stays' },
    3,
  );
  await page.context().setOffline(false);
  const panel = page.getByRole('dialog', { name: 'Ce qui attend sur ce téléphone' });
  await page.getByRole('button', { name: /à départager/ }).click();
  await panel.getByRole('link', { name: 'Départager' }).click();
  await technician.sees('Déjà résolu entre-temps');
  await page.getByText('Le confier au gestionnaire').click();
  await technician.pressButton('Garder ce choix et envoyer');
  await technician.sees(`${ticket.number} : c’est réglé, cela part.`);
  const handedIn = () =>
    ask<{ photos: number }>(
      `select count(f.id)::int as photos from deposit d left join deposit_file f on f.deposit_id = d.id
        where d.object_id = $1 group by d.id`,
      [ticket.id],
    );
  await expect.poll(handedIn, { timeout: 60_000 }).toEqual([{ photos: 2 }]);
  expect(await resolutionsOf([ticket])).toEqual(once([ticket]));

  const manager = await Somebody.at(browser, 'desk', crew.managerEmail);
  await manager.page.goto('/travaux-confies');
  const line = manager.page.locator('details', { hasText: ticket.number });
  await line.locator('summary').first().click();
  await expect(line.getByText('Borne redémarrée, débit vérifié.').first()).toBeVisible();
  await line.getByRole('button', { name: 'Marquer comme lu' }).click();
  await expect(manager.page.locator('details', { hasText: ticket.number })).toHaveCount(0);
  await technician.leaves();
  await manager.leaves();
});

test('where the office waits for something meanwhile, both hold: the ticket ends, and another one waits', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const [ticket] = (await breakdowns(crew, school.id, 1)) as [Broken];
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await technician.preparesPhone();
  // Within the page: one that is read anew waits for its key.
  await page
    .getByRole('navigation', { name: 'Pièces principales' })
    .getByRole('link', { name: /Tournée/ })
    .click();
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await technician.sees('Ce qui n’allait pas');
  await page.context().setOffline(true);
  await writeClosing(page);
  await technician.pressButton('Clore le ticket');
  await technician.sees(`${ticket.number} : gardé sur ce téléphone`);
  const reviewOn = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  const wait = { waitFor: 'part', reviewOn, reason: 'borne commandée', device: 'stays' };
  await crew.technician.post(`/tickets/${ticket.id}/wait`, wait, 3);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /à départager/ }).click();
  const panel = page.getByRole('dialog', { name: 'Ce qui attend sur ce téléphone' });
  await panel.getByRole('link', { name: 'Départager' }).click();
  await page.getByText('Les deux', { exact: true }).click();
  await technician.pressButton('Garder ce choix et envoyer');
  await expect.poll(() => resolutionsOf([ticket]), { timeout: 60_000 }).toEqual(once([ticket]));
  const follows = () =>
    ask<{ count: number }>('select count(*)::int as count from ticket where school_id = $1 and description like $2', [
      school.id,
      `Suite de ${ticket.number}, reste à faire.%`,
    ]);
  expect(await follows()).toEqual([{ count: 1 }]);
  await technician.leaves();
});

test('a start that the office has overtaken is settled by who noted it, on one page', async ({ browser }) => {
  test.setTimeout(240_000);
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const [ticket] = (await breakdowns(crew, school.id, 1, 0)) as [Broken];
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  const { page } = technician;
  await technician.preparesPhone();
  await page
    .getByRole('navigation', { name: 'Pièces principales' })
    .getByRole('link', { name: /Tournée/ })
    .click();
  await page.getByRole('link', { name: new RegExp(ticket.number) }).click();
  await technician.sees('Ce qui n’allait pas');
  await page.context().setOffline(true);
  await technician.pressButton('Commencer sur place');
  await technician.sees(`${ticket.number} : commencé, gardé sur ce téléphone`);
  const reviewOn = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  const wait = { waitFor: 'part', reviewOn, reason: 'borne commandée', device: 'stays' };
  await crew.technician.post(`/tickets/${ticket.id}/wait`, wait, 2);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /à départager/ }).click();
  const panel = page.getByRole('dialog', { name: 'Ce qui attend sur ce téléphone' });
  await panel.getByRole('link', { name: 'Départager' }).click();
  await technician.sees('1 point à départager');
  await technician.sees(/Sur place le/);
  await page.getByText('Commencé', { exact: true }).click();
  await technician.pressButton('Garder ce choix et envoyer');
  await technician.sees(`${ticket.number} : c’est réglé, cela part.`);
  const moves = () =>
    ask<{ moves: string }>(
      `select string_agg(v.action, ' ' order by v.at, v.id) as moves from ticket_move v where v.ticket_id = $1`,
      [ticket.id],
    );
  await expect.poll(moves, { timeout: 60_000 }).toEqual([{ moves: 'report take wait resume start' }]);
  await expect(page.getByRole('button', { name: /à départager|à envoyer/ })).toHaveCount(0);
  await technician.leaves();
});
