import type { ListTerms } from '../../reading/terms.js';
import type { EquipmentFields } from '../equipment-fields.js';

/** Campaigns as a list. */
export const CAMPAIGN_LIST = {
  columns: {
    id: null,
    title: null,
    fromDay: null,
    toDay: null,
    state: null,
    schools: null,
    over: null,
    unresolved: null,
  },
  sorts: { begins: null },
  filters: { closed: null },
} as const satisfies ListTerms<keyof EquipmentFields>;

/** What was found different in a campaign, as a list. */
export const DIFFERENCE_LIST = {
  columns: {
    id: null,
    partId: null,
    schoolName: null,
    partState: null,
    finding: null,
    equipmentId: null,
    tag: null,
    modelName: null,
    state: null,
    code: null,
    note: null,
    photos: null,
    placeName: null,
    seenRoomName: null,
    seenAt: null,
    seenByName: 'names',
    answer: null,
    resolution: null,
    resolvedAt: null,
    resolvedByName: 'names',
  },
  filters: { finding: null, partId: null, open: null },
  sorts: {},
} as const satisfies ListTerms<keyof EquipmentFields>;
