import { EQUIPMENT_STATE_NAMES } from '@parc/domain';
import { Flag, Id, Ids, Instant, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

export class SummerStayRequest {
  @Ids({ most: LIMITS.bulkItems, description: 'Devices that stay where they stand' })
  equipmentIds!: string[];
}

export class SummerStayAnswer {
  @Whole({ description: 'How many of them stand in a room of the school, and stay' })
  stays!: number;
}

class YearDevice {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: string;
}

/** What stands in a room when the year ends. */
export class StandingDevice extends YearDevice {
  @Id()
  roomId!: string;

  @Text({ max: 100 })
  roomName!: string;

  @Flag({ description: 'A case or trolley: its contents are counted one by one' })
  isContainer!: boolean;

  @Id({ nullable: true, description: 'The case that it lies in' })
  containerId!: string | null;

  @Text({ max: 30, nullable: true })
  containerTag!: string | null;

  @Flag({ description: 'Somebody stood before it and said that it stays over this summer' })
  stays!: boolean;
}

/** What was put on a shelf for this summer. */
export class GatheredDevice extends YearDevice {
  @Whole({ description: 'How many devices lie in it' })
  contents!: number;

  @Instant()
  storedAt!: string;

  @Text({ max: 100, nullable: true })
  stockPlaceName!: string | null;

  @Id({ nullable: true, description: 'The room that it came from; null when that is gone, or nobody knows' })
  roomId!: string | null;

  @Text({ max: 100, nullable: true, description: 'Its name, be it gone' })
  roomName!: string | null;
}

export class MissingDevice extends YearDevice {
  @Instant()
  since!: string;
}

export class SchoolYearPage {
  @Id()
  schoolId!: string;

  @Text({ max: 200 })
  schoolName!: string;

  @Whole({ description: 'Civil year of the summer' })
  summer!: number;

  @List(() => StandingDevice, { most: LIMITS.schoolYear.devices })
  standing!: StandingDevice[];

  @List(() => GatheredDevice, { most: LIMITS.schoolYear.devices })
  gathered!: GatheredDevice[];

  @List(() => MissingDevice, { most: LIMITS.schoolYear.devices })
  missing!: MissingDevice[];
}
