import {
  EQUIPMENT_FAMILY_NAMES,
  FLEET_SETTING_NAMES,
  MOST_CENTS,
  type EquipmentFamily,
  type FleetSetting,
} from '@parc/domain';
import { MOST_CHANGES } from '../../platform/config/dated-settings.js';
import { Cents, Day, List, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';

/** Thirty years: nothing here is written down over longer. */
const MOST_MONTHS = 360;

export class FamilyMonths {
  @OneOf(EQUIPMENT_FAMILY_NAMES)
  family!: EquipmentFamily;

  @Whole({ min: 1, max: MOST_MONTHS })
  months!: number;
}

/** How values are written down, and what may be given, as it holds on one day. */
export class FleetSettingsBody {
  @List(() => FamilyMonths, { least: EQUIPMENT_FAMILY_NAMES.length, most: EQUIPMENT_FAMILY_NAMES.length })
  families!: FamilyMonths[];

  @Cents({ min: 0, max: MOST_CENTS, description: 'What costs less is written down over `lowValueMonths`' })
  lowValueCents!: number;

  @Whole({ min: 1, max: MOST_MONTHS })
  lowValueMonths!: number;

  @Cents({ min: 0, max: MOST_CENTS, description: 'What one device that is given may be worth' })
  giftMaxCents!: number;
}

export class FleetSettingsRequest extends FleetSettingsBody {
  @Day({ description: 'They hold from this day, today at the earliest' })
  from!: string;

  @Text({ min: 1, max: 200, description: 'Who decided it' })
  source!: string;
}

export class FleetSettingChange {
  @OneOf(FLEET_SETTING_NAMES)
  name!: FleetSetting;

  @Day()
  from!: string;

  @Text({ max: 500 })
  source!: string;
}

export class FleetSettingsAnswer {
  @Whole({ min: 1 })
  version!: number;

  @Nested(() => FleetSettingsBody, { description: 'As they hold today' })
  inForce!: FleetSettingsBody;

  @Nested(() => FleetSettingsBody, { description: 'As they hold once every change to come has begun' })
  last!: FleetSettingsBody;

  @List(() => FleetSettingChange, { most: MOST_CHANGES, description: 'The last to begin first' })
  changes!: FleetSettingChange[];
}
