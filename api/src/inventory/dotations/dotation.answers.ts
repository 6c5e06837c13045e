import {
  DOTATION_ACTIONS,
  DOTATION_BASES,
  DOTATION_SOURCES,
  DOTATION_STATE_NAMES,
  ROLES,
  SECTORS,
  type DotationState,
} from '@parc/domain';
import { Day, Id, Instant, List, ManyOf, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers of dotations; nothing in it is a price. */

export class DotationPreviewQuery {
  @Id()
  groupId!: string;

  @Id()
  modelId!: string;

  @OneOf(DOTATION_BASES)
  basis!: 'gap' | 'needs';

  @Whole({ min: 1, query: true })
  quantity!: number;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;
}

export class DotationPreviewSchool {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  communeName!: string;

  @Whole({ nullable: true })
  pupils!: number | null;

  @Whole({ description: 'What its kit asks' })
  asked!: number;

  @Whole({ description: 'What counts toward it now' })
  counted!: number;

  @Whole({ description: 'What its waiting needs ask for' })
  needed!: number;

  @Whole({ description: 'What it may be given at the most' })
  wanted!: number;

  @Whole({ description: 'What it would be given' })
  share!: number;
}

export class DotationPreview {
  @List(() => DotationPreviewSchool, { most: LIMITS.dotation.schools })
  items!: DotationPreviewSchool[];

  @Whole({ description: 'Devices of the model in stock that no other dotation counts on' })
  free!: number;
}

export class DotationMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(DOTATION_STATE_NAMES)
  state!: string;
}

export class DotationListItem {
  @Id()
  id!: string;

  @Text({ max: 120 })
  title!: string;

  @Text({ max: 80 })
  groupName!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole()
  quantity!: number;

  @Whole()
  allotted!: number;

  @Whole({ description: 'Devices that have come' })
  received!: number;

  @Whole({ description: 'Schools that are not dropped' })
  schools!: number;

  @Whole({ description: 'Schools whose head has answered' })
  answered!: number;

  @OneOf(DOTATION_STATE_NAMES)
  state!: DotationState;

  @Instant()
  createdAt!: string;

  @Day({ nullable: true })
  answerBy!: string | null;
}

export class DotationList {
  @List(() => DotationListItem, { most: LIMITS.pageSize.most })
  items!: DotationListItem[];

  @Whole()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class DotationLine {
  @OneOf(DOTATION_ACTIONS)
  action!: string;

  @OneOf([...ROLES, 'system'])
  role!: string;

  @Instant()
  at!: string;

  @Text({ max: 1000, nullable: true })
  reason!: string | null;
}

export class DotationPage extends DotationListItem {
  @Whole({ min: 1 })
  version!: number;

  @OneOf(DOTATION_BASES)
  basis!: 'gap' | 'needs';

  @OneOf(DOTATION_SOURCES)
  source!: 'stock' | 'purchase';

  @List(() => DotationLine, { most: LIMITS.shownOfOne })
  history!: DotationLine[];

  @ManyOf(DOTATION_ACTIONS)
  possible!: string[];
}

export class DotationCounts {
  @Whole({ description: 'Dotations that are under way' })
  underWay!: number;

  @Whole({ description: 'Schools that something came to' })
  schools!: number;

  @Whole({ description: 'Devices allotted in what is decided' })
  allotted!: number;

  @Whole()
  received!: number;
}
