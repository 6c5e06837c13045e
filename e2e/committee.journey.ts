import { readFile } from 'node:fs/promises';
import { expect, test } from './journey.js';
import { Caller } from './caller.js';
import { Somebody } from './people.js';

// One after the other: the job below runs once at a time.
test.describe.configure({ mode: 'default' });

/** Figures are worked out by a job that a journey's house does not run by itself. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const administrator = await Caller.as('administration@demonstration.example');
  await administrator.post('/jobs/figures/run', {});
});

test('from the overview to the ten worst-equipped schools in REP in three clicks, shared, exported, printed', async ({
  browser,
}) => {
  const member = await Somebody.at(browser, 'desk', 'comite@demonstration.example');
  const { page } = member;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByRole('listbox', { name: /par commune/ })).toBeVisible();

  // One: REP. Two: its option. Three: the ten.
  const network = page.getByRole('combobox', { name: 'REP et hors REP' });
  await member.press(network);
  member.clicks++;
  await network.selectOption({ label: 'REP' });
  await expect(page).toHaveURL(/reseau=REP/);
  await member.press(page.getByRole('link', { name: /^Les dix écoles les plus basses/ }));
  expect(member.clicks).toBe(3);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Les dix écoles les plus basses/);
  const rows = page.locator('parc-data-table tbody tr');
  await expect(rows).toHaveCount(10);
  const first = await rows.first().innerText();
  for (const row of await rows.allInnerTexts()) expect(row).toContain('REP');

  // Shared: whoever opens the address reads the same ten.
  await page.getByRole('button', { name: 'Copier l’adresse' }).click();
  await member.sees('Adresse copiée');
  const address = await page.evaluate<string>('navigator.clipboard.readText()');
  const other = await Somebody.at(browser, 'desk', 'gestion@demonstration.example');
  await other.page.goto(address);
  await expect(other.page.locator('parc-data-table tbody tr').first()).toHaveText(first.replaceAll(/\s+/g, ' '), {
    useInnerText: true,
  });

  // Exported: the schools of the filter alone, the worst first.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter' }).click(),
  ]);
  const lines = (await readFile((await file.path())!, 'utf8')).trim().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.slice(1).every((line) => /(^|;)REP(;|$)/.test(line))).toBe(true);

  // Printed: its filters on the paper, and nothing of the frame.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Filtres : public et privé, REP.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pièces', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
});

test('the wall by keyboard: arrows from one objective to the next, Échap back to the overview', async ({ browser }) => {
  const member = await Somebody.at(browser, 'desk', 'comite@demonstration.example');
  const { page } = member;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/pilotage?secteur=public');
  await page.getByRole('link', { name: 'Présenter' }).click();
  await member.sees('Objectif 1 sur 6');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Ce qu’il ne dit pas' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await member.sees('Objectif 2 sur 6');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await member.sees('Objectif 1 sur 6');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/pilotage\?secteur=public$/);
});

test('the map by keyboard: arrows walk, Entrée opens a commune, Échap returns', async ({ browser }) => {
  const member = await Somebody.at(browser, 'desk', 'comite@demonstration.example');
  const { page } = member;
  await page.goto('/communes');
  const map = page.getByRole('listbox', { name: /par commune/ });
  await map.focus();
  const at = () => map.getAttribute('aria-activedescendant');
  const start = await at();
  await page.keyboard.press('ArrowDown');
  await expect.poll(at).not.toBe(start);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/communes\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('la commune médiane est à');
  await page.getByRole('listbox', { name: /par commune/ }).focus();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/communes(\?.*)?$/);
});

test('a commune reads the figures of its own schools, and no map of the others', async ({ browser }) => {
  const officer = await Somebody.at(browser, 'desk', 'commune.sorbiers@demonstration.example');
  const { page } = officer;
  await page.getByRole('link', { name: 'Chiffres' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('sous le niveau de base');
  await expect(page.getByRole('combobox', { name: 'Public et privé' })).toHaveCount(0);
  await page.goto('/communes');
  await officer.sees('Cette page n’est pas là');
});
