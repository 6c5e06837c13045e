import { SOFTWARE_CLEARANCES, SOFTWARE_HOSTINGS, type SoftwareClearance, type SoftwareHosting } from '@parc/domain';
import { Cents, Day, Flag, Id, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** A title as its school or its device shows it. */
export class ShownSoftware {
  @Id()
  titleId!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  publisher!: string;

  @OneOf(SOFTWARE_HOSTINGS)
  hosting!: SoftwareHosting;

  @OneOf(SOFTWARE_CLEARANCES)
  clearance!: SoftwareClearance;

  @Text({ max: 1000, nullable: true, description: 'To be kept by whoever uses it' })
  clearanceConditions!: string | null;

  @Whole()
  seats!: number;

  @Text({ max: 60, nullable: true })
  edition!: string | null;

  @Day({ description: 'The first of them' })
  sinceDay!: string;

  @Flag({ nullable: true, description: 'All of it stands under a licence in force, or needs none' })
  licensed!: boolean | null;

  @Day({ nullable: true, description: 'When the first of its licences ends' })
  licensedUntil!: string | null;

  @Cents({ nullable: true, description: 'Of the school’s own licences in force' })
  priceCents!: number | null;
}

export class SchoolSoftware {
  @Text({ max: 200 })
  schoolName!: string;

  @List(() => ShownSoftware, { most: LIMITS.shownOfOne })
  items!: ShownSoftware[];
}

export class DeviceSoftwareItem extends ShownSoftware {
  @Id()
  installationId!: string;
}

export class DeviceSoftware {
  @List(() => DeviceSoftwareItem, { most: LIMITS.shownOfOne })
  items!: DeviceSoftwareItem[];
}

export class SoftwareCounts {
  @Whole()
  titles!: number;

  @Whole()
  seatsUsed!: number;

  @Whole({ description: 'Licences that end soon' })
  expiring!: number;

  @Whole({ description: 'Licences over, with something still installed' })
  expired!: number;

  @Whole({ description: 'Licences with more seats taken than bought' })
  overUsed!: number;

  @Whole({ description: 'Titles without an opinion, or whose opinion is due to be looked at again' })
  clearance!: number;

  @Whole({ description: 'How many days before its end a licence is told' })
  noticeDays!: number;
}
