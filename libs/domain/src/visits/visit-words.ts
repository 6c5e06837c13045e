import type { NoticeWords } from '../lifecycle/notice-words.js';
import { WAITS, type Wait } from '../maintenance/clocks/ticket-history.js';
import { CAUSES, REPAIRS, type TicketCause, type TicketRepair } from '../maintenance/ticket-kinds.js';
import { capital } from '../words/french.js';
import type { VisitAction, VISITS } from './visit-lifecycle.js';

/** What a button says. */
export const VISIT_ACTION_WORDS: Record<VisitAction, string> = {
  close: 'Terminer l’intervention',
  abandon: 'Classer sans suite',
};

/** What the thread says was done: the moves, and the arrival that makes it. */
export const VISIT_DONE_WORDS: Record<VisitAction | 'begin', string> = {
  begin: 'Arrivée sur place',
  close: 'Procès-verbal établi',
  abandon: 'Classée sans suite',
};

/** What is said of each move of a visit that somebody is told of, to each of those whom its row `tells`. */
export const VISIT_NOTICE_WORDS: NoticeWords<(typeof VISITS)['tellings'][number]> = {
  close: {
    subject: 'procès-verbal disponible',
    told: 'La métropole est intervenue à {school} {when}.',
    next: { school: 'Lisez ce qui a été fait, et ce qui reste à faire.' },
  },
};

/** What the school is asked besides, where nobody has proven the end at its door. */
export const VISIT_CONFIRM_ASKED = 'Confirmez que ce travail a bien été fait : personne n’a pu le dire sur place.';

/** "Pièce remplacée (batterie)": of a repair, as its minutes keep it. */
export function repairWords(repair: TicketRepair, cause: TicketCause): string {
  const done = REPAIRS[repair].word;
  return cause === 'other' || cause === 'none' ? done : `${done} (${CAUSES[cause].word.toLowerCase()})`;
}

/** "En attente d’une pièce" */
export const waitWords = (wait: Wait): string => capital(WAITS[wait].word);

/** "1 h 20", "35 min" */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
