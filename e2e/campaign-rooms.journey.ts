import { expect, test } from './journey.js';
import { Somebody } from './people.js';
import { arrange, ask, aSchool } from './plan.js';
import { readBy } from './reader.js';

interface Room {
  id: string;
  name: string;
}

interface Device {
  id: string;
  tag: string;
}

const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);

/** A device of the demonstration's first model, in a room of the school, or of another. */
async function aDevice(tag: string, schoolId: string, roomId: string): Promise<Device> {
  await arrange(
    `insert into equipment (tag, serial, model_id, state, state_since, room_id, school_id, words)
     select $1, 'S' || $1, e.model_id, 'in-service', now() - interval '30 days', $3, $2, ' ' || lower($1) || ' '
       from equipment e where e.tag = 'PE-000001'`,
    [tag, schoolId, roomId],
  );
  const [device] = await ask<Device>('select id, tag from equipment where tag = $1', [tag]);
  return device!;
}

/** Rooms that nothing stands in yet: what the school has otherwise is not looked for. */
async function newRooms(schoolId: string, run: string): Promise<Room[]> {
  for (const name of ['Atelier', 'Bibliothèque'])
    await arrange('insert into room (school_id, name) values ($1, $2)', [schoolId, `${name} ${run}`]);
  return ask('select id, name from room where school_id = $1 and name like $2 order by name', [schoolId, `% ${run}`]);
}

