import { SECTORS, type SchoolSector } from '../directory/school-kinds.js';
import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';
import type { Role } from '../roles/roles.js';
import { minutesAttended, type AttendedHalfDay, type Presence } from './attendance.js';
import type { ModuleKind } from './training-kinds.js';

/** As what the hours of a training stand in a teacher's year. */
// prettier-ignore
export const HOUR_CATEGORIES = kindRows<{ word: string }>()({
  continuing:  { word: 'Formation continue' },
  pedagogical: { word: 'Animation pédagogique' },
  functional:  { word: 'Formation fonctionnelle' },
});
export type HourCategory = Kind<typeof HOUR_CATEGORIES>;
export const HOUR_CATEGORY_NAMES = kindsOf(HOUR_CATEGORIES);

/** The training hours of a teacher's year (decree 2017-444). */
export const YEARLY_TRAINING_MINUTES = 18 * 60;

const SUGGESTED: Record<ModuleKind, HourCategory> = {
  functional: 'functional',
  pedagogical: 'pedagogical',
  plan: 'continuing',
};

/** What is offered first to who says as what the hours count. */
export const suggestedCategory = (kind: ModuleKind): HourCategory => SUGGESTED[kind];

/** Who says whether hours count for the teachers of a school: the inspection of public ones, the diocese of private ones. */
export const hoursMarkedBy = (sector: SchoolSector): Role =>
  SECTORS[sector].runners === null ? 'inspector' : 'private-body-officer';

/** The sectors whose hours a role says. */
export const sectorsMarkedBy = (role: Role): SchoolSector[] =>
  (Object.keys(SECTORS) as SchoolSector[]).filter((sector) => hoursMarkedBy(sector) === role);

/** What the inspection or the diocese has said of one person's hours at one session. */
export interface HoursMark {
  readonly counts: boolean;
  readonly category: HourCategory;
}

/** One person at one session. */
export interface AttendanceFacts {
  readonly closed: boolean;
  readonly dates: readonly AttendedHalfDay[];
  readonly presences: readonly Presence[];
  /** Null: nobody has said yet whether they count. */
  readonly mark: HoursMark | null;
}

/** Minutes of a teacher over a year, by what was said of them. */
export interface TeacherHours {
  attended: number;
  /** Within the 18 hours. */
  counted: number;
  /** Of which nobody has said yet whether they count. */
  unmarked: number;
}

/** Hours follow from a closed session alone: before it, who came may still be said otherwise. */
export function hoursOf(sessions: readonly AttendanceFacts[]): TeacherHours {
  const sum: TeacherHours = { attended: 0, counted: 0, unmarked: 0 };
  for (const { closed, dates, presences, mark } of sessions) {
    if (!closed) continue;
    const minutes = minutesAttended(dates, presences);
    sum.attended += minutes;
    if (mark === null) sum.unmarked += minutes;
    else if (mark.counts) sum.counted += minutes;
  }
  return sum;
}

/** The minutes that a certificate tells; null: there is none, of a session that is not closed or that the person missed whole. */
export function certificateMinutes({ closed, dates, presences }: Omit<AttendanceFacts, 'mark'>): number | null {
  const minutes = closed ? minutesAttended(dates, presences) : 0;
  return minutes > 0 ? minutes : null;
}
