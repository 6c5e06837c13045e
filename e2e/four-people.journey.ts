import { expect, test } from './journey.js';
import { ask, aSchool, balance, type Balance } from './plan.js';
import { euros, Somebody, spoken } from './people.js';

/** A photo small enough to stand here: one grey pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('a head orders on a phone, the manager approves in part, an installer carries out, the head confirms, the metropole certifies', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const school = await aSchool(62_000);
  const before = await balance(school.id);
  const [item] = await ask<{ name: string; holder: string; one: string; two: string }>(
    `select i.name, k.holder_id as holder, p.unit_net_cents + round(p.unit_net_cents * p.vat_basis_points / 10000.0) as one,
            2 * p.unit_net_cents + round(2 * p.unit_net_cents * p.vat_basis_points / 10000.0) as two
       from catalogue_item i join contract k on k.id = i.contract_id
       cross join lateral (select * from item_price where item_id = i.id and from_day <= current_date order by from_day desc limit 1) p
       join contract_period q on q.contract_id = k.id and current_date between q.from_day and q.to_day and q.maximum_net_cents - q.counted_net_cents > 500000
      where i.state = 'validated' and i.category = 'install' and not i.on_quote and p.unit_net_cents between 15000 and 25000 and i.needs_power and not i.needs_furniture
      order by i.name limit 1`,
  );
  const [one, two] = [Number(item!.one), Number(item!.two)];
  const [installer] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.contract_holder_id = $1 and a.role = 'installer' order by c.email limit 1`,
    [item!.holder],
  );
  const [certifier] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.may_certify order by c.email limit 1`,
  );

  // The head, between two lessons.
  const head = await Somebody.at(browser, 'phone', school.head);
  /** The ledger says so, and the screen says what the ledger says, to the cent. */
  const agree = async (expected: Balance): Promise<void> => {
    await expect.poll(() => balance(school.id)).toEqual(expected);
    expect(await head.readsBudget()).toEqual(expected);
  };
  await agree(before);
  await head.sees(`Il vous reste ${euros(before.left)}`);
  await head.press(head.page.getByRole('link', { name: 'Commander une installation' }));
  await head.page.getByRole('searchbox').fill(item!.name);
  await head.press(head.page.getByRole('button', { name: `Ajouter ${item!.name}` }));
  await head.page.getByRole('spinbutton', { name: `Quantité, ${item!.name}` }).fill('2');
  await head.page.getByRole('spinbutton', { name: `Quantité, ${item!.name}` }).blur();
  await head.pressButton('Choisir le lieu et la date');
  await head.page.getByLabel(`2 × ${item!.name}`).selectOption({ index: 1 });
  head.clicks++;
  await head.sees('Ce qui doit être là avant');
  await head.sees('La première date possible est déjà choisie');
  for (const tick of await head.page.getByRole('checkbox').all()) await tick.check();
  await head.pressButton('Vérifier');
  await head.press(head.page.getByRole('button', { name: `Envoyer la commande · ${spoken(two)}` }).last());
  await head.page.waitForURL(/\/commandes\/[0-9a-f-]{36}$/);
  expect(head.clicks).toBeLessThanOrEqual(6);
  const id = head.page.url().split('/').pop()!;
  await head.sees('En attente d’accord');
  await agree({ ...before, reserved: before.reserved + two, left: before.left - two });

  // The manager keeps one of two.
  const manager = await Somebody.at(browser, 'desk', certifier!.email);
  await manager.opensOrder(id);
  await manager.pressButton('Approuver en partie');
  await manager.page.getByRole('spinbutton', { name: `Quantité approuvée, ${item!.name}` }).fill('1');
  await manager.page.getByRole('spinbutton', { name: `Quantité approuvée, ${item!.name}` }).blur();
  await manager.page.getByLabel('Pourquoi moins').fill('une salle est déjà équipée');
  await manager.page.getByRole('button', { name: `Approuver ${spoken(one)}` }).click();
  await agree({ ...before, committed: before.committed + one, left: before.left - one });

  // She gives it to the firm on the date the school wished.
  await manager.pressButton(/^Planifier/);
  await manager.page.getByRole('group', { name: 'Souhaits de l’école' }).getByRole('button').first().click();
  await manager.page
    .getByRole('button', { name: /^Planifier/ })
    .last()
    .click();
  await manager.sees('Rendez-vous');

  // The installer comes, and shows what was done.
  const worker = await Somebody.at(browser, 'phone', installer!.email);
  await worker.page.goto(`/commandes/${id}/travaux`);
  await worker.pressButton(/^Commencer/);
  await worker.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'salle.png', mimeType: 'image/png', buffer: PHOTO });
  await worker.pressButton(/Je pars maintenant/);
  await worker.pressButton(/confirmera plus tard/i);
  await worker.sees(/Compte rendu envoyé/);
  const [photo] = await ask<{ count: string }>(
    `select count(*) from order_file where order_id = $1 and kind = 'report-photo'`,
    [id],
  );
  expect(Number(photo!.count)).toBe(1);
  await agree({ ...before, committed: before.committed + one, left: before.left - one });

  // The head answers the question the page asks.
  await head.opensOrder(id);
  await head.sees('Tout est-il en place');
  await head.pressButton('Confirmer l’installation');
  await head.sees('Confirmée');
  await agree({ ...before, committed: before.committed + one, left: before.left - one });

  // The metropole certifies: only now is it spent.
  await manager.opensOrder(id);
  await manager.pressButton(/Certifier/);
  await manager.page
    .getByRole('dialog')
    .getByRole('button', { name: /Certifier/ })
    .click();
  await manager.sees('Service fait certifié');
  await agree({ ...before, spent: before.spent + one, left: before.left - one });
  await head.page.goto('/accueil');
  await head.sees(`Il vous reste ${euros(before.left - one)}`);
});
