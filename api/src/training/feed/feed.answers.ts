import { Instant, Text } from '../../platform/http/fields.js';

/** Whether somebody has a calendar address, without it. */
export class OwnFeed {
  @Instant({ nullable: true, description: 'When the address was made; null: there is none' })
  madeAt!: string | null;
}

/** The address, told once: what is kept does not lead back to it. */
export class FeedAddress {
  @Text({ max: 500 })
  address!: string;
}

export class FeedParam {
  @Text({ max: 60, pattern: /^[\w-]{43}\.ics$/ })
  file!: string;
}
