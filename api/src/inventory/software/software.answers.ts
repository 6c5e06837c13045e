import {
  LICENCE_ATTENTIONS,
  SOFTWARE_ATTENTIONS,
  SOFTWARE_CLEARANCES,
  SOFTWARE_HOSTINGS,
  type LicenceAttention,
  type SoftwareAttention,
  type SoftwareClearance,
  type SoftwareHosting,
} from '@parc/domain';
import { Cents, Day, Flag, Id, List, ManyOf, OneOf, RowCount, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';

/** What the API answers of software. */

export const SOFTWARE_SORTS = ['name', 'used'] as const;
export const LICENCE_SORTS = ['until'] as const;
export const INSTALLATION_SORTS = ['since'] as const;

export class SoftwareListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Name or publisher, accents or not' })
  search?: string;

  @OneOf(SOFTWARE_ATTENTIONS, { optional: true })
  attention?: SoftwareAttention;

  @ManyOf(SOFTWARE_CLEARANCES, { optional: true })
  clearance?: SoftwareClearance[];

  @OneOf(SOFTWARE_HOSTINGS, { optional: true })
  hosting?: SoftwareHosting;

  @OneOf(SOFTWARE_SORTS, { optional: true })
  sort?: (typeof SOFTWARE_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class SoftwareListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  publisher!: string;

  @OneOf(SOFTWARE_HOSTINGS)
  hosting!: SoftwareHosting;

  @Flag()
  free!: boolean;

  @OneOf(SOFTWARE_CLEARANCES)
  clearance!: SoftwareClearance;

  @Day({ nullable: true })
  clearedOn!: string | null;

  @Day({ nullable: true })
  reviewOn!: string | null;

  @Whole({ description: 'Seats of what is installed' })
  seatsUsed!: number;

  @Whole({ description: 'Seats of the licences in force' })
  seatsBought!: number;

  @Flag({ description: 'A licence in force has no end of seats, or nobody counts them' })
  unlimited!: boolean;

  @Whole({ description: 'Licences that end soon' })
  expiring!: number;

  @Whole({ description: 'Licences over, with something still installed' })
  expired!: number;

  @Whole({ description: 'Licences with more seats taken than bought' })
  overUsed!: number;

  @Whole({ description: 'Seats that no licence covers' })
  unlicensed!: number;
}

export class SoftwareList {
  @List(() => SoftwareListItem, { most: LIMITS.pageSize.most })
  items!: SoftwareListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class SoftwarePage extends SoftwareListItem {
  @Id({ nullable: true })
  itemId!: string | null;

  @Text({ max: 200, nullable: true })
  itemName!: string | null;

  @Whole({ min: 1 })
  unitSeats!: number;

  @Whole({ nullable: true })
  termMonths!: number | null;

  @Text({ max: 200, nullable: true })
  clearedBy!: string | null;

  @Text({ max: 100, nullable: true })
  clearanceReference!: string | null;

  @Text({ max: 1000, nullable: true })
  clearanceConditions!: string | null;
}

export class LicenceListQuery extends PageQuery {
  @Id({ optional: true })
  titleId?: string;

  @Id({ optional: true })
  schoolId?: string;

  @OneOf(LICENCE_ATTENTIONS, { optional: true })
  attention?: LicenceAttention;

  @Flag({ optional: true, query: true, description: 'Not over yet' })
  current?: boolean;

  @OneOf(LICENCE_SORTS, { optional: true })
  sort?: (typeof LICENCE_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class LicenceListItem {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Id()
  titleId!: string;

  @Text({ max: 200 })
  titleName!: string;

  @Text({ max: 200 })
  publisher!: string;

  @Text({ max: 60, nullable: true })
  edition!: string | null;

  @Id({ nullable: true, description: 'Whose it is; null: the plan’s' })
  schoolId!: string | null;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @Whole({ nullable: true, description: 'Null: as many as one likes' })
  seats!: number | null;

  @Whole()
  seatsUsed!: number;

  @Flag()
  strict!: boolean;

  @Day()
  fromDay!: string;

  @Day({ nullable: true })
  untilDay!: string | null;

  @Flag({ description: 'Another one took over' })
  renewed!: boolean;

  @Id({ nullable: true })
  orderId!: string | null;

  @Text({ max: 40, nullable: true })
  orderNumber!: string | null;

  @Id({ nullable: true })
  contractId!: string | null;

  @Text({ max: 60, nullable: true })
  contractNumber!: string | null;

  @Cents({ nullable: true })
  netCents!: number | null;

  @Whole({ nullable: true })
  vatBasisPoints!: number | null;

  @Cents({ nullable: true })
  priceCents!: number | null;
}

export class LicenceList {
  @List(() => LicenceListItem, { most: LIMITS.pageSize.most })
  items!: LicenceListItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}

export class SoftwareInstallationQuery extends PageQuery {
  @Id({ optional: true })
  titleId?: string;

  @Id({ optional: true })
  licenceId?: string;

  @Flag({ optional: true, query: true, description: 'What no licence covers' })
  unlicensed?: boolean;

  @OneOf(INSTALLATION_SORTS, { optional: true })
  sort?: (typeof INSTALLATION_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

export class SoftwareInstallationItem {
  @Id()
  id!: string;

  @Id()
  titleId!: string;

  @Text({ max: 200 })
  titleName!: string;

  @Text({ max: 60, nullable: true })
  edition!: string | null;

  @Id({ nullable: true })
  licenceId!: string | null;

  @Id({ nullable: true })
  equipmentId!: string | null;

  @Text({ max: 30, nullable: true })
  tag!: string | null;

  @Text({ max: 200, nullable: true })
  modelName!: string | null;

  @Text({ max: 200, nullable: true })
  roomName!: string | null;

  @Id({ nullable: true })
  schoolId!: string | null;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @Whole()
  seats!: number;

  @Day()
  sinceDay!: string;

  @Id({ nullable: true })
  orderId!: string | null;

  @Text({ max: 40, nullable: true })
  orderNumber!: string | null;
}

export class SoftwareInstallationList {
  @List(() => SoftwareInstallationItem, { most: LIMITS.pageSize.most })
  items!: SoftwareInstallationItem[];

  @RowCount()
  total!: number;

  @Whole({ min: 1 })
  page!: number;

  @Whole({ min: 1 })
  size!: number;
}
