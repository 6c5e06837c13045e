import type { ListTerms } from '../../reading/terms.js';

/** Dotations as a list: who has it reads it whole. */
export const DOTATION_LIST = {
  columns: {
    id: null,
    title: null,
    groupName: null,
    modelName: null,
    quantity: null,
    allotted: null,
    received: null,
    schools: null,
    answered: null,
    state: null,
    createdAt: null,
    answerBy: null,
  },
  sorts: { prepared: null },
  filters: { state: null },
} as const satisfies ListTerms<never>;

/** Schools' parts as a list: nothing in it has a price. */
export const DOTATION_PART_LIST = {
  columns: {
    id: null,
    version: null,
    dotationId: null,
    title: null,
    modelName: null,
    groupName: null,
    schoolId: null,
    schoolName: null,
    communeName: null,
    quantity: null,
    asked: null,
    counted: null,
    opinion: null,
    opinionQuantity: null,
    answerBy: null,
    plannedOn: null,
    plannedHalf: null,
    prepared: null,
    received: null,
    state: null,
    dotationState: null,
  },
  sorts: { allotted: null, planned: null },
  filters: { state: null, dotationId: null, schoolId: null, plannedOn: null },
} as const satisfies ListTerms<never>;
