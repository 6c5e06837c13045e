import { plainText } from '../directory/plain-text.js';
import type { DeliveryFault, DeliveryRow } from './delivery-rows.js';

/** A device that bears a serial number already. */
export interface KnownSerial {
  tag: string;
  /** It came with this delivery, or is still awaited in it after a receipt was undone. */
  ours: 'received' | 'awaited' | null;
}

/** What the plan holds when a list is looked at. */
export interface DeliveryKnowledge {
  serials: ReadonlyMap<string, KnownSerial>;
  tags: ReadonlySet<string>;
  /** The supplier's word of a model → ours. */
  models: ReadonlyMap<string, string>;
  orderReference: string | null;
  /** Lines that somebody left out. */
  aside: ReadonlySet<number>;
}

/** Every row is one of these: nothing is lost without being counted. */
export type DeliveryStanding = 'ready' | 'faulty' | 'received' | 'aside';

export interface JudgedDeliveryRow {
  row: DeliveryRow;
  standing: DeliveryStanding;
  faults: DeliveryFault[];
  modelId: string | null;
}

/**
 * Judges the rows of a list against each other and against the fleet. The same list read a second time finds its devices
 * received. Of two rows with one serial number the first stands.
 */
export function judgeDeliveryRows(
  rows: readonly { row: DeliveryRow; faults: readonly DeliveryFault[] }[],
  known: DeliveryKnowledge,
): JudgedDeliveryRow[] {
  const serials = new Map<string, number>();
  const tags = new Map<string, number>();
  return rows.map(({ row, faults: read }) => {
    const modelId = known.models.get(row.modelWord) ?? null;
    if (known.aside.has(row.line)) return { row, standing: 'aside', faults: [], modelId };
    const { serial, tag, line, orderReference } = row;
    const bearer = serial === '' ? undefined : known.serials.get(serial);
    const twin = serial === '' ? undefined : serials.get(serial);
    if (bearer?.ours === 'received' && twin === undefined) {
      serials.set(serial, line);
      return { row, standing: 'received', faults: [], modelId };
    }
    const faults = [...read];
    if (twin !== undefined)
      faults.push({ code: 'serial-repeated', column: 'serial', value: serial, other: String(twin) });
    else if (serial !== '') serials.set(serial, line);
    if (bearer?.ours === null)
      faults.push({ code: 'serial-known', column: 'serial', value: serial, other: bearer.tag });
    if (modelId === null) faults.push({ code: 'model-unknown', column: 'model', value: row.modelText });
    if (tag !== null) {
      const same = tags.get(tag);
      if (same !== undefined) faults.push({ code: 'tag-repeated', column: 'tag', value: tag, other: String(same) });
      else tags.set(tag, line);
      if (known.tags.has(tag) && bearer?.tag !== tag) faults.push({ code: 'tag-known', column: 'tag', value: tag });
    }
    const other = orderReference !== null && known.orderReference !== null;
    if (other && plainText(orderReference) !== plainText(known.orderReference!))
      faults.push({ code: 'order-other', column: 'orderReference', value: orderReference });
    return { row, standing: faults.length === 0 ? 'ready' : 'faulty', faults, modelId };
  });
}
