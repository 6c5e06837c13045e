import { ORDER_VIEWS, ORDERS_DISCARDED, type OrderState, type OrderView, type Role } from '@parc/domain';
import { counted } from '@parc/ui';
import { meets } from '../../shell/need';

export type { OrderView };

/** A view as the address says it. */
export const VIEW_SLUGS: Record<OrderView, string> = {
  all: 'toutes',
  drafts: 'brouillons',
  'to-approve': 'a-approuver',
  blocked: 'bloquees',
  'to-cancel': 'a-annuler',
  'to-schedule': 'a-planifier',
  'to-do': 'a-realiser',
  'to-confirm': 'a-confirmer',
  'to-certify': 'a-certifier',
  'to-invoice': 'a-facturer',
  'under-way': 'en-cours',
  done: 'terminees',
};

const TAB_WORDS: Record<OrderView, string> = {
  all: 'Toutes',
  drafts: 'Brouillons',
  'to-approve': 'À approuver',
  blocked: 'Bloquées',
  'to-cancel': 'À annuler',
  'to-schedule': 'À planifier',
  'to-do': 'À réaliser',
  'to-confirm': 'À confirmer',
  'to-certify': 'À certifier',
  'to-invoice': 'À facturer',
  'under-way': 'En cours',
  done: 'Terminées',
};

/** What is counted, and what is true of it: "14 commandes" + "à approuver". */
const TITLE_WORDS: Record<OrderView, readonly [one: string, many: string]> = {
  all: ['commande', 'commandes'],
  drafts: ['brouillon', 'brouillons'],
  'to-approve': ['commande à approuver', 'commandes à approuver'],
  blocked: ['commande bloquée par une convention', 'commandes bloquées par une convention'],
  'to-cancel': ['commande dont l’école demande l’annulation', 'commandes dont l’école demande l’annulation'],
  'to-schedule': ['commande à planifier', 'commandes à planifier'],
  'to-do': ['commande à réaliser', 'commandes à réaliser'],
  'to-confirm': ['commande à confirmer par l’école', 'commandes à confirmer par l’école'],
  'to-certify': ['service fait à certifier', 'services faits à certifier'],
  'to-invoice': ['commande sans facture', 'commandes sans facture'],
  'under-way': ['commande en cours', 'commandes en cours'],
  done: ['commande terminée', 'commandes terminées'],
};

/** What an empty view means, for who opens it. */
const EMPTY_WORDS: Record<OrderView, string> = {
  all: 'Les commandes apparaissent ici dès qu’une école en envoie une.',
  drafts: 'Un brouillon se garde tout seul pendant que vous composez une commande.',
  'to-approve': 'Tout ce que les écoles ont envoyé a sa réponse.',
  blocked: 'Toutes les écoles qui ont commandé ont une convention en vigueur.',
  'to-cancel': 'Aucune école n’attend de réponse à une demande d’annulation.',
  'to-schedule': 'Chaque commande approuvée a son rendez-vous.',
  'to-do': 'Aucune intervention n’est prévue ni commencée.',
  'to-confirm': 'Aucune école n’a d’installation à confirmer.',
  'to-certify': 'Tout ce que les écoles ont confirmé est certifié.',
  'to-invoice': 'Toutes les factures des commandes certifiées sont enregistrées.',
  'under-way': 'Aucune commande n’est en attente ni en chemin.',
  done: 'Aucune commande n’est allée au bout pour le moment.',
};

export function tabWord(view: OrderView): string {
  return TAB_WORDS[view];
}

/** The answer as a title: "14 commandes à approuver", "Aucune commande à approuver". @param more the server stopped counting */
export function viewTitle(view: OrderView, total: number, more: boolean): string {
  const [one, many] = TITLE_WORDS[view];
  if (total === 0) return `Aucun${/^(commande)/.test(one) ? 'e' : ''} ${one}`;
  return `${more ? 'Plus de ' : ''}${counted(total, one, many)}`;
}

export function emptyWords(view: OrderView): string {
  return EMPTY_WORDS[view];
}

export function readView(slug: string | null | undefined, first: OrderView): OrderView {
  const found = Object.entries(VIEW_SLUGS).find(([, known]) => known === slug);
  return found === undefined ? first : (found[0] as OrderView);
}

/** What may be chosen from in a view; nothing where it holds one state. */
export function statesOf(view: OrderView): readonly OrderState[] {
  const states = ORDER_VIEWS[view].filter((state) => !ORDERS_DISCARDED.includes(state));
  return states.length > 1 ? states : [];
}

/** The view a role opens first: what waits for it. The API lists the others in their order (`ordersTabs`). */
export function firstView(role: Role | null): OrderView {
  if (role === null) return 'under-way';
  if (meets('orders.approve', role)) return 'to-approve';
  return meets('home.work', role) ? 'to-do' : 'under-way';
}
