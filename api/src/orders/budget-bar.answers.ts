import { ENVELOPE_KINDS } from '@parc/domain';
import { Cents, OneOf, Whole } from '../platform/http/fields.js';

export class BudgetBarAnswer {
  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: string;

  @Cents()
  openedCents!: number;

  @Cents()
  spentCents!: number;

  @Cents()
  committedCents!: number;

  @Cents()
  reservedCents!: number;

  @Cents()
  availableCents!: number;
}
