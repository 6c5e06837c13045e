import type { EquipmentState } from '@parc/domain';

export interface EquipmentRow {
  id: string;
  tag: string;
  serial: string;
  model_id: string;
  is_container: boolean;
  state: EquipmentState;
  state_since: string;
  stock_place_id: string | null;
  room_id: string | null;
  container_id: string | null;
  school_id: string | null;
  order_id: string | null;
  contract_id: string | null;
  receipt_id: string | null;
  net_cents: number;
  vat_basis_points: number;
  purchased_on: string;
  funding: string | null;
  commitment_number: string | null;
  warranty_until: string | null;
  refurbished: boolean;
  complaint_number: string | null;
  retirement_number: string | null;
  retirement_kind: string | null;
  /** ISO date of the decision. */
  retired_on: string | null;
  last_seen_at: string | null;
  last_seen_by: string | null;
  /** Written by the loader, as the database reads them. */
  words: string;
  version: number;
}

export interface EquipmentMoveRow {
  id: string;
  equipment_id: string;
  action: string;
  from_state: EquipmentState;
  to_state: EquipmentState;
  account_id: string | null;
  role: string;
  at: string;
  reason: string | null;
  stock_place_id: string | null;
  room_id: string | null;
  container_id: string | null;
  school_id: string | null;
  detail: object;
}
