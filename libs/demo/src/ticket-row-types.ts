import type {
  Charge,
  DeviceOutcome,
  Impact,
  Symptom,
  TicketCause,
  TicketPriority,
  TicketRepair,
  TicketService,
  TicketState,
  TicketSubject,
  TicketWarning,
  Urgency,
  Wait,
} from '@parc/domain';

export interface TicketRow {
  id: string;
  number: string;
  school_id: string;
  subject: TicketSubject;
  equipment_id: string | null;
  room_id: string | null;
  service: TicketService | null;
  symptom: Symptom;
  description: string | null;
  impact: Impact;
  urgency: Urgency;
  priority: TicketPriority;
  state: TicketState;
  state_since: string;
  reported_by: string;
  reported_at: string;
  assigned_account_id: string | null;
  planned_from: string | null;
  planned_to: string | null;
  arrived_at: string | null;
  wait_for: Wait | null;
  review_on: string | null;
  resolved_at: string | null;
  merged_into_id: string | null;
  due_at: string | null;
  next_warning_at: string | null;
  version: number;
}

export interface TicketMoveRow {
  id: string;
  ticket_id: string;
  action: string;
  from_state: TicketState | null;
  to_state: TicketState;
  account_id: string | null;
  role: string;
  at: string;
  reason: string | null;
  priority: TicketPriority;
  presence: boolean;
  wait_for: Wait | null;
  detail: Record<string, unknown>;
}

export interface TicketCommentRow {
  id: string;
  ticket_id: string;
  account_id: string;
  role: string;
  at: string;
  internal: boolean;
  text: string;
}

export interface TicketResolutionRow {
  id: string;
  ticket_id: string;
  account_id: string;
  at: string;
  cause: TicketCause;
  repair: TicketRepair;
  note: string | null;
  minutes: number;
  parts: string | null;
  price_cents: number;
  device: DeviceOutcome;
  charge: Charge;
}

/** A threshold of a clock that somebody was told of. */
export interface TicketWarningRow extends TicketWarning {
  id: string;
  ticket_id: string;
  at: string;
}

/** A breakdown of the many: which device of its school it is of is found where the devices are. */
export interface TicketAtLarge extends TicketRow {
  k: number;
  model: string | null;
}

/** The same of a step, and who made it. */
export interface MoveAtLarge extends Omit<TicketMoveRow, 'id' | 'ticket_id' | 'presence'> {
  k: number;
}

export type ResolutionAtLarge = TicketResolutionRow & { entry_id: string | null; order_id: string | null };

/** Who said that a breakdown is his as well. */
export interface ReporterAtLarge {
  ticket_id: string;
  account_id: string;
  at: string;
}

/** Four years of breakdowns. */
export interface TicketsAtLarge {
  tickets: TicketAtLarge[];
  moves: MoveAtLarge[];
  resolutions: ResolutionAtLarge[];
  reporters: ReporterAtLarge[];
}
