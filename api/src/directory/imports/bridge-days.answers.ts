import { Day, Flag, List, Text } from '../../platform/http/fields.js';

/** Bridge days of two school years and more. */
export const MOST_BRIDGE_DAYS = 50;

export class BridgeDayParam {
  @Day()
  day!: string;
}

export class BridgeDayRequest {
  @Flag({ description: 'No class on that day' })
  isHoliday!: boolean;
}

export class BridgeDayAnswer {
  @Day()
  day!: string;

  @Text({ max: 200, description: 'As it is asked' })
  question!: string;

  @Flag({ nullable: true, description: 'Null: nobody has said' })
  isHoliday!: boolean | null;
}

export class BridgeDayList {
  @List(() => BridgeDayAnswer, { most: MOST_BRIDGE_DAYS })
  items!: BridgeDayAnswer[];
}
