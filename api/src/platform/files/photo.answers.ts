import { Id, Instant, Text, Whole } from '../http/fields.js';
import { LIMITS } from '../limits.js';

/** A photo that will follow what announces it. */
export class PhotoSlotRequest {
  @Id({ description: 'Drawn by who sends it' })
  id!: string;

  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the file that will be sent' })
  sha256!: string;

  @Whole({ min: 1, max: LIMITS.photoBytes })
  sizeBytes!: number;
}

export class UploadedAnswer {
  @Id()
  id!: string;

  @Instant()
  createdAt!: string;
}