async function emailOf(role: string, schoolId: string | null): Promise<string> {
  const [found] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id and c.active
      where a.role = $1 and a.to_day is null and ($2::uuid is null or a.school_id = $2)
        and not exists (select from assignment o where o.account_id = a.account_id and o.id <> a.id) order by c.email limit 1`,
    [role, schoolId],
  );
  return found!.email;
}

test('three people go through a school at once; each kind of difference is resolved, and the minutes say so', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const school = await aSchool(0, true);
  const other = await aSchool(0);
  const run = String(Date.now()).slice(-6);
  const [first, second] = (await newRooms(school.id, run)) as [Room, Room];
  const [elsewhere] = await newRooms(other.id, run);
  const device = (n: number, at = first) => aDevice(`RC-${run}-${n}`, school.id, at.id);
  const [seen, lost, misplaced, listed] = [
    await device(1),
    await device(2),
    await device(3, second),
    await device(4, second),
  ];
  const stranger = await aDevice(`RC-${run}-5`, other.id, elsewhere!.id);
  const manager = await Somebody.at(browser, 'desk', await emailOf('plan-manager', null));
  await manager.page.goto('/parc/recolements/nouveau');
  await manager.page.getByLabel('Nom du récolement').fill(`Récolement ${run}`);
  await manager.page.getByLabel('Jusqu’au').fill(day(20));
  await manager.page.getByRole('combobox', { name: 'École' }).fill(school.name);
  await manager.page
    .getByRole('option', { name: new RegExp(school.name) })
    .first()
    .click();
  for (const { name } of [first, second]) await manager.page.getByRole('checkbox', { name }).check();
  await manager.sees(/^1.école, 2.salles choisies/);
  await manager.pressButton('Ouvrir le récolement');
  await manager.page.waitForURL(/recolements\/[0-9a-f-]{36}$/);
  const campaign = manager.page.url();
  await manager.sees('Aucune école sur 1 n’a terminé');

  // The head, a teacher and a technician, each in a room.
  const [head, teacher, technician] = await Promise.all([
    Somebody.at(browser, 'phone', school.head),
    Somebody.at(browser, 'phone', await emailOf('teacher', school.id)),
    Somebody.at(browser, 'phone', await emailOf('technician', null)),
  ]);
  await expect(head.page.getByRole('region', { name: 'Récolement en cours' })).toContainText(/restent? à voir/);
  await head.page.getByRole('link', { name: 'Commencer' }).click();
  await head.page.waitForURL(/recolement\/[0-9a-f-]{36}$/);
  const part = head.page.url();
  const roomIn = async ({ page }: Somebody, room: Room) => {
    await page.goto(`${part}/salles/${room.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(room.name);
  };
  await Promise.all([roomIn(head, first), roomIn(teacher, second), roomIn(technician, first)]);
  await Promise.all(
    [head, technician].map(({ page }) => page.getByRole('button', { name: 'Lire une étiquette' }).click()),
  );
  await Promise.all([
    readBy(head.page, seen.tag),
    teacher.page.getByRole('region', { name: listed.tag }).getByRole('button', { name: 'Il est là' }).click(),
    readBy(technician.page, misplaced.tag),
  ]);
  await expect(head.page.getByRole('status').filter({ hasText: seen.tag })).toContainText('à sa place');
  await expect(technician.page.getByRole('status').filter({ hasText: misplaced.tag })).toContainText(
    `sa place est ${second.name}`,
  );
  await technician.page.getByRole('button', { name: 'Il reste ici' }).click();
  // The second who reads it learns who was the first.
  await readBy(technician.page, seen.tag);
  await expect(technician.page.getByRole('status').filter({ hasText: 'Déjà vu par' })).toBeVisible();
  await readBy(head.page, stranger.tag);
  await expect(head.page.getByRole('status').filter({ hasText: stranger.tag })).toContainText('pas attendu ici');
  await expect(head.page.getByText(other.name)).toHaveCount(0);
  await readBy(head.page, `ZZ-${run}`);
  await expect(head.page.getByRole('status').filter({ hasText: `ZZ-${run}` })).toContainText('gardé pour plus tard');
  await teacher.page.getByRole('button', { name: 'Un objet sans étiquette ?' }).click();
  await teacher.page.getByLabel('À quoi ressemble-t-il ?').fill('imprimante grise');
  await teacher.pressButton('Le garder pour plus tard');
  await teacher.sees('imprimante grise');
  await head.page.getByRole('button', { name: 'Finir la salle' }).click();
  await head.page.waitForURL(part);
  await head.page.getByRole('button', { name: 'Envoyer le récolement' }).click();
  await head.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await head.sees(/écarts à régler/i);

  // The manager resolves each by one tap.
  await manager.page.goto(campaign);
  const resolve = async (name: RegExp | string) => {
    await manager.page.getByRole('button', { name }).first().click();
    await expect(manager.page.getByRole('button', { name })).toHaveCount(0);
  };
  await resolve(new RegExp(`^Déclarer perdu : .*${lost.tag}`));
  await resolve(new RegExp(`^Il est ici : .*${misplaced.tag}`));
  await resolve(new RegExp(`^Il retourne à sa place : .*${stranger.tag}`));
  await resolve(/^Ne pas le compter : imprimante grise/);
  await manager.page.getByRole('button', { name: new RegExp(`^L’ajouter au parc : .*ZZ-${run}`) }).click();
  await manager.page.getByRole('combobox', { name: 'De quel modèle est-il ?' }).fill('portable');
  await manager.page
    .getByRole('option', { name: /Portable/ })
    .first()
    .click();
  await manager.pressButton('L’ajouter au parc');
  await expect(manager.page.getByRole('button', { name: new RegExp(`ZZ-${run}`) })).toHaveCount(0);
  await manager.sees('1 école sur 1 a terminé');
  await manager.pressButton('Clore le récolement');
  await manager.page.getByRole('dialog').getByRole('button', { name: 'Clore le récolement' }).click();
  await manager.sees(/^Récolement clos le/);
  await manager.page.getByRole('link', { name: 'Procès-verbal' }).click();
  for (const words of [lost.tag, misplaced.tag, stranger.tag, `ZZ-${run}`, 'imprimante grise'])
    await manager.sees(new RegExp(words));
  for (const words of [
    'déclaré perdu',
    'mis à cette place',
    'rendu à sa place',
    'ajouté au parc',
    'laissé hors du parc',
  ])
    await manager.sees(new RegExp(words));
  const href = await manager.page.getByRole('link', { name: 'PDF' }).getAttribute('href');
  const print = await manager.page.request.get(href!);
  expect([print.status(), print.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const states = await ask<{ state: string }>('select state from equipment where id = any($1) order by tag', [
    [seen.id, lost.id, misplaced.id],
  ]);
  expect(states.map(({ state }) => state)).toEqual(['in-service', 'lost', 'in-service']);
  await Promise.all([head, teacher, technician, manager].map((each) => each.leaves()));
});
