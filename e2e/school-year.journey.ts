import { expect, test } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { arrange, aSchool, ask, aTechnician } from './plan.js';

/** Two summers' moments of one school: what stays is seen, what is put away goes to the shelf, and comes back to its room. */
const ROOM = 'Salle du voyage';

/** Devices of this journey alone, in a room of its own: received and placed as every device is. */
async function standing(technician: Caller, schoolId: string): Promise<readonly string[]> {
  await arrange(`insert into room (school_id, name) values ($1, $2)`, [schoolId, ROOM]);
  const [room] = await ask<{ id: string }>('select id from room where school_id = $1 and name = $2', [schoolId, ROOM]);
  const [stock] = await ask<{ id: string }>('select id from stock_place order by name limit 1');
  const [model] = await ask<{ id: string }>(
    `select e.model_id as id from equipment e join catalogue_item i on i.id = e.model_id and i.training_module is null
      where e.state = 'in-service' and not e.is_container order by e.tag limit 1`,
  );
  const tags = [1, 2].map((n) => `AN-${String(Date.now()).slice(-6)}-${n}`);
  for (const tag of tags) {
    const { id } = await technician.post('/equipment', { tag, modelId: model!.id, stockPlaceId: stock!.id });
    const { version } = await technician.get(`/equipment/${id}`);
    await technician.post(`/equipment/${id}/place`, { roomId: room!.id }, version);
  }
  return tags;
}

test('before the summer what stays is seen and the rest is put away; after it, it goes back where it stood', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const school = await aSchool(0);
  const email = (await aTechnician()).email;
  const [, away] = await standing(await Caller.as(email), school.id);

  const technician = await Somebody.at(browser, 'desk', email);
  const { page } = technician;
  await page.goto(`/parc/annee?ecole=${school.id}`);
  const room = page.getByRole('region', { name: ROOM });
  await expect(room.getByText('2 appareils, 2 à voir')).toBeVisible();
  await room.getByRole('button', { name: 'Tout reste ici' }).click();
  await expect(room.getByText('2 appareils, tous vus')).toBeVisible();

  await room.getByRole('checkbox', { name: new RegExp(away!) }).check();
  await page.getByRole('button', { name: /^Ranger en stock/ }).click();
  await page.getByLabel('Lieu de stock').selectOption({ index: 1 });
  await page.getByLabel('Pourquoi').fill('Travaux cet été');
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Ranger 1 appareil' }).click();
  await expect(page.getByText('1 appareil rangé en stock')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  await expect(room.getByText('1 appareil, vu')).toBeVisible();

  await page.getByRole('button', { name: /^Rentrée/ }).click();
  await expect(page.getByLabel(`Où remettre ${away}`)).toHaveValue(/.+/);
  await page.getByRole('button', { name: /^Vérifier : 1 appareil/ }).click();
  await page.getByRole('button', { name: 'Mettre en place 1 appareil' }).click();
  await expect(page.getByText('1 appareil mis en place')).toBeVisible();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  await expect(page.getByLabel(`Où remettre ${away}`)).toHaveCount(0);
  const [back] = await ask<{ state: string; name: string }>(
    'select e.state, r.name from equipment e join room r on r.id = e.room_id where e.tag = $1',
    [away],
  );
  expect(back).toEqual({ state: 'in-service', name: ROOM });
});
