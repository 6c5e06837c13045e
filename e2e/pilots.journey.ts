import { expect, test } from '@playwright/test';
import { Caller } from './caller.js';
import { Somebody } from './people.js';
import { ask, aSchool } from './plan.js';
import { people } from './training-ground.js';

/** An item tried in a school before it is decided: started at the desk, said something of on a phone, read beside the decision. */
const MANAGER = 'gestion@demonstration.example';

test('the manager has an item tried in a school, a teacher says what they think, and it stands beside the decision without a name', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await aSchool(0, true);
  const who = await people(school);
  const name = `Lampe de lecture ${crypto.randomUUID().slice(0, 8)}`;
  const item = await (
    await Caller.as(MANAGER)
  ).post('/catalogue/items', {
    ...{ kind: 'model', category: 'hardware', reference: crypto.randomUUID().slice(0, 12), name, description: '' },
    ...{ includes: '', excludes: '', unit: 'la lampe', picture: 'box', delayWorkingDays: 5, remote: false },
    ...{ investment: false, onQuote: false, contractId: null, needs: [] },
  });

  const manager = await Somebody.at(browser, 'desk', MANAGER);
  await manager.page.goto(`/catalogue/articles/${item.id as string}`);
  await manager.pressButton('Essayer dans une école');
  await manager.page.getByRole('combobox', { name: 'École pilote' }).fill(school.name);
  // Two schools may bear the same name.
  const [place] = await ask<{ commune: string }>(
    'select m.name as commune from school s join commune m on m.id = s.commune_id where s.id = $1',
    [school.id],
  );
  const options = manager.page.getByRole('option').filter({ hasText: school.name });
  await manager.press(options.filter({ hasText: place!.commune }).first());
  await manager.page.getByLabel('Ce que l’essai doit montrer').fill('La lumière suffit-elle au fond de la classe ?');
  await manager.pressButton('Commencer cet essai');
  await manager.sees('aucun avis');

  const teacher = await Somebody.at(browser, 'phone', who.teacher.email);
  const card = teacher.page.getByRole('region', { name: `École pilote : ${name}` });
  await teacher.press(card.getByRole('link', { name: 'Donner mon avis' }));
  await teacher.sees('La lumière suffit-elle au fond de la classe ?');
  for (const [question, answer] of [
    ['Est-ce facile à prendre en main ?', 'Oui'],
    ['Est-ce utile en classe ?', 'En partie'],
    ['Faut-il le proposer aux autres écoles ?', 'Oui'],
  ] as const)
    await teacher.page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
  await teacher.page.getByLabel('Ce que vous ajoutez').fill('Elle chauffe au bout d’une heure.');
  await teacher.pressButton('Donner mon avis');
  await teacher.page.waitForURL('**/accueil');

  await manager.page.reload();
  const pilots = manager.page.getByRole('region', { name: 'Écoles pilotes' });
  await expect(pilots).toContainText('1 avis');
  await expect(pilots).toContainText('1 oui, 0 en partie, 0 non');
  await expect(pilots).toContainText('Elle chauffe au bout d’une heure.');
  await expect(pilots).not.toContainText(who.teacher.name);
  for (const one of [teacher, manager]) await one.leaves();
});
