import {
  euros,
  frenchDay,
  orderFields,
  ORDER_NOTICE_WORDS,
  parisDateTimeOf,
  type NoticeWord,
  type OrderAction,
  type OrderNotice as Audience,
  type Role,
} from '@parc/domain';
import { mailText } from '../platform/mail/mail.service.js';
import type { OrderNotice } from './order-notice.queries.js';

const WORDS: Readonly<Partial<Record<OrderAction, NoticeWord>>> = ORDER_NOTICE_WORDS;

/**
 * A mail tells what its readers read of the order in the state it is in now: it stays in a mailbox when the page has closed.
 * @param link the order's page
 */
export function orderMail(
  action: OrderAction,
  audience: Audience,
  order: OrderNotice,
  link: string,
): { subject: string; body: string } {
  const words = WORDS[action];
  if (!words) throw new Error(`nobody is told of ${action}`);
  const reason = orderFields(readerOf(audience, order), order.state).thread ? order.move.reason : null;
  const next = words.next[audience] ?? null;
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
    body: mailText([fill(words.told), reason ? `Motif : ${reason}` : null, next && fill(next)], link),
  };
}

/** In which role a mail is read: that of those it is sent to. */
function readerOf(audience: Audience, { contractHolderId }: Pick<OrderNotice, 'contractHolderId'>): Role {
  if (audience === 'school') return 'school-head';
  if (audience === 'manager') return 'plan-manager';
  return contractHolderId ? 'installer' : 'technician';
}

/** "le mar. 8 déc. à 16 h 45". */
function when(instant: Date | null): string {
  if (!instant) return 'à une date à fixer';
  const { date, time } = parisDateTimeOf(instant);
  return `le ${frenchDay(date)} à ${time.replace(':', ' h ').replace(/^0/, '')}`;
}
