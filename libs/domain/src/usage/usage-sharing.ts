/** Of a school and a week, or of any sum of them: who used its devices, as far as it is known. */
export interface UsersKnown {
  /** Devices used an hour at the least. */
  served: number;
  /** People at the least: an unknown number is one. */
  usersAtLeast: number;
  /** The most people of one device. */
  usersMost: number;
}

/** Below as many people a figure could be somebody's. */
export const FEWEST_USERS = 5;

/**
 * Whether a week of use may be shown by itself: a device had five users, or five devices served, whose users come to five. What
 * may not counts in totals, never alone (indicators of use).
 */
export function mayShowUse({ served, usersAtLeast, usersMost }: UsersKnown): boolean {
  return usersMost >= FEWEST_USERS || (served >= FEWEST_USERS && usersAtLeast >= FEWEST_USERS);
}

/** A file of which more lines are refused, in percent, waits for a decision. */
export const REFUSED_PERCENT = 20;

/** Whether a file waits: too much of it was refused to be taken by itself. */
export function waitsForDecision({ lines, refused }: { lines: number; refused: number }): boolean {
  return refused * 100 > lines * REFUSED_PERCENT;
}
