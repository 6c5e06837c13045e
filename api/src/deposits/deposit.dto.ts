import {
  DEPOSIT_BODY_CHARACTERS,
  DEPOSIT_OBJECT_NAMES,
  DEPOSIT_PHOTOS,
  type DepositObject,
  PHOTO_SIZE_NAMES,
  type PhotoSize,
} from '@parc/domain';
import { PhotoSlotRequest } from '../platform/files/photo.answers.js';
import { Id, Instant, List, OneOf, Text } from '../platform/http/fields.js';

/** One of the sizes of a photo that follows. */
class DepositPhotoRequest extends PhotoSlotRequest {
  @Id({ description: 'The photo, the same of both sizes' })
  photoId!: string;

  @OneOf(PHOTO_SIZE_NAMES)
  size!: PhotoSize;
}

/** An act that was refused, as its phone has kept it. */
export class DepositRequest {
  @Id({ description: 'Drawn from the key of the act: handed in again it is the same' })
  id!: string;

  @OneOf(DEPOSIT_OBJECT_NAMES)
  objectKind!: DepositObject;

  @Id()
  objectId!: string;

  @Text({ min: 1, max: 60 })
  action!: string;

  @Text({ min: 1, max: 500, description: 'What was done, as its author read it while it waited' })
  about!: string;

  @Text({ max: DEPOSIT_BODY_CHARACTERS, description: 'What was refused, word for word' })
  body!: string;

  @Text({ min: 1, max: 80 })
  refusalCode!: string;

  @Text({ min: 1, max: 500, description: 'Why, as its author read it' })
  refusal!: string;

  @Instant({ description: 'When it was noted, by the clock of the phone' })
  saidAt!: string;

  @List(() => DepositPhotoRequest, { most: DEPOSIT_PHOTOS, optional: true })
  photos?: DepositPhotoRequest[];
}

export class DepositAnswer {
  @Id()
  id!: string;

  @Instant()
  receivedAt!: string;
}
