import { type Kind, kindRows, kindsOf, kindsWhere } from '../kinds/kinds.js';
import { TICKET_PRIORITIES, type TicketPriority } from './clocks/ticket-history.js';

/** What a breakdown is of: a device, a room, the whole school, or a service that the school uses. */
export const TICKET_SUBJECTS = kindRows<{ readonly word: string }>()({
  device: { word: 'Un appareil' },
  room: { word: 'Toute la salle' },
  school: { word: 'Toute l’école' },
  service: { word: 'Un service' },
});
export type TicketSubject = Kind<typeof TICKET_SUBJECTS>;
export const TICKET_SUBJECT_NAMES = kindsOf(TICKET_SUBJECTS);

/** Services that a school uses and nobody can put a label on. */
export const TICKET_SERVICES = kindRows<{ readonly word: string }>()({
  internet: { word: 'Internet' },
  workspace: { word: 'L’espace numérique (ENT)' },
});
export type TicketService = Kind<typeof TICKET_SERVICES>;
export const TICKET_SERVICE_NAMES = kindsOf(TICKET_SERVICES);

/** How many it hinders. */
export const IMPACTS = kindRows<{ readonly word: string }>()({
  person: { word: 'Une personne' },
  class: { word: 'Toute la classe' },
  school: { word: 'Toute l’école' },
});
export type Impact = Kind<typeof IMPACTS>;
export const IMPACT_NAMES = kindsOf(IMPACTS);

/** Whether class goes on. */
export const URGENCIES = kindRows<{ readonly word: string }>()({
  normally: { word: 'Oui, normalement' },
  otherwise: { word: 'Oui, autrement' },
  stopped: { word: 'Non, elle est arrêtée' },
});
export type Urgency = Kind<typeof URGENCIES>;
export const URGENCY_NAMES = kindsOf(URGENCIES);

/** How soon, in a word; which comes first is their order. */
export const TICKET_PRIORITY_WORDS: Readonly<Record<TicketPriority, string>> = {
  P1: 'Haute',
  P2: 'Normale',
  P3: 'Basse',
};

const BY_IMPACT: Readonly<Record<Impact, Readonly<Record<Urgency, TicketPriority>>>> = {
  person: { normally: 'P3', otherwise: 'P3', stopped: 'P2' },
  class: { normally: 'P3', otherwise: 'P2', stopped: 'P1' },
  school: { normally: 'P2', otherwise: 'P2', stopped: 'P1' },
};

/** Never asked: it follows from how many are hindered, and whether class goes on. */
export const priorityOf = (impact: Impact, urgency: Urgency): TicketPriority => BY_IMPACT[impact][urgency];

/** The higher of two. */
export const higherPriority = (one: TicketPriority, other: TicketPriority): TicketPriority =>
  TICKET_PRIORITIES.indexOf(one) <= TICKET_PRIORITIES.indexOf(other) ? one : other;

/** What was wrong. */
export const CAUSES = kindRows<{ readonly word: string }>()({
  battery: { word: 'Batterie' },
  charger: { word: 'Chargeur ou câble' },
  screen: { word: 'Écran' },
  system: { word: 'Système ou logiciel' },
  board: { word: 'Carte mère' },
  network: { word: 'Réseau ou prise' },
  settings: { word: 'Réglage' },
  use: { word: 'Prise en main' },
  none: { word: 'Rien trouvé' },
  other: { word: 'Autre' },
});
export type TicketCause = Kind<typeof CAUSES>;
export const CAUSE_NAMES = kindsOf(CAUSES);

/** What was done about it. */
export const REPAIRS = kindRows<{ readonly word: string }>()({
  replaced: { word: 'Pièce remplacée' },
  cleaned: { word: 'Nettoyé' },
  reinstalled: { word: 'Réinstallé' },
  adjusted: { word: 'Réglé' },
  explained: { word: 'Expliqué' },
  remote: { word: 'Réglé à distance' },
  other: { word: 'Autre' },
});
export type TicketRepair = Kind<typeof REPAIRS>;
export const REPAIR_NAMES = kindsOf(REPAIRS);

/** What becomes of the device: each is a move of its own table, or none. */
export const DEVICE_OUTCOMES = kindRows<{ readonly word: string; readonly serves: boolean }>()({
  stays: { word: 'Reste en place', serves: true },
  leaves: { word: 'Part en atelier', serves: false },
  returns: { word: 'Revient d’atelier', serves: true },
});
export type DeviceOutcome = Kind<typeof DEVICE_OUTCOMES>;
/** It serves again where it did. */
export const DEVICE_SERVES: readonly DeviceOutcome[] = kindsWhere(DEVICE_OUTCOMES, ({ serves }) => serves);
export const DEVICE_OUTCOME_NAMES = kindsOf(DEVICE_OUTCOMES);

/** Where a resolution's cost is: nothing was spent, taken from an envelope, not yet, or in an order. */
export const CHARGES = kindRows<{ readonly word: string }>()({
  free: { word: 'Sans coût' },
  school: { word: 'Sur le budget de maintenance de l’école' },
  reserve: { word: 'Sur la réserve du plan' },
  due: { word: 'À imputer' },
  order: { word: 'Porté par la commande' },
});
export type Charge = Kind<typeof CHARGES>;
export const CHARGE_NAMES = kindsOf(CHARGES);
/** A maintenance order pays for it. */
export const CHARGE_ORDER = 'order' satisfies Charge;
/** It stands to be charged. */
export const CHARGE_DUE = 'due' satisfies Charge;
/** What a settled charge may be taken from. */
export const CHARGED_ON = ['school', 'reserve'] as const satisfies readonly Charge[];
export type ChargedOn = (typeof CHARGED_ON)[number];
