import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MAIL_REFUSAL_NAMES, type MailRefusal } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Day, Flag, List, OneOf, Whole } from '../../platform/http/fields.js';
import { Permit } from '../../platform/http/permit.js';
import { ReplyAddresses } from '../../platform/mail/reply-addresses.js';
import { REFUSALS_BY_REASON } from './mail-in.sql.js';

export class MailRefusalRow {
  @OneOf(MAIL_REFUSAL_NAMES)
  reason!: MailRefusal;

  @Whole({ min: 1 })
  count!: number;

  @Day({ description: 'When it happened last' })
  lastOn!: string;
}

export class MailRefusalList {
  @Flag({ description: 'Whether notices can be answered by mail at all' })
  answered!: boolean;

  @List(() => MailRefusalRow, { most: MAIL_REFUSAL_NAMES.length })
  items!: MailRefusalRow[];
}

/** What mail made no comment: how many and why, nothing of what it said nor of whom it came from. */
@Injectable()
export class MailRefusalsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly addresses: ReplyAddresses,
    private readonly clock: Clock,
  ) {}

  async byReason(): Promise<MailRefusalList> {
    const items: MailRefusalRow[] = await this.dataSource.query(REFUSALS_BY_REASON, [this.clock.today()]);
    return { answered: this.addresses.given, items };
  }
}

@ApiTags('tickets')
@Controller('mail-refusals')
export class MailRefusalsController {
  constructor(private readonly queries: MailRefusalsQueries) {}

  @Get()
  @Permit('mail-refusals.read')
  @ApiOkResponse({ type: MailRefusalList })
  byReason(): Promise<MailRefusalList> {
    return this.queries.byReason();
  }
}
