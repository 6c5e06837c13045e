import { addCalendarDays, parisInstantOf } from '@parc/domain';

/** A line of a file as a test sends it. */
export interface ToldLine {
  tag: string;
  week: string;
  minutes: number | null;
  users: number | null;
  sessions: number | null;
  subject: string | null;
}

/** A file that was taken. */
export interface ToldFile {
  source: string;
  version: number;
  whole: boolean;
  lines: ToldLine[];
}

/** Where a device has been since an instant; null: in no school. */
export interface ToldStay {
  at: string;
  school: string | null;
}

interface Sums {
  devices: number;
  measured: number;
  served: number;
  used: number;
  minutes: number;
  seen: number;
  sessions: number;
  users_at_least: number;
  users_most: number;
}

/**
 * What a source says of a week, worked out from all its files at once, in no order: of each device the highest version, none of
 * which is older than the last file that told the week whole.
 */
export function factsOf(files: readonly ToldFile[], source: string, week: string): Map<string, ToldLine> {
  const own = files.filter((file) => file.source === source);
  const telling = own.filter(({ lines }) => lines.some((line) => line.week === week));
  const wholeSince = Math.max(0, ...telling.filter(({ whole }) => whole).map(({ version }) => version));
  const facts = new Map<string, ToldLine>();
  for (const { version, lines } of telling.toSorted((one, other) => one.version - other.version)) {
    if (version < wholeSince) continue;
    for (const line of lines) if (line.week === week) facts.set(line.tag, line);
  }
  return facts;
}

/** The school in which a device was on the week's Thursday. */
export function schoolIn(stays: readonly ToldStay[], week: string): string | null {
  const noon = parisInstantOf(addCalendarDays(week, 3), '12:00').getTime();
  // What was told later of the same time holds.
  const known: ToldStay[] = [];
  for (const stay of stays) {
    const since = new Date(stay.at).getTime();
    while (known.length > 0 && new Date(known.at(-1)!.at).getTime() >= since) known.pop();
    known.push(stay);
  }
  return known.findLast(({ at }) => new Date(at).getTime() <= noon)?.school ?? null;
}

/** The sums of a week by school, counted one device after the other. @param stays by tag */
export function recount(
  files: readonly ToldFile[],
  sources: readonly string[],
  stays: ReadonlyMap<string, readonly ToldStay[]>,
  week: string,
): Map<string, Sums> {
  const told = sources.map((source) => factsOf(files, source, week));
  const sums = new Map<string, Sums>();
  for (const [tag, moves] of stays) {
    const school = schoolIn(moves, week);
    if (school === null) continue;
    if (!sums.has(school))
      sums.set(school, {
        ...{ devices: 0, measured: 0, served: 0, used: 0, minutes: 0, seen: 0, sessions: 0 },
        ...{ users_at_least: 0, users_most: 0 },
      });
    const sum = sums.get(school)!;
    sum.devices += 1;
    const lines = told.flatMap((facts) => facts.get(tag) ?? []);
    if (lines.length === 0) continue;
    const largest = (of: (line: ToldLine) => number | null): number | null => {
      const known = lines.map(of).filter((value) => value !== null);
      return known.length === 0 ? null : Math.max(...known);
    };
    const minutes = largest((line) => line.minutes);
    const users = largest((line) => line.users);
    sum.sessions += largest((line) => line.sessions) ?? 0;
    sum.users_most = Math.max(sum.users_most, users ?? 0);
    if (minutes === null) sum.seen += 1;
    else {
      sum.measured += 1;
      sum.minutes += minutes;
      if (minutes >= 60) sum.served += 1;
      if (minutes > 0) {
        sum.used += 1;
        sum.users_at_least += Math.max(users ?? 1, 1);
      }
    }
  }
  return sums;
}

/** Uses with a subject, by school and subject. */
export function recountSubjects(
  files: readonly ToldFile[],
  sources: readonly string[],
  stays: ReadonlyMap<string, readonly ToldStay[]>,
  week: string,
): Map<string, number> {
  const uses = new Map<string, number>();
  for (const source of sources)
    for (const [tag, { subject, sessions }] of factsOf(files, source, week)) {
      const school = schoolIn(stays.get(tag)!, week);
      if (school === null || subject === null) continue;
      const key = `${school} ${subject}`;
      uses.set(key, (uses.get(key) ?? 0) + Math.max(sessions ?? 1, 1));
    }
  return uses;
}
