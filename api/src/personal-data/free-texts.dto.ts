import {
  DEPOSIT_BODY_CHARACTERS,
  FREE_TEXT_OBJECTS,
  FREE_TEXT_WORDS,
  type FreeTextObject,
  type FreeTextPlace,
  REDACTION_REASONS,
  type RedactionReason,
} from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, Text, Whole } from '../platform/http/fields.js';
import { LIMITS } from '../platform/limits.js';

/** The object whose texts are looked at. */
export class FreeTextsParam {
  @OneOf(FREE_TEXT_OBJECTS)
  kind!: FreeTextObject;

  @Id()
  id!: string;
}

/** A text to take out, where it lies, and why. */
export class RedactionRequest {
  @OneOf(Object.keys(FREE_TEXT_WORDS))
  place!: FreeTextPlace;

  @Id()
  rowId!: string;

  @Whole({
    min: 0,
    max: LIMITS.freeTexts,
    description: 'Which of several in one column, from 1; 0 for a column of one',
  })
  part!: number;

  @OneOf(REDACTION_REASONS)
  reason!: RedactionReason;
}

export class FreeTextAnswer {
  @OneOf(Object.keys(FREE_TEXT_WORDS))
  place!: FreeTextPlace;

  @Id()
  rowId!: string;

  @Whole({
    min: 0,
    max: LIMITS.freeTexts,
    description: 'Which of several in one column, from 1; 0 for a column of one',
  })
  part!: number;

  @Text({ max: 80, description: 'What the text is, in French' })
  word!: string;

  @Text({ max: DEPOSIT_BODY_CHARACTERS })
  text!: string;

  @Instant({ nullable: true })
  at!: string | null;

  @Flag()
  removed!: boolean;
}

export class FreeTextList {
  @Text({ max: 300, description: 'What the object is called' })
  name!: string;

  @List(() => FreeTextAnswer, { most: LIMITS.freeTexts })
  items!: FreeTextAnswer[];
}

export class RedactionAnswer {
  @Text({ max: 300, description: 'What is read there from now on' })
  mark!: string;
}
