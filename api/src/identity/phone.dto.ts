import { PHONE_KIND_NAMES, type PhoneKind } from '@parc/domain';
import { Flag, Id, Instant, List, OneOf, Secret, Text, Whole } from '../platform/http/fields.js';

/** 32 bytes. */
const KEY = /^[A-Za-z0-9+/]{43}=$/;

export class EnrolPhoneRequest {
  @OneOf(PHONE_KIND_NAMES)
  kind!: PhoneKind;

  @Secret({ max: 200 })
  password!: string;

  @Secret({ max: 44, pattern: KEY, description: 'What seals the work that the phone keeps: 32 bytes in Base64' })
  phoneKey!: string;
}

export class PhoneKeyAnswer {
  @Id()
  id!: string;

  @Text({
    max: 44,
    pattern: KEY,
    description: 'The key that holds: of a phone that was enrolled before, the former one',
  })
  key!: string;
}

export class OwnPhone {
  @Id()
  id!: string;

  @OneOf(PHONE_KIND_NAMES)
  kind!: PhoneKind;

  @Instant()
  enrolledAt!: string;

  @Instant({ description: 'When it last opened with a network' })
  lastSeenAt!: string;

  @Flag({ description: 'It opens by fingerprint or face as well' })
  passkey!: boolean;

  @Flag({ description: 'The one that asks' })
  here!: boolean;

  @Whole({ min: 0, max: 10_000_000, description: 'Acts that were counted on it, wait there no more, and never came' })
  lostActs!: number;

  @Flag({ description: 'It has begun to count anew: what it kept before is gone from it' })
  countedAnew!: boolean;
}

export class OwnPhoneList {
  @List(() => OwnPhone, { most: 100 })
  items!: OwnPhone[];
}

export class PhoneHere {
  @Id()
  id!: string;

  @Flag({ description: 'What it keeps is to be erased' })
  revoked!: boolean;
}

export class PhonesHere {
  @List(() => PhoneHere, { most: 100, description: 'Of each person who has enrolled the phone that asks' })
  items!: PhoneHere[];
}
