import { SERVICE_SETTING_NAMES, type ServiceSetting } from '@parc/domain';
import { MOST_CHANGES } from '../../platform/config/dated-settings.js';
import { Day, List, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';

const TIME = { max: 5, pattern: /^([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/, example: '08:00' };
/** Stretches of one day at work. */
const MOST_STRETCHES = 6;
const MOST_CLOSINGS = 100;
/** Working minutes of a year, about: no target is longer. */
const MOST_MINUTES = 120_000;

export class ServiceStretchBody {
  @Text(TIME)
  from!: string;

  @Text({ ...TIME, description: '24:00 ends the day' })
  to!: string;
}

/** Half-open stretches at work by weekday; none: closed. */
export class ServiceWeekBody {
  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  mon!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  tue!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  wed!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  thu!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  fri!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  sat!: ServiceStretchBody[];

  @List(() => ServiceStretchBody, { most: MOST_STRETCHES })
  sun!: ServiceStretchBody[];
}

export class ServiceClosingBody {
  @Day()
  from!: string;

  @Day({ description: 'Last day closed, included' })
  to!: string;
}

/** Working minutes by priority. */
export class TargetMinutesBody {
  @Whole({ min: 1, max: MOST_MINUTES })
  P1!: number;

  @Whole({ min: 1, max: MOST_MINUTES })
  P2!: number;

  @Whole({ min: 1, max: MOST_MINUTES })
  P3!: number;
}

/** All that clocks count with, as it holds on one day. */
export class ServiceSettingsBody {
  @Whole({ min: 60, max: 1440, description: 'Working minutes that are called a day: a name for a sum' })
  dayMinutes!: number;

  @Nested(() => ServiceWeekBody)
  week!: ServiceWeekBody;

  @List(() => ServiceClosingBody, { most: MOST_CLOSINGS, description: 'Besides public holidays' })
  closings!: ServiceClosingBody[];

  @Nested(() => TargetMinutesBody)
  takeUp!: TargetMinutesBody;

  @Nested(() => TargetMinutesBody)
  restored!: TargetMinutesBody;
}

export class ServiceSettingsRequest extends ServiceSettingsBody {
  @Day({ description: 'They hold from this day, today at the earliest' })
  from!: string;

  @Text({ min: 1, max: 200, description: 'Who decided it' })
  source!: string;
}

export class ServiceSettingChange {
  @OneOf(SERVICE_SETTING_NAMES)
  name!: ServiceSetting;

  @Day()
  from!: string;

  @Text({ max: 500 })
  source!: string;
}

export class ServiceSettingsAnswer {
  @Whole({ min: 1 })
  version!: number;

  @Nested(() => ServiceSettingsBody, { description: 'As they hold today' })
  inForce!: ServiceSettingsBody;

  @Nested(() => ServiceSettingsBody, { description: 'As they hold once every change to come has begun' })
  last!: ServiceSettingsBody;

  @List(() => ServiceSettingChange, { most: MOST_CHANGES, description: 'The last to begin first' })
  changes!: ServiceSettingChange[];
}
