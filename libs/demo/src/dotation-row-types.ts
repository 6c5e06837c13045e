import type {
  DotationAction,
  DotationBasis,
  DotationOpinion,
  DotationOutcome,
  DotationPartAction,
  DotationPartState,
  DotationSource,
  DotationState,
  HalfDay,
} from '@parc/domain';

export interface DotationRow {
  id: string;
  title: string;
  group_id: string;
  model_id: string;
  basis: DotationBasis;
  source: DotationSource;
  quantity: number;
  answer_by: string | null;
  state: DotationState;
  state_since: string;
  created_at: string;
  created_by: string;
  version: number;
}

export interface DotationPartRow {
  id: string;
  dotation_id: string;
  school_id: string;
  quantity: number;
  asked: number;
  counted: number;
  opinion: DotationOpinion | null;
  opinion_quantity: number | null;
  answer_by: string | null;
  planned_on: string | null;
  planned_half: HalfDay | null;
  received: number;
  state: DotationPartState;
  state_since: string;
  created_at: string;
  version: number;
}

export interface DotationDeviceRow {
  id: string;
  part_id: string;
  equipment_id: string;
  outcome: DotationOutcome | null;
  named_at: string;
}

interface MoveRow<Action extends string, State extends string> {
  id: string;
  action: Action;
  from_state: State;
  to_state: State;
  account_id: string | null;
  role: string;
  at: string;
  reason: string | null;
}

export interface DotationMoveRow extends MoveRow<DotationAction, DotationState> {
  dotation_id: string;
}

export interface DotationPartMoveRow extends MoveRow<DotationPartAction, DotationPartState> {
  part_id: string;
  answer: DotationOpinion | null;
  quantity: number | null;
}
