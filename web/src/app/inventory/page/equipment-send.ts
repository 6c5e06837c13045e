import {
  type Api,
  type EquipmentMovedAnswer,
  equipmentMovesBringBack,
  equipmentMovesDispose,
  equipmentMovesFind,
  equipmentMovesLose,
  equipmentMovesMove,
  equipmentMovesPlace,
  equipmentMovesRecordComplaint,
  equipmentMovesRestore,
  equipmentMovesRetire,
  equipmentMovesSendToRepair,
  equipmentMovesShelveRepaired,
  equipmentMovesSteal,
  equipmentMovesStore,
  equipmentMovesWaiveTraining,
  equipmentMovesWipe,
  equipmentMovesWithdraw,
} from '@parc/api-client';
import { textOf, type Values } from '../../shell/forms/fields';
import { disposalRequest, retirementRequest, wipeRequest } from '../ends/end-forms';
import { caseChosen, type EquipmentStep } from './equipment-steps';

interface What {
  readonly id: string;
  readonly 'Idempotency-Key': string;
  readonly 'If-Match': string;
}
type Sending = (api: Api, what: What, values: Values) => Promise<EquipmentMovedAnswer>;

/** The shelf or the room that was chosen, or the case that stands there. */
const target = (values: Values, name: 'stockPlaceId' | 'roomId') => {
  const chosen = textOf(values, name);
  const containerId = caseChosen(chosen);
  return containerId === null ? { [name]: chosen } : { containerId };
};
export const stock = (values: Values) => target(values, 'stockPlaceId');
export const room = (values: Values) => target(values, 'roomId');
/** Nothing empty is sent. */
const text = <Name extends string>(values: Values, name: Name): { [Key in Name]?: string } => {
  const written = textOf(values, name);
  return (written === null ? {} : { [name]: written }) as { [Key in Name]?: string };
};
const asked = (values: Values, name: string): string => textOf(values, name) ?? '';
const reason = (values: Values) => ({ reason: asked(values, 'reason') });

/** How each step is sent. */
const SENDINGS: Record<EquipmentStep, Sending> = {
  store: (api, what, values) => api.invoke(equipmentMovesStore, { ...what, body: stock(values) }),
  place: (api, what, values) => api.invoke(equipmentMovesPlace, { ...what, body: room(values) }),
  move: (api, what, values) => api.invoke(equipmentMovesMove, { ...what, body: room(values) }),
  find: (api, what, values) => api.invoke(equipmentMovesFind, { ...what, body: stock(values) }),
  'shelve-repaired': (api, what, values) => api.invoke(equipmentMovesShelveRepaired, { ...what, body: stock(values) }),
  withdraw: (api, what, values) =>
    api.invoke(equipmentMovesWithdraw, { ...what, body: { ...stock(values), ...reason(values) } }),
  'waive-training': (api, what, values) => api.invoke(equipmentMovesWaiveTraining, { ...what, body: reason(values) }),
  restore: (api, what, values) => api.invoke(equipmentMovesRestore, { ...what, body: reason(values) }),
  lose: (api, what, values) => api.invoke(equipmentMovesLose, { ...what, body: text(values, 'reason') }),
  steal: (api, what, values) =>
    api.invoke(equipmentMovesSteal, {
      ...what,
      body: { ...text(values, 'reason'), ...text(values, 'complaintNumber') },
    }),
  'record-complaint': (api, what, values) =>
    api.invoke(equipmentMovesRecordComplaint, {
      ...what,
      body: { complaintNumber: asked(values, 'complaintNumber') },
    }),
  retire: (api, what, values) => api.invoke(equipmentMovesRetire, { ...what, body: retirementRequest(values) }),
  wipe: (api, what, values) => api.invoke(equipmentMovesWipe, { ...what, body: wipeRequest(values) }),
  dispose: (api, what, values) => api.invoke(equipmentMovesDispose, { ...what, body: disposalRequest(values) }),
  'bring-back': (api, what) => api.invoke(equipmentMovesBringBack, what),
  'send-to-repair': (api, what) => api.invoke(equipmentMovesSendToRepair, what),
};

export function sendStep(api: Api, step: EquipmentStep, what: What, values: Values): Promise<EquipmentMovedAnswer> {
  return SENDINGS[step](api, what, values);
}
