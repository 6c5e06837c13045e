import type { NoticeWords } from '../lifecycle/notice-words.js';
import type { ORDERS } from './order-lifecycle.js';

/** What is said of each move of an order that somebody is told of, to each of those whom its row `tells`. */
// prettier-ignore
export const ORDER_NOTICE_WORDS: NoticeWords<(typeof ORDERS)['tellings'][number]> = {
  return: { subject: 'renvoyée', told: 'La métropole vous renvoie {order}. C’est de nouveau un brouillon, et les {amount} sont rendus à votre budget.', next: { school: 'Corrigez-la, puis envoyez-la de nouveau.' } },
  approve: { subject: 'approuvée', told: 'La métropole approuve {order}, pour {amount}.', next: { school: 'La prochaine étape est la date d’intervention.', performer: 'Elle vous est confiée. La métropole en fixe la date avec l’école.' } },
  reject: { subject: 'refusée', told: 'La métropole refuse {order}. Les {amount} sont rendus à votre budget.', next: { school: null } },
  lapse: { subject: 'rendue en fin d’année', told: 'L’année se termine sans réponse à {order}. C’est de nouveau un brouillon, et les {amount} sont rendus à votre budget.', next: { school: 'Vous pouvez l’envoyer de nouveau dès que le prochain budget est ouvert.' } },
  schedule: { subject: 'planifiée', told: 'L’intervention pour {order}, à {school}, est prévue {when}.', next: { school: null, performer: null } },
  move: { subject: 'déplacée', told: 'L’intervention pour {order}, à {school}, est déplacée : elle a lieu {when}.', next: { school: null, performer: null } },
  'ask-to-cancel': { subject: 'annulation demandée', told: '{school} demande d’annuler {order}, de {amount}.', next: { manager: 'Annulez-la, ou répondez à l’école.' } },
  cancel: { subject: 'annulée', told: 'La métropole annule {order}, à {school}.', next: { school: null, performer: null } },
  interrupt: { subject: 'interrompue', told: 'L’intervention pour {order} est interrompue ; elle reprend plus tard.', next: { school: null } },
  report: { subject: 'à confirmer', told: 'L’intervention pour {order} est terminée, pour {amount}.', next: { school: 'Vérifiez sur place, puis confirmez ou signalez un écart.' } },
  'confirm-by-default': { subject: 'constat par défaut', told: 'Sans réponse de l’école, la métropole a vérifié {order} et fait le constat par défaut.', next: { school: null } },
  dispute: { subject: 'écart signalé', told: '{school} signale un écart sur {order}.', next: { manager: null, performer: 'Reprenez contact avec l’école, puis rendez compte de nouveau.' } },
  complement: { subject: 'complément engagé', told: 'La métropole engage un complément pour {order} : l’engagement est de {amount}.', next: { school: null } },
  adjourn: { subject: 'ajournée', told: 'La métropole ajourne le service fait de {order} : les travaux reprennent.', next: { school: null, performer: null } },
  certify: { subject: 'service fait', told: 'La métropole certifie le service fait de {order}, pour {amount}.', next: { school: null, performer: null } },
};
