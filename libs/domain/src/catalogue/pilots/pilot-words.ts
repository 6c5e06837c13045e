import type { NoticeWords } from '../../lifecycle/notice-words.js';

/** What of a trial is told, and to whom: a trial has days instead of moves. */
export type PilotTelling = 'start school' | 'end school';

/** What is said to everybody who works in a pilot school. */
export const PILOT_NOTICE_WORDS: NoticeWords<PilotTelling> = {
  start: {
    subject: 'votre école l’essaie',
    told: 'Votre école essaie « {item} » du {from} au {to}, avant que le comité en décide.',
    next: { school: 'Pendant l’essai, dites ce que vous en pensez : votre avis est lu sans votre nom.' },
  },
  end: {
    subject: 'l’essai s’arrête',
    told: 'L’essai de « {item} » dans votre école, prévu jusqu’au {to}, s’arrête aujourd’hui.',
    next: { school: 'Les avis déjà donnés restent et seront lus. Il n’y a rien de plus à faire.' },
  },
};
