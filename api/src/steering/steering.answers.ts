import { ORDER_STATE_NAMES, CONVENTION_KINDS, CONVENTION_STATES, ENVELOPE_KINDS, SECTORS } from '@parc/domain';
import { Cents, List, OneOf, Whole } from '../platform/http/fields.js';

export class YearQuery {
  @Whole({ min: 2000, max: 2100, optional: true, query: true, description: 'Civil year; this year when left out' })
  year?: number;
}

export class SteeringBudget {
  @Whole()
  year!: number;

  @OneOf(ENVELOPE_KINDS)
  kind!: string;

  @OneOf(SECTORS)
  sector!: string;

  @Cents()
  openedCents!: number;

  @Cents()
  reservedCents!: number;

  @Cents()
  committedCents!: number;

  @Cents()
  spentCents!: number;

  @Cents()
  availableCents!: number;

  @Whole()
  schools!: number;
}

export class SteeringOrders {
  @OneOf(ORDER_STATE_NAMES)
  state!: string;

  @Whole()
  count!: number;

  @Cents()
  amountCents!: number;
}

export class SteeringConventions {
  @OneOf(CONVENTION_KINDS)
  kind!: string;

  @OneOf(CONVENTION_STATES)
  state!: string;

  @Whole()
  count!: number;
}

export class SteeringOverview {
  @Whole()
  year!: number;

  @Whole()
  schools!: number;

  @Whole()
  schoolsThatOrdered!: number;

  @List(() => SteeringBudget, { most: 200 })
  budgets!: SteeringBudget[];

  @List(() => SteeringOrders, { most: 20 })
  orders!: SteeringOrders[];

  @List(() => SteeringConventions, { most: 50 })
  conventions!: SteeringConventions[];

  @Whole({ description: 'Schools that no convention in force covers today' })
  blockedSchools!: number;

  @Whole({ nullable: true, description: 'Days from submission to installation, median' })
  medianDays!: number | null;
}
