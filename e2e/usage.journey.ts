import { expect, test } from './journey.js';
import { ask, aSchool } from './plan.js';
import { Somebody } from './people.js';

const HEAD = 'appareil;semaine;minutes;seances;utilisateurs;jours;matiere';

async function aManager(): Promise<string> {
  const [manager] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id and c.active
      where a.role = 'plan-manager' and a.to_day is null order by c.email limit 1`,
  );
  return manager!.email;
}

/** Tablets that stood in their schools in a week of class that is over, and that week as files write it. */
async function someTablets(): Promise<{ tags: string[]; week: string }> {
  const [row] = await ask<{ tags: string[]; week: string }>(
    `select to_char(w.week, 'IYYY-"W"IW') as week, array_agg(x.tag) as tags
       from (select max(u.week) as week from usage_week u join usage_source o on o.number = u.source where o.slug = 'tablettes') w
       cross join lateral (select e.tag from usage_week u join usage_source o on o.number = u.source and o.slug = 'tablettes'
         join equipment e on e.id = u.device_id where u.week = w.week order by e.tag limit 6) x group by w.week`,
  );
  return row!;
}

test('a file that names a pupil is refused whole and says why; without the name it arrives, and a second time it changes nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { tags, week } = await someTablets();
  const desk = await Somebody.at(browser, 'desk', await aManager());
  await desk.page.goto('/accueil');
  await desk.press(desk.page.getByRole('region', { name: 'Usages' }).getByRole('link'));
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('du parc est mesuré');

  const drop = async (name: string, text: string) => {
    await desk.page.getByRole('button', { name: 'Déposer un fichier' }).click();
    const box = desk.page.getByRole('region', { name: 'Déposer un fichier d’usage' });
    await box.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await box.getByLabel('Source').selectOption({ label: 'Tablettes' });
    await box.getByRole('button', { name: 'Envoyer ce fichier' }).click();
    return box;
  };

  const named = await drop('usages.csv', `appareil;semaine;minutes;eleve\n${tags[0]!};${week};50;Léa Martin\n`);
  await expect(named.getByRole('alert')).toContainText('Une colonne nommait des personnes', { ignoreCase: true });
  await expect(desk.page.getByRole('region', { name: /^Refusé en entier/ })).toContainText('Rien n’a été lu ni gardé');
  expect(await ask(`select from usage_batch b where b::text like '%Martin%'`)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Déposer un fichier' }).click();

  const minutes = 61 + (Date.now() % 500);
  const text = [HEAD, ...tags.map((tag) => `${tag};${week};${minutes};2;7;3;Français`)].join('\n');
  await drop('usages.csv', text);
  const arrivals = desk.page.getByRole('region', { name: 'Ce qui est arrivé' }).getByRole('row');
  await expect(arrivals.nth(1)).toContainText('Tablettes');
  await expect(arrivals.nth(1)).toContainText('Entier');
  await drop('usages.csv', text);
  await expect(arrivals.nth(1)).toContainText('Déjà reçu');
  await desk.press(arrivals.nth(2).getByRole('link', { name: 'Tablettes' }));
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('6 lignes prises');
});

test('a teacher tells a use in two taps, and takes it back', async ({ browser }) => {
  const school = await aSchool(0, true);
  const [teacher] = await ask<{ email: string }>(
    `select c.email from assignment a join account c on c.id = a.account_id and c.active
      where a.school_id = $1 and a.role = 'teacher' and a.to_day is null order by c.email limit 1`,
    [school.id],
  );
  const phone = await Somebody.at(browser, 'phone', teacher!.email);
  const card = phone.page.locator('parc-declared-card');
  phone.clicks = 0;
  await phone.press(card.getByRole('button', { name: 'Mathématiques' }));
  await phone.press(card.getByRole('button', { name: 'Moins de 30 minutes' }));
  expect(phone.clicks).toBe(2);
  await expect(card.getByRole('listitem')).toContainText('Mathématiques');
  await card.getByRole('button', { name: 'Retirer' }).click();
  await expect(card.getByRole('listitem')).toHaveCount(0);
});
