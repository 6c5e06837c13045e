import { ORDER_STATES } from '@parc/domain';
import { Cents, Day, Id, Instant, List, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { BudgetBarAnswer, GateAnswer } from '../orders/order-page.answers.js';

export class HomeOrder {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @Text({ max: 300 })
  title!: string;

  @OneOf(ORDER_STATES)
  state!: string;

  @Whole({ min: 1 })
  version!: number;

  @Cents()
  amountCents!: number;

  @Instant()
  stateSince!: string;

  @Instant({ nullable: true })
  plannedFrom!: string | null;

  @Day({ nullable: true, description: 'Answer expected before' })
  dueOn!: string | null;
}

export class SchoolHome {
  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 100 })
  communeName!: string;

  @Nested(() => BudgetBarAnswer, { nullable: true, description: 'Null while this year’s envelope is not open' })
  budget!: BudgetBarAnswer | null;

  @Day({ description: 'Last day to submit this year' })
  cutOff!: string;

  @Nested(() => GateAnswer)
  gate!: GateAnswer;

  @List(() => HomeOrder, { most: 20, description: 'What waits for the school' })
  waiting!: HomeOrder[];

  @List(() => HomeOrder, { most: 20, description: 'What goes on' })
  underWay!: HomeOrder[];

  @List(() => HomeOrder, { most: 20, description: 'Drafts, newest first' })
  drafts!: HomeOrder[];
}
