import {
  PRIORITIES,
  SCHOOL_KINDS,
  SCHOOL_STATES,
  SECTORS,
  STATE_CONTRACTS,
  BODY_KINDS,
  type PriorityEducation,
  type SchoolKind,
  type SchoolSector,
  type SchoolState,
  type StateContract,
} from '@parc/domain';
import { Flag, Id, List, OneOf, RowCount, Text, Whole } from '../platform/http/fields.js';

export class RoomAnswer {
  @Id()
  id!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 60, nullable: true })
  floor!: string | null;

  @Flag()
  hasPower!: boolean;

  @Flag()
  hasNetwork!: boolean;

  @Whole({ min: 1 })
  version!: number;
}

export class RoomList {
  @List(() => RoomAnswer, { most: 500 })
  items!: RoomAnswer[];
}

export class SchoolVersion {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class ManagingBodyAnswer {
  @Id()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @OneOf(BODY_KINDS)
  kind!: string;

  @Whole({ description: 'Open schools that it runs' })
  schools!: number;
}

export class ManagingBodyList {
  @List(() => ManagingBodyAnswer, { most: 2_000 })
  items!: ManagingBodyAnswer[];
}

export class ManagingBodyCreated {
  @Id()
  id!: string;
}

export class ClosedTodayAnswer {
  @Id()
  id!: string;

  @Flag()
  closedToday!: boolean;
}

export class SchoolListItem {
  @Id()
  id!: string;

  @Text({ max: 8 })
  uai!: string;

  @Text({ max: 300 })
  name!: string;

  @Id()
  communeId!: string;

  @Text({ max: 100 })
  communeName!: string;

  @OneOf(SECTORS)
  sector!: SchoolSector;

  @OneOf(STATE_CONTRACTS, { nullable: true })
  stateContract!: StateContract;

  @OneOf(SCHOOL_KINDS)
  kind!: SchoolKind;

  @OneOf(PRIORITIES)
  priority!: PriorityEducation;

  @Text({ max: 200, nullable: true })
  circonscriptionName!: string | null;

  @OneOf(SCHOOL_STATES)
  state!: SchoolState;

  @Flag()
  closingAnnounced!: boolean;

  @Flag({ description: 'The school said that it is closed today' })
  closedToday!: boolean;

  @Whole({ nullable: true, description: 'At the last rentrée known; null where the role does not read figures' })
  pupils!: number | null;

  @Whole({ nullable: true })
  classes!: number | null;
}

export class SchoolList {
  @List(() => SchoolListItem, { most: 200 })
  items!: SchoolListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class CommuneAnswer {
  @Id()
  id!: string;

  @Text({ max: 5 })
  inseeCode!: string;

  @Text({ max: 100 })
  name!: string;

  @Whole({ description: 'Schools that the reader reaches there' })
  schools!: number;
}

export class CommuneList {
  @List(() => CommuneAnswer, { most: 2000 })
  items!: CommuneAnswer[];
}
