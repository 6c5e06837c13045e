import { EQUIPMENT_STATE_NAMES, type EquipmentState } from '@parc/domain';
import { Flag, Id, List, OneOf, Text } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

export class OfferedDevicesQuery {
  @Id({ optional: true, description: 'The line that the device is named for' })
  lineId?: string;

  @Id({ optional: true, description: 'Of a line that the report adds: what it is of' })
  itemId?: string;

  @Text({
    max: 100,
    optional: true,
    description: 'A label or serial number; whoever reads the stock may type other words',
  })
  search?: string;
}

/** A device that a report may name, and where it is now. */
export class OfferedDevice {
  @Id()
  id!: string;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 100, nullable: true })
  serial!: string | null;

  @Text({ max: 200 })
  modelName!: string;

  @OneOf(EQUIPMENT_STATE_NAMES)
  state!: EquipmentState;

  @Id({ nullable: true, description: 'Where it stands in the school already' })
  roomId!: string | null;

  @Text({ max: 200, nullable: true, description: 'A shelf, or a room of the school' })
  place!: string | null;
}

export class OfferedDevices {
  @List(() => OfferedDevice, { most: LIMITS.offeredDevices })
  items!: OfferedDevice[];

  @Flag({ description: 'Some device bears just what was searched, wherever it is' })
  known!: boolean;
}
