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
  'private-body-officer': 'Organisme de gestion',
  inspector: 'Inspection',
  administrator: 'Administration',
} as const;
type Role = keyof typeof LABELS;

/** What a placeholder stands for: the first row of a list that the role reads. */
const LISTS: Record<string, string> = {
  draft: '/api/v1/orders?state=draft',
  submitted: '/api/v1/orders?state=submitted',
  approved: '/api/v1/orders?state=approved',
  scheduled: '/api/v1/orders?state=scheduled',
  'in-progress': '/api/v1/orders?state=in-progress',
  installed: '/api/v1/orders?state=installed',
  confirmed: '/api/v1/orders?state=confirmed',
  certified: '/api/v1/orders?state=certified',
  rejected: '/api/v1/orders?state=rejected',
  disputed: '/api/v1/orders?state=disputed',
  school: '/api/v1/schools?size=1',
  account: '/api/v1/accounts?size=1',
  item: '/api/v1/catalogue/items?size=1',
  contract: '/api/v1/contracts?size=1',
  convention: '/api/v1/conventions?size=1',
  proposed: '/api/v1/catalogue/items?state=proposed',
  drafted: '/api/v1/conventions?state=drafted',
  import: '/api/v1/imports?size=1',
  device: '/api/v1/equipment?state=in-service',
  waiting: '/api/v1/equipment?state=awaiting-training',
  stored: '/api/v1/equipment?state=in-stock',
  existing: '/api/v1/fleet-imports?size=1',
  delivery: '/api/v1/deliveries?incomplete=true',
  campaign: '/api/v1/campaigns?size=1',
  need: '/api/v1/needs?size=1',
  software: '/api/v1/software?attention=over-used&size=1',
  redeployment: '/api/v1/redeployments?size=1',
  ticket: '/api/v1/tickets?size=1',
  loan: '/api/v1/loans?holding=true&size=1',
  problem: '/api/v1/problems?open=true&size=1',
  solved: '/api/v1/problems?state=solved&size=1',
  remedy: '/api/v1/remedies?state=published&size=1',
  visit: '/api/v1/visits?state=closed&size=1',
  deposit: '/api/v1/deposits?size=1',
  plan: '/api/v1/upkeep-plans?size=1',
  check: '/api/v1/upkeep-checks?open=true&size=1',
  checked: '/api/v1/upkeep-checks?state=done&size=1',
  return: '/api/v1/warranty-returns?open=true&size=1',
  kit: '/api/v1/loan-kits',
  lent: '/api/v1/loans/calendar?from=2026-11-02&weeks=1',
  late: '/api/v1/loans?state=out&sort=end&direction=asc&size=1',
  dotation: '/api/v1/dotations?size=1',
  allotted: '/api/v1/dotation-parts?state=asked&size=1',
};

/** What stands in no list of its own: the first that its owner's page names. */
const WITHIN: Record<string, { of: string; address: string; rows: string; id?: string }> = {
  list: { of: 'delivery', address: '/api/v1/deliveries/', rows: 'waiting' },
  part: { of: 'campaign', address: '/api/v1/campaigns/', rows: 'parts' },
  room: { of: 'part', address: '/api/v1/campaign-parts/', rows: 'rooms', id: 'roomId' },
};

/** Answers that are no plain list: where their rows stand. */
const ROWS: Record<string, string> = { lent: 'kits' };

const ORDER_PAGES = ['submitted', 'scheduled', 'installed', 'certified'].map((state) => `/commandes/{${state}}`);

