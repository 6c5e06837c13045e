import {
  CAMPAIGN_PART_STATES,
  CAMPAIGN_PARTS,
  FINDINGS,
  MISPLACED_ANSWERS,
  SIGHTINGS,
  type CampaignPartAction,
  type CampaignPartState,
  type Finding,
  type MisplacedAnswer,
  type Sighting,
} from '@parc/domain';
import { Day, Flag, Id, Ids, Instant, List, ManyOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers about one school's part of a campaign. */

const { campaign: BOUND } = LIMITS;

export class CampaignPartChanged {
  @Id()
  id!: string;

  @Whole()
  version!: number;

  @OneOf(CAMPAIGN_PART_STATES)
  state!: CampaignPartState;
}

/** What a school reads on its first page and beside its devices. */
export class CampaignCard {
  @Id()
  partId!: string;

  @Text({ max: 120 })
  title!: string;

  @Day()
  toDay!: string;

  @OneOf(CAMPAIGN_PART_STATES)
  state!: CampaignPartState;

  @Whole({ description: 'Devices that nobody has looked for yet' })
  awaited!: number;

  @Whole({ description: 'Rooms that nobody has been through to the end' })
  roomsLeft!: number;
}

export class SchoolCampaign {
  @Nested(() => CampaignCard, { nullable: true })
  campaign!: CampaignCard | null;
}

export class CampaignPartRoom {
  @Id()
  roomId!: string;

  @Text({ max: 200 })
  roomName!: string;

  @Whole()
  awaited!: number;

  @Whole()
  seen!: number;

  @Whole()
  differences!: number;

  @Flag()
  finished!: boolean;
}

export class CampaignPartPage {
  @Id()
  id!: string;

  @Whole()
  version!: number;

  @Id()
  campaignId!: string;

  @Text({ max: 120 })
  title!: string;

  @Day()
  fromDay!: string;

  @Day()
  toDay!: string;

  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @OneOf(CAMPAIGN_PART_STATES)
  state!: CampaignPartState;

  @Flag({ description: 'Its first day has come' })
  begun!: boolean;

  @List(() => CampaignPartRoom, { most: BOUND.rooms })
  rooms!: CampaignPartRoom[];

  @ManyOf(CAMPAIGN_PARTS.actions)
  possible!: CampaignPartAction[];
}

/** A device, or a thing that nobody knows, in one room of a campaign. */
export class CampaignRoomItem {
  @Id({ nullable: true, description: 'Of the row; null before the first sighting of all' })
  id!: string | null;

  @OneOf(FINDINGS, { nullable: true, description: 'Null: at the repairer’s, not to be looked for' })
  finding!: Finding | null;

  @Id({ nullable: true })
  equipmentId!: string | null;

  @Text({ max: 100, nullable: true, description: 'Its label, or what was read' })
  tag!: string | null;

  @Text({ max: 200, nullable: true, description: 'Null of another school’s, and of what nobody knows' })
  modelName!: string | null;

  @Text({ max: 60, nullable: true })
  picture!: string | null;

  @Flag()
  isContainer!: boolean;

  @Text({ max: 30, nullable: true, description: 'Label of the case it belongs in' })
  containerTag!: string | null;

  @Text({ max: 400, nullable: true, description: 'Where it should be' })
  placeName!: string | null;

  @Instant({ nullable: true })
  lastSeenAt!: string | null;

  @OneOf(SIGHTINGS, { nullable: true })
  how!: Sighting | null;

  @Instant({ nullable: true })
  seenAt!: string | null;

  @Text({ max: 200, nullable: true })
  seenByName!: string | null;

  @OneOf(MISPLACED_ANSWERS, { nullable: true })
  answer!: MisplacedAnswer | null;

  @Text({ max: BOUND.note, nullable: true })
  note!: string | null;

  @Ids({ most: LIMITS.photosOfOne, description: 'Pictures of what nobody knows' })
  photos!: string[];
}

export class CampaignRoomPage {
  @Id()
  partId!: string;

  @Text({ max: 120 })
  title!: string;

  @OneOf(CAMPAIGN_PART_STATES)
  state!: CampaignPartState;

  @Flag()
  begun!: boolean;

  @Text({ max: 200 })
  schoolName!: string;

  @Id()
  roomId!: string;

  @Text({ max: 200 })
  roomName!: string;

  @Flag()
  finished!: boolean;

  @Whole({ description: 'Its place among the rooms, from 1' })
  place!: number;

  @Whole({ description: 'Rooms in all' })
  rooms!: number;

  @Id({ nullable: true, description: 'The next one that nobody has finished' })
  nextRoomId!: string | null;

  @List(() => CampaignRoomItem, { most: BOUND.devicesOfRoom })
  items!: CampaignRoomItem[];
}

/** What a sighting found, for who stands there. */
export class SightingFound {
  @Nested(() => CampaignRoomItem)
  item!: CampaignRoomItem;

  @Flag({ description: 'False: it was seen here before, by whom and when the item says' })
  first!: boolean;
}

export class RoomFinished {
  @Id()
  id!: string;

  @Whole({ description: 'What nobody saw in it' })
  missing!: number;
}
