import { Id, Instant, List, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';

export const MAIL_STATES = ['waiting', 'sent', 'given-up'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export class MailListQuery extends PageQuery {
  @OneOf(MAIL_STATES, { optional: true })
  state?: MailState;

  @Text({ max: 100, optional: true, description: 'Address or subject' })
  search?: string;
}

export class MailRow {
  @Id()
  id!: string;

  @Text({ max: 254 })
  recipient!: string;

  @Text({ max: 200 })
  subject!: string;

  @Text({
    max: 20_000,
    nullable: true,
    description: 'Only where no mail server is configured: a link read here would open somebody’s account',
  })
  body!: string | null;

  @OneOf(MAIL_STATES)
  state!: MailState;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  sentAt!: string | null;

  @Whole()
  tries!: number;

  @Text({ max: 200, nullable: true, description: 'Codes of the last failure' })
  failure!: string | null;
}

export class MailList {
  @List(() => MailRow, { most: 200 })
  items!: MailRow[];

  @RowCount()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}
