import type { IdleReason, NeedAction, NeedState, RedeploymentAction, RedeploymentState } from '@parc/domain';

export interface KitModelRow {
  id: string;
  model_id: string;
  group_id: string;
}

export interface NeedRow {
  id: string;
  school_id: string;
  group_id: string | null;
  room_id: string | null;
  quantity: number | null;
  classes: number | null;
  purpose: string;
  note: string | null;
  state: NeedState;
  state_since: string;
  created_at: string;
  created_by: string;
  version: number;
}

export interface NeedMoveRow {
  id: string;
  need_id: string;
  action: NeedAction;
  from_state: NeedState;
  to_state: NeedState;
  account_id: string;
  role: string;
  at: string;
  reason: string | null;
}

export interface RedeploymentMoveRow {
  id: string;
  redeployment_id: string;
  action: RedeploymentAction;
  from_state: RedeploymentState;
  to_state: RedeploymentState;
  account_id: string;
  role: string;
  at: string;
  reason: string | null;
  school_id: string | null;
  answer: string | null;
}

export interface RedeploymentRow {
  id: string;
  equipment_id: string;
  need_id: string;
  from_school_id: string | null;
  to_school_id: string;
  idle: IdleReason;
  answer_by: string;
  state: RedeploymentState;
  state_since: string;
  created_at: string;
}
