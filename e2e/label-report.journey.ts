import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from './journey.js';

/** A breakdown said by somebody without account, from a label, on a phone; its school's head confirms it, another is discarded. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function onPhone(browser: Browser, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'], ...PHONE, colorScheme });
  return context.newPage();
}

async function head(browser: Browser): Promise<Page> {
  const page = await onPhone(browser);
  await page.goto('/connexion');
  await page.getByRole('button', { name: /^Direction d’école/ }).click();
  await page.waitForURL('**/accueil');
  return page;
}

interface Device {
  id: string;
  tag: string;
}

/** Devices of the head's school of which nobody has said anything. */
async function wholeDevices(page: Page): Promise<Device[]> {
  const items = async (address: string) =>
    ((await (await page.request.get(address)).json()) as { items: Record<string, string>[] }).items;
  const devices = (await items('/api/v1/equipment?state=in-service&size=100')) as unknown as Device[];
  const said = (await items('/api/v1/label-reports')).map(({ equipmentId }) => equipmentId);
  const broken = (await items('/api/v1/tickets?open=true&size=100')).map(({ equipmentTag }) => equipmentTag);
  return devices.filter(({ id, tag }) => !said.includes(id) && !broken.includes(tag));
}

test('somebody without account reports from a label in a few taps, and the head makes a ticket of it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const home = await head(browser);
  const [device] = await wholeDevices(home);
  const phone = await onPhone(browser);
  await phone.goto(`/e/${device!.tag}`);
  await expect(phone.getByText(`Étiquette ${device!.tag}`)).toBeVisible();
  // Said to be off, it still answers what is missing.
  await phone.getByRole('button', { name: 'Envoyer le signalement' }).click({ force: true });
  await expect(phone.getByText('Dites d’abord ce qui se passe.')).toBeVisible();
  await phone.getByText('Clavier ou souris').click();
  await expect(phone.getByText('Avant d’envoyer :')).toBeVisible();
  await phone.getByText('Ailleurs').click();
  await phone.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(phone.getByRole('heading', { name: 'C’est signalé' })).toBeFocused();
  await expect(phone.getByText('La direction de l’école est prévenue.')).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Déjà signalé' })).toBeVisible();
  await expect(phone.getByText('La direction de l’école est au courant')).toBeVisible();

  await home.reload();
  const card = home.getByRole('region', { name: /à confirmer$/ });
  await expect(card).toBeVisible();
  const more = card.getByRole('button', { name: /autres? signalements?$/ });
  if (await more.isVisible()) await more.click();
  const line = card.getByRole('listitem').filter({ hasText: device!.tag });
  await expect(line).toContainText('Vu ailleurs que dans sa salle.');
  await line.getByRole('button', { name: /^Confirmer/ }).click();
  await line.getByText('Toute la classe').click();
  await line.getByText('Oui, autrement').click();
  await line.getByRole('button', { name: 'Signaler à la métropole' }).click();
  await home.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  await expect(home.getByText('Signalé depuis son étiquette, sans compte').first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('La métropole est au courant de cette panne.')).toBeVisible();
});

test('a report that is none is discarded for a reason; what was tried and works is never sent', async ({ browser }) => {
  test.setTimeout(120_000);
  const home = await head(browser);
  const [, device, other] = await wholeDevices(home);
  const phone = await onPhone(browser);
  await phone.goto(`/e/${other!.tag}`);
  await phone.getByText('Ne s’allume plus').click();
  await phone.getByRole('button', { name: 'C’est réglé' }).click();
  await expect(phone.getByText('Rien n’est signalé.')).toBeVisible();
  await phone.goto(`/e/${device!.tag}`);
  await phone.getByText('Autre chose').click();
  await phone.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(phone.getByRole('heading', { name: 'C’est signalé' })).toBeVisible();

  await home.reload();
  const card = home.getByRole('region', { name: /à confirmer$/ });
  const more = card.getByRole('button', { name: /autres? signalements?$/ });
  await expect(card).toBeVisible();
  if (await more.isVisible()) await more.click();
  await expect(card.getByText(other!.tag)).toHaveCount(0);
  const line = card.getByRole('listitem').filter({ hasText: device!.tag });
  await line.getByRole('button', { name: /^Écarter/ }).click();
  await line.getByText('Il fonctionne').click();
  await line.getByRole('button', { name: 'Écarter ce signalement' }).click();
  await expect(home.getByText('Signalement écarté')).toBeVisible();
  await expect(card.getByText(device!.tag)).toHaveCount(0);
});

/** Of a page at rest: a colour that is on its way is nobody's. */
async function violationsOf(page: Page) {
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
  return (await new AxeBuilder({ page }).analyze()).violations;
}

test('a label that opens nothing says so, and the page is read by everybody', async ({ browser }) => {
  test.setTimeout(120_000);
  // The last one: those who run beside this test report the first ones.
  const device = (await wholeDevices(await head(browser))).at(-1);
  for (const colorScheme of ['light', 'dark'] as const) {
    const phone = await onPhone(browser, colorScheme);
    await phone.goto('/e/PE-999999');
    await expect(phone.getByRole('heading', { name: 'Étiquette inconnue' })).toBeVisible();
    expect(await violationsOf(phone)).toEqual([]);
    await phone.goto(`/e/${device!.tag}`);
    await phone.getByText('Ne s’allume plus').click();
    expect(await violationsOf(phone)).toEqual([]);
    // At four times its size, nothing is cut off.
    await phone.setViewportSize({ width: 320, height: 640 });
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  }
});
