import { ORDER_STATE_NAMES, type OrderState } from '@parc/domain';
import { Cents, Day, Id, Instant, List, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { GateAnswer } from '../agreements/gate.answers.js';
import { BudgetBarAnswer } from '../orders/budget-bar.answers.js';

export class HomeOrder {
  @Id()
  id!: string;

  @Text({ max: 20, nullable: true })
  number!: string | null;

  @Text({ max: 300 })
  title!: string;

  @OneOf(ORDER_STATE_NAMES)
  state!: OrderState;

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

export class DeskCount {
  @Whole()
  count!: number;

  @Cents()
  amountCents!: number;
}

export class DeskConvention {
  @Id()
  id!: string;

  @Text({ max: 300 })
  title!: string;

  @Text({ max: 30 })
  state!: string;

  @Day({ nullable: true })
  until!: string | null;
}

export class DeskContract {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 300 })
  title!: string;

  @Text({ max: 200 })
  holderName!: string;

  @Cents()
  countedNetCents!: number;

  @Cents()
  maximumNetCents!: number;
}

export class DeskHome {
  @Nested(() => DeskCount)
  toApprove!: DeskCount;

  @Nested(() => DeskCount, { description: 'Submitted and without answer for order.recallDays' })
  late!: DeskCount;

  @Nested(() => DeskCount)
  toCertify!: DeskCount;

  @Nested(() => DeskCount, { description: 'Installed, and the school has not answered for order.verificationDays' })
  toVerify!: DeskCount;

  @Nested(() => DeskCount)
  cancellations!: DeskCount;

  @Nested(() => BudgetBarAnswer)
  budget!: BudgetBarAnswer;

  @List(() => DeskConvention, { most: 8 })
  conventions!: DeskConvention[];

  @List(() => DeskContract, { most: 8, description: 'At or past their alert threshold' })
  contracts!: DeskContract[];
}
