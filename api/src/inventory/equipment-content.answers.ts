import { Id, Instant, Text, Whole } from '../platform/http/fields.js';

/** A device that lies in the one whose page this is. */
export class EquipmentContent {
  @Id()
  id!: string;

  @Whole({ min: 1 })
  version!: number;

  @Text({ max: 30 })
  tag!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Instant({ nullable: true })
  lastSeenAt!: string | null;
}
