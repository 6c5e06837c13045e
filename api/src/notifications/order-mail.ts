import {
  euros,
  frenchDay,
  ORDER_NOTICE_WORDS,
  parisDateTimeOf,
  type NoticeWord,
  type OrderAction,
  type OrderNotice as Audience,
} from '@parc/domain';
import { mailText } from '../platform/mail/mail.service.js';
import type { OrderNotice } from './order-notice.queries.js';

const WORDS: Readonly<Partial<Record<OrderAction, NoticeWord>>> = ORDER_NOTICE_WORDS;

/** @param link the order's page */
export function orderMail(
  action: OrderAction,
  audience: Audience,
  order: OrderNotice,
  link: string,
): { subject: string; body: string } {
  const words = WORDS[action];
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
      [fill(words.told), order.move.reason ? `Motif : ${order.move.reason}` : null, words.next[audience] ?? null],
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
