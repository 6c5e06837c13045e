import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '@parc/domain';
import { routes } from './routes';
import { blankRooms, type Page, pagesOf } from './routes.fixture';
import { Session } from './shell/session';
import { sessionState } from './shell/session.fixture';

const SCHOOL = ['school-head', 'teacher'] as const;
const ROUND = ['technician', 'installer'] as const;
const MANAGER = ['plan-manager'] as const;
const OWNERS = ['commune-officer', 'private-body-officer'] as const;
const CIRCONSCRIPTION = ['inspector', 'digital-trainer'] as const;
const COMMITTEE = ['committee'] as const;
const ADMINISTRATOR = ['administrator'] as const;

const READ_ORDERS = [...SCHOOL, ...ROUND, ...MANAGER, ...OWNERS, ...CIRCONSCRIPTION];
const READ_SCHOOLS = [...ROUND, ...MANAGER, ...OWNERS, ...CIRCONSCRIPTION, ...COMMITTEE];
const READ_CATALOGUE = [...ROUND, ...MANAGER, ...CIRCONSCRIPTION, ...COMMITTEE];
const READ_CONVENTIONS = [
  'school-head',
  'technician',
  ...MANAGER,
  ...OWNERS,
  ...CIRCONSCRIPTION,
  ...COMMITTEE,
] as const;
const READ_NEEDS = [...SCHOOL, 'technician', ...MANAGER] as const;
const FOLLOW_CAMPAIGNS = ['technician', ...MANAGER] as const;
const READ_KIT = [...READ_NEEDS, ...OWNERS, ...CIRCONSCRIPTION];
const REPAIR = ['technician', ...MANAGER] as const;
const BUILD_TRAININGS = [...MANAGER, ...CIRCONSCRIPTION] as const;
const READ_WAITING = ['technician', ...MANAGER, 'private-body-officer', ...CIRCONSCRIPTION] as const;
const READ_TICKETS = [...READ_NEEDS, ...OWNERS];
const READ_FIGURES = [...COMMITTEE, ...MANAGER, ...OWNERS, 'inspector'] as const;
const FOLLOW_BUDGETS = [...MANAGER, ...COMMITTEE, ...OWNERS];

