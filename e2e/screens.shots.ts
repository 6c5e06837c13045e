import { test, type Browser, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS, type Role, SCREENS } from './screens.addresses.js';
import { LISTS, ROWS, WITHIN, WORDS } from './screens.lists.js';

/**
 * `npm run screens`: every screen by role, at phone and desk width, light and dark, into the git-ignored folder screens/,
 * with one contact sheet a role, so that a look takes minutes.
 */
const repository = join(import.meta.dirname, '..');
const folder = join(repository, 'screens');

const LOOKS = [
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desk', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'desk-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
] as const;

for (const role of Object.keys(SCREENS) as (Role | 'anybody')[]) {
  test(role, async ({ browser }) => {
    test.setTimeout(600_000);
    await mkdir(join(folder, role), { recursive: true });
    const shots: string[] = [];
    for (const look of LOOKS) shots.push(...(await shoot(browser, role, look)));
    await writeFile(join(folder, role, 'index.html'), contactSheet(role, shots));
  });
}

async function shoot(browser: Browser, role: Role | 'anybody', look: (typeof LOOKS)[number]): Promise<string[]> {
  const { name, viewport, colorScheme } = look;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'fr-FR',
    baseURL: process.env['HOUSE_ORIGIN'],
  });
  const page = await context.newPage();
  page.on(
    'console',
    (message) => message.type() === 'error' && process.stdout.write(`${role} ${name}: ${message.text()}\n`),
  );
  await page.goto('/connexion');
  if (role !== 'anybody') {
    await page.getByRole('button', { name: new RegExp(`^${LABELS[role]}`) }).click();
    await page.waitForURL('**/accueil');
  }
  const shots: string[] = [];
  for (const [index, address] of SCREENS[role].entries()) {
    const filled = await fill(page, address);
    // Nothing in that state within the role's reach today.
    if (filled === null) continue;
    await open(page, filled);
    const file = `${String(index).padStart(2, '0')}${address.replaceAll(/\W+/g, '-')}-${name}.png`;
    await page.screenshot({ path: join(folder, role, file), fullPage: true });
    shots.push(file);
  }
  await context.close();
  return shots;
}

async function open(page: Page, screen: string): Promise<void> {
  const [address, ...presses] = screen.split(' > ');
  await page.goto(address!);
  await page.waitForLoadState('networkidle');
  for (const name of presses) {
    const button = page.getByRole('button', { name }).filter({ visible: true }).first();
    // A choice is pressed by its word; a button may come after what it stands beside has been read.
    const stands = await button.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    await (stands ? button : page.getByText(name).filter({ visible: true }).first()).click();
    await page.waitForLoadState('networkidle');
  }
  await page.waitForTimeout(300);
}

/** The address with the ids its placeholders stand for; null when there is none. */
async function fill(page: Page, address: string): Promise<string | null> {
  let filled = address;
  for (const [placeholder, name] of address.matchAll(/\{([\w-]+)\}/g)) {
    const id = WORDS[name!] ?? (await firstId(page, name!));
    if (id === null) return null;
    filled = filled.replace(placeholder, id);
  }
  return filled;
}

async function firstId(page: Page, name: string): Promise<string | null> {
  const within = WITHIN[name];
  const owner = within ? await firstId(page, within.of) : null;
  if (within && owner === null) return null;
  const answer = await page.request.get(within ? within.address + owner : LISTS[name]!);
  const rows = ((await answer.json()) as Record<string, Record<string, string>[]>)[
    within?.rows ?? ROWS[name] ?? 'items'
  ];
  return rows?.[0]?.[within?.id ?? 'id'] ?? null;
}

function contactSheet(role: string, shots: readonly string[]): string {
  const figures = shots
    .map(
      (shot) =>
        `<figure><a href="${shot}"><img src="${shot}" width="320"></a><figcaption>${shot}</figcaption></figure>`,
    )
    .join('');
  return `<!doctype html><meta charset="utf-8"><title>${role}</title><style>body{display:flex;flex-wrap:wrap;gap:1rem;font:14px sans-serif}</style>${figures}`;
}
