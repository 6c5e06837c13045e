import type {
  EntryKind,
  EnvelopeKind,
  OrderDeed,
  OrderState,
  OrderFileKind,
  Prerequisite,
  Promiser,
} from '@parc/domain';

export interface OrderRow {
  id: string;
  number: string | null;
  basket_id: string;
  kind: EnvelopeKind;
  ticket_id: string | null;
  school_id: string;
  school_uai: string;
  state: OrderState;
  title: string;
  note: string;
  contact: string;
  wishes: { day: string; from: string; to: string }[];
  prerequisites: PromisedPrerequisite[];
  performer: 'metropole' | 'contract' | null;
  contract_id: string | null;
  contract_period_id: string | null;
  counted_net_cents: number;
  purchase_order_number: string | null;
  envelope_id: string | null;
  hold_id: string | null;
  hold_kind: 'reserved' | 'committed' | null;
  hold_cents: number | null;
  asked_cents: number;
  approved_cents: number | null;
  reported_cents: number | null;
  certified_cents: number | null;
  created_by: string;
  created_at: string;
  submitted_by: string | null;
  submitted_at: string | null;
  decided_at: string | null;
  assigned_account_id: string | null;
  planned_from: string | null;
  planned_to: string | null;
  ever_started: boolean;
  reported_at: string | null;
  report_note: string | null;
  performed_by: string[];
  confirmed_at: string | null;
  confirmed_by: string | null;
  confirmed_by_default_by: string | null;
  certified_at: string | null;
  certified_by: string | null;
  invoice_number: string | null;
  cancellation_asked_at: string | null;
  state_since: string;
  version: number;
}

export interface PromisedPrerequisite {
  what: Prerequisite;
  promisedBy: Promiser;
  kept: boolean;
  dueOn: string | null;
}

export interface OrderLineRow {
  id: string;
  order_id: string;
  position: number;
  item_id: string;
  item_name: string;
  unit: string;
  room_id: string | null;
  extra: boolean;
  quantity_asked: number;
  quantity_approved: number | null;
  quantity_done: number | null;
  unit_net_cents: number;
  quoted: boolean;
  vat_basis_points: number;
  decision_reason: string | null;
  less_reason: string | null;
  equipment: string | null;
}

export interface OrderMoveRow {
  id: string;
  order_id: string;
  action: string;
  from_state: OrderState | null;
  to_state: OrderState;
  account_id: string | null;
  role: string;
  deputy: boolean;
  at: string;
  reason: string | null;
  detail: Record<string, unknown>;
}

export interface OrderDeviceRow {
  id: string;
  order_id: string;
  line_id: string;
  equipment_id: string;
  deed: OrderDeed;
}

export interface OrderFileRow {
  id: string;
  order_id: string;
  kind: OrderFileKind;
  name: string;
  media_type: 'image/png';
  size_bytes: number;
  width: number;
  height: number;
  /** Bytes in PostgreSQL's hexadecimal form. */
  content: string;
  created_by: string;
  created_at: string;
}

export interface LedgerEntryRow {
  id: string;
  envelope_id: string;
  sequence: number;
  kind: EntryKind;
  posted_at: string;
  actor: string;
  reason: string | null;
  order_id: string | null;
  ticket_id: string | null;
  allocation_run_id: string | null;
  pair_id: string | null;
  opened_before: number;
  reserved_before: number;
  committed_before: number;
  spent_before: number;
  opened_change: number;
  reserved_change: number;
  committed_change: number;
  spent_change: number;
  opens_hold: 'reserved' | 'committed' | null;
  hold_cents: number | null;
  resolves_id: string | null;
  resolves_hold: 'reserved' | 'committed' | null;
  resolves_cents: number | null;
}

export interface ContractEntryRow {
  id: string;
  period_id: string;
  order_id: string;
  change_net_cents: number;
  counted_after_net_cents: number;
  reason: 'approve' | 'complement' | 'cancel' | 'certify';
  posted_at: string;
  actor: string;
}