/** Addresses of each role, who is signed out at the first; after `>`, buttons pressed one after the other. */
const SCREENS: Record<Role | 'anybody', readonly string[]> = {
  anybody: [
    '/connexion',
    '/telephone',
    '/mot-de-passe',
    '/mot-de-passe?jeton=inconnu',
    '/donnees-personnelles',
    '/e/PE-000001',
  ],
  'school-head': [
    '/accueil',
    '/commandes/nouvelle',
    '/commandes/{draft}/composer',
    '/commandes/{draft}/composer > Choisir le lieu et la date',
    '/commandes/{draft}/composer > Choisir le lieu et la date > Vérifier',
    '/commandes',
    ...ORDER_PAGES,
    '/commandes/{installed} > Signaler un écart',
    '/catalogue',
    '/budget',
    '/budget > Par commande',
    '/ecole',
    '/ecole > Désigner un adjoint',
    '/parc',
    '/parc/appareils',
    '/parc/appareils/{device}',
    '/parc/annee',
    '/parc/besoins',
    '/parc/besoins/nouveau',
    '/tickets',
    '/tickets/signaler',
    '/prets',
    '/prets/emprunter',
    '/prets/emprunter/{kit}',
    '/prets/{loan}',
    '/interventions',
    '/interventions/{visit}',
    '/parc/redeploiements/{redeployment}',
    '/parc/dotation/{allotted}',
    // An id is no label: what a label that nobody knows opens.
    '/e/{device}',
    '/mon-compte',
    '/nulle-part',
    '/comptes',
  ],
  teacher: ['/accueil', '/commandes/nouvelle', '/commandes', '/budget', '/ecole'],
  technician: [
    '/accueil',
    '/commandes',
    '/accueil > Fixer la date',
    '/commandes/{scheduled}/travaux',
    '/commandes/{in-progress}/travaux',
    '/commandes/{installed}',
    '/annuaire',
    '/annuaire/{school}',
    '/tickets',
    '/tickets/{ticket}',
    '/interventions',
    '/interventions/{visit}',
    '/prets',
    '/prets/{late} > Reprendre…',
    '/entretien/controles/{check}',
    '/entretien/controles/{check}/faire',
    '/retours/{return} > Noter l’envoi…',
    '/tickets/{ticket}/clore',
    '/tickets/{ticket}/departager/{ticket}',
    '/accueil > Carte',
  ],
  installer: [
    '/accueil',
    '/commandes',
    '/commandes/{scheduled}/travaux',
    '/commandes/{scheduled}/travaux > Déplacer',
    '/commandes/{scheduled}/travaux > Commencer',
  ],
  'plan-manager': [
    '/accueil',
    '/commandes',
    '/commandes?vue=terminees',
    ...ORDER_PAGES,
    '/commandes/{submitted} > Approuver en partie',
    '/commandes/{submitted} > Refuser',
    '/commandes/{approved}',
    '/commandes/{confirmed}',
    '/commandes/{rejected}',
    '/budgets',
    '/budgets/repartir',
    '/budgets/repartir > Ajuster',
    '/budgets/virement',
    '/budgets/{school}',
    '/conventions',
    '/conventions/nouvelle',
    '/conventions/{convention}',
    '/textes-libres/commande/{submitted}',
    '/textes-libres/convention/{convention}',
    '/textes-libres/article/{item}',
    '/textes-libres/budget/{school}',
    '/textes-libres/appareil/{device}',
    '/textes-libres/besoin/{need}',
    '/textes-libres/redeploiement/{redeployment}',
    '/textes-libres/ticket/{ticket}',
    '/textes-libres/pret/{loan}',
    '/textes-libres/probleme/{problem}',
    '/textes-libres/remede/{remedy}',
    '/textes-libres/intervention/{visit}',
    '/textes-libres/travail-confie/{deposit}',
    '/textes-libres/controle/{checked}',
    '/textes-libres/retour-en-garantie/{return}',
    '/textes-libres/dotation/{dotation}',
    '/textes-libres/part-de-dotation/{allotted}',
    '/conventions/{drafted}/modifier',
    '/conventions/{convention} > Mettre fin',
    '/conventions/{convention} > Compléter la délibération',
    '/catalogue',
    '/catalogue/proposer',
    '/catalogue/articles/{item}',
    '/catalogue/articles/{proposed}/modifier',
    '/catalogue/marches',
    '/catalogue/marches/nouveau',
    '/catalogue/marches/{contract}',
    '/catalogue/marches/{contract}/modifier',
    '/annuaire',
    '/annuaire/{school}',
    '/annuaire/imports',
    '/annuaire/service',
    '/annuaire/imports/{import}',
    '/parc',
    '/parc/appareils/{waiting}',
    '/parc/appareils/{stored} > Poser dans une école',
    '/parc/ecoles/{school}',
    '/parc/annee?ecole={school}',
    '/parc/annee?ecole={school}&moment=rentree',
    '/parc/imports',
    '/parc/imports/{existing}',
    '/parc/recolements',
    '/parc/recolements/nouveau',
    '/parc/recolements/{campaign}',
    '/parc/recolements/{campaign}/proces-verbal',
    '/parc/recolement/{part}',
    '/parc/recolement/{part}/salles/{room}',
    '/parc/logiciels',
    '/parc/logiciels/{software}',
    '/parc/logiciels/{software} > Noter un avis',
    '/parc/logiciels/{software} > Ajouter une licence',
    '/parc/logiciels/nouveau',
    '/parc/logiciels/licences',
    '/parc/ecarts',
    '/parc/socle',
    '/parc/besoins',
    '/parc/besoins/{need}',
    '/parc/redeploiements',
    '/parc/redeploiements/{redeployment}',
    '/tickets',
    '/tickets/a-imputer',
    '/tickets/{ticket}',
    '/problemes',
    '/problemes/nouveau',
    '/problemes/{problem}',
    '/problemes/{solved}',
    '/remedes',
    '/remedes/nouveau',
    '/remedes/{remedy}',
    '/remedes/{remedy}/modifier',
    '/interventions',
    '/interventions/{visit}',
    '/prets',
    '/prets/liste',
    '/prets/{loan}',
    '/entretien',
    '/entretien/controles',
    '/entretien/controles/{checked}',
    '/entretien/plans/{plan}',
    '/entretien/plans/{plan}/modifier',
    '/entretien/plans/nouveau',
    '/retours',
    '/retours/{return}',
    '/prets/kits',
    '/prets/kits/nouveau',
    '/prets/kits/{lent}',
    '/parc/dotations',
    '/parc/dotations/nouvelle',
    '/parc/dotations/livraisons',
    '/parc/dotations/{dotation}',
    '/parc/dotation/{allotted}',
    '/parc/livraisons',
    '/parc/livraisons/nouvelle',
    '/parc/livraisons/{delivery}',
    '/parc/livraisons/{delivery}/listes/{list}',
    '/comptes',
    '/comptes/inviter',
    '/comptes/{account}',
    '/taches',
    '/pilotage',
  ],
  committee: ['/accueil', '/entretien', '/pilotage', '/annuaire', '/budgets', '/conventions'],
  'commune-officer': ['/accueil', '/annuaire', '/commandes', '/conventions', '/budgets'],
  'private-body-officer': ['/accueil', '/annuaire', '/commandes', '/conventions', '/budgets'],
  inspector: ['/accueil', '/annuaire', '/annuaire/{school}', '/commandes'],
  administrator: ['/accueil', '/comptes', '/comptes/{account}', '/comptes/inviter', '/taches', '/courriels'],
};

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
    const button = page.getByRole('button', { name }).filter({ visible: true });
    // A choice is pressed by its word.
    const pressed = (await button.count()) > 0 ? button : page.getByText(name).filter({ visible: true });
    await pressed.first().click();
    await page.waitForLoadState('networkidle');
  }
  await page.waitForTimeout(300);
}

/** The address with the ids its placeholders stand for; null when there is none. */
async function fill(page: Page, address: string): Promise<string | null> {
  let filled = address;
  for (const [placeholder, name] of address.matchAll(/\{([\w-]+)\}/g)) {
    const id = await firstId(page, name!);
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
