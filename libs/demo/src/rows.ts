import {
  type BodyKind,
  type EnvelopeKind,
  type ItemCategory,
  type ItemKind,
  type OpeningHours,
  type PriorityEducation,
  type SchoolKind,
  type SchoolSector,
  type StateContract,
  type ItemState,
} from '@parc/domain';
import type {
  ConventionMoveRow,
  ConventionRow,
  ConventionSignatureRow,
  DeliberationRow,
} from './convention-row-types.js';
import type {
  DotationDeviceRow,
  DotationMoveRow,
  DotationPartMoveRow,
  DotationPartRow,
  DotationRow,
} from './dotation-row-types.js';
import type { KitModelRow, NeedMoveRow, NeedRow, RedeploymentMoveRow, RedeploymentRow } from './need-row-types.js';
import type {
  CampaignItemRow,
  CampaignMoveRow,
  CampaignPartRow,
  CampaignRoomRow,
  CampaignRow,
} from './campaign-row-types.js';
import type { DeliveryAwaitedRow, DeliveryListRow, DeliveryReceiptRow, DeliveryRow } from './delivery-row-types.js';
import type { DisposedDeviceRow, EquipmentDisposalRow, EquipmentModelRow, EquipmentWipeRow } from './end-row-types.js';
import type { EquipmentMoveRow, EquipmentRow } from './equipment-row-types.js';
import type {
  TicketCommentRow,
  TicketMoveRow,
  TicketResolutionRow,
  TicketRow,
  TicketsAtLarge,
  TicketWarningRow,
} from './ticket-row-types.js';
import type {
  ContractEntryRow,
  LedgerEntryRow,
  OrderDeviceRow,
  OrderFileRow,
  OrderLineRow,
  OrderMoveRow,
  OrderRow,
} from './order-row-types.js';

/**
 * Rows of the demonstration, table by table, with the database's column names. Instants are ISO texts in UTC, days are
 * `YYYY-MM-DD`, amounts integer cents. Columns left out take the database's default.
 */
export interface DemonstrationRows {
  setting: { id: string; name: string; value: unknown; from_day: string; source: string }[];
  public_holiday: { day: string; name: string }[];
  school_holiday: { id: string; zone: string; name: string; from_day: string; to_day: string }[];
  commune: { id: string; insee_code: string; name: string; latitude: number; longitude: number; population: number }[];
  circonscription: { id: string; code: string; name: string }[];
  managing_body: { id: string; name: string; kind: BodyKind }[];
  school: SchoolRow[];
  school_opening_hours: { school_id: string; from_day: string; hours: OpeningHours }[];
  school_uai: { id: string; school_id: string; uai: string; from_day: string; to_day: string | null }[];
  school_year_figures: FiguresRow[];
  room: RoomRow[];
  account: AccountRow[];
  contract_holder: { id: string; name: string; siret: null; email: string }[];
  contract: {
    id: string;
    number: string;
    title: string;
    holder_id: string;
    lot: string;
    from_day: string;
    to_day: string;
  }[];
  contract_period: ContractPeriodRow[];
  assignment: AssignmentRow[];
  catalogue_item: CatalogueItemRow[];
  item_price: { id: string; item_id: string; from_day: string; unit_net_cents: number; vat_basis_points: number }[];
  item_decision: ItemDecisionRow[];
  convention: ConventionRow[];
  convention_site: { id: string; convention_id: string; school_id: string; from_day: string; to_day: string }[];
  deliberation: DeliberationRow[];
  convention_signature: ConventionSignatureRow[];
  convention_move: ConventionMoveRow[];
  envelope: EnvelopeRow[];
  allocation_run: AllocationRunRow[];
  installation_order: OrderRow[];
  order_line: OrderLineRow[];
  order_move: OrderMoveRow[];
  order_device: OrderDeviceRow[];
  order_file: OrderFileRow[];
  ledger_entry: LedgerEntryRow[];
  contract_entry: ContractEntryRow[];
  stock_place: { id: string; name: string }[];
  delivery: DeliveryRow[];
  delivery_awaited: DeliveryAwaitedRow[];
  delivery_receipt: DeliveryReceiptRow[];
  delivery_list: DeliveryListRow[];
  equipment: EquipmentRow[];
  equipment_move: EquipmentMoveRow[];
  kit_model: KitModelRow[];
  need: NeedRow[];
  need_move: NeedMoveRow[];
  redeployment: RedeploymentRow[];
  redeployment_move: RedeploymentMoveRow[];
  dotation: DotationRow[];
  dotation_part: DotationPartRow[];
  dotation_device: DotationDeviceRow[];
  dotation_move: DotationMoveRow[];
  dotation_part_move: DotationPartMoveRow[];
  campaign: CampaignRow[];
  campaign_part: CampaignPartRow[];
  campaign_move: CampaignMoveRow[];
  campaign_room: CampaignRoomRow[];
  campaign_item: CampaignItemRow[];
  equipment_model: EquipmentModelRow[];
  equipment_wipe: EquipmentWipeRow[];
  equipment_disposal: EquipmentDisposalRow[];
  disposed_device: DisposedDeviceRow[];
  ticket: TicketRow[];
  ticket_move: TicketMoveRow[];
  ticket_comment: TicketCommentRow[];
  ticket_resolution: TicketResolutionRow[];
  ticket_warning: TicketWarningRow[];
}

