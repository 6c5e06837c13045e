import { expect, test } from './journey.js';
import { Caller, crewFor, drafted } from './caller.js';
import { arrange, ask, aSchool, balance } from './plan.js';
import { Somebody } from './people.js';

test('a deputy named with dates orders in the head’s place, is named as deputy, and can no longer the day after', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const school = await aSchool(40_000, true);
  const before = await balance(school.id);
  const [teacher] = await ask<{ name: string; email: string }>(
    `select c.name, c.email from assignment t join account c on c.id = t.account_id
      where t.school_id = $1 and t.role = 'teacher' and t.to_day is null
        and not exists (select from assignment o where o.account_id = t.account_id and o.id <> t.id) order by c.email limit 1`,
    [school.id],
  );

  // The head names her for three days.
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.page.goto('/ecole');
  await head.pressButton('Désigner un adjoint');
  await head.page.getByLabel('Qui').selectOption({ label: teacher!.name });
  await head.page.getByLabel('Du', { exact: true }).fill(parisDay(0));
  await head.page.getByLabel('Au, inclus').fill(parisDay(2));
  await head.pressButton('Désigner cet adjoint');
  await head.sees(`${teacher!.name} est désigné`);

  // She signs in as herself, takes the role she was given, and reads that she stands in.
  const deputy = await Somebody.at(browser, 'desk', teacher!.email);
  await deputy.page
    .getByRole('list', { name: 'Changer de rôle' })
    .getByRole('button', { name: /^Adjoint à la direction/ })
    .click();
  await expect(deputy.page.getByRole('list', { name: 'Changer de rôle' })).toContainText('Enseignant');
  await deputy.page.goto('/ecole');
  await deputy.sees(/Adjoint désigné par la direction, du/);
  await deputy.sees('En ce moment');
  await expect(deputy.page.getByRole('button', { name: 'Désigner un adjoint' })).toHaveCount(0);

  // She orders.
  await deputy.page.goto('/accueil');
  await deputy.press(deputy.page.getByRole('link', { name: 'Commander une installation' }));
  await deputy.press(deputy.page.getByRole('button', { name: /^Ajouter/ }).first());
  await deputy.pressButton('Choisir le lieu et la date');
  await deputy.sees('La première date possible est déjà choisie');
  for (const tick of await deputy.page.getByRole('checkbox').all()) await tick.check();
  await deputy.pressButton('Vérifier');
  await deputy.press(deputy.page.getByRole('button', { name: /Envoyer la commande/ }).last());
  await deputy.page.waitForURL(/\/commandes\/[0-9a-f-]{36}$/);
  const id = deputy.page.url().split('/').pop()!;
  const [order] = await ask<{ cents: number; submitter: string }>(
    `select o.asked_cents::int as cents, c.email as submitter from installation_order o join account c on c.id = o.submitted_by where o.id = $1`,
    [id],
  );
  expect(order!.submitter).toBe(teacher!.email);
  await expect.poll(async () => (await balance(school.id)).left).toBe(before.left - order!.cents);
  await head.opensOrder(id);
  await head.sees(`${teacher!.name}, adjoint à la direction`);

  // Three days later her time is over: her dates are moved into the past.
  const draft = await drafted(await crewFor(school.head));
  const still = await Caller.as(teacher!.email);
  const [deputyship] = await ask<{ id: string }>(
    `select a.id from assignment a join account c on c.id = a.account_id where c.email = $1 and a.deputy_of_id is not null`,
    [teacher!.email],
  );
  await still.take(deputyship!.id);
  await arrange('update assignment set from_day = from_day - 3, to_day = to_day - 3 where id = $1', [deputyship!.id]);
  const { version } = await (await Caller.as(school.head)).get(`/orders/${draft}`);
  expect(await still.refused(`/orders/${draft}/submit`, { seenCents: 0 }, version)).toMatchObject({ status: 401 });
  await deputy.page.goto('/accueil');
  await deputy.page.waitForURL('**/connexion?*');
  const teaching = await Somebody.at(browser, 'desk', teacher!.email);
  await expect(teaching.page.getByRole('list', { name: 'Changer de rôle' })).toHaveCount(0);
  expect(await (await Caller.as(teacher!.email)).refusedTo(draft, 'submit')).toMatchObject({
    status: 403,
    code: 'role.may-not',
  });
  expect((await head.page.request.get(`/api/v1/orders/${draft}`).then((answer) => answer.json())).state).toBe('draft');
});

test('a role at an address that is not its own reads so, and the house refuses the call without the screen', async ({
  browser,
}) => {
  const school = await aSchool(58_000);
  const crew = await crewFor(school.head);
  const id = await drafted(crew);
  await crew.head.act(id, 'submit');

  // A technician has no budget to allocate: the page is not there, and says why.
  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  for (const address of ['/budgets/repartir', '/taches', '/courriels', '/comptes', '/commandes/nouvelle']) {
    await technician.page.goto(address);
    await technician.sees('Cette page n’est pas là');
    await technician.sees(/n’est pas dans votre périmètre/);
  }
  // Nor an order of a school that is not theirs, to another school's head.
  const stranger = await aSchool(0);
  const other = await Somebody.at(browser, 'phone', stranger.head);
  await other.opensOrder(id);
  await other.sees('Cette commande ne s’affiche pas');
  await other.sees(/n’est pas dans votre périmètre/);

  const outside = await Caller.as(stranger.head);
  expect(await outside.get(`/orders/${id}`)).toMatchObject({ status: 404, code: 'order.not-found' });
  expect(await crew.technician.refusedTo(id, 'reject', { reason: 'trop cher' })).toMatchObject({ status: 403 });
  expect(await crew.head.refusedTo(id, 'certify')).toMatchObject({ status: 403 });
  expect((await crew.manager.get(`/orders/${id}`)).state).toMatch(/submitted|approved/);
});

/** ISO date of so many days from today in the métropole. */
function parisDay(ahead: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + ahead * 86_400_000);
}
