import { Injectable } from '@nestjs/common';
import { french } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { senderOf, Settings } from '../config/settings.js';
import { ReplyAddresses, type Answered } from './reply-addresses.js';

export interface MailToQueue {
  /** Unique for good: the same notice is never queued twice. */
  dedupe: string;
  /** One address. Null is nobody: the same work is done and nothing is queued, so that time tells nothing. */
  to: string | null;
  subject: string;
  body: string;
  /** Carries a one-time link: the text is forgotten once sent. */
  secret?: boolean;
  /** The ticket that it is about, where the account that reads it may answer by mail. */
  answers?: Answered;
  /** What a calendar reads of it: `BEGIN:VCALENDAR…`, with its METHOD; whom it goes to is written as it goes. */
  calendar?: string | null;
}

/**
 * One mail as a part of the statement that makes what it tells: an insert for a common table expression.
 * @param dedupe, to SQL over `source` @param first number of its first parameter, of three: `MailService.queuedValues` @param at SQL of now
 */
export const queuedIn = ({
  dedupe,
  to,
  source,
  first,
  at,
}: {
  dedupe: string;
  to: string;
  source: string;
  first: number;
  at: string;
}) =>
  `insert into mail (dedupe, recipient, subject, body, created_at, next_try_at, calendar)
     select ${dedupe}, ${to}, $${first}, $${first + 1}, ${at}, ${at}, $${first + 2} from ${source} on conflict (dedupe) do nothing`;

/** What could end a header. */
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]+/g;
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;
const SUBJECT_LENGTH = 180;

/** Mails are written in the transaction of what they tell: never one without the other. `MailSender` sends them after. */
@Injectable()
export class MailService {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly addresses: ReplyAddresses,
  ) {}

  /** @throws Error when the address could be read as several, or as a header */
  async queue(manager: EntityManager, mail: Omit<MailToQueue, 'calendar'>): Promise<void> {
    await manager.query(
      `insert into mail (dedupe, recipient, subject, body, secret, created_at, next_try_at, answers, account_id)
       select $1, $2, $3, $4, $5, $6, $6, $7, $8 where $2::text is not null
       on conflict (dedupe) do nothing`,
      [
        ...[mail.dedupe, addressOf(mail), subjectOf(mail), this.bodyOf(mail), mail.secret ?? false, this.clock.now()],
        ...this.answeredOf(mail),
      ],
    );
  }

  /** Many at once, in one statement. @throws Error as `queue` */
  async queueAll(manager: EntityManager, mails: readonly Omit<MailToQueue, 'secret'>[]): Promise<void> {
    const known = mails.filter((mail) => addressOf(mail) !== null);
    if (known.length === 0) return;
    await manager.query(
      `insert into mail (dedupe, recipient, subject, body, created_at, next_try_at, answers, account_id, calendar)
       select dedupe, recipient, subject, body, $5, $5, answers, account_id, calendar
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::text[], $7::uuid[], $8::text[])
           as m (dedupe, recipient, subject, body, answers, account_id, calendar)
       on conflict (dedupe) do nothing`,
      [
        known.map(({ dedupe }) => dedupe),
        known.map(({ to }) => to),
        known.map(subjectOf),
        known.map((mail) => this.bodyOf(mail)),
        this.clock.now(),
        known.map((mail) => this.answeredOf(mail)[0]),
        known.map((mail) => this.answeredOf(mail)[1]),
        known.map(({ calendar }) => calendar ?? null),
      ],
    );
  }

  /** For `queuedIn`. */
  queuedValues(mail: Omit<MailToQueue, 'dedupe' | 'to' | 'secret'>): unknown[] {
    return [subjectOf(mail), this.bodyOf(mail), mail.calendar ?? null];
  }

  /** Whoever may answer reads so; the others, that nobody reads what they answer. */
  private bodyOf({ body, answers }: Pick<MailToQueue, 'body' | 'answers'>): string {
    return answers && this.addresses.given ? body.replace(french(NOBODY_READS), french(ANSWER_BY_MAIL)) : body;
  }

  private answeredOf({ answers }: Omit<MailToQueue, 'secret'>): [ticket: string | null, accountId: string | null] {
    return answers && this.addresses.given ? [answers.ticket, answers.accountId] : [null, null];
  }

  /** The plain address that mails come from: who invites, to a calendar. */
  get sender(): string {
    const from = senderOf(this.settings);
    return /<([^>]+)>/.exec(from)?.[1] ?? from;
  }

  /** An address of the web application, from the settings alone: a request's Host header never makes a link. */
  link(path: string): string {
    return `${this.settings.PUBLIC_URL.replace(/\/+$/, '')}${path}`;
  }
}

function addressOf({ to }: Pick<MailToQueue, 'to'>): string | null {
  if (to !== null && !ADDRESS.test(to)) throw new Error('a mail goes to one plain address');
  return to;
}

function subjectOf({ subject }: Pick<MailToQueue, 'subject'>): string {
  return french(subject.replace(CONTROL, ' ').trim()).slice(0, SUBJECT_LENGTH);
}

const NOBODY_READS = 'Ce message est automatique : personne ne lit les réponses.';
const ANSWER_BY_MAIL =
  'Répondez à ce message pour écrire sur le ticket : l’école et la métropole vous lisent. Les pièces jointes ne sont pas reprises.';

/** The text of every mail: a greeting, short paragraphs, one link, who writes. */
export function mailText(paragraphs: readonly (string | null)[], link?: string): string {
  const told = paragraphs.filter((paragraph) => paragraph !== null).map(french);
  const signature = `Parc École, Saint-Étienne Métropole\n${NOBODY_READS}`;
  return ['Bonjour,', ...told, ...(link ? [link] : []), french(signature)].join('\n\n');
}
