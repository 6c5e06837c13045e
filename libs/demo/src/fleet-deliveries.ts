import { EQUIPMENT } from '@parc/domain';
import { instantAt } from './days.js';
import type { EquipmentRow } from './equipment-row-types.js';
import type { DemonstrationRows } from './rows.js';
import type { Workshop } from './workshop.js';

type DeliveryRow = DemonstrationRows['delivery'][number];

/** How a delivery came: its papers, and what of it never did. */
interface Papers {
  note: string;
  order: string;
  file: string | null;
  /** Of its first model, ordered and not come yet. */
  missing?: number;
}

/**
 * One delivery of these devices, which one contract's holder brought on one day: what was ordered, and the receipt that each
 * of them came in with.
 * @param by who received it
 */
export function deliver(
  workshop: Workshop,
  devices: readonly EquipmentRow[],
  by: string,
  papers: Papers,
): DeliveryRow | null {
  const [first] = devices;
  if (!first) return null;
  const { rows, identify } = workshop;
  const day = first.purchased_on;
  const at = instantAt(day, '10:30');
  const contract = rows.contract.find(({ id }) => id === first.contract_id)!;
  const { note, order, file, missing = 0 } = papers;
  const delivery: DeliveryRow = {
    ...{ id: identify(at), holder_id: contract.holder_id, contract_id: contract.id, order_reference: order },
    ...{ note_number: note, delivered_on: day, commitment_number: first.commitment_number, funding: first.funding },
    ...{ stock_place_id: rows.stock_place[0]!.id, announced_net_cents: null, received: devices.length, missing },
    ...{ words: '', created_at: at, created_by: by },
  };
  rows.delivery.push(delivery);
  for (const modelId of new Set(devices.map(({ model_id }) => model_id))) {
    const alike = devices.filter(({ model_id }) => model_id === modelId);
    const quantity = alike.length + (modelId === first.model_id ? missing : 0);
    const { net_cents, vat_basis_points } = alike[0]!;
    rows.delivery_awaited.push({
      ...{ id: identify(at), delivery_id: delivery.id, model_id: modelId, quantity, net_cents, vat_basis_points },
    });
  }
  const receipt = {
    ...{ id: identify(at), delivery_id: delivery.id, note_number: note, delivered_on: day, file_name: file },
    ...{ devices: devices.length, net_cents: devices.reduce((sum, { net_cents }) => sum + net_cents, 0) },
    ...{ account_id: by, role: 'technician', at },
  };
  rows.delivery_receipt.push(receipt);
  for (const device of devices) device.receipt_id = receipt.id;
  return delivery;
}

/** The rest has come, and its list waits: one serial number was broken by a spreadsheet, one model has a name of its own. */
export function leaveWaiting(workshop: Workshop, delivery: DeliveryRow, modelId: string, by: string): void {
  const day = workshop.days.officeDay(workshop.today, -2);
  const at = instantAt(day, '16:20');
  const cells = [
    ['CT55-26A0431', 'Ecran mobile 55', '3/3'],
    ['2,17E+13', 'Ecran mobile 55', '3/3'],
    ['CT55-26A0433', 'MOB 55 G2', '3/3'],
  ];
  workshop.rows.delivery_list.push({
    ...{
      id: workshop.identify(at),
      delivery_id: delivery.id,
      note_number: `${delivery.note_number}-2`,
      delivered_on: day,
    },
    ...{ announced_net_cents: null, file_name: 'liste_ecrans_suite.csv', sha256: '0'.repeat(64) },
    header: ['N° de série', 'Désignation', 'Carton'],
    rows: cells.map((each, index) => ({ line: index + 2, cells: each })),
    ...{ columns: { serial: 0, model: 1 }, models: { 'ecran mobile 55': modelId }, uploaded_by: by, uploaded_at: at },
  });
}

/** Bought by this contract on this day, and come: not of an order's work. */
export const broughtBy = ({ rows }: Workshop, contractId: string | null, day: string): EquipmentRow[] =>
  rows.equipment.filter(
    (device) =>
      contractId !== null &&
      device.contract_id === contractId &&
      device.purchased_on === day &&
      device.order_id === null &&
      device.state !== EQUIPMENT.initial,
  );
