import type { Need } from '../shell/need';

/** The budget of the school one works in. */
export const OWN_BUDGET: Need = { all: ['budgets.read', 'home.school'] };
