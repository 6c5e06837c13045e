import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';

const WORDS = 'L’usage progresse partout où un enseignant a été formé.';

test('what a meeting decides on is frozen, opened again the same to the byte, and read as a report', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const manager = await Somebody.at(browser, 'desk', 'gestion@demonstration.example');
  const { page } = manager;
  await page.goto('/editions/nouvelle');
  await page.getByLabel('Titre').fill('Comité de décembre');
  await page.getByLabel('Une bonne nouvelle').fill(WORDS);
  await page.getByRole('button', { name: 'Figer cette édition' }).click();
  await expect(page).toHaveURL(/\/editions\/[0-9a-f-]{36}$/, { timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comité de décembre');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const address = (name: string) => `/api/v1/editions/${id}/part?name=${name}`;
  const parts = ['chiffres.json', 'ouvert/indicateurs.csv', 'rapport.pdf'];
  const frozen = async () =>
    Promise.all(
      [`/api/v1/editions/${id}/manifest`, ...parts.map(address)].map(async (one) =>
        (await page.request.get(one)).body(),
      ),
    );
  const before = await frozen();

  // What it was made of changes: a target, and the figures worked out anew.
  const desk = await Caller.as('gestion@demonstration.example');
  const { version } = (await (await page.request.get('/api/v1/figures/below-level/target')).json()) as {
    version: number;
  };
  await desk.put('/figures/below-level/target', { value: 5, by: '2030-06-30', source: 'Comité' }, version);
  await (await Caller.as('administration@demonstration.example')).post('/jobs/figures/run', {});
  const after = await frozen();
  for (const [place, bytes] of before.entries()) expect(after[place]!.equals(bytes)).toBe(true);

  // The committee reads the same report, on a screen that listens too.
  const member = await Somebody.at(browser, 'phone', 'comite@demonstration.example');
  await member.page.goto(`/editions/${id}/rapport`);
  await expect(member.page.getByRole('heading', { level: 1 })).toHaveText('Plan Numérique à l’École');
  await member.sees(WORDS);
  await expect(member.page.getByRole('heading', { name: 'L’année en six chiffres' })).toBeVisible();
  expect((await new AxeBuilder({ page: member.page }).analyze()).violations).toEqual([]);

  // Corrected only by a new one that says why.
  await page.reload();
  await page.getByRole('link', { name: 'Corriger' }).click();
  await page.getByLabel('Ce qui est corrigé').fill('Une école manquait.');
  await page.getByRole('button', { name: 'Figer la correction' }).click();
  await expect(page.getByText('Remplace l’édition')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('heading', { name: 'Comparée à une autre édition' })).toBeVisible();
  await page.goto('/editions');
  await expect(page.getByText('Remplacée par l’édition')).toBeVisible();
});
