import { ROLES, type Role } from '../roles/roles.js';
import { ORDERS } from './order-lifecycle.js';
import { ORDER_STATE_NAMES, ORDERS_DONE, ORDERS_TO_DO, ORDERS_UNDER_WAY, type OrderState } from './order-states.js';

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const X = 'installer';
const M = 'plan-manager';
/** Those who move no order, and read some. */
const READERS: readonly Role[] = ROLES.filter((role) => !ORDERS.moves.some(({ who }) => who.includes(role)));

/** What a view may ask of an order besides its state: the list's statement says it in SQL. `not` a word is its contrary. */
export type OrderViewWord = 'covered' | 'cancellation-asked' | 'invoice-missing';

export interface OrderViewRow {
  states: readonly OrderState[];
  besides: OrderViewWord | `not ${OrderViewWord}` | null;
  /** The roles that work with it. */
  who: readonly Role[];
  /** As the address says it: `?vue=a-approuver`. */
  slug: string;
  /** Over the list, among the others. */
  tab: string;
  /** What is counted, and what is true of it: "14 commandes" + "à approuver". */
  one: string;
  many: string;
  /** What an empty view means, for who opens it. */
  empty: string;
  /** It is counted on the manager's first page, under this picture, with what is to be known beneath. */
  desk?: { icon: 'calendar' | 'lock' | 'pause'; words: string };
}

const row = (given: OrderViewRow): OrderViewRow => given;

/**
 * Saved views of orders, in the order in which each role finds its own. The list, its counts, the filter by state, tabs,
 * titles and addresses follow.
 */
// prettier-ignore
export const ORDER_VIEWS = {
  'under-way':   row({ states: ORDERS_UNDER_WAY,                   besides: null,                 who: [T, H, ...READERS],       slug: 'en-cours',    tab: 'En cours',    one: 'commande en cours', many: 'commandes en cours', empty: 'Aucune commande n’est en attente ni en chemin.' }),
  'to-approve':  row({ states: ORDERS.statesFrom('approve'),        besides: 'covered',            who: [M],                      slug: 'a-approuver', tab: 'À approuver', one: 'commande à approuver', many: 'commandes à approuver', empty: 'Tout ce que les écoles ont envoyé a sa réponse.' }),
  blocked:       row({ states: ORDERS.statesFrom('approve'),        besides: 'not covered',        who: [M],                      slug: 'bloquees',    tab: 'Bloquées',    one: 'commande bloquée par une convention', many: 'commandes bloquées par une convention', empty: 'Toutes les écoles qui ont commandé ont une convention en vigueur.', desk: { icon: 'lock', words: 'La convention manque ou n’est pas en vigueur.' } }),
  'to-cancel':   row({ states: ORDERS.statesFrom('cancel'),         besides: 'cancellation-asked', who: [M],                      slug: 'a-annuler',   tab: 'À annuler',   one: 'commande dont l’école demande l’annulation', many: 'commandes dont l’école demande l’annulation', empty: 'Aucune école n’attend de réponse à une demande d’annulation.' }),
  'to-schedule': row({ states: ORDERS.statesFrom('schedule'),       besides: null,                 who: [K, X, M],                slug: 'a-planifier', tab: 'À planifier', one: 'commande à planifier', many: 'commandes à planifier', empty: 'Chaque commande approuvée a son rendez-vous.', desk: { icon: 'calendar', words: 'La date se fixe ici pour un prestataire ; un technicien peut fixer les siennes.' } }),
  'to-do':       row({ states: ORDERS_TO_DO,                        besides: null,                 who: [K, X, M],                slug: 'a-realiser',  tab: 'À réaliser',  one: 'commande à réaliser', many: 'commandes à réaliser', empty: 'Aucune intervention n’est prévue ni commencée.' }),
  'to-confirm':  row({ states: ORDERS.statesFrom('confirm'),        besides: null,                 who: [H, K, X, M],             slug: 'a-confirmer', tab: 'À confirmer', one: 'commande à confirmer par l’école', many: 'commandes à confirmer par l’école', empty: 'Aucune école n’a d’installation à confirmer.' }),
  'to-certify':  row({ states: ORDERS.statesFrom('certify'),        besides: null,                 who: [M],                      slug: 'a-certifier', tab: 'À certifier', one: 'service fait à certifier', many: 'services faits à certifier', empty: 'Tout ce que les écoles ont confirmé est certifié.' }),
  'to-invoice':  row({ states: ORDERS.statesFrom('record-invoice'), besides: 'invoice-missing',    who: [M],                      slug: 'a-facturer',  tab: 'À facturer',  one: 'commande sans facture', many: 'commandes sans facture', empty: 'Toutes les factures des commandes certifiées sont enregistrées.' }),
  drafts:        row({ states: ORDERS.statesFrom('submit'),         besides: null,                 who: [T, H],                   slug: 'brouillons',  tab: 'Brouillons',  one: 'brouillon', many: 'brouillons', empty: 'Un brouillon se garde tout seul pendant que vous composez une commande.' }),
  done:          row({ states: ORDERS_DONE,                         besides: null,                 who: [T, H, K, X, ...READERS], slug: 'terminees',   tab: 'Terminées',   one: 'commande terminée', many: 'commandes terminées', empty: 'Aucune commande n’est allée au bout pour le moment.' }),
  all:           row({ states: ORDER_STATE_NAMES,                   besides: null,                 who: ROLES,                    slug: 'toutes',      tab: 'Toutes',      one: 'commande', many: 'commandes', empty: 'Les commandes apparaissent ici dès qu’une école en envoie une.' }),
};
export type OrderView = keyof typeof ORDER_VIEWS;
export const ORDER_VIEW_NAMES = Object.keys(ORDER_VIEWS) as readonly OrderView[];

/** The views that the manager's first page counts besides what it asks for by itself, in order. */
export const ORDER_DESK_VIEWS = ORDER_VIEW_NAMES.flatMap((view) => {
  const { desk, ...row } = ORDER_VIEWS[view];
  return desk ? [{ view, ...row, desk }] : [];
});

/** The views a role works with, in order. */
export function orderViewsOf(role: Role): readonly OrderView[] {
  return ORDER_VIEW_NAMES.filter((view) => ORDER_VIEWS[view].who.includes(role));
}
