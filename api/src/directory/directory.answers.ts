import { Flag, Id, List, Text } from '../platform/http/fields.js';

export class RoomAnswer {
  @Id()
  id!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 60, nullable: true })
  floor!: string | null;

  @Flag()
  hasPower!: boolean;

  @Flag()
  hasNetwork!: boolean;
}

export class RoomList {
  @List(() => RoomAnswer, { most: 500 })
  items!: RoomAnswer[];
}
