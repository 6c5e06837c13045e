import type { Need } from '../shell/need';

/** The figures of the whole plan: who reads those of their own schools has them as a first page, and no room. */
export const PLAN_FIGURES: Need = { all: ['steering.read', 'budgets.totals'] };
