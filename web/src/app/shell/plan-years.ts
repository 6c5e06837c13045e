/** The first civil year of the plan. */
export const FIRST_PLAN_YEAR = 2023;
