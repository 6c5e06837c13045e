import { EQUIPMENT_STATES, type EquipmentState } from '@parc/domain';
import type { ReportLine } from '../../shell/bulk/bulk-report';

/** What becomes of one of many devices. */
interface Outcome {
  readonly id: string;
  readonly done: boolean;
  readonly sentence: string | null;
  /** Its state afterwards, where the act tells one. */
  readonly state?: EquipmentState | null;
}

/** A line of the report for each device. @param devices those that were asked for @param note what stands beside its label */
export function deviceLines<Device extends { readonly id: string; readonly tag: string }>(
  outcomes: readonly Outcome[],
  devices: readonly Device[],
  note: (device: Device) => string,
): readonly ReportLine[] {
  const byId = new Map(devices.map((device) => [device.id, device]));
  return outcomes.map(({ id, done, sentence, state }) => {
    const device = byId.get(id)!;
    const end = state ? EQUIPMENT_STATES[state].word : '';
    return { id, done, name: device.tag, note: note(device), why: sentence ?? '', end };
  });
}
