import type { ConstraintRegister } from '../../platform/http/constraints.js';

export const CAMPAIGN_CONSTRAINTS = {
  campaign_closes_done: 'campaign.parts-left',
  campaign_part_settles_resolved: 'campaign.differences-left',
  campaign_part_one_at_a_time: 'campaign.school-busy',
  campaign_part_campaign_id_school_id_key: { neverByRequest: 'each school is chosen once' },
  campaign_part_id_campaign_id_key: { neverByRequest: 'the id is drawn; its campaign is there to be referred to' },
  campaign_part_id_school_id_key: { neverByRequest: 'the id is drawn; its school is there to be referred to' },
  campaign_room_part_id_room_id_key: { neverByRequest: 'finished once more' },
  campaign_item_device_once: { neverByRequest: 'seen once more' },
  campaign_item_code_once: { neverByRequest: 'read once more' },
} as const satisfies ConstraintRegister;
