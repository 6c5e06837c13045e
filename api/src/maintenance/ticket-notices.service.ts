import { Injectable } from '@nestjs/common';
import {
  frenchDay,
  parisDateTimeOf,
  SYMPTOMS,
  TICKET_NOTICE_WORDS,
  type NoticeWord,
  type TicketAction,
  type TicketNotice,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SCHOOL_NAME } from '../directory/school.sql.js';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { signatureOf } from '../identity/mover.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import type { Ticket } from './ticket.entity.js';
import type { MovingTicket } from './ticket.moving.js';

const WORDS: Readonly<Partial<Record<TicketAction, NoticeWord>>> = TICKET_NOTICE_WORDS;

/** Who is told of a ticket's move, by mail, in the transaction of what is told. */
@Injectable()
export class TicketNotices {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /** Nobody is told of their own move, nor twice of the same one. */
  async tell(moving: MovingTicket, action: TicketAction, notices: readonly TicketNotice[]): Promise<void> {
    const { manager, ticket, mover, reason } = moving;
    const words = WORDS[action];
    if (!words) throw new Error(`nobody is told of ${action}`);
    const [school] = await manager.query(SCHOOL_NAME, [ticket.schoolId]);
    const fill = filled(ticket, school.name as string);
    const link = this.mails.link(`/tickets/${ticket.id}`);
    for (const notice of notices) {
      const next = words.next[notice] ?? null;
      const body = mailText([fill(words.told), reason ? `Motif : ${reason}` : null, next && fill(next)], link);
      for (const { accountId, email } of await this.addressees(manager, notice, ticket)) {
        if (accountId === signatureOf(mover).accountId) continue;
        const dedupe = `ticket-move:${ticket.id}:${ticket.version}:${accountId}`;
        await this.mails.queue(manager, {
          dedupe,
          to: email,
          subject: `Ticket ${ticket.number} : ${words.subject}`,
          body,
          answers: { ticket: ticket.number, accountId },
        });
      }
    }
  }

  /** A quote waits for the head's word. */
  async quoted(manager: EntityManager, ticket: Ticket): Promise<void> {
    const told = `Un devis est remis pour la réparation de ${ticket.number} (${SYMPTOMS[ticket.symptom].word}).`;
    const next = 'Envoyez la commande, ou refusez le devis : la réparation attend votre accord.';
    for (const { accountId, email } of await this.assignments.addressees(manager, 'school-head', {
      schoolId: ticket.schoolId,
    })) {
      const dedupe = `ticket-quote:${ticket.id}:${ticket.version}:${accountId}`;
      const body = mailText([told, next], this.mails.link(`/tickets/${ticket.id}`));
      await this.mails.queue(manager, {
        dedupe,
        to: email,
        subject: `Ticket ${ticket.number} : un devis attend votre accord`,
        body,
        answers: { ticket: ticket.number, accountId },
      });
    }
  }

  /** The school's heads, with everyone who has the breakdown; or the technician who has it in hand. */
  private async addressees(
    manager: EntityManager,
    notice: TicketNotice,
    ticket: Ticket,
  ): Promise<Pick<Addressee, 'accountId' | 'email'>[]> {
    if (notice === 'assignee') return this.addressesOf(manager, [ticket.assignedAccountId!]);
    const heads = await this.assignments.addressees(manager, 'school-head', { schoolId: ticket.schoolId });
    const others: { id: string }[] = await manager.query(
      'select account_id as id from ticket_reporter where ticket_id = $1',
      [ticket.id],
    );
    const reporters = [ticket.reportedBy, ...others.map(({ id }) => id)];
    const known = new Set(heads.map(({ accountId }) => accountId));
    return [
      ...heads,
      ...(await this.addressesOf(
        manager,
        reporters.filter((id) => !known.has(id)),
      )),
    ];
  }

  private async addressesOf(manager: EntityManager, accountIds: readonly string[]) {
    const found: Pick<Addressee, 'accountId' | 'email'>[] = [];
    for (const id of accountIds) {
      const address = await this.assignments.addressOf(manager, id);
      if (address) found.push(address);
    }
    return found;
  }
}

/** A function each, so that a $ somebody typed is never a pattern. */
const filled =
  ({ number, symptom, plannedFrom }: Ticket, school: string) =>
  (text: string) =>
    text
      .replace('{ticket}', () => `${number} (${SYMPTOMS[symptom].word})`)
      .replace('{school}', () => school)
      .replace('{when}', () => when(plannedFrom));

/** "le mar. 8 déc. à 16 h 45". */
function when(instant: Date | null): string {
  if (!instant) return 'à une date à fixer';
  const { date, time } = parisDateTimeOf(instant);
  return `le ${frenchDay(date)} à ${time.replace(':', ' h ').replace(/^0/, '')}`;
}
