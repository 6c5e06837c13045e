import type { Need } from '../shell/need';

/** The figures of the whole plan; who reads those of their own schools has fewer pages of them. */
export const PLAN_FIGURES: Need = { all: ['steering.read', 'budgets.totals'] };

/** Figures of one's own schools alone. */
export const OWN_FIGURES: Need = { all: ['figures.read'], without: 'budgets.totals' };

/** The whole plan's, without a desk of decisions: each page of them has its door. */
export const STEERS: Need = { all: ['steering.read', 'budgets.totals'], without: 'home.desk' };
