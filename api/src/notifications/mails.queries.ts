import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/database/search.js';
import { renderPage } from '../platform/http/page.js';
import { MailSender } from '../platform/mail/mail.sender.js';
import { MAILS } from '../platform/mail/mail.sql.js';
import type { MailListQuery } from './mails.answers.js';

const STATE = `case when m.sent_at is not null then 'sent' when m.next_try_at = 'infinity' then 'given-up' else 'waiting' end`;

@Injectable()
export class MailsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: MailSender,
  ) {}

  /** JSON text of a `MailList`, newest first; the route's permission is the administrator's alone. */
  list(actor: Actor, query: MailListQuery): Promise<string> {
    const rows = this.dataSource.manager
      .createQueryBuilder()
      .select([])
      .from(...MAILS)
      .where('true');
    if (query.state) rows.andWhere(`${STATE} = :state`, { state: query.state });
    if (query.search) {
      rows.andWhere(found(`m.recipient || ' ' || m.subject`, ':search'), {
        search: query.search,
      });
    }
    const page = rows
      .clone()
      .addSelect('m.id', 'id')
      .addSelect('m.recipient', 'recipient')
      .addSelect('m.subject', 'subject')
      .addSelect(this.sender.sends ? 'null::text' : 'm.body', 'body')
      .addSelect(STATE, 'state')
      .addSelect('m.created_at', 'createdAt')
      .addSelect('m.sent_at', 'sentAt')
      .addSelect('m.tries', 'tries')
      .addSelect('m.failure', 'failure')
      .orderBy('m.created_at', 'DESC')
      .addOrderBy('m.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, page, query, rows);
  }
}
