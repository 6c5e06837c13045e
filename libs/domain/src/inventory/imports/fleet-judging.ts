import { plainText } from '../../directory/plain-text.js';
import { EQUIPMENT, EQUIPMENT_RELEASED, type EquipmentAction } from '../equipment-lifecycle.js';
import { EQUIPMENT_STATES, type EquipmentState } from '../equipment-states.js';
import { type FleetPlace, type FleetPlaces, fleetWord } from './fleet-places.js';
import type { FleetFault, FleetFaultCode, FleetRow } from './fleet-rows.js';
import { fleetState, PLACE_APART, type FleetState } from './fleet-states.js';
import type { FleetColumn } from './fleet-columns.js';

/** A device that the plan knows already. */
export interface FleetDevice {
  id: string;
  tag: string;
  serial: string | null;
  modelId: string;
  modelName: string;
  state: EquipmentState;
  stockPlaceId: string | null;
  schoolId: string | null;
  roomId: string | null;
  roomName: string | null;
  /** It lies in a case, or is one. */
  inCase: boolean;
  /** It is lent, promised, or offered for loans. */
  forLoans: boolean;
}

/** What lists have words for, each decided once. */
export const FLEET_TOPICS = { model: 'Modèles', state: 'États', place: 'Lieux' } as const;
export type FleetTopic = keyof typeof FLEET_TOPICS;
export const FLEET_TOPIC_NAMES = Object.keys(FLEET_TOPICS) as FleetTopic[];

interface LeftOut {
  readonly leftOut: true;
}

/** What is known when rows are judged: the plan's devices that they name, and what words mean. */
export interface FleetKnowledge {
  bySerial: ReadonlyMap<string, FleetDevice>;
  /** By every label that it bears, or has borne. */
  byTag: ReadonlyMap<string, FleetDevice>;
  places: FleetPlaces;
  models: ReadonlyMap<string, { readonly modelId: string } | LeftOut>;
  states: ReadonlyMap<string, { readonly state: FleetState } | LeftOut>;
}

/** A word of the file, with what it means now. */
export interface FleetSaid {
  topic: FleetTopic;
  text: string;
  understood: boolean;
}

export interface FleetWish {
  state: FleetState;
  place: FleetPlace;
  modelId: string;
}

export type FleetJudgment =
  | { outcome: 'refused'; faults: readonly FleetFault[] }
  | { outcome: 'created'; wish: FleetWish; actions: readonly EquipmentAction[] }
  | { outcome: 'unchanged'; device: FleetDevice }
  | { outcome: 'changed'; device: FleetDevice; wish: FleetWish; actions: readonly EquipmentAction[] };

/** The lines that said the same already, row after row of one file. */
export class FleetSeen {
  private readonly lines = new Map<string, number>();

  /** The line that named this before; from now on this one has. */
  lineOf(kind: 'serial' | 'tag' | 'device', name: string, line: number): number | null {
    const key = `${kind} ${name}`;
    const earlier = this.lines.get(key);
    if (earlier === undefined) this.lines.set(key, line);
    return earlier ?? null;
  }
}

