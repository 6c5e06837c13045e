import { EQUIPMENT, type EquipmentAction, type EquipmentState } from '@parc/domain';
import { VAT_BASIS_POINTS, type CatalogueItem, priceOn } from './catalogue.js';
import { instantAt } from './days.js';
import type { EquipmentMoveRow, EquipmentRow } from './equipment-row-types.js';
import type { Workshop } from './workshop.js';

/** Where a device goes: one of the three. */
export type DevicePlace =
  | { stock_place_id: string }
  | { room_id: string; school_id: string }
  | { container_id: string; school_id: string | null };

/** How a device came. */
interface Bought {
  tag: string;
  serial: string;
  day: string;
  isContainer?: boolean;
  orderId?: string;
  commitment: string | null;
  /** The instant it was awaited from; the morning of the day when left out. */
  at?: string;
}

/** An order whose report brings a move about. */
interface OrderBehind {
  id: string;
  number: string | null;
}

interface Act {
  by?: { account: string; role: string };
  to?: DevicePlace;
  reason?: string;
  detail?: Partial<Pick<EquipmentRow, 'complaint_number' | 'retirement_number' | 'retirement_kind' | 'retired_on'>>;
  order?: OrderBehind;
  /** It leaves for good. */
  gone?: boolean;
}

const NOWHERE = { stock_place_id: null, room_id: null, container_id: null, school_id: null };

/** One device and what happened to it, row for row of the table of moves; what lies ahead of today has not happened. */
export class DeviceStory {
  readonly row: EquipmentRow;

  constructor(
    private readonly workshop: Workshop,
    model: CatalogueItem,
    bought: Bought,
  ) {
    const awaited = bought.at ?? instantAt(bought.day, '09:00');
    const id = workshop.identify(awaited);
    this.row = {
      ...{
        id,
        tag: bought.tag,
        serial: bought.serial,
        model_id: model.row.id,
        is_container: bought.isContainer ?? false,
      },
      ...{ state: EQUIPMENT.initial, state_since: awaited, ...NOWHERE },
      ...{ order_id: bought.orderId ?? null, contract_id: model.row.contract_id, receipt_id: null },
      purchased_on: bought.day,
      ...{ net_cents: priceOn(model, bought.day), vat_basis_points: VAT_BASIS_POINTS },
      ...{ funding: `Investissement ${bought.day.slice(0, 4)}`, commitment_number: bought.commitment },
      warranty_until: warrantyUntil(bought.day, model.row.warranty_months),
      refurbished: model.row.maker === 'Second Départ',
      ...{
        complaint_number: null,
        retirement_number: null,
        retirement_kind: null,
        retired_on: null,
        last_seen_at: null,
        last_seen_by: null,
        words: '',
        version: 1,
      },
    };
    workshop.rows.equipment.push(this.row);
  }

  /** @throws Error where the table has no such row */
  act(action: EquipmentAction, day: string, time: string, act: Act = {}): this {
    return this.actAt(action, instantAt(day, time), act);
  }

  /** The same at an instant that something else has set. */
  actAt(action: EquipmentAction, at: string, { by, to, reason, detail = {}, order, gone = false }: Act = {}): this {
    if (at >= this.workshop.now || this.row.state_since > at) return this;
    const { row, workshop } = this;
    const move = EQUIPMENT.find(row.state, action);
    if (!move) throw new Error(`${row.tag} is ${row.state}: it cannot ${action}`);
    const school = row.school_id;
    const behind = order ? broughtAbout(order, row) : {};
    Object.assign(row, to && { ...NOWHERE, ...to }, gone && NOWHERE, detail);
    if (to && by) Object.assign(row, { last_seen_at: at, last_seen_by: by.account });
    const from: EquipmentState = row.state;
    if (move.next !== from) Object.assign(row, { state: move.next, state_since: at });
    row.version++;
    const told: EquipmentMoveRow = {
      ...{ id: workshop.identify(at), equipment_id: row.id, action, from_state: from, to_state: move.next, at },
      ...{ account_id: by?.account ?? null, role: by?.role ?? 'system', reason: reason ?? null },
      ...{ stock_place_id: row.stock_place_id, room_id: row.room_id, container_id: row.container_id },
      ...{ school_id: row.school_id ?? school, detail: { ...numbersOf(detail), ...behind } },
    };
    workshop.rows.equipment_move.push(told);
    return this;
  }
}

/** What the history keeps of a move that an order's report brings about. */
function broughtAbout({ id, number }: OrderBehind, { order_id, stock_place_id, room_id }: EquipmentRow): object {
  const from = { stockPlaceId: stock_place_id, roomId: room_id };
  return { orderId: id, orderNumber: number, formerOrderId: order_id, from };
}

/** As the history keeps them. */
function numbersOf({ complaint_number, retirement_number }: NonNullable<Act['detail']>): object {
  return {
    ...(complaint_number ? { complaintNumber: complaint_number } : {}),
    ...(retirement_number ? { retirementNumber: retirement_number } : {}),
  };
}

function warrantyUntil(day: string, months: number | null): string | null {
  if (!months) return null;
  const until = new Date(`${day}T00:00:00Z`);
  until.setUTCMonth(until.getUTCMonth() + months);
  return until.toISOString().slice(0, 10);
}
