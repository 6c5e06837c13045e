import { LONGEST_SCANNED } from '@parc/domain';
import { Id, Text } from './fields.js';

/** `:id` of a path: anything but a UUID is refused before it reaches a statement. */
export class IdParam {
  @Id()
  id!: string;
}

/** `:tag` of a path: whatever a scanner has read. */
export class TagParam {
  @Text({ min: 1, max: LONGEST_SCANNED, description: 'The code of a label, one of before too, or a serial number' })
  tag!: string;
}
