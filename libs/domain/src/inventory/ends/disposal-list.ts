import type { ListTerms, Terms } from '../../reading/terms.js';
import type { EquipmentFields } from '../equipment-fields.js';

/** What has left for good, as a list: who reads it reads prices. */
export const DISPOSAL_LIST = {
  columns: {
    id: null,
    disposalId: null,
    tag: null,
    serial: null,
    modelName: null,
    family: null,
    destination: null,
    receiver: null,
    receiverKind: null,
    proofNumber: null,
    disposedOn: null,
    retiredOn: null,
    retirementNumber: null,
    unitValueCents: null,
    reuseAttested: null,
    wipeId: null,
    wipedOn: null,
  },
  sorts: { disposed: null },
  filters: { year: null, destination: null },
} as const satisfies ListTerms<keyof EquipmentFields>;

/** What a device is worth, and how it ended: what each field tells of. */
export const DEVICE_ENDS_TERMS = {
  id: null,
  modelId: null,
  family: null,
  storesData: null,
  ageMonths: null,
  depreciationMonths: 'prices',
  netBookCents: 'prices',
  fabricationGrams: null,
  carbonSource: null,
  carbonEstimate: null,
  retirementKind: 'history',
  retiredOn: 'history',
  wipes: 'history',
  disposal: 'history',
} as const satisfies Terms<keyof EquipmentFields>;
