import { USAGE_DURATION_NAMES, USAGE_SUBJECT_NAMES, type UsageDuration, type UsageSubject } from '@parc/domain';
import { Day, Flag, Id, List, OneOf } from '../../platform/http/fields.js';
import { LIMITS } from '../../platform/limits.js';

/** A use in class, told by who held it: never by whom. */
export class UsageDeclaredRequest {
  @OneOf(USAGE_SUBJECT_NAMES)
  subject!: UsageSubject;

  @OneOf(USAGE_DURATION_NAMES)
  duration!: UsageDuration;

  @Day({ optional: true, description: 'Left out: today' })
  day?: string;
}

export class UsageDeclaredRow {
  @Id()
  id!: string;

  @Day()
  day!: string;

  @OneOf(USAGE_SUBJECT_NAMES)
  subject!: UsageSubject;

  @OneOf(USAGE_DURATION_NAMES)
  duration!: UsageDuration;

  @Flag({ description: 'It was told today: it can still be taken back' })
  mayTakeBack!: boolean;
}

/** One's own of the last days. */
export class UsageDeclaredList {
  @Flag({ description: 'What the school’s devices are used for is measured: one need not tell it' })
  measured!: boolean;

  @List(() => UsageDeclaredRow, { most: LIMITS.usage.declaredShown })
  items!: UsageDeclaredRow[];
}
