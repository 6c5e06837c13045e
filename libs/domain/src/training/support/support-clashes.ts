import { classHalfDays, type SchoolCalendar } from '../../calendar/opening-hours.js';
import { parisDateTimeOf } from '../../calendar/paris-time.js';
import { weekdayOf } from '../../calendar/plain-date.js';
import { isWithinAny } from '../../calendar/working-days.js';
import { kindRows, kindsOf, type Kind } from '../../kinds/kinds.js';
import type { TrainingDate } from '../training-dates.js';

interface ClashRow {
  word: string;
  /** No visit is dated over it; everything else is said, and is the trainer's to judge. */
  blocks: boolean;
}

/** What the date of a visit may meet, said before it is saved. Unlike a session, it takes place during class. */
// prettier-ignore
export const SUPPORT_CLASHES = kindRows<ClashRow>()({
  trainer:          { word: 'Vous avez déjà une session ou un accompagnement à ce moment', blocks: true },
  'public-holiday': { word: 'C’est un jour férié', blocks: false },
  'week-end':       { word: 'C’est un samedi ou un dimanche', blocks: false },
  'school-holiday': { word: 'C’est pendant les vacances scolaires', blocks: false },
  'no-class':       { word: 'L’école n’a pas classe à ce moment', blocks: false },
  'not-wished':     { word: 'C’est hors de la période souhaitée', blocks: false },
});
export type SupportClash = Kind<typeof SUPPORT_CLASHES>;
export const SUPPORT_CLASH_NAMES = kindsOf(SUPPORT_CLASHES);

/** Every clash of a visit's date, in their order. @param asked days that are wished for, and whether the trainer is elsewhere */
export function supportClashesOf(
  date: TrainingDate,
  calendar: SchoolCalendar,
  asked: { trainerTaken: boolean; wishedFrom: string; wishedTo: string },
): SupportClash[] {
  const day = parisDateTimeOf(date.startsAt).date;
  const dayClash = dayClashOf(date, calendar);
  return [
    ...(asked.trainerTaken ? (['trainer'] as const) : []),
    ...(dayClash === null ? [] : [dayClash]),
    ...(day < asked.wishedFrom || day > asked.wishedTo ? (['not-wished'] as const) : []),
  ];
}

function dayClashOf({ startsAt, endsAt }: TrainingDate, calendar: SchoolCalendar): SupportClash | null {
  const { date, time } = parisDateTimeOf(startsAt);
  if (calendar.publicHolidays.has(date)) return 'public-holiday';
  if (['sat', 'sun'].includes(weekdayOf(date))) return 'week-end';
  if (isWithinAny(date, calendar.schoolHolidays)) return 'school-holiday';
  const ends = parisDateTimeOf(endsAt).time;
  return classHalfDays(date, calendar).some(([opens, closes]) => time < closes && ends > opens) ? null : 'no-class';
}
