import { BODY_KINDS, PRIORITIES, SCHOOL_KINDS, SCHOOL_STATES, SECTORS, type BodyKind } from '@parc/domain';
import { Day, Flag, Id, Nested, OneOf, Strings, Text } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { PageQuery } from '../platform/http/page.js';

export const SCHOOL_SORTS = ['name', 'commune', 'uai', 'pupils', 'classes'] as const;

export class SchoolListQuery extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Words of the name, the UAI or the commune, accents or not' })
  search?: string;

  @Id({ optional: true })
  communeId?: string;

  @OneOf(SECTORS, { optional: true })
  sector?: string;

  @OneOf(SCHOOL_KINDS, { optional: true })
  kind?: string;

  @OneOf(PRIORITIES, { optional: true })
  priority?: string;

  @OneOf(SCHOOL_STATES, { optional: true })
  state?: string;

  @OneOf(SCHOOL_SORTS, { optional: true })
  sort?: (typeof SCHOOL_SORTS)[number];

  @OneOf(['asc', 'desc'], { optional: true })
  direction?: 'asc' | 'desc';
}

const HALF_DAY = { most: 2, max: 5, nullable: true, description: 'From and to, HH:MM; null without class' } as const;

export class DayHoursBody {
  @Strings(HALF_DAY)
  morning!: [string, string] | null;

  @Strings(HALF_DAY)
  afternoon!: [string, string] | null;
}

/** Hours of class by half-day, Monday to Friday. */
export class OpeningHoursBody {
  @Nested(() => DayHoursBody)
  mon!: DayHoursBody;

  @Nested(() => DayHoursBody)
  tue!: DayHoursBody;

  @Nested(() => DayHoursBody)
  wed!: DayHoursBody;

  @Nested(() => DayHoursBody)
  thu!: DayHoursBody;

  @Nested(() => DayHoursBody)
  fri!: DayHoursBody;
}

export class AccessCardRequest {
  @Nested(() => OpeningHoursBody)
  openingHours!: OpeningHoursBody;

  @Day({ optional: true, description: 'From when these hours hold, today at the earliest; left out, from today' })
  hoursFrom?: string;

  @Text({ max: 200, nullable: true })
  keyHolder!: string | null;

  @Text({ max: 200, nullable: true })
  alarm!: string | null;

  @Flag({ description: 'Somebody of the school must be there' })
  presenceNeeded!: boolean;

  @Text({ max: 500, nullable: true })
  note!: string | null;
}

export class AccessNoteRequest {
  @Text({ max: 500, nullable: true })
  note!: string | null;
}

export class ClosedTodayRequest {
  @Flag({ description: 'False takes it back' })
  closed!: boolean;
}

export class RoomRequest {
  @Text({ min: 1, max: 100 })
  name!: string;

  @Text({ max: 60, nullable: true })
  floor!: string | null;

  @Flag()
  hasPower!: boolean;

  @Flag()
  hasNetwork!: boolean;
}

export class ManagingBodyRequest {
  @Text({ min: 1, max: 200 })
  name!: string;

  @OneOf(BODY_KINDS)
  kind!: BodyKind;
}

export class SchoolBodyRequest {
  @Id({ nullable: true, description: 'Who runs the school; null takes a mistake back' })
  managingBodyId!: string | null;
}

export class RoomParam extends IdParam {
  @Id()
  roomId!: string;
}
