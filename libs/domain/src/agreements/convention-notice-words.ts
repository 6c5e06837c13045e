import type { NoticeWords } from '../lifecycle/notice-words.js';
import type { CONVENTIONS } from './convention-lifecycle.js';

/** What is said of a convention that dates alone move: `{convention}` is its number and title. */
// prettier-ignore
export const CONVENTION_NOTICE_WORDS: NoticeWords<(typeof CONVENTIONS)['tellings'][number]> = {
  'enter-into-force': { subject: 'en vigueur', told: 'La convention {convention} est en vigueur.', next: { manager: 'Ses écoles peuvent envoyer leurs commandes.', parties: 'Ses écoles peuvent envoyer leurs commandes.', schools: 'Elle couvre votre école : vous pouvez envoyer vos commandes, et les brouillons qui l’attendaient.' } },
  'reach-term': { subject: 'arrivée à son terme', told: 'La convention {convention} est arrivée à son terme.', next: { manager: 'Ses écoles gardent leurs brouillons mais n’envoient plus de commande.', parties: 'Ses écoles gardent leurs brouillons mais n’envoient plus de commande.' } },
};
