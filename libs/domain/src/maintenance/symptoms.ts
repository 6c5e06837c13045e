import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';
import type { TicketSubject } from './ticket-kinds.js';

interface SymptomRow {
  /** In a teacher's words: what a button says, and the title of the ticket. */
  readonly word: string;
  readonly of: readonly TicketSubject[];
  /** A first thing to try: it informs and never blocks. */
  readonly remedy: string | null;
}

const DEVICE = ['device', 'room'] as const;
const PLACE = ['room', 'school'] as const;

/** What a teacher sees. */
// prettier-ignore
export const SYMPTOMS = kindRows<SymptomRow>()({
  'no-power':    { word: 'Ne s’allume plus',       of: DEVICE,      remedy: 'Branchez-le 15 minutes, puis appuyez 20 secondes sur le bouton d’allumage.' },
  'no-charge':   { word: 'Ne charge plus',         of: DEVICE,      remedy: 'Essayez une autre prise et un autre câble.' },
  'black-screen': { word: 'Écran noir ou cassé',   of: DEVICE,      remedy: 'Vérifiez le câble de l’image aux deux bouts, puis la source choisie à l’écran.' },
  'no-touch':    { word: 'Le doigt tombe à côté',  of: DEVICE,      remedy: 'Éteignez l’écran une minute, rallumez-le, puis essuyez le cadre.' },
  'no-sound':    { word: 'Pas de son',             of: DEVICE,      remedy: 'Montez le volume de l’appareil et de l’écran, puis rebranchez les enceintes.' },
  'no-network':  { word: 'Pas d’Internet',         of: DEVICE,      remedy: 'Vérifiez que le Wi-Fi est allumé sur l’appareil, puis redémarrez-le.' },
  slow:          { word: 'Lent ou bloqué',         of: DEVICE,      remedy: 'Redémarrez-le, et laissez finir les mises à jour.' },
  keyboard:      { word: 'Clavier ou souris',      of: DEVICE,      remedy: 'Changez la pile, ou rebranchez le câble.' },
  'no-light':    { word: 'Plus de courant',        of: PLACE,       remedy: 'Prévenez aussi la mairie : le tableau électrique est à elle.' },
  outage:        { word: 'Plus rien ne fonctionne', of: ['school', 'service'], remedy: null },
  intermittent:  { word: 'Coupe par moments',      of: ['service'], remedy: null },
  'no-access':   { word: 'Impossible de se connecter', of: ['service'], remedy: 'Vérifiez l’identifiant et la touche Majuscule.' },
  other:         { word: 'Autre chose',            of: ['device', 'room', 'school', 'service'], remedy: null },
});
export type Symptom = Kind<typeof SYMPTOMS>;
export const SYMPTOM_NAMES = kindsOf(SYMPTOMS);

/** What may be said of such a thing. */
export const symptomsOf = (subject: TicketSubject): Symptom[] =>
  SYMPTOM_NAMES.filter((name) => SYMPTOMS[name].of.includes(subject));