/** Who may open an address, written a second time by role. "title of the page" where an address has one for each. */
const OPEN: Record<string, readonly Role[]> = {
  'accueil Bureau': MANAGER,
  'accueil Tournée': ROUND,
  'accueil Vue d’ensemble': COMMITTEE,
  'accueil Accueil': [...SCHOOL, ...OWNERS, ...CIRCONSCRIPTION, ...ADMINISTRATOR],
  'commandes Commandes': READ_ORDERS,
  'commandes/nouvelle Commander une installation': SCHOOL,
  'commandes/:id/composer Commander une installation': SCHOOL,
  'commandes/:id/travaux Travaux': ROUND,
  'commandes/:id Commande': READ_ORDERS,
  'budget Budget': SCHOOL,
  'budgets Budgets': FOLLOW_BUDGETS,
  'budgets/repartir Répartir les budgets': MANAGER,
  'budgets/virement Virer d’un budget à un autre': MANAGER,
  'budgets/:schoolId Budget': FOLLOW_BUDGETS,
  'catalogue Catalogue': [...SCHOOL, ...READ_CATALOGUE],
  'catalogue/proposer Proposer un article': MANAGER,
  'catalogue/articles/:id Article': READ_CATALOGUE,
  'catalogue/articles/:id/modifier Modifier un article': MANAGER,
  'catalogue/marches Marchés': MANAGER,
  'catalogue/marches/nouveau Nouveau marché': MANAGER,
  'catalogue/marches/:id Marché': MANAGER,
  'catalogue/marches/:id/modifier Modifier un marché': MANAGER,
  'conventions Conventions': READ_CONVENTIONS,
  'conventions/nouvelle Préparer une convention': MANAGER,
  'conventions/:id Convention': READ_CONVENTIONS,
  'conventions/:id/modifier Modifier une convention': MANAGER,
  'annuaire Écoles': READ_SCHOOLS,
  'annuaire/imports Importer un fichier': MANAGER,
  'annuaire/imports/:id Import': MANAGER,
  'annuaire/service Horaires et délais': MANAGER,
  'annuaire/:id/materiel Matériel et formation': READ_WAITING,
  'annuaire/:id École': READ_SCHOOLS,
  'ecole L’école': SCHOOL,
  'ecole/materiel Matériel et formation': SCHOOL,
  'parc Parc': READ_ORDERS,
  'parc/appareils Appareils': READ_ORDERS,
  'parc/appareils/:id Appareil': READ_ORDERS,
  'parc/annee Début et fin d’année': ['school-head', 'technician', ...MANAGER],
  'parc/ecoles/:id Parc de l’école': READ_ORDERS,
  'parc/logiciels Logiciels': ['technician', ...MANAGER],
  'parc/logiciels/nouveau Ajouter un logiciel': MANAGER,
  'parc/logiciels/licences Licences': ['technician', ...MANAGER],
  'parc/logiciels/appareils Un logiciel sur plusieurs appareils': ['technician', ...MANAGER],
  'parc/logiciels/:id Logiciel': ['technician', ...MANAGER],
  'parc/etiquettes Étiquettes': ['technician', ...MANAGER],
  'scanner Lire une étiquette': READ_ORDERS,
  'parc/sorties Registre des sorties': ['technician', ...MANAGER],
  'parc/fin-de-vie Fin de vie': ['technician', ...MANAGER],
  'parc/valeur Valeur du parc': [...MANAGER],
  'parc/reemploi Réemploi': [...MANAGER],
  'parc/reglages Valeur et dons': [...MANAGER],
  'parc/livraisons Livraisons': ['technician', ...MANAGER],
  'parc/livraisons/nouvelle Recevoir une livraison': ['technician', ...MANAGER],
  'parc/livraisons/:id Livraison': ['technician', ...MANAGER],
  'parc/livraisons/:id/listes/:listId Réception': ['technician', ...MANAGER],
  'parc/imports Reprendre un parc existant': MANAGER,
  'parc/imports/:id Liste de matériel': MANAGER,
  'parc/recolements Récolements': FOLLOW_CAMPAIGNS,
  'parc/recolements/nouveau Préparer un récolement': MANAGER,
  'parc/recolements/:id Récolement': FOLLOW_CAMPAIGNS,
  'parc/recolements/:id/proces-verbal Procès-verbal de récolement': FOLLOW_CAMPAIGNS,
  'parc/recolement/:id Récolement': READ_NEEDS,
  'parc/recolement/:id/salles/:roomId Récolement': READ_NEEDS,
  'parc/socle Le socle': READ_KIT,
  'parc/ecarts Écarts au socle': READ_KIT,
  'parc/besoins Besoins': READ_NEEDS,
  'parc/besoins/nouveau Dire un besoin': ['school-head'],
  'parc/besoins/:id Besoin': READ_NEEDS,
  'parc/dotations Dotations': FOLLOW_CAMPAIGNS,
  'parc/dotations/nouvelle Préparer une dotation': MANAGER,
  'parc/dotations/livraisons Livraisons prévues': FOLLOW_CAMPAIGNS,
  'parc/dotations/:id Dotation': FOLLOW_CAMPAIGNS,
  'parc/dotation/:id Dotation d’une école': [...READ_NEEDS, 'commune-officer', 'private-body-officer'],
  'parc/redeploiements Redéploiements': READ_NEEDS,
  'parc/redeploiements/:id Redéploiement': READ_NEEDS,
  'e/:tag Étiquette': READ_ORDERS,
  'mon-compte Votre compte': ROLES,
  'comptes Comptes': [...MANAGER, ...ADMINISTRATOR],
  'comptes/inviter Inviter une personne': [...MANAGER, ...ADMINISTRATOR],
  'comptes/:id Compte': [...MANAGER, ...ADMINISTRATOR],
  'taches Tâches de nuit': [...MANAGER, ...ADMINISTRATOR],
  'courriels Courriels': ADMINISTRATOR,
  'textes-libres/controle/:id Textes libres': MANAGER,
  'textes-libres/formation/:id Textes libres': MANAGER,
  'textes-libres/accompagnement/:id Textes libres': MANAGER,
  'catalogue/pilotes/:id École pilote': [...SCHOOL, ...MANAGER],
  'textes-libres/retour-en-garantie/:id Textes libres': MANAGER,
  'textes-libres/commande/:id Textes libres': MANAGER,
  'textes-libres/convention/:id Textes libres': MANAGER,
  'textes-libres/article/:id Textes libres': MANAGER,
  'textes-libres/budget/:id Textes libres': MANAGER,
  'textes-libres/appareil/:id Textes libres': MANAGER,
  'textes-libres/besoin/:id Textes libres': MANAGER,
  'textes-libres/redeploiement/:id Textes libres': MANAGER,
  'textes-libres/ticket/:id Textes libres': MANAGER,
  'textes-libres/pret/:id Textes libres': MANAGER,
  'textes-libres/probleme/:id Textes libres': MANAGER,
  'textes-libres/remede/:id Textes libres': MANAGER,
  'textes-libres/intervention/:id Textes libres': MANAGER,
  'textes-libres/travail-confie/:id Textes libres': MANAGER,
  'textes-libres/dotation/:id Textes libres': MANAGER,
  'textes-libres/part-de-dotation/:id Textes libres': MANAGER,
  'tickets Tickets': READ_TICKETS,
  'tickets/signaler Signaler une panne': READ_NEEDS,
  'tickets/a-imputer À imputer': MANAGER,
  'tickets/courriels-refuses Courriels refusés': MANAGER,
  'tickets/:id Ticket': READ_TICKETS,
  'problemes Problèmes': REPAIR,
  'problemes/nouveau Réunir sous un problème': REPAIR,
  'problemes/:id Problème': REPAIR,
  'remedes Remèdes': REPAIR,
  'remedes/nouveau Écrire un remède': REPAIR,
  'remedes/:id Remède': REPAIR,
  'remedes/:id/modifier Modifier un remède': REPAIR,
  'travaux-confies Travaux confiés': MANAGER,
  'pilotage/usages Usages': MANAGER,
  'pilotage/usages/arrivees Fichiers d’usage': MANAGER,
  'pilotage/usages/arrivees/:id Fichier d’usage': MANAGER,
  'pilotage/usages/format Le format attendu': MANAGER,
  'pilotage/usages/sources Sources et jetons': MANAGER,
  'entretien Entretien': ['technician', ...MANAGER, ...COMMITTEE],
  'entretien Contrôles': [...READ_NEEDS, 'commune-officer'],
  'entretien/controles Contrôles': ['technician', ...MANAGER],
  'entretien/controles/:id/faire Faire le contrôle': ['technician'],
  'entretien/controles/:id Contrôle': READ_NEEDS,
  'entretien/plans/nouveau Nouveau plan d’entretien': MANAGER,
  'entretien/plans/:id/modifier Modifier un plan d’entretien': MANAGER,
  'entretien/plans/:id Plan d’entretien': ['technician', ...MANAGER],
  'retours Retours en garantie': [...READ_NEEDS, 'commune-officer'],
  'retours/:id Retour en garantie': READ_NEEDS,
  'prets Prêts': READ_NEEDS,
  'prets/liste Tous les prêts': ['technician', ...MANAGER],
  'prets/emprunter Emprunter': SCHOOL,
  'prets/emprunter/:id Emprunter': SCHOOL,
  'prets/kits Kits de prêt': MANAGER,
  'prets/kits/nouveau Nouveau kit de prêt': MANAGER,
  'prets/kits/:id Kit de prêt': MANAGER,
  'prets/:id Prêt': READ_NEEDS,
  'formations/les-miennes Mes formations': SCHOOL,
  'formations/proposer Proposer une session': BUILD_TRAININGS,
  'formations/calendrier Calendrier des formations': BUILD_TRAININGS,
  'formations/modules Modules': BUILD_TRAININGS,
  'formations/modules/nouveau Nouveau module': MANAGER,
  'formations/modules/:id Module': [...SCHOOL, ...BUILD_TRAININGS],
  'formations/modules/:id/modifier Modifier un module': MANAGER,
  'formations Formations': [...SCHOOL, ...BUILD_TRAININGS, 'private-body-officer'],
  'formations/attestations Mes attestations': SCHOOL,
  'formations/agenda Mon agenda': [...SCHOOL, 'digital-trainer'],
  'formations/heures Heures de formation': ['inspector', 'digital-trainer', 'private-body-officer'],
  'formations/heures/a-dire Heures à dire': ['inspector', 'private-body-officer'],
  'formations/:id/emargement Émargement': ['inspector', 'digital-trainer'],
  'formations/besoins Sessions à proposer': [...BUILD_TRAININGS],
  'formations/attente Matériel et formation': [...READ_WAITING],
  'formations/accompagnements Accompagnements': [...SCHOOL, ...BUILD_TRAININGS],
  'formations/accompagnements/demander Demander un accompagnement': SCHOOL,
  'formations/accompagnements/nombres Accompagnements par circonscription': [
    ...CIRCONSCRIPTION,
    ...MANAGER,
    ...COMMITTEE,
  ],
  'formations/accompagnements/:id Accompagnement': [...SCHOOL, ...BUILD_TRAININGS],
  'formations/:id Session de formation': [...SCHOOL, ...BUILD_TRAININGS],
  'interventions Interventions': READ_TICKETS,
  'interventions/:id Intervention': READ_TICKETS,
  'tickets/:id/clore Clore le ticket': ['technician'],
  'tickets/:id/departager/:key Retour du réseau': ['technician'],
  'pilotage Pilotage': [...COMMITTEE, ...MANAGER],
  'pilotage/chiffres/:key/ecoles Écoles derrière un chiffre': READ_FIGURES,
  'pilotage/ecoles/:id Chiffres d’une école': READ_FIGURES,
  'objectifs/:objective Objectif': READ_FIGURES,
  'communes Communes': [...COMMITTEE, ...MANAGER],
  'communes/:id Commune': [...COMMITTEE, ...MANAGER],
  'depenses Dépenses': [...COMMITTEE, ...MANAGER, ...OWNERS],
  'definitions Définitions': READ_FIGURES,
  'editions Éditions': [...COMMITTEE, ...MANAGER],
  'editions/nouvelle Figer une édition': MANAGER,
  'editions/:id Édition': [...COMMITTEE, ...MANAGER],
  'editions/:id/rapport Rapport': [...COMMITTEE, ...MANAGER],
};

