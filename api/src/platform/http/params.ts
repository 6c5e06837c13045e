import { Id } from './fields.js';

/** `:id` of a path: anything but a UUID is refused before it reaches a statement. */
export class IdParam {
  @Id()
  id!: string;
}
