import { Injectable } from '@nestjs/common';
import {
  answerComment,
  isAutomatic,
  isOurOwn,
  type MailRefusal,
  reachOf,
  TICKET_STATES,
  TICKETS_ANSWERED,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { ActorsService } from '../../identity/actors.service.js';
import { AssignmentsService, type Addressee } from '../../identity/assignments.service.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { Clock } from '../../platform/clock.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import { MailService, mailText } from '../../platform/mail/mail.service.js';
import { ReplyAddresses, type Answered } from '../../platform/mail/reply-addresses.js';
import { CommentsService } from '../comments.service.js';
import { TicketAccess } from '../ticket.access.js';
import type { Ticket } from '../ticket.entity.js';
import { readMail, type IncomingMail } from './incoming-mail.js';
import { COUNT_REFUSAL, IN_TURN_OF_ACCOUNT, RECEIVED_SINCE, TAKE_MAIL, TICKET_BY_NUMBER } from './mail-in.sql.js';
import { MailRefused } from './mail-refused.js';

const HOUR = 3_600_000;

type Own = Pick<Addressee, 'accountId' | 'email'>;

/** An answer to a notice becomes a comment to the school, if whoever wrote it still may write one; else it is refused, and counted. */
@Injectable()
export class TicketMailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly addresses: ReplyAddresses,
    private readonly assignments: AssignmentsService,
    private readonly actors: ActorsService,
    private readonly access: TicketAccess,
    private readonly comments: CommentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** The address that it comes to. @throws MailRefused forged, expired */
  async addressed(address: string): Promise<Answered> {
    const answered = this.addresses.read(address);
    if (typeof answered === 'string') throw await this.refused(answered);
    return answered;
  }

  /** @param returnPath empty for what a machine reports @throws MailRefused */
  async take(answered: Answered, source: Buffer, returnPath: string): Promise<void> {
    const mail = await inTurn('mailIn', null, () => readMail(source).catch(() => null));
    if (!mail) throw await this.refused('unreadable');
    if (isOurOwn(mail.headers)) throw await this.refused('loop');
    if (isAutomatic(mail.headers, mail.subject, returnPath)) throw await this.refused('automatic');
    const own = await this.assignments.addressOf(this.dataSource.manager, answered.accountId);
    if (!own) throw await this.refused('not-allowed');
    if (mail.from?.toLowerCase() !== own.email.toLowerCase()) throw await this.refused('foreign');
    if (mail.answer === '') throw await this.refused('empty');
    const refusal = await this.transactions.run(
      { writer: { accountId: own.accountId }, expectedVersion: null, repeat: null },
      (manager) => this.write(manager, answered, own, mail),
    );
    if (refusal) throw await this.refused(refusal);
  }

  /** Counted by its reason, without a word of what it said. */
  async refused(reason: MailRefusal): Promise<MailRefused> {
    await this.dataSource.query(COUNT_REFUSAL, [this.clock.today(), reason]);
    return new MailRefused(reason);
  }

  /** @returns why it makes no comment; what is written besides, as the word that a ticket is over, is kept */
  private async write(
    manager: EntityManager,
    { ticket: number }: Answered,
    own: Own,
    { answer, attachments, hash }: IncomingMail,
  ): Promise<MailRefusal | null> {
    await manager.query(IN_TURN_OF_ACCOUNT, [own.accountId]);
    const found = await this.reached(manager, own.accountId, number);
    if (!found) return 'not-allowed';
    const { actor, ticket } = found;
    if (!TICKETS_ANSWERED.includes(ticket.state)) {
      await this.tellOver(manager, ticket, own);
      return 'over';
    }
    const now = this.clock.now();
    const taken: unknown[] = await manager.query(TAKE_MAIL, [hash, own.accountId, ticket.id, now]);
    // Delivered twice, as servers do that lost the answer to the first time: it is there.
    if (taken.length === 0) return null;
    const [{ count }] = await manager.query(RECEIVED_SINCE, [own.accountId, new Date(now.getTime() - HOUR)]);
    if (count > LIMITS.mailIn.perAccountAndHour) {
      await manager.query('delete from received_mail where message_hash = $1', [hash]);
      return 'too-many';
    }
    await this.comments.sayByMail(manager, actor, ticket, answerComment(answer, attachments));
    return null;
  }

  /** Under the first role of today that may comment on it: its state, its scope and the role are judged now, not when the notice left. */
  private async reached(
    manager: EntityManager,
    accountId: string,
    number: string,
  ): Promise<{ actor: Actor; ticket: Ticket } | null> {
    const [row] = await manager.query(TICKET_BY_NUMBER, [number]);
    if (!row) return null;
    const actors = (await this.actors.of(manager, accountId)).filter(({ role }) => reachOf('tickets.comment', role));
    for (const actor of actors) {
      const [ticket] = await this.access.lockAll(manager, actor, [row.id as string]);
      if (ticket) return { actor, ticket };
    }
    return null;
  }

  /** By a mail that cannot be answered, once a day and ticket: it never makes two machines write to each other. */
  private async tellOver(manager: EntityManager, { id, number, state }: Ticket, own: Own): Promise<void> {
    const told = `Votre réponse au sujet de ${number} n’a pas été reprise : ce ticket est « ${TICKET_STATES[state].word} ».`;
    const next = 'Si la panne revient, signalez-la de nouveau dans l’application.';
    await this.mails.queue(manager, {
      dedupe: `ticket-over:${id}:${this.clock.today()}:${own.accountId}`,
      to: own.email,
      subject: `Ticket ${number} : votre réponse n’a pas été reprise`,
      body: mailText([told, next], this.mails.link(`/tickets/${id}`)),
    });
  }
}
