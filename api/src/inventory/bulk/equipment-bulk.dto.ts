import { EQUIPMENT_STATE_NAMES } from '@parc/domain';
import { Flag, Id, List, OneOf, Text } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';
import { RetirementRequest } from '../ends/ends.dto.js';
import { EquipmentBulkItem, LossRequest, PlacingRequest, StoringRequest } from '../equipment.dto.js';

const devices = () => List(() => EquipmentBulkItem, { most: LIMITS.bulkItems, least: 1 });

export class BulkPlacingRequest extends PlacingRequest {
  @devices()
  devices!: EquipmentBulkItem[];
}

export class BulkStoringRequest extends StoringRequest {
  @devices()
  devices!: EquipmentBulkItem[];

  @Text({ max: 1000, optional: true, description: 'Asked of what leaves a school; read in the history' })
  reason?: string;
}

export class BulkRetirementRequest extends RetirementRequest {
  @devices()
  devices!: EquipmentBulkItem[];
}

export class BulkLossRequest extends LossRequest {
  @devices()
  devices!: EquipmentBulkItem[];
}

export class RoomedBulkItem extends EquipmentBulkItem {
  @Id({ description: 'The room that it goes to' })
  roomId!: string;
}

/** Each to a room of its own: back after the summer, or where its class has gone. */
export class BulkRoomingRequest {
  @List(() => RoomedBulkItem, { most: LIMITS.bulkItems, least: 1 })
  devices!: RoomedBulkItem[];
}

export class EquipmentBulkOutcome {
  @Id()
  id!: string;

  @OneOf(EQUIPMENT_STATE_NAMES, { nullable: true, description: 'Its state afterwards' })
  state!: string | null;

  @Flag()
  done!: boolean;

  @Text({ max: 60, nullable: true })
  code!: string | null;

  @Text({ max: 500, nullable: true, description: 'Why not, in French' })
  sentence!: string | null;
}

export class EquipmentBulkAnswer {
  @List(() => EquipmentBulkOutcome, { most: LIMITS.bulkItems })
  outcomes!: EquipmentBulkOutcome[];
}
