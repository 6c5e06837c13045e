import type { CountedRow, Recount } from './recount.js';
import type { Profile } from './schools.js';

/** What one school brings to a figure, or one object where objects count by themselves. */
export interface Member {
  profile: Profile | null;
  num: number | null;
  den: number | null;
  known: number;
  population: number;
}

export interface Numbers {
  num: number | null;
  den: number | null;
  value: number | null;
  high: number | null;
  known: number;
  population: number;
}

type Reduce = Recount['reduce'];

/** Rows as they are added up: a school's together, single objects where each counts. */
export function membersOf(rows: readonly CountedRow[], reduce: Reduce, profiles: Map<string, Profile>): Member[] {
  const profileOf = (id: string | null) => (id === null ? null : (profiles.get(id) ?? null));
  if (reduce === 'median')
    return rows.map(({ schoolId, num, den, known }) => ({
      ...{ profile: profileOf(schoolId), num, den, known: known ? 1 : 0, population: 1 },
    }));
  const bySchool = new Map<string | null, Member>();
  for (const { schoolId, num, den, known } of rows) {
    const member = bySchool.get(schoolId) ?? {
      ...{ profile: profileOf(schoolId), num: null, den: null, known: 0, population: 0 },
    };
    member.population++;
    if (known) {
      member.known++;
      if (num !== null) member.num = (member.num ?? 0) + num;
      if (den !== null) member.den = (member.den ?? 0) + den;
    }
    bySchool.set(schoolId, member);
  }
  return [...bySchool.values()];
}

/** One figure of some members. */
export function reduced(members: readonly Member[], { reduce, factor }: Recount): Numbers {
  const known = members.filter((member) => member.known > 0);
  const counted = { known: total(members, 'known') ?? 0, population: total(members, 'population') ?? 0 };
  return { ...REDUCED[reduce](known, factor), ...counted };
}

type Sums = Omit<Numbers, 'known' | 'population'>;

function total(members: readonly Member[], column: 'num' | 'den' | 'known' | 'population'): number | null {
  let sum: number | null = null;
  for (const member of members) if (member[column] !== null) sum = (sum ?? 0) + member[column];
  return sum;
}

const ratioOf = (members: readonly Member[], factor: number): number | null => {
  const [num, den] = [total(members, 'num'), total(members, 'den')];
  return num === null || den === null || den === 0 ? null : (factor * num) / den;
};

const REDUCED: Readonly<Record<Reduce, (known: readonly Member[], factor: number) => Sums>> = {
  ratio: (known, factor) => ({
    ...{ num: total(known, 'num'), den: total(known, 'den'), value: ratioOf(known, factor), high: null },
  }),
  count: (known) => ({
    ...{ num: total(known, 'num'), den: total(known, 'den'), value: total(known, 'num'), high: null },
  }),
  median: (known) => {
    const sorted = known.flatMap(({ num }) => (num === null ? [] : [num])).sort((one, other) => one - other);
    return { num: null, den: total(known, 'known') ?? 0, value: discrete(sorted, 0.5), high: discrete(sorted, 0.9) };
  },
  difference: () => ({ num: null, den: null, value: null, high: null }),
  quotient: () => ({ num: null, den: null, value: null, high: null }),
  hoover: () => ({ num: null, den: null, value: null, high: null }),
  theil: () => ({ num: null, den: null, value: null, high: null }),
};

/** The least of the values under which, or at which, that part of them lies. */
function discrete(sorted: readonly number[], part: number): number | null {
  for (const [place, value] of sorted.entries()) if ((place + 1) / sorted.length >= part - 1e-12) return value;
  return null;
}
