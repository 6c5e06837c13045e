import { LABEL_FORMAT_NAMES, MOST_LABELS_ON_PAGE, type LabelFormatName } from '@parc/domain';
import { Flag, Id, Ids, Instant, List, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** Whose labels: of chosen devices, or of all that a school or one of its rooms has. */
export class LabelsQuery {
  @Ids({ optional: true, most: LIMITS.labels.chosen })
  ids?: string[];

  @Flag({ optional: true, query: true, description: 'With each chosen case, what lies in it' })
  contents?: boolean;

  @Id({ optional: true })
  schoolId?: string;

  @Id({ optional: true })
  roomId?: string;

  @Id({ optional: true, description: 'Came with this delivery' })
  deliveryId?: string;
}

export class LabelSheetQuery extends LabelsQuery {
  @OneOf(LABEL_FORMAT_NAMES)
  format!: LabelFormatName;

  @Whole({
    min: 1,
    optional: true,
    query: true,
    description: 'Place of the first label on a sheet that was begun, from 1; beyond its last one: the first',
  })
  start?: number;
}

/** One label as it is printed. */
export class PrintedLabel {
  @Id()
  id!: string;

  @Text({ max: 30 })
  code!: string;

  @Text({ max: 200 })
  modelName!: string;

  @Text({ max: 200, nullable: true })
  schoolName!: string | null;

  @Text({ max: 300, description: 'What its QR code says' })
  address!: string;
}

export class LabelsPreview {
  @Whole({ description: 'Labels to print' })
  total!: number;

  @List(() => PrintedLabel, { most: MOST_LABELS_ON_PAGE })
  items!: PrintedLabel[];
}

/** A label that a device bears or bore. */
export class DeviceLabel {
  @Text({ max: 30 })
  code!: string;

  @Instant()
  since!: string;

  @Text({ max: 200, nullable: true, description: 'Who replaced the one before; null for the first' })
  by!: string | null;
}

export class DeviceLabels {
  @List(() => DeviceLabel, { most: LIMITS.shownOfOne })
  items!: DeviceLabel[];
}

export class LabelReplacement {
  @Text({
    ...{ min: 2, max: 30, pattern: /^\s*[A-Za-z0-9][A-Za-z0-9-]*\s*$/, optional: true, nullable: true },
    description: 'What stands on a label that is at hand; left out, the house gives the next one',
  })
  label?: string | null;
}

export class SightingAnswer {
  @Id()
  id!: string;

  @Instant()
  lastSeenAt!: string;
}
