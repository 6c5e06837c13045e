import { MOST_CENTS } from '@parc/domain';
import { Cents, Day, Email, Id, Text, Whole } from '../platform/http/fields.js';

/** What the plan manager writes of contracts. What orders have counted is never among it. */

export class ContractRequest {
  @Text({ min: 1, max: 60 })
  number!: string;

  @Text({ min: 1, max: 200 })
  title!: string;

  @Id()
  holderId!: string;

  @Text({ min: 1, max: 100 })
  lot!: string;

  @Day()
  fromDay!: string;

  @Day({ description: 'Last day of the term, renewals included' })
  toDay!: string;
}

export class ContractPeriodRequest {
  @Day()
  fromDay!: string;

  @Day({ description: 'Last day, included' })
  toDay!: string;

  @Cents({ min: 0, max: MOST_CENTS, description: 'Net of VAT, in cents: no order passes it' })
  maximumNetCents!: number;

  @Cents({
    min: 0,
    max: MOST_CENTS,
    optional: true,
    nullable: true,
    description: 'Net of VAT, in cents: what is owed to the holder at least',
  })
  minimumNetCents?: number | null;

  @Whole({ max: 10_000, description: 'Share of the maximum from which it alerts, in basis points' })
  alertBasisPoints!: number;
}

export class ContractHolderRequest {
  @Text({ min: 1, max: 200 })
  name!: string;

  @Text({ max: 20, optional: true, nullable: true })
  siret?: string | null;

  @Email({ optional: true, nullable: true })
  email?: string | null;
}

export class ContractChanged {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class ContractHolderAnswer extends ContractHolderRequest {
  @Id()
  id!: string;

  @Whole()
  contractCount!: number;
}
