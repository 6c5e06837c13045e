import { expect, test } from './journey.js';
import { Caller, crewFor, started } from './caller.js';
import { ask, aSchool } from './plan.js';
import { Somebody } from './people.js';

/** What an order puts in place, from who installs it to who receives it: no device is lost between the two. */
const PHONE = 'phone';

test('an installer’s report places one device of the stock and one that nobody knew; the head sees both, the certificate lists them', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(80_000);
  const crew = await crewFor(school.head);
  const [model] = await ask<{ id: string; name: string; contract: string; holder: string }>(
    `select i.id, i.name, i.contract_id as contract, k.holder_id as holder from catalogue_item i join contract k on k.id = i.contract_id
      where i.reference = 'MAT-11'`,
  );
  const [room] = await ask<{ id: string; name: string }>(
    'select id, name from room where school_id = $1 and not removed order by name limit 1',
    [school.id],
  );
  const [stocked] = await ask<{ tag: string }>(
    `select tag from equipment e where model_id = $1 and state = 'in-stock'
        and not exists (select from loan_kit k where k.equipment_id in (e.id, e.container_id)) order by tag desc limit 1`,
    [model!.id],
  );
  const installer = await installerOf(model!.holder);
  const asked = { itemId: model!.id, quantity: 2, roomId: room!.id };
  const id = await started(crew, asked, await Caller.as(installer));
  const serial = `SN-${Date.now()}`;

  const worker = await Somebody.at(browser, PHONE, installer);
  await worker.page.goto(`/commandes/${id}/travaux`);
  await worker.pressButton(/^Nommer un appareil/);
  // A reader types the code and ends by Entrée.
  await worker.page.getByLabel('Étiquette ou numéro de série').pressSequentially(stocked!.tag);
  await worker.page.keyboard.press('Enter');
  await worker.sees(/Pris en stock/);
  await worker.page.getByLabel('Un autre appareil').pressSequentially(serial);
  await worker.page.keyboard.press('Enter');
  await worker.sees('Nouveau : il entre au parc avec ce compte rendu.');
  await expect(worker.page.getByLabel('Salle').first()).toHaveValue(room!.id);
  await worker.pressButton(/Je pars maintenant/);
  await worker.pressButton(/confirmera plus tard/i);
  await worker.sees(/Compte rendu envoyé/);

  // The head, at once, on her phone: what the school has, and what the order brought.
  const head = await Somebody.at(browser, PHONE, school.head);
  await head.page.goto('/parc');
  const here = head.page.getByRole('link', { name: new RegExp(`^${room!.name}`) });
  await expect(here).toContainText(/portables? reconditionnés?/i);
  await here.click();
  await head.sees(stocked!.tag);
  await head.opensOrder(id);
  const [made] = await ask<{ tag: string }>('select tag from equipment where serial = $1', [serial]);
  await head.press(head.page.getByRole('link', { name: made!.tag }));
  await expect(head.page.getByRole('heading', { level: 1 })).toContainText(model!.name);
  await head.sees(serial);
  await expect(head.page.getByRole('link', { name: /^Commande C-/ })).toBeVisible();

  await crew.head.act(id, 'confirm');
  await crew.manager.act(id, 'certify');
  const page = await crew.manager.get(`/orders/${id}`);
  expect(page.lines[0].devices.map(({ tag }: { tag: string }) => tag).sort()).toEqual([stocked!.tag, made!.tag].sort());
  const manager = await Somebody.at(browser, 'desk', crew.managerEmail);
  await manager.opensOrder(id);
  await expect(manager.page.getByRole('link', { name: 'Service fait' })).toBeVisible();
  await expect(manager.page.getByRole('link', { name: stocked!.tag })).toBeVisible();
});

async function installerOf(holderId: string): Promise<string> {
  const [installer] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id where a.contract_holder_id = $1 and a.role = 'installer' order by c.email limit 1`,
    [holderId],
  );
  return installer!.email;
}
