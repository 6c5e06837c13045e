/** What a model is as a device, and how devices ended: rows as the database keeps them. */

export interface EquipmentModelRow {
  model_id: string;
  family: string;
  stores_data: boolean;
  repairability_index: number | null;
  for_teachers: boolean;
}

export interface EquipmentWipeRow {
  id: string;
  equipment_id: string;
  method: string;
  standard: string | null;
  operator: string;
  wiped_on: string;
  result: string;
  serial: string | null;
  account_id: string;
  at: string;
}

export interface EquipmentDisposalRow {
  id: string;
  destination: string;
  receiver: string;
  receiver_kind: string | null;
  proof_number: string;
  disposed_on: string;
  unit_value_cents: number | null;
  gift_limit_cents: number | null;
  reuse_attested: boolean;
  account_id: string;
  at: string;
}

/** Its family and what it stored are read by the database. */
export interface DisposedDeviceRow {
  equipment_id: string;
  disposal_id: string;
  destination: string;
  disposed_on: string;
  wipe_id: string | null;
}