async function opened(pages: readonly Page[], role: Role): Promise<readonly string[]> {
  const state = sessionState();
  const session = { ...state, assignment: { ...state.assignment, role } };
  TestBed.configureTestingModule({
    providers: [{ provide: Session, useValue: { restore: () => Promise.resolve(session) } }],
  });
  const injector = TestBed.inject(EnvironmentInjector);
  const pass = ({ guards }: Page) =>
    Promise.all(guards.map((guard) => runInInjectionContext(injector, () => guard({}, [], {} as never))));
  const judged = await Promise.all(pages.map(async (page) => (await pass(page)).every((answer) => answer === true)));
  const open = pages.filter((_, index) => judged[index]).map(({ name }) => name);
  // The first page that matches is shown: the others of that address are somebody else's.
  const home = open.find((name) => name.startsWith('accueil'));
  return open.filter((name) => !name.startsWith('accueil') || name === home);
}

describe('the addresses', () => {
  const behindTheFrame = routes.filter(({ path }) => path === '');

  it('say that a page is absent rather than stay blank, in every room', async () => {
    expect(await blankRooms(behindTheFrame)).toEqual([]);
  });

  it.each(ROLES)('open for %s as its rights say, and no other', async (role) => {
    const expected = Object.keys(OPEN).filter((name) => OPEN[name]!.includes(role));
    const seen = new Set(await opened(await pagesOf(behindTheFrame), role));
    expect([...seen].sort()).toEqual(expected.sort());
  });
});
