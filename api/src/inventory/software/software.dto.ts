import {
  kindsOf,
  SOFTWARE_CLEARANCES,
  SOFTWARE_HOSTINGS,
  type SoftwareClearance,
  type SoftwareHosting,
} from '@parc/domain';
import { Day, Flag, Id, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

export class SoftwareTitleRequest {
  @Text({ max: 200, min: 1 })
  name!: string;

  @Text({ max: 200, min: 1 })
  publisher!: string;

  @OneOf(kindsOf(SOFTWARE_HOSTINGS))
  hosting!: SoftwareHosting;

  @Flag({ description: 'Nobody pays for it nor counts its seats' })
  free!: boolean;

  @Id({ optional: true, nullable: true, description: 'What the catalogue sells it as' })
  itemId?: string | null;

  @Whole({ min: 1, max: 1000, optional: true, description: 'Seats that one ordered unit opens; 1 when left out' })
  unitSeats?: number;

  @Whole({
    min: 1,
    max: 120,
    optional: true,
    nullable: true,
    description: 'Months that one ordered unit lasts; null: for good',
  })
  termMonths?: number | null;
}

/** What who answers for personal data said. */
export class SoftwareClearanceRequest {
  @OneOf(kindsOf(SOFTWARE_CLEARANCES))
  clearance!: SoftwareClearance;

  @Text({ max: 200, min: 1, optional: true, nullable: true, description: 'The officer or the body' })
  clearedBy?: string | null;

  @Day({ optional: true, nullable: true })
  clearedOn?: string | null;

  @Text({ max: 100, min: 1, optional: true, nullable: true })
  reference?: string | null;

  @Text({ max: 1000, min: 1, optional: true, nullable: true })
  conditions?: string | null;

  @Day({ optional: true, nullable: true, description: 'When to look at it again' })
  reviewOn?: string | null;
}

export class SoftwareLicenceRequest {
  @Text({ max: 60, min: 1, optional: true, nullable: true, description: 'A version; null: every one' })
  edition?: string | null;

  @Id({ optional: true, nullable: true, description: 'Whose it is; null: the plan’s, for every school' })
  schoolId?: string | null;

  @Whole({ min: 0, max: 100_000, nullable: true, description: 'Null: as many as one likes' })
  seats!: number | null;

  @Flag({ description: 'No seat beyond those bought' })
  strict!: boolean;

  @Day()
  fromDay!: string;

  @Day({ nullable: true, description: 'The last day, included; null: for good' })
  untilDay!: string | null;

  @Id({ optional: true, nullable: true })
  contractId?: string | null;

  @Whole({
    min: 0,
    max: 10_000_000_000,
    optional: true,
    nullable: true,
    description: 'Cents, before VAT, of the whole',
  })
  netCents?: number | null;

  @Whole({ min: 0, max: 10_000, optional: true, nullable: true })
  vatBasisPoints?: number | null;
}

export class NewSoftwareLicenceRequest extends SoftwareLicenceRequest {
  @Id({ optional: true, nullable: true, description: 'The one that it takes over from, with its installations' })
  renewsId?: string | null;
}

/** One place: a device by its label or its id, else a room, else a school. */
export class SoftwareInstallRequest {
  @Text({ max: 60, min: 1, optional: true, nullable: true, description: 'A label or a serial number' })
  mark?: string | null;

  @Id({ optional: true, nullable: true })
  roomId?: string | null;

  @Id({ optional: true, nullable: true })
  schoolId?: string | null;

  @Whole({ min: 1, max: 100_000, optional: true, description: 'Of a room or a school; 1 when left out' })
  seats?: number;

  @Text({ max: 60, min: 1, optional: true, nullable: true })
  edition?: string | null;

  @Id({ optional: true, nullable: true, description: 'Left out: the one with room' })
  licenceId?: string | null;
}

export class SoftwareDevice {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class ManySoftwareDevicesRequest {
  @List(() => SoftwareDevice, { most: LIMITS.bulkItems, least: 1 })
  devices!: SoftwareDevice[];
}

export class SoftwareOutcome {
  @Id()
  id!: string;

  @Flag()
  done!: boolean;

  @Text({ max: 60, nullable: true })
  code!: string | null;

  @Text({ max: 500, nullable: true, description: 'Why not, in French' })
  sentence!: string | null;
}

export class SoftwareOutcomes {
  @List(() => SoftwareOutcome, { most: LIMITS.bulkItems })
  outcomes!: SoftwareOutcome[];
}

export class SoftwareChanged {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;
}

export class SoftwareInstalled {
  @Id()
  id!: string;

  @Id({ nullable: true, description: 'Whose seats it takes' })
  licenceId!: string | null;

  @Flag({ description: 'That licence has more seats taken than bought' })
  overUsed!: boolean;
}

export class SoftwareRemoved {
  @Id()
  id!: string;
}
