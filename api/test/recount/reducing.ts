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
export function reduced(members: readonly Member[], { reduce, factor, sideFactor = factor }: Recount): Numbers {
  const known = members.filter((member) => member.known > 0);
  const counted = { known: total(members, 'known') ?? 0, population: total(members, 'population') ?? 0 };
  // Only schools of a quarter say something of the gap between two.
  if (reduce === 'difference')
    counted.known =
      total(
        members.filter(({ profile }) => profile !== null && profile.quartile !== 'none'),
        'known',
      ) ?? 0;
  return { ...REDUCED[reduce](known, factor, sideFactor), ...counted };
}

/** The figure of one school of the plan. */
export function reducedOfSchool(own: readonly Member[], all: readonly Member[], recount: Recount): Numbers {
  const { reduce, factor, sideFactor = factor } = recount;
  const known = own.filter((member) => member.known > 0);
  const whole = all.filter((member) => member.profile !== null && member.known > 0);
  const counted = { known: total(own, 'known') ?? 0, population: total(own, 'population') ?? 0, high: null };
  const sums = { num: total(known, 'num'), den: total(known, 'den') };
  if (reduce === 'difference' || reduce === 'quotient')
    return { ...sums, ...counted, value: ratioOf(known, sideFactor) };
  if (reduce === 'hoover') return { ...sums, ...counted, value: lackOf(known, whole, factor) };
  if (reduce === 'theil') return { ...sums, ...counted, value: known.length === 0 ? null : theilOf(known, whole) };
  return { ...reduced(own, recount), high: null };
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

const times = (value: number | null, factor: number) => (value === null ? null : value * factor);

const REDUCED: Readonly<Record<Reduce, (known: readonly Member[], factor: number, sideFactor: number) => Sums>> = {
  ratio: (known, factor) => ({
    ...{ num: total(known, 'num'), den: total(known, 'den'), value: ratioOf(known, factor), high: null },
  }),
  count: (known, factor) => ({
    ...{ num: total(known, 'num'), den: total(known, 'den'), value: times(total(known, 'num'), factor), high: null },
  }),
  median: (known) => {
    const sorted = known.flatMap(({ num }) => (num === null ? [] : [num])).sort((one, other) => one - other);
    return { num: null, den: total(known, 'known') ?? 0, value: discrete(sorted, 0.5), high: discrete(sorted, 0.9) };
  },
  difference: (known, _, sideFactor) => {
    const of = (quartile: string) =>
      ratioOf(
        known.filter(({ profile }) => profile?.quartile === quartile),
        sideFactor,
      );
    const [num, den] = [of('1'), of('4')];
    return { num, den, value: num === null || den === null ? null : num - den, high: null };
  },
  quotient: (known, _, sideFactor) => {
    const of = (sector: string) =>
      ratioOf(
        known.filter(({ profile }) => profile?.sector === sector),
        sideFactor,
      );
    const [num, den] = [of('private'), of('public')];
    return { num, den, value: num === null || den === null || den === 0 ? null : num / den, high: null };
  },
  hoover: (known, factor) => {
    const all = total(known, 'num');
    let moved: number | null = null;
    for (const member of known) moved = (moved ?? 0) + Math.abs(lackingOf(member, known)) / 2;
    return { num: moved, den: all, value: all === null || all === 0 ? null : (factor * moved!) / all, high: null };
  },
  theil: (known) => {
    if ((total(known, 'num') ?? 0) === 0) return { num: null, den: null, value: null, high: null };
    return { num: betweenSectors(known), den: withinSectors(known), value: theilOf(known, known), high: null };
  },
};

/** Devices that a school lacks of its share: as many for each pupil as its kind has among these. */
function lackingOf({ profile, num, den }: Member, among: readonly Member[]): number {
  const kind = among.filter((other) => other.profile?.kind === profile?.kind);
  return (den! * total(kind, 'num')!) / total(kind, 'den')! - num!;
}

function lackOf(own: readonly Member[], whole: readonly Member[], factor: number): number | null {
  const all = total(whole, 'num');
  return own.length === 0 || all === null || all === 0 ? null : (factor * lackingOf(own[0]!, whole)) / all;
}

/** What some members bring to the index of all: Σ T_s/T · ln((T_s/T)/(p_s/p)). */
function theilOf(members: readonly Member[], all: readonly Member[]): number | null {
  const [devices, pupils] = [total(all, 'num')!, total(all, 'den')!];
  if (devices === 0) return null;
  let sum = 0;
  for (const { num, den } of members)
    if (num! > 0) sum += (num! / devices) * Math.log(num! / devices / (den! / pupils));
  return sum;
}

const sectorsOf = (known: readonly Member[]) =>
  ['public', 'private'].map((sector) => known.filter(({ profile }) => profile?.sector === sector));

/** The index between public and private as if each were one school. */
function betweenSectors(known: readonly Member[]): number {
  let sum = 0;
  for (const group of sectorsOf(known)) {
    const [devices, pupils] = [
      (total(group, 'num') ?? 0) / total(known, 'num')!,
      (total(group, 'den') ?? 0) / total(known, 'den')!,
    ];
    if (devices > 0) sum += devices * Math.log(devices / pupils);
  }
  return sum;
}

/** The index of each sector by itself, weighed by what it has. */
function withinSectors(known: readonly Member[]): number {
  let sum = 0;
  for (const group of sectorsOf(known))
    sum +=
      ((total(group, 'num') ?? 0) / total(known, 'num')!) * (group.length === 0 ? 0 : (theilOf(group, group) ?? 0));
  return sum;
}

/** The least of the values under which, or at which, that part of them lies. */
function discrete(sorted: readonly number[], part: number): number | null {
  for (const [place, value] of sorted.entries()) if ((place + 1) / sorted.length >= part - 1e-12) return value;
  return null;
}
