import type { CampaignPartState, Finding, MisplacedAnswer, Resolution, Sighting } from '@parc/domain';

export interface CampaignRow {
  id: string;
  title: string;
  from_day: string;
  to_day: string;
  created_at: string;
  created_by: string;
  opened_at: string | null;
  closed_at: string | null;
  closed_by: string | null;
}

export interface CampaignPartRow {
  id: string;
  campaign_id: string;
  school_id: string;
  state: CampaignPartState;
  state_since: string;
}

export interface CampaignMoveRow {
  id: string;
  part_id: string;
  action: string;
  from_state: string;
  to_state: string;
  account_id: string | null;
  role: string;
  at: string;
}

export interface CampaignRoomRow {
  id: string;
  part_id: string;
  school_id: string;
  room_id: string;
  finished_at: string | null;
  finished_by: string | null;
}

export interface CampaignItemRow {
  id: string;
  campaign_id: string;
  part_id: string;
  equipment_id: string | null;
  note: string | null;
  expected: boolean;
  expected_room_id: string | null;
  finding: Finding;
  seen_room_id: string | null;
  seen_at: string | null;
  seen_by: string | null;
  seen_how: Sighting | null;
  answer: MisplacedAnswer | null;
  resolution: Resolution | null;
  resolved_at: string | null;
  resolved_by: string | null;
}
