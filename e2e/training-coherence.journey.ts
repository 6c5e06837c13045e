import { expect, test, type Page } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { arrange, ask, aSchool, aTechnician, type School } from './plan.js';
import { aModuleFor, people, untrained } from './training-ground.js';

/** Equipment waits for a trained teacher: shown and signed on a phone it serves, and is flagged once that teacher has left. */
const MANAGER = 'gestion@demonstration.example';
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** A device of a model that asks for a training, put in a room of the school. */
async function aWaitingDevice(school: School): Promise<{ id: string; modelId: string }> {
  const [found] = await ask<{ modelId: string; stockPlaceId: string; roomId: string }>(
    `select i.id as "modelId", (select id from stock_place order by name limit 1) as "stockPlaceId",
       (select id from room where school_id = $1 and not removed order by name limit 1) as "roomId"
       from catalogue_item i where i.reference = 'MAT-12'`,
    [school.id],
  );
  const { modelId, stockPlaceId, roomId } = found!;
  const technician = await Caller.as((await aTechnician()).email);
  const { id, version } = await technician.post('/equipment', { modelId, stockPlaceId });
  await technician.post(`/equipment/${id}/place`, { roomId, containerId: null }, version as number);
  return { id: id as string, modelId };
}

/** Draws a line with the finger. */
async function sign(page: Page): Promise<void> {
  const pad = page.locator('parc-signature-pad svg');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 30, { steps: 4 });
  await page.mouse.move(box.x + 160, box.y + 80, { steps: 4 });
  await page.mouse.up();
}

test('a handover that a school asks for and a teacher signs on a phone releases the device; once that teacher has left, it is flagged', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(0, true);
  await untrained(school);
  const device = await aWaitingDevice(school);
  const who = await people(school);
  await aModuleFor(await Caller.as(MANAGER), device.modelId);

  const head = await Somebody.at(browser, 'phone', school.head);
  await head.page.goto('/ecole/materiel');
  await expect(title(head.page)).toContainText('attend');
  await head.pressButton('Lui demander');
  await head.sees('La remise en main est demandée au technicien');

  const technician = await Somebody.at(browser, 'phone', (await aTechnician()).email);
  await technician.page.goto('/accueil');
  await technician.press(technician.page.getByRole('link', { name: new RegExp(`^${school.name} : `) }).first());
  await technician.pressButton('Faire signer');
  await technician.page.getByLabel('Qui a été formé').selectOption({ label: who.teacher.name });
  await sign(technician.page);
  await technician.pressButton('Enregistrer la remise en main');
  await technician.sees(/appareils? (sert|servent)\s:/);

  await head.page.goto(`/parc/appareils/${device.id}`);
  await expect(head.page.locator('parc-state-chip').first()).toContainText('En service');
  await head.page.goto('/ecole/materiel');
  await head.sees('1 formé, il en faut 1');
  await head.pressButton('Voir les noms, ici seulement');
  await head.sees(who.teacher.name);

  await arrange(
    `update assignment set to_day = current_date from account c
      where c.id = assignment.account_id and c.email = $1 and assignment.school_id = $2 and assignment.to_day is null`,
    [who.teacher.email, school.id],
  );
  await head.page.reload();
  await head.sees('Plus personne de formé');
  await head.sees(/rien n’est arrêté/);
  await head.page.goto(`/parc/appareils/${device.id}`);
  await expect(head.page.locator('parc-state-chip').first()).toContainText('En service');

  const inspector = await Somebody.at(browser, 'desk', who.inspector);
  await inspector.sees(/sans personne de formé/);
  await inspector.page.goto('/formations/attente?vue=plus-personne');
  await inspector.sees(school.name);
  const manager = await Somebody.at(browser, 'desk', MANAGER);
  await manager.sees(/sans personne de formé/);
  for (const one of [head, technician, inspector, manager]) await one.leaves();
});

test('a session that schools need is proposed in one tap, and no longer suggested', async ({ browser }) => {
  test.setTimeout(120_000);
  const school = await aSchool(0, true);
  await untrained(school);
  const device = await aWaitingDevice(school);
  await aModuleFor(await Caller.as(MANAGER), device.modelId);
  const { inspector: email } = await people(school);
  const inspector = await Somebody.at(browser, 'desk', email);
  await inspector.page.goto('/formations');
  await inspector.press(inspector.page.getByText('Plus', { exact: true }).first());
  await inspector.press(inspector.page.getByRole('link', { name: 'Sessions à proposer' }));
  await expect(title(inspector.page)).toContainText(/ouvrirai(en)?t/);
  await inspector.pressButton(/^Proposer /);
  await inspector.sees(/est proposée\s: elle attend l’accord de chaque côté/);
  await inspector.leaves();
});
