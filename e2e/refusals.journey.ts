import { expect, test } from './journey.js';
import { Caller, crewFor, drafted, installed } from './caller.js';
import { arrange, ask, aSchool, balance } from './plan.js';
import { euros, Somebody } from './people.js';

test('an order dearer than what is left is not sent, says how much is missing, and keeps its lines', async ({
  browser,
}) => {
  const school = await aSchool(40_000);
  const before = await balance(school.id);
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.press(head.page.getByRole('link', { name: 'Commander une installation' }));
  const add = head.page.getByRole('button', { name: /^Ajouter/ }).first();
  const name = (await add.getAttribute('aria-label'))!.replace('Ajouter ', '');
  await head.press(add);
  await head.page.getByRole('spinbutton', { name: `Quantité, ${name}` }).fill('400');
  await head.page.getByRole('spinbutton', { name: `Quantité, ${name}` }).blur();
  // The draft is kept as it is typed.
  const draft = await keptDraft(school.id, 400);
  const missing = draft.cents - before.left;
  await head.sees(`Il manque ${euros(missing)}`);
  await head.pressButton('Choisir le lieu et la date');
  await head.pressButton('Vérifier');
  await expect(head.page.getByRole('button', { name: /Envoyer la commande/ }).last()).toBeDisabled();
  await head.sees(/Retirez un poste ou demandez un virement/i);
  // The house says the same to who asks it without the screen, and holds nothing; the page has written what it had to.
  await head.page.waitForLoadState('networkidle');
  const refusal = await (await Caller.as(school.head)).refusedTo(draft.id, 'submit');
  expect(refusal).toMatchObject({ status: 422, missingCents: missing });
  expect(await balance(school.id)).toEqual(before);
});

test('a school whose convention is missing may draft, and reads which one and what happens next', async ({
  browser,
}) => {
  const school = await aSchool(40_000);
  await arrange(`update convention_site set to_day = current_date - 2 where school_id = $1`, [school.id]);
  const [commune] = await ask<{ name: string }>(
    'select m.name from school s join commune m on m.id = s.commune_id where s.id = $1',
    [school.id],
  );
  const head = await Somebody.at(browser, 'phone', school.head);
  // « de Sorbiers », « d’Unieux », « du Chambon-Feugerolles ».
  await head.sees(new RegExp(`Il manque une convention avec la commune d.*${commune!.name.replace(/^Les? /, '')}`));
  await head.sees(/pas pour cette école aujourd’hui\s: la métropole la complète/);
  await head.press(head.page.getByRole('link', { name: 'Commander une installation' }));
  await head.press(head.page.getByRole('button', { name: /^Ajouter/ }).first());
  await head.pressButton('Choisir le lieu et la date');
  await head.pressButton('Vérifier');
  await head.sees(/attend la convention/);
  await expect(head.page.getByRole('button', { name: /Envoyer la commande/ }).last()).toBeDisabled();
  const draft = await keptDraft(school.id, 1);
  const refusal = await (await Caller.as(school.head)).refusedTo(draft.id, 'submit');
  expect(refusal).toMatchObject({ code: 'order.convention-missing' });
});

test('a teacher’s draft waits for the head', async ({ browser }) => {
  const teacher = await Somebody.at(browser, 'phone', 'enseignant.tilleuls@demonstration.example');
  await teacher.press(teacher.page.getByRole('link', { name: 'Commander une installation' }));
  await teacher.press(teacher.page.getByRole('button', { name: /^Ajouter/ }).first());
  await teacher.pressButton('Choisir le lieu et la date');
  await teacher.pressButton('Vérifier');
  await teacher.sees(/la direction l’envoie/);
  await expect(teacher.page.getByRole('button', { name: /Envoyer la commande/ }).last()).toBeDisabled();
});

