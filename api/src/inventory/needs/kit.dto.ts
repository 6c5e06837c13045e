import { SCHOOL_KINDS, SECTORS, type SchoolKind, type SchoolSector } from '@parc/domain';
import { Day, Flag, Id, Ids, List, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** The base kit: what people write of it, and what the API answers. */

export class KitGroupRequest {
  @Text({ min: 1, max: 80 })
  name!: string;
}

export class KitModelsRequest {
  @Ids({ most: LIMITS.kit.models, description: 'Models that count toward the group; each counts toward one' })
  modelIds!: string[];
}

export class KitRuleRequest {
  @OneOf(SCHOOL_KINDS)
  schoolKind!: SchoolKind;

  @Day({ description: 'From today on at the earliest: what held before stays' })
  fromDay!: string;

  @Whole({ max: 1000 })
  perSchool!: number;

  @Whole({ max: 100 })
  perClass!: number;

  @Whole({ min: 1, max: 1000, optional: true, nullable: true, description: 'One more for every so many pupils' })
  pupilsEach?: number | null;

  @Text({ min: 1, max: 200, description: 'Who decided it, and where it is written' })
  source!: string;
}

export class KitChanged {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class KitModel {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;
}

export class KitRuleAnswer {
  @Id()
  id!: string;

  @OneOf(SCHOOL_KINDS)
  schoolKind!: SchoolKind;

  @Day()
  fromDay!: string;

  @Whole()
  perSchool!: number;

  @Whole()
  perClass!: number;

  @Whole({ nullable: true })
  pupilsEach!: number | null;

  @Text({ max: 200 })
  source!: string;

  @Flag({ description: 'The one that holds today; of the others the later ones are to come' })
  holds!: boolean;
}

export class KitGroup {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 80 })
  name!: string;

  @List(() => KitModel, { most: LIMITS.kit.models })
  models!: KitModel[];

  @List(() => KitRuleAnswer, { most: LIMITS.kit.rules })
  rules!: KitRuleAnswer[];
}

export class Kit {
  @List(() => KitGroup, { most: LIMITS.kit.groups })
  groups!: KitGroup[];
}

export class GroupGap {
  @Id()
  id!: string;

  @Text({ max: 80 })
  name!: string;

  @Whole()
  asked!: number;

  @Whole({ description: 'In service, awaiting a training or under repair' })
  counted!: number;

  @Whole()
  perSchool!: number;

  @Whole()
  perClass!: number;

  @Whole({ nullable: true })
  pupilsEach!: number | null;

  @Text({ max: 200 })
  source!: string;

  @Day()
  fromDay!: string;
}

/** One school beside its kit. */
export class SchoolKit {
  @Whole({ nullable: true })
  classes!: number | null;

  @Whole({ nullable: true })
  pupils!: number | null;

  @Whole()
  lacking!: number;

  @List(() => GroupGap, { most: LIMITS.kit.groups })
  groups!: GroupGap[];
}

export const GAP_SORTS = ['lacking', 'name'] as const;

export class GapListQuery extends PageQuery {
  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: SchoolSector;

  @Id({ optional: true, description: 'Of this group alone' })
  groupId?: string;

  @Flag({ optional: true, query: true, description: 'Only schools in which something lacks' })
  lacking?: boolean;

  @OneOf(GAP_SORTS, { optional: true })
  sort?: (typeof GAP_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class GapListItem {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: SchoolSector;

  @OneOf(SCHOOL_KINDS)
  kind!: SchoolKind;

  @Whole({ nullable: true })
  classes!: number | null;

  @Whole({ nullable: true })
  pupils!: number | null;

  @Whole()
  asked!: number;

  @Whole()
  counted!: number;

  @Whole()
  lacking!: number;

  @Whole({ description: 'Needs that the school has said and that wait' })
  needs!: number;

  @List(() => GroupGap, { most: LIMITS.kit.groups })
  groups!: GroupGap[];
}

export class Gaps {
  @List(() => GapListItem, { most: LIMITS.pageSize.most })
  items!: GapListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