/** Judges one row against those before it and against the fleet; of two that name one device the first stands. */
export function judgeFleetRow(
  { row, faults: read }: { row: FleetRow; faults: readonly FleetFault[] },
  known: FleetKnowledge,
  seen: FleetSeen,
): { judgment: FleetJudgment; said: FleetSaid[] } {
  const faults = [...read];
  const fault = (code: FleetFaultCode, column: FleetColumn, value: string, other?: string) => {
    faults.push({ code, column, value, ...(other === undefined ? {} : { other }) });
    return null;
  };
  const device = deviceNamed(row, known, fault);
  repeated(row, device, seen, fault);
  const said: FleetSaid[] = [];
  const hear = (topic: FleetTopic, text: string, understood: boolean) => said.push({ topic, text, understood });
  const model = wordOf(known.models, row.modelText) ?? wordOf(known.models, row.modelAlone);
  hear('model', row.modelText, model !== null);
  const state = row.stateText === '' ? undefined : stateOf(row.stateText, known);
  if (state !== undefined) hear('state', row.stateText, state !== null);
  const place = known.places.find(row);
  hear('place', place.text, !('unknown' in place));
  if (model === null) fault('model-unknown', 'model', row.modelText);
  else if ('leftOut' in model) fault('left-out', 'model', row.modelText);
  if (state === null) fault('state-unknown', 'state', row.stateText);
  else if (state && 'leftOut' in state) fault('left-out', 'state', row.stateText);
  if ('unknown' in place) fault('place-unknown', 'place', place.text);
  else if ('leftOut' in place) fault('left-out', 'place', place.text);
  if (faults.length > 0) return { judgment: { outcome: 'refused', faults }, said };
  const found = (place as { found: FleetPlace }).found;
  const wish: FleetWish = {
    ...{ place: found, modelId: (model as { modelId: string }).modelId },
    state: (state as { state: FleetState } | undefined)?.state ?? ('stockPlaceId' in found ? 'in-stock' : 'in-service'),
  };
  return { judgment: judgeWish(row, wish, device, fault, faults), said };
}

type Faulting = (code: FleetFaultCode, column: FleetColumn, value: string, other?: string) => null;

function judgeWish(
  row: FleetRow,
  wish: FleetWish,
  device: FleetDevice | null,
  fault: Faulting,
  faults: readonly FleetFault[],
): FleetJudgment {
  const inSchool = 'schoolId' in wish.place;
  const { spot } = EQUIPMENT_STATES[wish.state];
  if (!PLACE_APART.includes(wish.state) && (spot === 'room') !== inSchool)
    fault('place-of-state', 'state', `${row.stateText}, ${row.path.join(' > ')}`);
  else if (device !== null && device.modelId !== wish.modelId)
    fault('model-other', 'model', row.modelText, device.modelName);
  if (faults.length > 0) return { outcome: 'refused', faults };
  if (device === null) return { outcome: 'created', wish, actions: bornBy(wish) };
  const actions = changedBy(device, wish);
  if (actions?.length === 0) return { outcome: 'unchanged', device };
  if (actions === null) fault('state-apart', 'state', row.stateText, EQUIPMENT_STATES[device.state].word);
  else if (device.inCase) fault('in-case', 'place', row.path.join(' > '));
  else if (device.forLoans && actions.some((action) => LEAVES_LOANS.includes(action)))
    fault('for-loans', 'place', row.path.join(' > '));
  if (actions === null || faults.length > 0) return { outcome: 'refused', faults };
  return { outcome: 'changed', device, wish, actions };
}

/** Known by its serial number, else by a label. Its own label stays, whatever the list calls it. */
function deviceNamed({ serial, tag }: FleetRow, known: FleetKnowledge, fault: Faulting): FleetDevice | null {
  const bySerial = serial === null ? null : (known.bySerial.get(serial) ?? null);
  const byTag = tag === null ? null : (known.byTag.get(tag) ?? null);
  if (bySerial !== null && byTag !== null && bySerial.id !== byTag.id) return fault('tag-known', 'tag', tag!);
  if (bySerial !== null || byTag === null) return bySerial;
  if (serial !== null && byTag.serial !== null) return fault('serial-other', 'serial', serial, byTag.serial);
  return byTag;
}

function repeated({ serial, tag, line }: FleetRow, device: FleetDevice | null, seen: FleetSeen, fault: Faulting): void {
  const bySerial = serial === null ? null : seen.lineOf('serial', serial, line);
  const byTag = tag === null ? null : seen.lineOf('tag', tag, line);
  const byDevice = device === null ? null : seen.lineOf('device', device.id, line);
  if (bySerial !== null) fault('serial-repeated', 'serial', serial!, String(bySerial));
  else if (byTag !== null) fault('tag-repeated', 'tag', tag!, String(byTag));
  else if (byDevice !== null) fault('tag-repeated', 'tag', tag ?? serial ?? '', String(byDevice));
}

