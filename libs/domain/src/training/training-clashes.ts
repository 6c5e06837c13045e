import { classHalfDays, type SchoolCalendar } from '../calendar/opening-hours.js';
import { parisDateTimeOf } from '../calendar/paris-time.js';
import { weekdayOf } from '../calendar/plain-date.js';
import { isWithinAny } from '../calendar/working-days.js';
import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';
import type { TrainingDate } from './training-dates.js';

interface ClashRow {
  word: string;
  /** No session is proposed nor postponed over it; everything else is said, and is the proposer's to judge. */
  blocks: boolean;
}

/** What a date of a session may meet, said before it is saved. */
// prettier-ignore
export const TRAINING_CLASHES = kindRows<ClashRow>()({
  trainer:          { word: 'Le formateur a déjà une session ou un accompagnement à ce moment', blocks: true },
  place:            { word: 'Une autre session se tient déjà dans cette école à ce moment', blocks: false },
  people:           { word: 'Des inscrits ont une autre session à ce moment', blocks: false },
  class:            { word: 'C’est pendant la classe', blocks: false },
  'school-holiday': { word: 'C’est pendant les vacances scolaires', blocks: false },
  'public-holiday': { word: 'C’est un jour férié', blocks: false },
  'week-end':       { word: 'C’est un samedi ou un dimanche', blocks: false },
});
export type TrainingClash = Kind<typeof TRAINING_CLASHES>;
export const TRAINING_CLASH_NAMES = kindsOf(TRAINING_CLASHES);

/** What else happens during one date: sessions that are planned, this one aside. */
export interface TrainingMeanwhile {
  trainer: boolean;
  place: boolean;
  /** How many of those who have a place in this session have one in another. */
  people: number;
}

export interface ClashFound {
  kind: TrainingClash;
  /** When the date begins that it is about. */
  startsAt: Date;
  /** People, of those who are elsewhere. */
  count: number | null;
}

/** Every clash of every date, in their order. @param calendar of the school where it is held, or of the commonest week */
export function clashesOf(
  dates: readonly (TrainingDate & TrainingMeanwhile)[],
  calendar: SchoolCalendar,
): ClashFound[] {
  return dates.flatMap((date) => {
    const busy: [TrainingClash, boolean][] = [
      ['trainer', date.trainer],
      ['place', date.place],
      ['people', date.people > 0],
    ];
    const met = busy.filter(([, is]) => is).map(([kind]) => kind);
    const dayClash = dayClashOf(date, calendar);
    return [...met, ...(dayClash ? [dayClash] : [])].map((kind) => ({
      ...{ kind, startsAt: date.startsAt, count: kind === 'people' ? date.people : null },
    }));
  });
}

function dayClashOf({ startsAt, endsAt }: TrainingDate, calendar: SchoolCalendar): TrainingClash | null {
  const { date, time } = parisDateTimeOf(startsAt);
  if (calendar.publicHolidays.has(date)) return 'public-holiday';
  if (['sat', 'sun'].includes(weekdayOf(date))) return 'week-end';
  if (isWithinAny(date, calendar.schoolHolidays)) return 'school-holiday';
  const ends = parisDateTimeOf(endsAt).time;
  return classHalfDays(date, calendar).some(([opens, closes]) => time < closes && ends > opens) ? 'class' : null;
}
