import { Cents, Day, Flag, Id, List, ManyOf, Nested, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { ContractHolderAnswer, ContractRequest } from './contract.dto.js';

/** What the API answers about contracts. Amounts net of VAT, in cents. */

export const CONTRACT_SORTS = ['number', 'holder', 'term', 'use'] as const;
export const CONTRACT_STANDINGS = ['coming', 'running', 'ended'] as const;
/** From the alert threshold on it nears its maximum; at the maximum nothing more is ordered. */
export const CONTRACT_ALERTS = ['none', 'near', 'full'] as const;

export class ContractListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Number, title, lot or holder, accents or not' })
  search?: string;

  @ManyOf(CONTRACT_STANDINGS, { optional: true })
  standing?: string[];

  @Flag({ optional: true, query: true, description: 'Only those that near or reach their maximum' })
  alert?: boolean;

  @OneOf(CONTRACT_SORTS, { optional: true })
  sort?: (typeof CONTRACT_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class ContractListItem {
  @Id()
  id!: string;

  @Text({ max: 60 })
  number!: string;

  @Text({ max: 200 })
  title!: string;

  @Text({ max: 100 })
  lot!: string;

  @Text({ max: 200 })
  holderName!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @OneOf(CONTRACT_STANDINGS)
  standing!: string;

  @Cents({ nullable: true, description: 'Of today’s period; null when none covers today' })
  countedNetCents!: number | null;

  @Cents({ nullable: true })
  maximumNetCents!: number | null;

  @OneOf(CONTRACT_ALERTS, { nullable: true })
  alert!: string | null;

  @Whole({ description: 'Orders that count against it, every period' })
  orderCount!: number;

  @Whole({ min: 1 })
  version!: number;
}

export class ContractList {
  @List(() => ContractListItem, { most: LIMITS.pageSize.most })
  items!: ContractListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class ContractPeriodAnswer {
  @Id()
  id!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @Cents()
  maximumNetCents!: number;

  @Cents({ nullable: true })
  minimumNetCents!: number | null;

  @Whole({ max: 10_000 })
  alertBasisPoints!: number;

  @Cents({ description: 'What its orders count' })
  countedNetCents!: number;

  @Cents({ description: 'What may still be ordered' })
  leftNetCents!: number;

  @OneOf(CONTRACT_ALERTS)
  alert!: string;

  @Flag({ description: 'Ended below its minimum: the difference is owed' })
  belowMinimum!: boolean;

  @Whole()
  orderCount!: number;

  @OneOf(CONTRACT_STANDINGS)
  standing!: string;
}

export class ContractPage extends ContractRequest {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(CONTRACT_STANDINGS)
  standing!: string;

  @Nested(() => ContractHolderAnswer)
  holder!: ContractHolderAnswer;

  @Whole({ description: 'Catalogue items it performs, validated' })
  itemCount!: number;

  @Whole()
  orderCount!: number;

  @List(() => ContractPeriodAnswer, { most: 100, description: 'Newest first' })
  periods!: ContractPeriodAnswer[];
}

export class ContractHolderList {
  @List(() => ContractHolderAnswer, { most: 500 })
  items!: ContractHolderAnswer[];
}
