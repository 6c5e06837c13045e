import { test, type Browser, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `npm run screens`: every screen by role, at phone and desk width, light and dark, into the git-ignored folder screens/,
 * with one contact sheet a role, so that a look takes minutes.
 */
const repository = join(import.meta.dirname, '..');
const folder = join(repository, 'screens');

const LABELS = {
  'school-head': 'Direction d’école',
  teacher: 'Enseignant',
  technician: 'Technicien de proximité',
  installer: 'Installateur',
  'plan-manager': 'Gestion du plan',
  committee: 'Comité de pilotage',
  'commune-officer': 'Commune',
  inspector: 'Inspection',
  administrator: 'Administration',
} as const;
type Role = keyof typeof LABELS;

/** Addresses of each role; `first:` opens the first link of the list before it that leads there. */
const SCREENS: Record<Role, readonly string[]> = {
  'school-head': [
    '/accueil',
    '/commandes/nouvelle',
    '/commandes',
    'first:/commandes/',
    '/catalogue',
    '/budget',
    '/ecole',
    '/mon-compte',
  ],
  teacher: ['/accueil', '/commandes', '/budget', '/ecole'],
  technician: ['/accueil', '/commandes', '/annuaire', 'first:/annuaire/'],
  installer: ['/accueil', '/commandes'],
  'plan-manager': [
    '/accueil',
    '/commandes',
    'first:/commandes/',
    '/budgets',
    '/budgets/repartir',
    '/conventions',
    'first:/conventions/',
    '/catalogue',
    'first:/catalogue/',
    '/annuaire',
    'first:/annuaire/',
    '/annuaire/imports',
    '/comptes',
    '/taches',
    '/pilotage',
  ],
  committee: ['/accueil', '/pilotage', '/annuaire', '/budgets'],
  'commune-officer': ['/accueil', '/annuaire', '/commandes', '/conventions'],
  inspector: ['/accueil', '/annuaire', '/commandes'],
  administrator: ['/accueil', '/comptes', 'first:/comptes/', '/taches', '/courriels'],
};

const LOOKS = [
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desk', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'desk-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
] as const;

for (const role of Object.keys(SCREENS) as Role[]) {
  test(role, async ({ browser }) => {
    test.setTimeout(600_000);
    await mkdir(join(folder, role), { recursive: true });
    const shots: string[] = [];
    for (const look of LOOKS) shots.push(...(await shoot(browser, role, look)));
    await writeFile(join(folder, role, 'index.html'), contactSheet(role, shots));
  });
}

async function shoot(browser: Browser, role: Role, look: (typeof LOOKS)[number]): Promise<string[]> {
  const { name, viewport, colorScheme } = look;
  const context = await browser.newContext({ viewport, colorScheme, baseURL: process.env['HOUSE_ORIGIN'] });
  const page = await context.newPage();
  page.on(
    'console',
    (message) => message.type() === 'error' && process.stdout.write(`${role} ${name}: ${message.text()}\n`),
  );
  await page.goto('/connexion');
  await page.getByRole('button', { name: new RegExp(`^${LABELS[role]}`) }).click();
  await page.waitForURL('**/accueil');
  const shots: string[] = [];
  for (const [index, address] of SCREENS[role].entries()) {
    await open(page, address);
    const file = `${String(index).padStart(2, '0')}-${address.replace(/^first:/, 'one').replaceAll('/', '-')}-${name}.png`;
    await page.screenshot({ path: join(folder, role, file), fullPage: name.startsWith('phone') });
    shots.push(file);
  }
  await context.close();
  return shots;
}

async function open(page: Page, address: string): Promise<void> {
  if (address.startsWith('first:')) {
    const link = page.locator(`main a[href^="${address.slice(6)}"]`).first();
    const href = await link.getAttribute('href', { timeout: 3_000 }).catch(() => null);
    if (href) await page.goto(href);
  } else {
    await page.goto(address);
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
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
