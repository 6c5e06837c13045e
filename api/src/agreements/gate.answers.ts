import { Day, Flag, Id, Nested, Text } from '../platform/http/fields.js';

/** What stands between a school and its orders: read on its page, its home and its orders. */

export class MissingConventionAnswer {
  @Text({ max: 200 })
  party!: string;

  @Text({ max: 30, nullable: true })
  state!: string | null;

  @Text({ max: 300 })
  next!: string;
}

export class GateAnswer {
  @Flag()
  open!: boolean;

  @Id({ nullable: true })
  conventionId!: string | null;

  @Text({ max: 300, nullable: true })
  title!: string | null;

  @Day({ nullable: true })
  until!: string | null;

  @Nested(() => MissingConventionAnswer, { nullable: true })
  missing!: MissingConventionAnswer | null;
}
