/** The first civil year of the plan. */
export const FIRST_PLAN_YEAR = 2023;

export function yearsUpTo(last: number): readonly number[] {
  return Array.from({ length: last - FIRST_PLAN_YEAR + 1 }, (_, back) => last - back);
}
