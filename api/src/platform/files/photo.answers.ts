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

/** A part is here; the photo is not yet whole. */
export class PhotoPartAnswer {
  @Whole({
    min: 0,
    max: LIMITS.photoBytes,
    description: 'Bytes that are here, from the beginning: the next part follows them',
  })
  receivedBytes!: number;
}

export class UploadedAnswer {
  @Id()
  id!: string;

  @Instant()
  createdAt!: string;
}
