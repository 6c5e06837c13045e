/** A school as the sharing looks at it. */
export interface ShareSchool {
  id: string;
  uai: string;
  /** Null: not known, counted as none. */
  pupils: number | null;
  /** What its kit asks of the part that is shared. */
  asked: number;
  /** What it may be given at the most: what lacks of its kit, or what it said it needs. */
  wanted: number;
}

export interface Share {
  id: string;
  quantity: number;
}

/** The method, as the screens say it. */
export const SHARING_WORDS =
  'Chaque appareil va à l’école à qui il manque alors la plus grande part de ce qu’elle devrait avoir ; à égalité, à celle qui a le plus d’élèves, puis dans l’ordre des codes d’école (UAI). Aucune ne reçoit plus que ce qui lui manque.';

interface Sharing extends ShareSchool {
  base: number;
  left: number;
  quantity: number;
}

/**
 * Who is given how many of what there is: one by one, each to the school that then lacks the greatest part of what it should
 * have. The same schools give the same shares, whatever their order. In the order in which they were first served.
 * @param quantity whole, not negative
 */
export function sharesOf(schools: readonly ShareSchool[], quantity: number): Share[] {
  const sharing = schools
    .filter(({ wanted }) => wanted > 0)
    .map((school): Sharing => ({
      ...school,
      base: Math.max(school.asked, school.wanted),
      left: school.wanted,
      quantity: 0,
    }))
    .sort(worseFirst);
  const served = new Set<Sharing>();
  for (let given = 0; given < quantity; given++) {
    const next = worst(sharing);
    if (next === null) break;
    next.left--;
    next.quantity++;
    served.add(next);
  }
  return [...served].map(({ id, quantity: share }) => ({ id, quantity: share }));
}

/** The one that lacks most, of those that stand in the order that decides between equals. */
function worst(sharing: readonly Sharing[]): Sharing | null {
  let found: Sharing | null = null;
  for (const one of sharing) {
    if (one.left > 0 && (found === null || one.left * found.base > found.left * one.base)) found = one;
  }
  return found;
}

/** Between schools that lack as much: pupils, then UAI. */
function worseFirst(one: Sharing, other: Sharing): number {
  const pupils = (other.pupils ?? 0) - (one.pupils ?? 0);
  return pupils !== 0 ? pupils : one.uai < other.uai ? -1 : 1;
}
