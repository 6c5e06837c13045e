import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './journey.js';

/** The first screens of each role, in one theme and the other: axe finds nothing. After a comma: a part of a role's. */
const SCREENS: Record<string, readonly string[]> = {
  'Direction d’école': [
    '/accueil',
    '/commandes/nouvelle',
    '/commandes',
    '/budget',
    '/ecole',
    '/ecole/materiel',
    '/parc',
    '/parc/annee',
    '/parc/besoins/nouveau',
    '/tickets',
    '/tickets/signaler',
    '/interventions',
    '/prets',
    '/prets/emprunter',
    '/formations',
    '/formations/les-miennes',
    '/formations/accompagnements',
    '/formations/accompagnements/demander',
    '/formations/attestations',
  ],
  'Technicien de proximité': [
    '/accueil',
    '/scanner',
    '/parc/etiquettes',
    '/tickets',
    '/prets',
    '/mon-compte',
    '/telephone',
  ],
  'Gestion du plan': [
    '/accueil',
    '/commandes',
    '/budgets',
    '/conventions',
    '/catalogue',
    '/annuaire',
    '/annuaire/imports',
    '/annuaire/service',
  ],
  'Gestion du plan, parc': [
    '/parc',
    '/parc/imports',
    '/parc/livraisons',
    '/parc/logiciels',
    '/parc/logiciels/nouveau',
    '/parc/logiciels/licences',
    '/parc/logiciels/appareils',
    '/parc/ecarts',
    '/parc/socle',
    '/parc/besoins',
    '/parc/redeploiements',
    '/parc/dotations',
    '/parc/dotations/nouvelle',
    '/parc/dotations/livraisons',
    '/parc/livraisons/nouvelle',
    '/parc/recolements',
    '/parc/recolements/nouveau',
    '/parc/sorties',
    '/parc/valeur',
    '/parc/reemploi',
    '/parc/reglages',
    '/parc/fin-de-vie',
  ],
  'Gestion du plan, tickets et prêts': [
    '/tickets/a-imputer',
    '/tickets/courriels-refuses',
    '/interventions',
    '/prets',
    '/prets/liste',
    '/prets/kits',
    '/prets/kits/nouveau',
    '/travaux-confies',
    '/pilotage/usages',
    '/pilotage/usages/arrivees',
    '/pilotage/usages/format',
    '/pilotage/usages/sources',
  ],
  'Gestion du plan, formations': [
    '/formations',
    '/formations/calendrier',
    '/formations/proposer',
    '/formations/modules',
    '/formations/modules/nouveau',
    '/formations/accompagnements/nombres',
  ],
  'Gestion du plan, problèmes et remèdes': ['/problemes', '/problemes/nouveau', '/remedes', '/remedes/nouveau'],
  Inspection: [
    ...['/accueil', '/formations', '/formations/heures', '/formations/heures/a-dire'],
    ...['/formations/besoins', '/formations/attente'],
  ],
  'Formateur numérique': [
    '/accueil',
    '/formations',
    '/formations/heures',
    '/formations/agenda',
    '/formations/accompagnements',
  ],
  'Comité de pilotage': ['/accueil'],
  'Organisme de gestion': ['/accueil', '/conventions', '/formations'],
  Administration: ['/accueil', '/comptes', '/taches', '/courriels'],
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, addresses] of Object.entries(SCREENS)) {
    test(`${name}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({ baseURL: process.env['HOUSE_ORIGIN'], colorScheme });
      const page = await context.newPage();
      await page.goto('/connexion');
      await page.getByRole('button', { name: new RegExp(`^${name.split(',')[0]}`) }).click();
      await page.waitForURL('**/accueil');
      for (const address of addresses) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([]);
      }
      await context.close();
    });
  }
}
