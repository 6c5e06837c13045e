import {
  CAMPAIGN_PART_STATES,
  CAMPAIGN_STATES,
  FINDINGS,
  MISPLACED_ANSWERS,
  RESOLUTIONS,
  EQUIPMENT_STATES,
  type CampaignPartState,
  type CampaignState,
  type EquipmentState,
  type Finding,
  type MisplacedAnswer,
  type Resolution,
} from '@parc/domain';
import { Day, Flag, Id, Ids, Instant, List, Nested, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about campaigns of inventory. */

const { campaign: BOUND } = LIMITS;

export class CampaignListItem {
  @Id()
  id!: string;

  @Text({ max: 120 })
  title!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @OneOf(CAMPAIGN_STATES)
  state!: CampaignState;

  @Whole({ description: 'Schools that count' })
  schools!: number;

  @Whole({ description: 'Of these, those that have nothing left to do' })
  over!: number;

  @Whole({ description: 'Differences that nobody has resolved, in parts that were sent' })
  unresolved!: number;
}

export class Campaigns {
  @List(() => CampaignListItem, { most: LIMITS.pageSize.most })
  items!: CampaignListItem[];

  @RowCount()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}

export class CampaignSchools {
  @Whole({ description: 'Schools that would count' })
  schools!: number;

  @Whole({ description: 'Their devices, in rooms' })
  devices!: number;

  @Whole({ description: 'Schools left out: another campaign of theirs is not over' })
  busy!: number;
}

export class CampaignCreated {
  @Id()
  id!: string;

  @Whole()
  schools!: number;
}

export class FindingCount {
  @OneOf(FINDINGS)
  finding!: Finding;

  @Whole()
  count!: number;

  @Whole({
    description:
      'Of these, those that nobody has resolved, in parts that were sent; none where nothing is to be resolved',
  })
  unresolved!: number;
}

export class CampaignPartRow {
  @Id()
  id!: string;

  @Whole()
  version!: number;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Text({ max: 200, nullable: true })
  communeName!: string | null;

  @OneOf(CAMPAIGN_PART_STATES)
  state!: CampaignPartState;

  @Whole({ description: 'Devices that were to be seen' })
  expected!: number;

  @Whole({ description: 'Of these, those seen' })
  seen!: number;

  @Whole()
  differences!: number;

  @Whole()
  unresolved!: number;

  @Day({ nullable: true })
  remindedOn!: string | null;

  @Text({ max: 500, nullable: true, description: 'Why it was dropped' })
  reason!: string | null;
}

export class CampaignPage {
  @Id()
  id!: string;

  @Whole()
  version!: number;

  @Text({ max: 120 })
  title!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @OneOf(CAMPAIGN_STATES)
  state!: CampaignState;

  @Instant({ nullable: true })
  closedAt!: string | null;

  @Text({ max: 1_000, nullable: true, description: 'Models it is about; null: all' })
  models!: string | null;

  @Text({ max: 1_000, nullable: true, description: 'Rooms it is about; null: all' })
  rooms!: string | null;

  @List(() => FindingCount, { most: 10 })
  findings!: FindingCount[];

  @List(() => CampaignPartRow, { most: BOUND.schools })
  parts!: CampaignPartRow[];

  @Flag({ description: 'Schools may be reminded' })
  remindable!: boolean;

  @Flag({ description: 'Nothing is left to do: it may be closed' })
  closable!: boolean;
}

export class DifferenceItem {
  @Id()
  id!: string;

  @Id()
  partId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @OneOf(CAMPAIGN_PART_STATES)
  partState!: CampaignPartState;

  @OneOf(FINDINGS)
  finding!: Finding;

  @Id({ nullable: true })
  equipmentId!: string | null;

  @Text({ max: 30, nullable: true })
  tag!: string | null;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;

  @OneOf(EQUIPMENT_STATES, { nullable: true })
  state!: EquipmentState | null;

  @Text({ max: BOUND.code, nullable: true, description: 'What was read' })
  code!: string | null;

  @Text({ max: BOUND.note, nullable: true })
  note!: string | null;

  @Ids({ most: LIMITS.photosOfOne, description: 'Pictures of what nobody knows' })
  photos!: string[];

  @Text({ max: 400, nullable: true, description: 'Where it should be' })
  placeName!: string | null;

  @Text({ max: 200, nullable: true })
  seenRoomName!: string | null;

  @Instant({ nullable: true })
  seenAt!: string | null;

  @Text({ max: 200, nullable: true })
  seenByName!: string | null;

  @OneOf(MISPLACED_ANSWERS, { nullable: true })
  answer!: MisplacedAnswer | null;

  @OneOf(RESOLUTIONS, { nullable: true })
  resolution!: Resolution | null;

  @Instant({ nullable: true })
  resolvedAt!: string | null;

  @Text({ max: 200, nullable: true })
  resolvedByName!: string | null;
}

export class CampaignDifferences {
  @List(() => DifferenceItem, { most: LIMITS.pageSize.most })
  items!: DifferenceItem[];

  @RowCount()
  total!: number;

  @Whole()
  page!: number;

  @Whole()
  size!: number;
}

/** What is printed and read once a campaign is over, and on the way there. */
export class CampaignMinutes {
  @Nested(() => CampaignPage)
  campaign!: CampaignPage;

  @List(() => DifferenceItem, { most: BOUND.printed })
  differences!: DifferenceItem[];

  @Whole({ description: 'Differences beyond those shown' })
  more!: number;
}

export class RemindedSchools {
  @Whole({ description: 'Schools whose heads were written to' })
  reminded!: number;

  @Whole({ description: 'Schools that were reminded too lately' })
  waiting!: number;
}

export class CampaignChanged {
  @Id()
  id!: string;

  @Whole()
  version!: number;
}

export class DifferenceResolved {
  @Id()
  id!: string;

  @OneOf(CAMPAIGN_PART_STATES)
  partState!: CampaignPartState;
}
