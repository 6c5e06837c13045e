import type { ListTerms } from '../../reading/terms.js';

/** Schools by what lacks of their kit: whoever reaches a school reads its whole gap. */
export const GAP_LIST = {
  columns: {
    id: null,
    name: null,
    communeName: null,
    sector: null,
    kind: null,
    classes: null,
    pupils: null,
    asked: null,
    counted: null,
    lacking: null,
    needs: null,
    groups: null,
  },
  sorts: { lacking: null, name: null },
  filters: { communeId: null, sector: null, groupId: null, lacking: null },
} as const satisfies ListTerms<never>;

/** Needs as a list: who has it reads it whole. */
export const NEED_LIST = {
  columns: {
    id: null,
    version: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    groupId: null,
    groupName: null,
    roomName: null,
    quantity: null,
    classes: null,
    purpose: null,
    state: null,
    createdAt: null,
    proposals: null,
  },
  sorts: { stated: null },
  filters: { state: null, schoolId: null },
} as const satisfies ListTerms<never>;

/** Redeployments as a list; what one school says is hidden from the other on the page. */
export const REDEPLOYMENT_LIST = {
  columns: {
    id: null,
    tag: null,
    modelName: null,
    fromSchoolName: null,
    toSchoolName: null,
    state: null,
    stateSince: null,
    answerBy: null,
    asksMe: null,
  },
  sorts: { proposed: null },
  filters: { state: null, needId: null },
} as const satisfies ListTerms<never>;
