import { type CheckDoneRequest, checkMovesDo, type CheckPage, type RoundPacket } from '@parc/api-client';
import type { CheckAction, CheckFinding } from '@parc/domain';
import { counted } from '@parc/ui';
import type { NewAct } from '../../offline/acts';
import { checkName } from '../upkeep-words';

/** A device as who stands before it sees it. */
export interface DeviceToCheck {
  readonly equipmentId: string;
  readonly tag: string;
  readonly modelName: string;
  readonly roomName: string | null;
}

/** A check as the page that does it shows it, read from the server or kept on the phone. */
export interface CheckToDo {
  readonly id: string;
  readonly version: number;
  /** Its plan's, with its part. */
  readonly planName: string;
  readonly place: string;
  readonly points: readonly string[];
  readonly devices: readonly DeviceToCheck[];
  readonly possible: readonly CheckAction[];
}

type Common = Pick<
  CheckPage,
  'id' | 'version' | 'planName' | 'part' | 'schoolName' | 'communeName' | 'points' | 'found' | 'possible'
>;

export function checkToDo({
  id,
  version,
  planName,
  part,
  schoolName,
  communeName,
  points,
  found,
  possible,
}: Common): CheckToDo {
  const devices = found.map(({ equipmentId, tag, modelName, roomName }) => ({ equipmentId, tag, modelName, roomName }));
  return {
    id,
    version,
    planName: checkName({ planName, part }),
    points,
    possible,
    place: `${schoolName}, ${communeName}`,
    devices,
  };
}

/** As it was taken along; undefined where it was not. */
export function checkOfPacket({ checks }: Pick<RoundPacket, 'checks'>, id: string): CheckToDo | undefined {
  const check = (checks ?? []).find((one) => one.id === id);
  return check && checkToDo(check);
}

/** What was said of one device. */
export interface Said {
  readonly finding: CheckFinding;
  readonly note: string;
}
export type DoingDraft = Readonly<Record<string, Said>>;

export const isDoingDraft = (kept: unknown): kept is DoingDraft =>
  typeof kept === 'object' &&
  kept !== null &&
  Object.values(kept).every((said: unknown) => typeof said === 'object' && said !== null && 'finding' in said);

/** "Encore 3 appareils"; empty once all is said. */
export function leftToSay({ devices }: Pick<CheckToDo, 'devices'>, draft: DoingDraft): string {
  const left = devices.filter(({ equipmentId }) => draft[equipmentId] === undefined).length;
  return left === 0 ? '' : `Encore ${counted(left, 'appareil')} à voir.`;
}

/** Null until every device was looked at. */
export function doneRequest({ devices }: Pick<CheckToDo, 'devices'>, draft: DoingDraft): CheckDoneRequest | null {
  const found = devices.map(({ equipmentId }) => {
    const said = draft[equipmentId];
    return said && { equipmentId, finding: said.finding, note: said.note.trim() || null };
  });
  const told = found.filter((one) => one !== undefined);
  return told.length === devices.length ? { found: told } : null;
}

/** A check as a phone keeps it: one act, its body byte for byte. What is refused stands for the plan manager to read. */
export function doingAct(key: string, { id, version, planName, place }: CheckToDo, body: CheckDoneRequest): NewAct {
  return {
    ...{ key, version, action: 'do', object: { kind: 'check', id } },
    about: `Contrôle ${planName}, ${place}`,
    request: { method: 'POST', path: checkMovesDo.PATH.replace('{id}', id), body },
    readAgain: `/api/v1/upkeep-checks/${id}`,
  };
}
