import { ITEM_ACTIONS, ITEM_CATEGORIES, ITEM_KINDS, ITEM_STATE_NAMES, PERFORMERS } from '@parc/domain';
import { Cents, Day, Flag, Id, Instant, List, ManyOf, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page.js';
import { LIMITS } from '../platform/limits.js';
import { ItemRequest } from './item.dto.js';

/** What the API answers about the catalogue. Prices are absent where the role does not read them. */

export const ITEM_SORTS = ['name', 'reference', 'category', 'state', 'price'] as const;

export class ItemListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Name, reference or description, accents or not' })
  search?: string;

  @ManyOf(ITEM_STATE_NAMES, { optional: true })
  state?: string[];

  @OneOf(ITEM_CATEGORIES, { optional: true })
  category?: string;

  @OneOf(ITEM_KINDS, { optional: true })
  kind?: string;

  @OneOf(PERFORMERS, { optional: true })
  performer?: string;

  @Id({ optional: true })
  contractId?: string;

  @OneOf(ITEM_SORTS, { optional: true })
  sort?: (typeof ITEM_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class ItemListItem {
  @Id()
  id!: string;

  @Text({ max: 60 })
  reference!: string;

  @Text({ max: 200 })
  name!: string;

  @OneOf(ITEM_KINDS)
  kind!: string;

  @OneOf(ITEM_CATEGORIES)
  category!: string;

  @Text({ max: 60 })
  unit!: string;

  @Text({ max: 60 })
  picture!: string;

  @OneOf(ITEM_STATE_NAMES)
  state!: string;

  @OneOf(PERFORMERS)
  performer!: string;

  @Text({ max: 200 })
  performerName!: string;

  @Cents({ nullable: true, description: 'One unit, tax included: today’s, else the first to come' })
  priceCents!: number | null;

  @Day({ nullable: true, description: 'From when that price holds' })
  priceFrom!: string | null;

  @Flag()
  onQuote!: boolean;

  @Whole({ min: 1 })
  version!: number;
}

export class ItemList {
  @List(() => ItemListItem, { most: LIMITS.pageSize.most })
  items!: ItemListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class ItemStateCount {
  @OneOf(ITEM_STATE_NAMES)
  state!: string;

  @Whole()
  count!: number;
}

export class ItemCounts {
  @List(() => ItemStateCount, { most: ITEM_STATE_NAMES.length })
  states!: ItemStateCount[];
}

export class ItemPrice {
  @Id()
  id!: string;

  @Day()
  fromDay!: string;

  @Cents()
  unitNetCents!: number;

  @Whole({ max: 10_000 })
  vatBasisPoints!: number;

  @Cents({ description: 'One unit, tax included' })
  priceCents!: number;

  @OneOf(['past', 'current', 'coming'])
  holds!: string;
}

export class ItemDecisionAnswer {
  @Id()
  id!: string;

  @OneOf(ITEM_STATE_NAMES)
  state!: string;

  @Text({ max: 200, nullable: true })
  body!: string | null;

  @Day({ nullable: true })
  meetingOn!: string | null;

  @Text({ max: 60, nullable: true })
  decisionNumber!: string | null;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;

  @Instant()
  recordedAt!: string;

  @Text({ max: 200, nullable: true, description: 'Who recorded it' })
  recordedBy!: string | null;
}

export const ITEM_PAGE_ACTIONS = ['edit', 'add-price', ...ITEM_ACTIONS] as const;

export class ItemPage extends ItemRequest {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(ITEM_STATE_NAMES)
  state!: string;

  @OneOf(PERFORMERS)
  performer!: string;

  @Text({ max: 200 })
  performerName!: string;

  @Text({ max: 60, nullable: true })
  contractNumber!: string | null;

  @List(() => ItemPrice, { most: 500, description: 'Newest first; empty for a role that reads no prices' })
  prices!: ItemPrice[];

  @List(() => ItemDecisionAnswer, { most: 100, description: 'Newest first; empty for a role that does not read them' })
  decisions!: ItemDecisionAnswer[];

  @ManyOf(ITEM_PAGE_ACTIONS, { description: 'What this person can do now' })
  actions!: string[];
}
