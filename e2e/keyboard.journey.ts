import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './journey.js';
import { Somebody } from './people.js';
import { ask, aSchool } from './plan.js';

async function foundByAxe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

/** What one sees and touches in the middle of a row: not the row, when it is below an edge or behind the bar of a phone. */
async function seenAt(page: Page, row: Locator): Promise<string | null> {
  const { x, y, width, height } = (await row.boundingBox())!;
  return page.evaluate(`document.elementFromPoint(${x + width / 2}, ${y + height / 2})?.closest('li')?.id ?? null`);
}

test('a dialog says its name, keeps the keyboard, and gives the focus back to the button that opened it', async ({
  browser,
}) => {
  const { head } = await aSchool(40_000);
  const { page } = await Somebody.at(browser, 'desk', head);
  await page.goto('/ecole');
  const opener = page.getByRole('button', { name: /^Retirer / }).first();
  const dialog = page.getByRole('dialog', { name: /^Retirer la salle / });
  await opener.press('Enter');
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleDescription(/Elle n’est plus proposée/);
  expect(await foundByAxe(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Annuler' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  // Before the first control stands the browser itself, never the page behind.
  await expect(page.locator('main :focus')).toHaveCount(await dialog.locator(':focus').count());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await dialog.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(opener).toBeFocused();
});

for (const device of ['desk', 'phone'] as const) {
  test(`a picker shows the row that the arrows point at, on a ${device}`, async ({ browser }) => {
    const [manager] = await ask<{ email: string }>(
      `select c.email from assignment a join account c on c.id = a.account_id where a.role = 'plan-manager' order by c.email limit 1`,
    );
    const { page } = await Somebody.at(browser, device, manager!.email);
    await page.goto('/budgets/virement');
    const box = page.getByRole('combobox', { name: 'École' });
    const rows = page.getByRole('option');
    await box.focus();
    await expect(rows.nth(7)).toBeAttached();
    await box.press('ArrowUp');
    const id = (await rows.last().getAttribute('id'))!;
    await expect(box).toHaveAttribute('aria-activedescendant', id);
    expect(await seenAt(page, rows.last())).toBe(id);
    expect(await foundByAxe(page)).toEqual([]);
    await box.press('ArrowUp');
    const name = await rows.nth(-2).locator('span').first().textContent();
    await box.press('Enter');
    await expect(box).toHaveValue(name!);
    await expect(box).toBeFocused();
    await box.press('Backspace');
    await expect(box).toHaveValue(name!.slice(0, -1));
  });
}

test('an act by keyboard leaves the person where they were, refused or done, and never at the top of the page', async ({
  browser,
}) => {
  const { head } = await aSchool(40_000);
  const { page } = await Somebody.at(browser, 'desk', head);
  await page.goto('/ecole');
  const card = page.locator('parc-access-card');
  const place = () => card.evaluate((element) => element.matches(':focus-within'));
  // A form in the place of its button, and the other way round.
  await card.getByRole('button', { name: 'Modifier' }).press('Enter');
  await expect(card.getByRole('button', { name: 'Revenir' })).toBeVisible();
  await expect.poll(place).toBe(true);
  await card.getByRole('button', { name: 'Revenir' }).press('Enter');
  await expect(card.getByRole('button', { name: 'Revenir' })).toHaveCount(0);
  await expect.poll(place).toBe(true);
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Modifier' })).toBeFocused();
  await page.keyboard.press('Enter');
  // Refused: the button, which could not be pressed meanwhile, has the focus again.
  await page.route('**/api/v1/schools/**', (route) =>
    route.request().method() === 'GET'
      ? route.continue()
      : route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { status: 503, code: 'server.busy', title: 'Le serveur est occupé. Réessayez dans un instant.' },
        }),
  );
  const send = card.getByRole('button', { name: /^Enregistrer/ });
  await send.press('Enter');
  await expect(card.getByRole('alert')).toBeVisible();
  await expect(send).toBeFocused();
});
