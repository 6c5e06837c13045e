import type { NoticeWords } from '../lifecycle/notice-words.js';
import type { TICKETS } from './ticket-lifecycle.js';

/** What is said of each move of a ticket that somebody is told of, to each of those whom its row `tells`. */
// prettier-ignore
export const TICKET_NOTICE_WORDS: NoticeWords<(typeof TICKETS)['tellings'][number]> = {
  assign: { subject: 'vous est confié', told: 'Le ticket {ticket}, à {school}, vous est confié.', next: { assignee: 'Prévoyez la visite, ou réglez-le à distance.' } },
  'hand-over': { subject: 'vous est passé', told: 'Le ticket {ticket}, à {school}, vous est passé par un collègue.', next: { assignee: 'Prévoyez la visite, ou réglez-le à distance.' } },
  plan: { subject: 'visite prévue', told: 'Un technicien vient pour {ticket} {when}.', next: { school: null } },
  wait: { subject: 'en attente', told: 'La réparation de {ticket} est en attente.', next: { school: 'Si elle dépend de vous, votre réponse la fait reprendre.' } },
  resolve: { subject: 'résolu', told: 'La panne {ticket} est donnée pour résolue.', next: { school: 'Vérifiez, puis dites si c’est réparé. Sans réponse, le ticket se clôt au bout de 7 jours.' } },
  reopen: { subject: 'rouvert', told: '{school} dit que {ticket} est toujours en panne.', next: { assignee: 'Reprenez contact avec l’école.' } },
  cancel: { subject: 'sans suite', told: 'Le ticket {ticket} est classé sans suite.', next: { school: null } },
};