/** What nothing that is lent does. */
const LEAVES_LOANS: readonly EquipmentAction[] = EQUIPMENT.moves
  .filter(({ guards }) => guards.some((guard) => guard === 'not-for-loans'))
  .map(({ action }) => action);

const wordOf = <Meaning>(meanings: ReadonlyMap<string, Meaning>, text: string): Meaning | null =>
  meanings.get(fleetWord(text)) ?? null;

function stateOf(text: string, known: FleetKnowledge): { state: FleetState } | LeftOut | null {
  const decided = wordOf(known.states, text);
  if (decided !== null) return decided;
  const state = fleetState(fleetWord(text));
  return state === null ? null : { state };
}

const LAST: Readonly<Record<FleetState, readonly EquipmentAction[]>> = {
  'in-stock': [],
  'in-service': [],
  'under-repair': ['send-to-repair'],
  lost: ['lose'],
  stolen: ['steal'],
  retired: ['retire'],
};

/** What it does in a school before it is lost there, or breaks: nothing is written off but from a shelf. */
const [IN_USE] = EQUIPMENT_RELEASED as readonly [EquipmentState];

/** The moves by which a device that was there before comes to stand as its list says. */
function bornBy({ state, place }: FleetWish): EquipmentAction[] {
  const placed = 'schoolId' in place && LAST[state].every((action) => EQUIPMENT.find(IN_USE, action));
  return ['receive', ...(placed ? (['place', 'release'] as const) : []), ...LAST[state]];
}

/** The moves that bring a known device to where its list says it is; null when that is not a list's to change. */
function changedBy(device: FleetDevice, { state, place }: FleetWish): readonly EquipmentAction[] | null {
  const now = standing(device.state);
  if (now === null) return null;
  if (now === state && PLACE_APART.includes(state)) return [];
  if ('stockPlaceId' in place && now === 'in-stock' && state === now)
    return place.stockPlaceId === device.stockPlaceId ? [] : ['store'];
  if ('schoolId' in place && now === 'in-service' && state === now) {
    if (place.schoolId !== device.schoolId) return ['withdraw', 'place', 'release'];
    return isSameRoom(device, place) ? [] : ['move'];
  }
  return CHANGES[now][state] ?? null;
}

const standing = (state: EquipmentState): FleetState | null => STANDINGS[state];

/** What a list may say of a device in each state: it tells no training from service, nor the retired from the gone. */
const STANDINGS: Readonly<Record<EquipmentState, FleetState | null>> = {
  ordered: null,
  'in-stock': 'in-stock',
  'awaiting-training': 'in-service',
  'in-service': 'in-service',
  'on-loan': null,
  'under-repair': 'under-repair',
  lost: 'lost',
  stolen: 'stolen',
  retired: 'retired',
  disposed: 'retired',
};

const CHANGES: Readonly<Record<FleetState, Partial<Record<FleetState, readonly EquipmentAction[]>>>> = {
  'in-stock': { 'in-service': ['place', 'release'], lost: ['lose'], stolen: ['steal'], retired: ['retire'] },
  'in-service': { 'in-stock': ['withdraw'], lost: ['lose'], stolen: ['steal'], retired: ['withdraw', 'retire'] },
  lost: { 'in-stock': ['find'], 'in-service': ['find', 'place', 'release'], stolen: ['steal'], retired: ['retire'] },
  stolen: { 'in-stock': ['find'], 'in-service': ['find', 'place', 'release'], retired: ['retire'] },
  // A repair ends by its technician, a decision by its page.
  'under-repair': {},
  retired: {},
};

function isSameRoom(device: FleetDevice, { roomId, roomText }: Extract<FleetPlace, { schoolId: string }>): boolean {
  if (roomId !== null) return roomId === device.roomId;
  return roomText === null || plainText(roomText) === plainText(device.roomName ?? '');
}