export type DemonstrationTable = keyof DemonstrationRows;

/** Parents before children: the order in which rows are inserted. */
export const TABLES_IN_ORDER = [
  'setting',
  'public_holiday',
  'school_holiday',
  'commune',
  'circonscription',
  'managing_body',
  'school',
  'school_opening_hours',
  'school_uai',
  'school_year_figures',
  'room',
  'account',
  'contract_holder',
  'contract',
  'contract_period',
  'assignment',
  'catalogue_item',
  'item_price',
  'item_decision',
  'convention',
  'convention_site',
  'deliberation',
  'convention_signature',
  'convention_move',
  'envelope',
  'allocation_run',
  'installation_order',
  'order_line',
  'order_move',
  'order_file',
  'ledger_entry',
  'contract_entry',
  'stock_place',
  'delivery',
  'delivery_awaited',
  'delivery_receipt',
  'delivery_list',
  'equipment',
  'equipment_move',
  'kit_model',
  'need',
  'need_move',
  'redeployment',
  'redeployment_move',
  'dotation',
  'dotation_part',
  'dotation_device',
  'dotation_move',
  'dotation_part_move',
  'equipment_model',
  'equipment_wipe',
  'equipment_disposal',
  'disposed_device',
  'order_device',
  'campaign',
  'campaign_part',
  'campaign_move',
  'campaign_room',
  'campaign_item',
  'ticket',
  'ticket_move',
  'ticket_comment',
  'ticket_resolution',
  'ticket_warning',
] as const satisfies readonly DemonstrationTable[];

export interface DemonstrationPlan {
  seed: number;
  today: string;
  rows: DemonstrationRows;
  ticketsAtLarge: TicketsAtLarge;
  /** The last order number given in each year: where the sequence `order_number_YYYY` goes on. */
  lastOrderNumbers: Record<number, number>;
  /** The same of tickets: `ticket_number_YYYY`. */
  lastTicketNumbers: Record<number, number>;
}

export interface SchoolRow {
  id: string;
  uai: string;
  name: string;
  sector: SchoolSector;
  state_contract: StateContract;
  kind: SchoolKind;
  priority: PriorityEducation;
  commune_id: string;
  circonscription_id: string | null;
  managing_body_id: string | null;
  host_school_id: string | null;
  address: string;
  postal_code: string;
  latitude: number;
  longitude: number;
  email: string;
  telephone: string;
  key_holder: string | null;
  alarm: string | null;
  presence_needed: boolean;
  access_note: string | null;
}

export interface FiguresRow {
  school_id: string;
  school_year: number;
  pupils: number;
  classes: number;
  teachers: number;
  social_index: number | null;
}

export interface RoomRow {
  id: string;
  school_id: string;
  name: string;
  floor: string | null;
  has_power: boolean;
  has_network: boolean;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  active: boolean;
  created_at: string;
}

export interface AssignmentRow {
  id: string;
  account_id: string;
  role: string;
  scope_kind: string;
  school_id: string | null;
  commune_id: string | null;
  managing_body_id: string | null;
  circonscription_id: string | null;
  contract_holder_id: string | null;
  from_day: string;
  to_day: string | null;
  may_certify: boolean;
  delegation_decision: string | null;
  deputy_of_id: string | null;
}

export interface ContractPeriodRow {
  id: string;
  contract_id: string;
  from_day: string;
  to_day: string;
  maximum_net_cents: number;
  minimum_net_cents: number | null;
  alert_basis_points: number;
  counted_net_cents: number;
  last_purchase_order: number;
}

export interface CatalogueItemRow {
  id: string;
  kind: ItemKind;
  category: ItemCategory;
  reference: string;
  name: string;
  description: string;
  includes: string;
  excludes: string;
  unit: string;
  picture: string;
  maker: string | null;
  warranty_months: number | null;
  delay_working_days: number;
  remote: boolean;
  investment: boolean;
  on_quote: boolean;
  contract_id: string | null;
  needs_power: boolean;
  needs_network: boolean;
  needs_furniture: boolean;
  training_module: string | null;
  state: ItemState;
}

export interface ItemDecisionRow {
  id: string;
  item_id: string;
  state: ItemState;
  body: string | null;
  meeting_on: string | null;
  decision_number: string | null;
  reason: string | null;
  decided_at: string;
  account_id: string;
}

export interface EnvelopeRow {
  id: string;
  school_id: string | null;
  year: number;
  kind: EnvelopeKind;
  /** Set by the loader once the year's entries are in. */
  closed_on: string | null;
}

export interface AllocationRunRow {
  id: string;
  year: number;
  kind: EnvelopeKind;
  rule: unknown;
  reason: string;
  account_id: string;
  applied_at: string;
}
