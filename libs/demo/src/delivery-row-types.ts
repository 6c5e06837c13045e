export interface DeliveryRow {
  id: string;
  holder_id: string;
  contract_id: string;
  order_reference: string;
  note_number: string;
  delivered_on: string;
  commitment_number: string | null;
  funding: string | null;
  stock_place_id: string;
  announced_net_cents: number | null;
  received: number;
  missing: number;
  /** Written by the loader, as the database reads them. */
  words: string;
  created_at: string;
  created_by: string;
}

export interface DeliveryAwaitedRow {
  id: string;
  delivery_id: string;
  model_id: string;
  quantity: number;
  net_cents: number;
  vat_basis_points: number;
}

export interface DeliveryReceiptRow {
  id: string;
  delivery_id: string;
  note_number: string;
  delivered_on: string;
  file_name: string | null;
  devices: number;
  net_cents: number;
  account_id: string;
  role: string;
  at: string;
}

/** A supplier's list that waits: its cells, and what was said of them. */
export interface DeliveryListRow {
  id: string;
  delivery_id: string;
  note_number: string;
  delivered_on: string;
  announced_net_cents: number | null;
  file_name: string;
  sha256: string;
  header: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
  columns: Readonly<Record<string, number>>;
  models: Readonly<Record<string, string>>;
  uploaded_by: string;
  uploaded_at: string;
}
