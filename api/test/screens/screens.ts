import { CARE_SCREENS } from './care-screens.js';
import { STEERING_SCREENS } from './steering-screens.js';
import type { Role } from '@parc/domain';

/** One reading that a screen makes, and who makes it. */
export interface ScreenReading {
  screen: string;
  role: Role;
  /** Ids of the world stand in as `:school`, `:order`, `:item`, `:contract`, `:convention`, `:equipment`, `:tag`, `:need`, `:software`, `:redeployment`, `:dotation`, `:dotationPart`, `:delivery`, `:list`, `:fleetImport`, `:campaign`, `:part`, `:room`, `:ticket`, `:visit`, `:training`, `:support`, `:pilot`, `:loan`, `:lentTag`, `:check`, `:plan`, `:warranty`, `:deposit`, `:problem`, `:remedy` and `:loanKit`. */
  url: string;
  /** Statements it may send at the most, the session's own left aside. */
  statements: number;
}

/** File of queries, from api/src and without its ending → the readings it serves. */
export const SCREENS: Record<string, ScreenReading[]> = {
  'orders/orders': [
    { screen: 'Commandes', role: 'plan-manager', url: '/orders?view=to-approve', statements: 1 },
    { screen: 'Commandes', role: 'school-head', url: '/orders?view=under-way', statements: 1 },
    { screen: 'Commandes', role: 'installer', url: '/orders?view=to-do&sort=planned&direction=asc', statements: 1 },
    { screen: 'Commandes', role: 'commune-officer', url: '/orders?sort=amount', statements: 1 },
    { screen: 'Commandes, recherche', role: 'plan-manager', url: '/orders?search=ecole', statements: 1 },
    { screen: 'Commandes, onglets', role: 'plan-manager', url: '/orders/tabs', statements: 1 },
  ],
  'orders/order-page': [{ screen: 'Commande', role: 'plan-manager', url: '/orders/:order', statements: 8 }],
  'home/school-home': [{ screen: 'Accueil de l’école', role: 'school-head', url: '/home/school', statements: 5 }],
  'round/round': [
    { screen: 'Ma journée', role: 'technician', url: '/round', statements: 20 },
    { screen: 'Ma journée', role: 'installer', url: '/round', statements: 20 },
  ],
  'home/desk-home': [{ screen: 'Bureau', role: 'plan-manager', url: '/home/desk', statements: 2 }],
  'directory/schools': [
    { screen: 'Écoles', role: 'plan-manager', url: '/schools', statements: 1 },
    { screen: 'Écoles', role: 'inspector', url: '/schools?sort=pupils&direction=desc', statements: 1 },
    { screen: 'Écoles, recherche', role: 'plan-manager', url: '/schools?search=communale', statements: 1 },
    { screen: 'Écoles, communes', role: 'plan-manager', url: '/communes', statements: 1 },
  ],
  'directory/imports/imports': [{ screen: 'Imports', role: 'plan-manager', url: '/imports', statements: 1 }],
  'school-page/school-page': [{ screen: 'École', role: 'plan-manager', url: '/schools/:school', statements: 6 }],
  'catalogue/orderable': [
    { screen: 'Ce que je peux commander', role: 'school-head', url: '/catalogue/orderable', statements: 2 },
    {
      screen: 'Ce que je peux commander, recherche',
      role: 'school-head',
      url: '/catalogue/orderable?search=ecran',
      statements: 2,
    },
  ],
  'catalogue/items': [
    { screen: 'Catalogue', role: 'plan-manager', url: '/catalogue/items', statements: 1 },
    { screen: 'Catalogue', role: 'installer', url: '/catalogue/items', statements: 1 },
    { screen: 'Catalogue, compteurs', role: 'plan-manager', url: '/catalogue/items/counts', statements: 1 },
    { screen: 'Fiche du catalogue', role: 'plan-manager', url: '/catalogue/items/:item', statements: 4 },
  ],
  'catalogue/pilots/pilots': [
    { screen: 'Fiche du catalogue, écoles pilotes', role: 'plan-manager', url: '/pilots?itemId=:item', statements: 1 },
    { screen: 'Essais de l’école', role: 'teacher', url: '/pilots?running=true', statements: 1 },
    { screen: 'Essai', role: 'school-head', url: '/pilots/:pilot', statements: 3 },
  ],
  'catalogue/contracts': [
    { screen: 'Marchés', role: 'plan-manager', url: '/contracts', statements: 1 },
    { screen: 'Marché', role: 'plan-manager', url: '/contracts/:contract', statements: 3 },
  ],
  'inventory/equipment': [
    { screen: 'Parc', role: 'plan-manager', url: '/equipment', statements: 1 },
    { screen: 'Parc', role: 'school-head', url: '/equipment?sort=since&direction=desc', statements: 1 },
    { screen: 'Parc', role: 'installer', url: '/equipment', statements: 1 },
    { screen: 'Parc, recherche', role: 'plan-manager', url: '/equipment?search=azur+tablette', statements: 1 },
    { screen: 'Parc, compteurs', role: 'plan-manager', url: '/equipment/counts', statements: 1 },
  ],
  'inventory/equipment-page': [
    { screen: 'Appareil', role: 'plan-manager', url: '/equipment/:equipment', statements: 4 },
    { screen: 'Appareil, par son étiquette', role: 'school-head', url: '/equipment/by-tag/:tag', statements: 4 },
  ],
  'inventory/school-year/school-year': [
    { screen: 'Début et fin d’année', role: 'school-head', url: '/equipment/school-year/:school', statements: 4 },
  ],
  'inventory/labels/labels': [
    { screen: 'Étiquettes', role: 'technician', url: '/equipment/labels?schoolId=:school', statements: 1 },
    { screen: 'Étiquettes d’un appareil', role: 'technician', url: '/equipment/:equipment/labels', statements: 2 },
  ],
  'inventory/imports/fleet-imports': [
    { screen: 'Reprendre un parc', role: 'plan-manager', url: '/fleet-imports', statements: 1 },
    { screen: 'Liste de matériel', role: 'plan-manager', url: '/fleet-imports/:fleetImport', statements: 1 },
  ],
  'inventory/campaigns/campaigns': [
    { screen: 'Récolements', role: 'plan-manager', url: '/campaigns', statements: 1 },
    { screen: 'Récolements clos', role: 'technician', url: '/campaigns?closed=true', statements: 1 },
    { screen: 'Écoles d’un récolement', role: 'plan-manager', url: '/campaigns/schools', statements: 1 },
    { screen: 'Récolement', role: 'plan-manager', url: '/campaigns/:campaign', statements: 3 },
    { screen: 'Écarts', role: 'plan-manager', url: '/campaigns/:campaign/differences?open=true', statements: 2 },
    { screen: 'Procès-verbal', role: 'plan-manager', url: '/campaigns/:campaign/minutes', statements: 4 },
  ],
  'inventory/campaigns/part-pages': [
    { screen: 'Récolement d’une école', role: 'school-head', url: '/campaign-parts/:part', statements: 3 },
    { screen: 'Récolement, sa carte', role: 'school-head', url: '/campaign-parts/of-school/:school', statements: 4 },
    { screen: 'Salle d’un récolement', role: 'school-head', url: '/campaign-parts/:part/rooms/:room', statements: 4 },
  ],
  'inventory/deliveries/deliveries': [
    { screen: 'Livraisons', role: 'plan-manager', url: '/deliveries', statements: 1 },
    { screen: 'Livraisons', role: 'technician', url: '/deliveries?incomplete=true&sort=note', statements: 1 },
    { screen: 'Livraisons, recherche', role: 'plan-manager', url: '/deliveries?search=azur+118', statements: 1 },
    { screen: 'Livraisons, fournisseurs', role: 'plan-manager', url: '/deliveries/suppliers', statements: 1 },
    { screen: 'Livraison', role: 'plan-manager', url: '/deliveries/:delivery', statements: 5 },
    { screen: 'Liste d’un fournisseur', role: 'plan-manager', url: '/delivery-lists/:list', statements: 2 },
  ],
  'inventory/needs/gaps': [
    { screen: 'Écarts au socle', role: 'plan-manager', url: '/kit/gaps', statements: 1 },
    { screen: 'Écarts au socle', role: 'commune-officer', url: '/kit/gaps?sort=name', statements: 1 },
    { screen: 'Socle de l’école', role: 'school-head', url: '/kit/of-school/:school', statements: 2 },
    { screen: 'Le socle', role: 'school-head', url: '/kit', statements: 1 },
  ],
  'inventory/needs/needs': [
    { screen: 'Besoins', role: 'plan-manager', url: '/needs?state=stated,taken-up', statements: 1 },
    { screen: 'Besoins', role: 'school-head', url: '/needs', statements: 1 },
    { screen: 'Besoin', role: 'plan-manager', url: '/needs/:need', statements: 4 },
    { screen: 'Besoins pour un appareil', role: 'plan-manager', url: '/needs/for-device/:equipment', statements: 4 },
  ],
  'inventory/needs/redeployments': [
    { screen: 'Redéploiements', role: 'plan-manager', url: '/redeployments', statements: 1 },
    { screen: 'Redéploiements', role: 'school-head', url: '/redeployments?state=proposed', statements: 1 },
    { screen: 'Redéploiement', role: 'plan-manager', url: '/redeployments/:redeployment', statements: 3 },
  ],
  'inventory/dotations/dotations': [
    { screen: 'Dotations', role: 'plan-manager', url: '/dotations', statements: 1 },
    { screen: 'Dotations, avis demandés', role: 'technician', url: '/dotations?state=asked', statements: 1 },
    { screen: 'Dotation', role: 'plan-manager', url: '/dotations/:dotation', statements: 4 },
    { screen: 'Dotations, leurs sommes', role: 'committee', url: '/dotations/counts', statements: 1 },
  ],
  'inventory/dotations/dotation-parts': [
    {
      screen: 'Écoles d’une dotation',
      role: 'plan-manager',
      url: '/dotation-parts?dotationId=:dotation',
      statements: 1,
    },
    { screen: 'Dotations de l’école', role: 'school-head', url: '/dotation-parts?schoolId=:school', statements: 1 },
    {
      screen: 'Livraisons prévues',
      role: 'technician',
      url: '/dotation-parts?state=planned&sort=planned',
      statements: 1,
    },
    { screen: 'Dotation d’une école', role: 'school-head', url: '/dotation-parts/:dotationPart', statements: 5 },
    { screen: 'Appareils à préparer', role: 'technician', url: '/dotation-parts/:dotationPart/offered', statements: 2 },
  ],
  'inventory/ends/device-ends': [
    { screen: 'Appareil, fin de vie', role: 'plan-manager', url: '/equipment/:equipment/ends', statements: 5 },
  ],
  'inventory/ends/disposals': [
    { screen: 'Registre des sorties', role: 'plan-manager', url: '/disposals', statements: 1 },
    {
      screen: 'Registre des sorties, choisi',
      role: 'technician',
      url: '/disposals?year=2026&destination=gift',
      statements: 1,
    },
  ],
  'inventory/ends/fleet-value': [
    { screen: 'Valeur du parc', role: 'plan-manager', url: '/fleet/value', statements: 3 },
  ],
  'inventory/ends/reuse-shares': [
    { screen: 'Parts de réemploi', role: 'plan-manager', url: '/fleet/reuse', statements: 2 },
  ],
  'inventory/software/titles': [
    { screen: 'Logiciels', role: 'plan-manager', url: '/software', statements: 2 },
    {
      screen: 'Logiciels, dépassés',
      role: 'technician',
      url: '/software?attention=over-used&sort=used',
      statements: 2,
    },
    { screen: 'Logiciels, recherche', role: 'plan-manager', url: '/software?search=azur', statements: 2 },
    { screen: 'Logiciel', role: 'plan-manager', url: '/software/:software', statements: 2 },
    { screen: 'Logiciels, compteurs', role: 'committee', url: '/software/counts', statements: 2 },
  ],
  'inventory/software/licences': [
    { screen: 'Licences', role: 'plan-manager', url: '/software-licences', statements: 2 },
    {
      screen: 'Licences d’un logiciel',
      role: 'technician',
      url: '/software-licences?titleId=:software',
      statements: 2,
    },
    {
      screen: 'Où il est installé',
      role: 'technician',
      url: '/software-installations?titleId=:software',
      statements: 1,
    },
  ],
  'inventory/software/shown-software': [
    { screen: 'Logiciels de l’école', role: 'school-head', url: '/software/of-school/:school', statements: 2 },
    { screen: 'Logiciels de l’appareil', role: 'teacher', url: '/software/of-device/:equipment', statements: 2 },
  ],
  'inventory/school-equipment': [
    { screen: 'Ce que l’école a', role: 'school-head', url: '/equipment/of-school/:school', statements: 2 },
  ],
  'maintenance/ticket-figures': [
    { screen: 'Pannes en chiffres', role: 'inspector', url: '/tickets/figures', statements: 1 },
    { screen: 'Pannes en chiffres', role: 'committee', url: '/tickets/figures', statements: 1 },
  ],
  'maintenance/tickets': [
    { screen: 'Tickets', role: 'technician', url: '/tickets?open=true', statements: 1 },
    { screen: 'Tickets, les miens', role: 'technician', url: '/tickets?open=true&mine=true', statements: 1 },
    { screen: 'Tickets, recherche', role: 'technician', url: '/tickets?open=true&search=ecole', statements: 1 },
    { screen: 'Tickets finis', role: 'plan-manager', url: '/tickets?sort=reported&direction=desc', statements: 1 },
    { screen: 'Pannes de l’école', role: 'school-head', url: '/tickets?open=true', statements: 1 },
    { screen: 'Pannes', role: 'commune-officer', url: '/tickets?open=true', statements: 1 },
    {
      screen: 'Pannes d’un appareil',
      role: 'teacher',
      url: '/tickets?equipmentId=:equipment&open=true',
      statements: 1,
    },
    { screen: 'Tickets, onglets', role: 'technician', url: '/tickets/counts', statements: 1 },
    {
      screen: 'Pannes semblables',
      role: 'teacher',
      url: '/tickets/alike?subject=device&equipmentId=:equipment',
      statements: 4,
    },
  ],
  'maintenance/label-reports/label-reports': [
    { screen: 'Signalements à confirmer', role: 'school-head', url: '/label-reports', statements: 1 },
  ],
  'maintenance/ticket-page': [
    { screen: 'Tickets, délais des lignes', role: 'technician', url: '/tickets/clocks?ids=:ticket', statements: 3 },
    { screen: 'Prestations sur devis', role: 'technician', url: '/tickets/quote-items', statements: 1 },
    { screen: 'Ticket', role: 'technician', url: '/tickets/:ticket', statements: 9 },
    { screen: 'Ticket', role: 'commune-officer', url: '/tickets/:ticket', statements: 8 },
  ],
  'deposits/deposits': [
    { screen: 'Travaux confiés, à lire', role: 'plan-manager', url: '/deposits?read=false', statements: 1 },
    { screen: 'Travaux confiés', role: 'plan-manager', url: '/deposits?read=true', statements: 1 },
    { screen: 'Travail confié', role: 'plan-manager', url: '/deposits/:deposit', statements: 4 },
  ],
  ...CARE_SCREENS,
  ...STEERING_SCREENS,
  'loans/loans': [
    { screen: 'Prêts', role: 'plan-manager', url: '/loans?holding=true&sort=start&direction=asc', statements: 1 },
    { screen: 'Prêts, par fin', role: 'technician', url: '/loans?sort=end', statements: 1 },
    { screen: 'Prêts de l’école', role: 'teacher', url: '/loans?holding=true', statements: 1 },
    { screen: 'Prêts d’un ticket', role: 'technician', url: '/loans?ticketId=:ticket', statements: 1 },
    { screen: 'Prêts du jour', role: 'technician', url: '/loans/due', statements: 1 },
    { screen: 'Ce que l’école a en prêt', role: 'teacher', url: '/loans/borrowed', statements: 1 },
    { screen: 'En prêt, par son étiquette', role: 'teacher', url: '/loans/borrowed/by-tag/:lentTag', statements: 2 },
  ],
  'loans/calendar': [
    {
      screen: 'Calendrier des prêts',
      role: 'plan-manager',
      url: '/loans/calendar?from=2026-10-06&weeks=3',
      statements: 1,
    },
  ],
  'loans/loan-page': [
    { screen: 'Prêt', role: 'technician', url: '/loans/:loan', statements: 7 },
    { screen: 'Prêt', role: 'teacher', url: '/loans/:loan', statements: 7 },
  ],
  'loans/spares': [
    { screen: 'Appareils de remplacement', role: 'technician', url: '/loans/spares?ticketId=:ticket', statements: 3 },
  ],
  'loans/kits/kit-days': [
    { screen: 'Kits à emprunter', role: 'teacher', url: '/loan-kits', statements: 2 },
    {
      screen: 'Emprunter',
      role: 'teacher',
      url: '/loan-kits/:loanKit/days?from=2026-10-06&weeks=4&days=5',
      statements: 5,
    },
  ],
  'maintenance/charges': [{ screen: 'À imputer', role: 'plan-manager', url: '/ticket-charges', statements: 1 }],
  'agreements/conventions': [
    { screen: 'Conventions', role: 'plan-manager', url: '/conventions', statements: 2 },
    { screen: 'Conventions', role: 'commune-officer', url: '/conventions', statements: 2 },
    { screen: 'Conventions, compteurs', role: 'plan-manager', url: '/conventions/counts', statements: 3 },
    { screen: 'Écoles sans convention', role: 'plan-manager', url: '/conventions/blocked-schools', statements: 1 },
  ],
  'agreements/convention-page': [
    { screen: 'Convention', role: 'plan-manager', url: '/conventions/:convention', statements: 7 },
  ],
  'budgets/budgets': [
    { screen: 'Budgets', role: 'plan-manager', url: '/budgets', statements: 1 },
    { screen: 'Budgets', role: 'private-body-officer', url: '/budgets', statements: 1 },
    { screen: 'Budgets, totaux', role: 'committee', url: '/budgets/totals', statements: 2 },
  ],
  'budgets/allocation': [
    { screen: 'Répartir les budgets', role: 'plan-manager', url: '/budgets/allocations', statements: 1 },
    {
      screen: 'Répartir les budgets, barème',
      role: 'plan-manager',
      url: '/budgets/allocations/defaults?year=2027&kind=installation',
      statements: 4,
    },
  ],
  'budgets/statement': [
    {
      screen: 'Relevé d’une enveloppe',
      role: 'school-head',
      url: '/schools/:school/budgets/2026/installation/entries',
      statements: 3,
    },
  ],
  'budgets/school-budgets': [
    { screen: 'Budget de l’école', role: 'school-head', url: '/schools/:school/budgets', statements: 3 },
  ],
  'budgets/transfers': [{ screen: 'Virements', role: 'plan-manager', url: '/budgets/transfers', statements: 1 }],
  'identity/accounts': [
    { screen: 'Comptes', role: 'administrator', url: '/accounts', statements: 1 },
    { screen: 'Comptes, recherche', role: 'administrator', url: '/accounts?search=azur', statements: 1 },
  ],
  'notifications/mails': [{ screen: 'Courriels', role: 'administrator', url: '/mails', statements: 1 }],
};

/** Files of queries that no screen reads, and why. */
export const NO_SCREEN: Readonly<Record<string, string>> = {
  'nightly/reminders': 'read at night',
  'orders/order-devices':
    'read while a report is written, of an order under way: the plan of this test has none (`order-devices.spec.ts`)',
  'inventory/installable': 'read by the same',
  'training/survey/survey': 'read with a session and with a module, beside whose statements it stands',
  'steering/figures/figure-rows':
    'the rows of each figure, of a period that this test has not worked out: `figures-recount.spec.ts` counts them again',
  'steering/report/report': 'read while an edition is frozen',
  'notifications/order-notice': 'read in the transaction of a move',
};
