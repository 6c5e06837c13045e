import { euros, frenchDay, parisDateTimeOf, type OrderAction, type OrderNotice as Audience } from '@parc/domain';
import { mailText } from '../platform/mail/mail.service.js';
import type { OrderNotice } from './order-notice.queries.js';

interface Words {
  /** After "Commande C-2026-00184", as a subject. */
  subject: string;
  /** What happened; `{order}`, `{school}`, `{amount}` and `{when}` are filled in. */
  told: string;
  /** What the reader does now, where there is something to do. */
  next?: Partial<Record<Audience, string>>;
}

/** What is said of each move that somebody is told of (`tells` in the table of moves). */
// prettier-ignore
export const NOTICE_WORDS: Partial<Record<OrderAction, Words>> = {
  return: { subject: 'renvoyée', told: 'La métropole vous renvoie {order}. C’est de nouveau un brouillon, et les {amount} sont rendus à votre budget.', next: { school: 'Corrigez-la, puis envoyez-la de nouveau.' } },
  approve: { subject: 'approuvée', told: 'La métropole approuve {order}, pour {amount}.', next: { school: 'La prochaine étape est la date d’intervention.', performer: 'Elle vous est confiée : proposez une date à l’école.' } },
  reject: { subject: 'refusée', told: 'La métropole refuse {order}. Les {amount} sont rendus à votre budget.' },
  lapse: { subject: 'rendue en fin d’année', told: 'L’année se termine sans réponse à {order}. C’est de nouveau un brouillon, et les {amount} sont rendus à votre budget.', next: { school: 'Vous pouvez l’envoyer de nouveau dès que le prochain budget est ouvert.' } },
  schedule: { subject: 'planifiée', told: 'L’intervention pour {order}, à {school}, est prévue {when}.' },
  move: { subject: 'déplacée', told: 'L’intervention pour {order}, à {school}, est déplacée : elle a lieu {when}.' },
  'ask-to-cancel': { subject: 'annulation demandée', told: '{school} demande d’annuler {order}, de {amount}.', next: { manager: 'Annulez-la, ou répondez à l’école.' } },
  cancel: { subject: 'annulée', told: 'La métropole annule {order}, à {school}.' },
  interrupt: { subject: 'interrompue', told: 'L’intervention pour {order} est interrompue ; elle reprend plus tard.' },
  report: { subject: 'à confirmer', told: 'L’intervention pour {order} est terminée, pour {amount}.', next: { school: 'Vérifiez sur place, puis confirmez ou signalez un écart.' } },
  'confirm-by-default': { subject: 'constat par défaut', told: 'Sans réponse de l’école, la métropole a vérifié {order} et fait le constat par défaut.' },
  dispute: { subject: 'écart signalé', told: '{school} signale un écart sur {order}.', next: { performer: 'Reprenez contact avec l’école, puis rendez compte de nouveau.' } },
  complement: { subject: 'complément engagé', told: 'La métropole engage un complément pour {order} : l’engagement est de {amount}.' },
  adjourn: { subject: 'ajournée', told: 'La métropole ajourne le service fait de {order} : les travaux reprennent.' },
  certify: { subject: 'service fait', told: 'La métropole certifie le service fait de {order}, pour {amount}.' },
};

/** @param link the order's page */
export function orderMail(
  action: OrderAction,
  audience: Audience,
  order: OrderNotice,
  link: string,
): { subject: string; body: string } {
  const words = NOTICE_WORDS[action];
  if (!words) throw new Error(`nobody is told of ${action}`);
  const name = order.number ? `la commande ${order.number}` : 'une commande';
  // A function, so that a $ somebody typed is never a pattern.
  const fill = (text: string) =>
    text
      .replace('{order}', () => `${name}${order.title ? ` (${order.title})` : ''}`)
      .replace('{school}', () => order.schoolName)
      .replace('{amount}', () => euros(order.amountCents))
      .replace('{when}', () => when(order.plannedFrom));
  return {
    subject: `Commande ${order.number ?? ''} ${words.subject}`.replace('  ', ' '),
    body: mailText(
      [fill(words.told), order.move.reason ? `Motif : ${order.move.reason}` : null, words.next?.[audience] ?? null],
      link,
    ),
  };
}

/** "le mar. 8 déc. à 16 h 45". */
function when(instant: Date | null): string {
  if (!instant) return 'à une date à fixer';
  const { date, time } = parisDateTimeOf(instant);
  return `le ${frenchDay(date)} à ${time.replace(':', ' h ').replace(/^0/, '')}`;
}
