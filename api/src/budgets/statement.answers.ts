import {
  ENTRY_KINDS,
  ENVELOPE_KINDS,
  STATEMENT_EFFECTS,
  type EntryKind,
  type EnvelopeKind,
  type StatementEffect,
} from '@parc/domain';
import { Cents, Id, Instant, List, Nested, OneOf, Text, Whole } from '../platform/http/fields.js';
import { BudgetSchoolAnswer, EnvelopeBar } from './budgets.answers.js';

/** `/schools/:id/budgets/:year/:kind`. */
export class EnvelopeParam {
  @Id()
  id!: string;

  @Whole({ min: 2000, max: 2100, query: true })
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: EnvelopeKind;
}

export class StatementLineAnswer {
  @Id({ description: 'The entry of the ledger; two lines may tell one' })
  entryId!: string;

  @Whole({ min: 1 })
  sequence!: number;

  @Instant()
  at!: string;

  @OneOf(ENTRY_KINDS)
  kind!: EntryKind;

  @Text({ max: 60 })
  word!: string;

  @OneOf(STATEMENT_EFFECTS, { description: 'takes −, gives +, moves = (what is left does not change)' })
  effect!: StatementEffect;

  @Cents({ min: 0 })
  amountCents!: number;

  @Cents({ min: 0, description: 'The line before, plus or minus this one' })
  availableAfterCents!: number;

  @Text({ max: 1000, description: 'What it concerns, in words' })
  about!: string;

  @Id({ nullable: true })
  orderId!: string | null;

  @Text({ max: 20, nullable: true })
  orderNumber!: string | null;

  @Text({ max: 300, nullable: true })
  orderTitle!: string | null;
}

export class Statement {
  @Nested(() => BudgetSchoolAnswer)
  school!: BudgetSchoolAnswer;

  @Nested(() => EnvelopeBar, { nullable: true, description: 'Null while the envelope is not open' })
  bar!: EnvelopeBar | null;

  @List(() => StatementLineAnswer, { most: 10_000, description: 'Newest first' })
  lines!: StatementLineAnswer[];
}
