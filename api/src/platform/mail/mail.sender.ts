import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { invitationTo, OWN_MAIL_DOMAIN, OWN_MAIL_HEADER } from '@parc/domain';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { senderOf, Settings } from '../config/settings.js';
import { LIMITS } from '../limits.js';
import { ReplyAddresses } from './reply-addresses.js';

interface ClaimedMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  tries: number;
  /** The ticket that its account may answer about. */
  answers: string | null;
  account_id: string | null;
  /** What a calendar reads of it. */
  calendar: string | null;
}

interface SendingFault {
  code?: string;
  responseCode?: number;
}

const MINUTE = 60_000;
/** The server is away, or does not know us: no fault of the mail's, and the next one would fare no better. */
const SERVER_AWAY = new Set(['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH']);

/**
 * Sends what the outbox holds. A mail is claimed by moving its next try out of everybody's reach, so that several servers
 * never send the same one, and no transaction waits for the mail server. A server that dies between the sending and its
 * record sends again under the same Message-ID, by which the receiving side knows it: SMTP allows no more.
 */
@Injectable()
export class MailSender implements OnModuleDestroy {
  private readonly logger = new Logger('Mail');
  private transport: Transporter | null = null;
  private round: Promise<number> | null = null;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly addresses: ReplyAddresses,
  ) {}

  /** Without a mail server, and in the demonstration, mails stay in the outbox, where they can be read. */
  get sends(): boolean {
    return this.settings.SMTP_URL !== undefined && !this.settings.DEMO;
  }

  @Interval(10_000)
  async tick(): Promise<void> {
    if (!this.settings.JOBS || this.stopped || this.round) return;
    await this.sendDue().catch((error: unknown) =>
      this.logger.error({ event: 'mail round failed', code: (error as SendingFault).code }),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.round?.catch(() => undefined);
    this.transport?.close();
  }

  /** One round: what is due now, oldest first, up to `LIMITS.mail.batch`. Answers how many were sent. */
  async sendDue(): Promise<number> {
    this.round ??= this.sendBatch().finally(() => (this.round = null));
    return this.round;
  }

  private async sendBatch(): Promise<number> {
    if (!this.sends) return 0;
    let sent = 0;
    for (let taken = 0; taken < LIMITS.mail.batch && !this.stopped; taken++) {
      const mail = await this.claim();
      if (!mail) break;
      const fault = await this.deliver(mail);
      if (!fault) sent++;
      else if (await this.recordFault(mail, fault)) break;
    }
    return sent;
  }

  private async claim(): Promise<ClaimedMail | null> {
    const now = this.clock.now();
    const [[mail]] = await this.dataSource.query(
      `update mail set tries = tries + 1, next_try_at = $2
        where id = (select id from mail where sent_at is null and next_try_at <= $1
                     order by next_try_at, id limit 1 for update skip locked)
        returning id, recipient, subject, body, tries, answers, account_id, calendar`,
      [now, new Date(now.getTime() + LIMITS.mail.leaseMinutes * MINUTE)],
    );
    return mail ?? null;
  }

  private async deliver(mail: ClaimedMail): Promise<SendingFault | null> {
    this.transport ??= this.connect();
    try {
      await this.transport.sendMail({
        from: senderOf(this.settings),
        // As an object: an address is never parsed as a list of addresses.
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@${OWN_MAIL_DOMAIN}>`,
        headers: { 'Auto-Submitted': 'auto-generated', [OWN_MAIL_HEADER]: 'avis' },
        ...invitationOf(mail),
        ...this.answeredAt(mail),
      });
    } catch (error) {
      return error as SendingFault;
    }
    await this.dataSource.query(
      `update mail set sent_at = $2, failure = null, body = case when secret then '' else body end where id = $1`,
      [mail.id, this.clock.now()],
    );
    return null;
  }

  /** All notices of a ticket stand in one thread, and each is answered at an address of its reader's own. */
  private answeredAt({ answers, account_id: accountId }: ClaimedMail): SendMailOptions {
    if (answers === null || accountId === null) return {};
    const address = this.addresses.of({ ticket: answers, accountId });
    const thread = `<${answers.toLowerCase()}@${OWN_MAIL_DOMAIN}>`;
    return { references: thread, inReplyTo: thread, ...(address ? { replyTo: { name: 'Parc École', address } } : {}) };
  }

  /** Answers whether the server is away, which ends the round. Only codes are kept: a server's words hold addresses. */
  private async recordFault(mail: ClaimedMail, fault: SendingFault): Promise<boolean> {
    const away = SERVER_AWAY.has(fault.code ?? '');
    const failure = [fault.code ?? 'failed', fault.responseCode].filter(Boolean).join(' ');
    const givenUp = !away && mail.tries >= LIMITS.mail.tries;
    await this.dataSource.query('update mail set failure = $2, tries = $3, next_try_at = $4 where id = $1', [
      mail.id,
      failure,
      away ? mail.tries - 1 : mail.tries,
      givenUp ? 'infinity' : new Date(this.clock.now().getTime() + retryMinutes(away ? 1 : mail.tries) * MINUTE),
    ]);
    this.logger.warn({ event: givenUp ? 'mail given up' : 'mail not sent', mailId: mail.id, failure });
    return away;
  }

  private connect(): Transporter {
    return createTransport(this.settings.SMTP_URL!, {
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: LIMITS.mail.connectionMilliseconds,
      greetingTimeout: LIMITS.mail.connectionMilliseconds,
      socketTimeout: LIMITS.mail.socketMilliseconds,
    } as object);
  }
}

/** Calendars take it by its method: it stands in the text itself. */
function invitationOf({ calendar, recipient }: ClaimedMail): SendMailOptions {
  if (calendar === null) return {};
  const method = /^METHOD:(\w+)\r?$/m.exec(calendar)?.[1] ?? 'PUBLISH';
  return { icalEvent: { method, content: invitationTo(recipient, calendar), filename: 'formation.ics' } };
}

/** 1, 2, 4, 8… minutes, up to six hours. */
function retryMinutes(tries: number): number {
  return Math.min(LIMITS.mail.firstRetryMinutes * 2 ** (tries - 1), LIMITS.mail.longestRetryMinutes);
}
