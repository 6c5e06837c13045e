import { Injectable } from '@nestjs/common';
import { french } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Settings } from '../config/settings.js';

export interface MailToQueue {
  /** Unique for good: the same notice is never queued twice. */
  dedupe: string;
  /** One address. Null is nobody: the same work is done and nothing is queued, so that time tells nothing. */
  to: string | null;
  subject: string;
  body: string;
  /** Carries a one-time link: the text is forgotten once sent. */
  secret?: boolean;
}

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
  ) {}

  /** @throws Error when the address could be read as several, or as a header */
  async queue(manager: EntityManager, mail: MailToQueue): Promise<void> {
    await manager.query(
      `insert into mail (dedupe, recipient, subject, body, secret, created_at, next_try_at)
       select $1, $2, $3, $4, $5, $6, $6 where $2::text is not null
       on conflict (dedupe) do nothing`,
      [mail.dedupe, addressOf(mail), subjectOf(mail), mail.body, mail.secret ?? false, this.clock.now()],
    );
  }

  /** Many at once, in one statement. @throws Error as `queue` */
  async queueAll(manager: EntityManager, mails: readonly Omit<MailToQueue, 'secret'>[]): Promise<void> {
    const known = mails.filter((mail) => addressOf(mail) !== null);
    if (known.length === 0) return;
    await manager.query(
      `insert into mail (dedupe, recipient, subject, body, created_at, next_try_at)
       select dedupe, recipient, subject, body, $5, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as m (dedupe, recipient, subject, body)
       on conflict (dedupe) do nothing`,
      [
        known.map(({ dedupe }) => dedupe),
        known.map(({ to }) => to),
        known.map(subjectOf),
        known.map(({ body }) => body),
        this.clock.now(),
      ],
    );
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

/** The text of every mail: a greeting, short paragraphs, one link, who writes. */
export function mailText(paragraphs: readonly (string | null)[], link?: string): string {
  const told = paragraphs.filter((paragraph) => paragraph !== null).map(french);
  const signature = 'Parc École, Saint-Étienne Métropole\nCe message est automatique : personne ne lit les réponses.';
  return ['Bonjour,', ...told, ...(link ? [link] : []), french(signature)].join('\n\n');
}
