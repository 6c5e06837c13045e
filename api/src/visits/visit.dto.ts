import {
  PHOTO_SIZE_NAMES,
  PHOTOS_PER_VISIT,
  VISIT_ENDINGS_TOLD,
  VISIT_MET_NAMES,
  VISIT_PHOTO_NAMES,
  VISIT_STATE_NAMES,
  VISIT_TEXT_CHARACTERS,
  type PhotoSize,
  type VisitEnding,
  type VisitMet,
  type VisitPhotoKind,
  type VisitState,
} from '@parc/domain';
import { PhotoSlotRequest } from '../platform/files/photo.answers.js';
import { Id, Instant, List, OneOf, Secret, Text, Whole } from '../platform/http/fields.js';

/** What people bring to a visit. */

export class VisitBeginRequest {
  @Id({ description: 'Drawn by who begins it; sent again it is the same visit' })
  id!: string;

  @Id()
  schoolId!: string;

  @Instant({ description: 'When they came, as the phone says it' })
  begunAt!: string;
}

export class VisitPhotoRequest extends PhotoSlotRequest {
  @Id({ description: 'The photo, the same of both sizes' })
  photoId!: string;

  @OneOf(PHOTO_SIZE_NAMES)
  size!: PhotoSize;

  @OneOf(VISIT_PHOTO_NAMES)
  kind!: VisitPhotoKind;
}

/** What an end says, however it is proven. */
class VisitEndRequest {
  @Instant({ optional: true, description: 'When they came, where that is corrected' })
  begunAt?: string;

  @Instant({ description: 'When they left' })
  leftAt!: string;

  @OneOf(VISIT_MET_NAMES, { nullable: true, description: 'Who was met, by what they do there; null where nobody was' })
  met!: VisitMet | null;

  @Text({ max: VISIT_TEXT_CHARACTERS, nullable: true, description: 'Read by the school' })
  note!: string | null;

  @Text({ max: VISIT_TEXT_CHARACTERS, nullable: true, description: 'Read by the metropole alone' })
  internalNote!: string | null;

  @List(() => VisitPhotoRequest, {
    most: PHOTOS_PER_VISIT * PHOTO_SIZE_NAMES.length,
    optional: true,
    description: 'Photos that will follow, the signature among them',
  })
  photos?: VisitPhotoRequest[];
}

export class VisitCloseRequest extends VisitEndRequest {
  @OneOf(VISIT_ENDINGS_TOLD)
  ending!: VisitEnding;

  @Text({ max: 500, nullable: true, description: 'Why nobody has signed' })
  absenceReason!: string | null;

  @Secret({
    ...{ max: 300, pattern: /^[\w-]+$/, optional: true },
    description:
      'With the end `later` alone: the head’s personal code, typed without a network and sealed to `sealKey` of the round for this end',
  })
  sealedCode?: string;
}

export class VisitCodeRequest extends VisitEndRequest {
  @Secret({ max: 20, description: 'The head’s personal confirmation code' })
  code!: string;
}

export class VisitReasonRequest {
  @Text({ max: 1000 })
  reason!: string;
}

export class VisitRemarkRequest {
  @Text({ min: 1, max: VISIT_TEXT_CHARACTERS, description: 'Read by who reads the visit’s texts' })
  text!: string;
}

export class VisitMovedAnswer {
  @Id()
  id!: string;

  @Text({ max: 30 })
  number!: string;

  @Whole({ min: 1 })
  version!: number;

  @OneOf(VISIT_STATE_NAMES)
  state!: VisitState;
}