test('a contract’s maximum stops the approval and says by how much', async ({ browser }) => {
  const school = await aSchool(58_000);
  const crew = await crewFor(school.head);
  const [item] = await ask<{ id: string; period: string }>(
    `select i.id, q.id as period from catalogue_item i join contract_period q on q.contract_id = i.contract_id and current_date between q.from_day and q.to_day
       cross join lateral (select unit_net_cents from item_price where item_id = i.id and from_day <= current_date order by from_day desc limit 1) p
      where i.state = 'validated' and not i.on_quote and p.unit_net_cents between 20000 and 40000 order by q.counted_net_cents, i.name desc limit 1`,
  );
  const { id } = await crew.head.post('/orders', {
    lines: [{ itemId: item!.id, quantity: 1 }],
    wishes: [],
    contact: '',
    note: '',
    prerequisites: [],
  });
  await arrange('update contract_period set maximum_net_cents = counted_net_cents where id = $1', [item!.period]);
  await crew.head.act(id, 'submit');
  const [manager] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.role = 'plan-manager' order by c.email limit 1`,
  );
  const desk = await Somebody.at(browser, 'desk', manager!.email);
  await desk.opensOrder(id);
  await desk.pressButton(/^Approuver \d/);
  await desk.sees(/maximum du marché serait dépassé/);
  expect((await crew.head.get(`/orders/${id}`)).state).toBe('submitted');
  const [counted] = await ask<{ same: boolean }>(
    'select counted_net_cents = maximum_net_cents as same from contract_period where id = $1',
    [item!.period],
  );
  expect(counted!.same).toBe(true);
});

test('a disputed installation goes back, is reported again, and is confirmed', async ({ browser }) => {
  test.setTimeout(120_000);
  const school = await aSchool(58_000);
  const crew = await crewFor(school.head);
  const id = await installed(crew);
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.opensOrder(id);
  await head.pressButton('Signaler un écart…');
  await head.page.getByLabel('Que manque-t-il ?').fill('le son ne sort pas');
  await head.pressButton('Envoyer l’écart');
  await head.sees('Écart signalé');
  expect((await crew.manager.get(`/orders/${id}`)).state).toBe('in-progress');

  const technician = await Somebody.at(browser, 'phone', crew.technicianEmail);
  await technician.opensOrder(id);
  await technician.sees(/le son ne sort pas/);
  await technician.page.goto(`/commandes/${id}/travaux`);
  await technician.pressButton(/confirmera plus tard/i);
  await expect.poll(async () => (await crew.manager.get(`/orders/${id}`)).state).toBe('installed');

  await head.opensOrder(id);
  await head.pressButton('Confirmer l’installation');
  await expect.poll(async () => (await crew.manager.get(`/orders/${id}`)).state).toBe('confirmed');
  const moves = await ask<{ action: string }>(
    `select action from order_move where order_id = $1 and action in ('report', 'dispute', 'confirm') order by at, id`,
    [id],
  );
  expect(moves.map(({ action }) => action)).toEqual(['report', 'dispute', 'report', 'confirm']);
});

test('a silent school is verified by default by a manager who says what was seen', async ({ browser }) => {
  const school = await aSchool(58_000);
  const crew = await crewFor(school.head);
  const id = await installed(crew);
  const early = await crew.manager.refusedTo(id, 'confirm-by-default', { reason: 'vu sur place avec la gardienne' });
  expect(early.code).toBe('order.too-early');
  await arrange(`update installation_order set reported_at = reported_at - interval '12 days' where id = $1`, [id]);
  const desk = await Somebody.at(
    browser,
    'desk',
    (
      await ask<{ email: string }>(
        `select c.email from assignment a join account c on c.id = a.account_id where a.may_certify order by c.email limit 1`,
      )
    )[0]!.email,
  );
  await desk.opensOrder(id);
  await desk.pressButton(/par défaut/);
  await desk.page.getByRole('textbox').last().fill('vu sur place avec la gardienne');
  await desk.page.getByRole('button', { name: 'Enregistrer le constat' }).click();
  await expect.poll(async () => (await crew.manager.get(`/orders/${id}`)).state).toBe('confirmed');
  // The school reads who said so, and what was seen.
  const head = await Somebody.at(browser, 'phone', school.head);
  await head.opensOrder(id);
  await head.sees(/vu sur place avec la gardienne/);
});

test('a shared computer keeps nothing: one tap ends the session, and going back shows nobody’s page', async ({
  browser,
}) => {
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  await drafted(crew);
  const head = await Somebody.at(browser, 'desk', school.head);
  await head.pressButton('Quitter ce poste');
  await head.page.waitForURL('**/connexion');
  await head.page.goBack();
  await expect(head.page.getByLabel('Adresse électronique')).toBeVisible();
  expect(await head.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(school.name);
});

test('a session left alone warns, stays for who answers, and closes for who does not; the draft is kept', async ({
  browser,
}) => {
  const school = await aSchool(20_000);
  const crew = await crewFor(school.head);
  const id = await drafted(crew);
  const head = await Somebody.at(browser, 'desk', school.head, (page) => page.clock.install());
  await head.page.clock.fastForward('14:05');
  await head.sees('Êtes-vous toujours là');
  await head.pressButton('Rester connecté');
  await expect(head.page.getByRole('timer')).toBeHidden();
  await head.page.clock.fastForward('14:05');
  await head.sees('Êtes-vous toujours là');
  await head.page.clock.fastForward('01:00');
  await head.page.waitForURL('**/connexion?*');
  await head.page.goBack();
  await expect(head.page.getByLabel('Adresse électronique')).toBeVisible();
  expect((await crew.head.get(`/orders/${id}`)).state).toBe('draft');
});

/** The school's draft once the house holds the line as it was typed. */
async function keptDraft(schoolId: string, quantity: number): Promise<{ id: string; cents: number }> {
  const read = () =>
    ask<{ id: string; cents: number }>(
      `select o.id, o.asked_cents::int as cents from installation_order o join order_line l on l.order_id = o.id
        where o.school_id = $1 and o.state = 'draft' and l.quantity_asked = $2`,
      [schoolId, quantity],
    );
  await expect.poll(async () => (await read()).length).toBe(1);
  return (await read())[0]!;
}

test('an act that is refused is named beside its buttons, and what was typed on the page stays', async ({
  browser,
}) => {
  const technician = await Somebody.at(browser, 'phone', 'technicien@demonstration.example');
  const { page } = technician;
  const [ticket] = await ask<{ id: string }>(`select id from ticket where state = 'new' order by number limit 1`);
  await page.goto(`/tickets/${ticket!.id}`);
  await page.getByLabel('Un message').fill('Je passe demain');
  // Somebody else was quicker.
  await arrange('update ticket set version = version + 1 where id = $1', [ticket!.id]);
  await technician.pressButton('Prendre en charge');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/«.Prendre en charge.» n’est pas enregistré/);
  await expect(page.getByRole('heading', { name: 'La page n’a pas pu être lue' })).toHaveCount(0);
  await alert.getByRole('button', { name: 'Relire la page' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByLabel('Un message')).toHaveValue('Je passe demain');
});
