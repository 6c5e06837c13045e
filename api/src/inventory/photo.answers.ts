import { Id, Instant } from '../platform/http/fields.js';

/** A picture that has arrived and is kept. */
export class PhotoKept {
  @Id()
  id!: string;

  @Instant()
  createdAt!: string;
}
