import type { OfferedDevice, OrderLineAnswer, ReportedDeviceRequest } from '@parc/api-client';
import { EQUIPMENT_IN_ROOM, tagAsKept } from '@parc/domain';

/** A device as a report names it while it is written. */
export interface DeviceDraft {
  /** A label or a serial number: what is sent. */
  readonly code: string;
  /** What it is, and where it was when it was named; empty where nobody knows it yet. */
  readonly modelName: string;
  readonly place: string;
  /** It stands in the school: it may stay where it is. */
  readonly there: boolean;
  /** Nobody knows it: it is made from what the line sold, with this label if it bears one. */
  readonly fresh: boolean;
  readonly label: string;
  /** Where it was put; null: where it is, or not said yet. */
  readonly roomId: string | null;
}

/** The line that devices are named for: one of the order, or one that the report adds, which has no id yet. */
export type NamedLine = Pick<OrderLineAnswer, 'id' | 'itemId' | 'itemName' | 'itemKind' | 'roomId' | 'roomName'>;

/** A line that sells a model: its devices are those, one a unit at most. */
export const sellsModel = ({ itemKind }: Pick<OrderLineAnswer, 'itemKind'>): boolean => itemKind === 'model';

/** One that is known, taken to the line's room; what a service is done to stays in its room unless it is said. */
export function knownDevice(offered: OfferedDevice, line: NamedLine): DeviceDraft {
  const there = EQUIPMENT_IN_ROOM.includes(offered.state);
  return {
    ...{ code: offered.tag, modelName: offered.modelName, place: offered.place ?? '' },
    ...{ there, fresh: false, label: '' },
    roomId: there && line.roomId === offered.roomId ? null : line.roomId,
  };
}

/** One that nobody knows, or that could not be looked up without a network: the line says what it is. */
export function freshDevice(code: string, line: NamedLine): DeviceDraft {
  return {
    ...{ code: code.trim(), modelName: sellsModel(line) ? line.itemName : '', place: '' },
    ...{ there: false, fresh: true, label: '', roomId: line.roomId },
  };
}

/** What the former report named, which the school disputed: it stands where that put it. */
export function formerDevices({ devices }: OrderLineAnswer): readonly DeviceDraft[] {
  return devices.map(({ tag, modelName }) => ({
    ...{ code: tag, modelName, place: '', there: true, fresh: false, label: '', roomId: null },
  }));
}

/** Is it the one that this label or this number leads to? */
export function bears({ tag, serial }: Pick<OfferedDevice, 'tag' | 'serial'>, code: string): boolean {
  return tag === tagAsKept(code) || serial === code.trim();
}

export function deviceGaps(
  line: NamedLine,
  { quantity, devices }: { quantity: number; devices: readonly DeviceDraft[] },
): readonly { controlId: string; message: string }[] {
  if (quantity === 0) return [];
  const gaps = devices.flatMap((device, index) =>
    device.there || device.roomId !== null
      ? []
      : [{ controlId: deviceRoomId(line.id, index), message: `Dites dans quelle salle est ${device.code}.` }],
  );
  if (sellsModel(line) && devices.length > quantity)
    gaps.push({
      controlId: deviceCodeId(line.id),
      message: `Plus d’appareils nommés que d’unités posées : ${line.itemName}.`,
    });
  return gaps;
}

export const deviceRoomId = (lineId: string, index: number): string => `salle-${lineId}-${index}`;
export const deviceCodeId = (lineId: string): string => `appareil-${lineId}`;

/** As they are sent. */
export function reportedDevices(
  of: Pick<ReportedDeviceRequest, 'lineId' | 'extraLine'>,
  devices: readonly DeviceDraft[],
): ReportedDeviceRequest[] {
  return devices.map(({ code, fresh, label, roomId }) => ({
    ...of,
    ...{ mark: code, roomId },
    ...(fresh && label.trim() !== '' ? { tag: label.trim() } : {}),
  }));
}
