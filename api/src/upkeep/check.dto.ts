import { CHECK_FINDING_NAMES, CHECK_STATE_NAMES, type CheckFinding, type CheckState } from '@parc/domain';
import { Day, Id, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** What people bring to a check. */

export class CheckReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class CheckAssignmentRequest {
  @Id({ description: 'A technician' })
  accountId!: string;
}

export class CheckDayRequest {
  @Day({ description: 'A day to come on which the school is there' })
  day!: string;
}

export class CheckFoundDevice {
  @Id()
  equipmentId!: string;

  @OneOf(CHECK_FINDING_NAMES)
  finding!: CheckFinding;

  @Text({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

export class CheckDoneRequest {
  @List(() => CheckFoundDevice, {
    most: LIMITS.upkeep.devicesOfOne,
    description: 'Every device of the check; a ticket is opened of each that is broken',
  })
  found!: CheckFoundDevice[];
}

export class CheckMovedAnswer {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(CHECK_STATE_NAMES)
  state!: CheckState;
}
