import { addCalendarDays } from '../../calendar/plain-date.js';
import { SOFTWARE_CLEARANCES, type LicenceAttention, type SoftwareClearance } from './software-kinds.js';

export interface LicenceFacts {
  /** Null: as many as one likes. */
  seats: number | null;
  seatsUsed: number;
  fromDay: string;
  /** The last day, included; null: for good. */
  untilDay: string | null;
  /** Another one took over. */
  renewed: boolean;
}

export const isInForce = ({ fromDay, untilDay }: Pick<LicenceFacts, 'fromDay' | 'untilDay'>, day: string): boolean =>
  fromDay <= day && (untilDay === null || day <= untilDay);

/** What of it deserves a look on that day, within so many days before its end. */
export function licenceAttentions(licence: LicenceFacts, day: string, noticeDays: number): LicenceAttention[] {
  const { seats, seatsUsed, untilDay, renewed } = licence;
  const ends = untilDay !== null && !renewed && day <= untilDay && untilDay <= addCalendarDays(day, noticeDays);
  return [
    ...(ends ? (['expiring'] as const) : []),
    ...(untilDay !== null && untilDay < day && seatsUsed > 0 ? (['expired'] as const) : []),
    ...(seats !== null && seatsUsed > seats ? (['over-used'] as const) : []),
  ];
}

/** Is an opinion missing, or due to be looked at again? */
export const asksClearance = (clearance: SoftwareClearance, reviewOn: string | null, day: string): boolean =>
  !SOFTWARE_CLEARANCES[clearance].said || (reviewOn !== null && reviewOn <= day);

/** One of the licences that an installation may take its seats of. */
export interface LicenceChoice extends LicenceFacts {
  id: string;
  /** Null: the plan's. */
  schoolId: string | null;
  strict: boolean;
}

/**
 * The licence that so many seats in a school are taken of when nobody names one: one in force with room, the school's own
 * before the plan's, the first to end first; else one in force that lets itself be over-used; else none.
 */
export function licenceFor(
  licences: readonly LicenceChoice[],
  { schoolId, seats, day }: { schoolId: string | null; seats: number; day: string },
): LicenceChoice | null {
  const usable = licences
    .filter((licence) => isInForce(licence, day) && (licence.schoolId === null || licence.schoolId === schoolId))
    .toSorted(
      (one, other) =>
        Number(one.schoolId === null) - Number(other.schoolId === null) ||
        (one.untilDay ?? '9999').localeCompare(other.untilDay ?? '9999') ||
        one.id.localeCompare(other.id),
    );
  const hasRoom = (licence: LicenceChoice) => licence.seats === null || licence.seatsUsed + seats <= licence.seats;
  return usable.find(hasRoom) ?? usable.find(({ strict }) => !strict) ?? null;
}

/** The last day of what is bought on `day` for so many months; null: for good. */
export function lastDayOf(day: string, termMonths: number | null): string | null {
  if (termMonths === null) return null;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 + termMonths;
  const lastOfMonth = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const same = new Date(Date.UTC(Math.floor(months / 12), months % 12, Math.min(date, lastOfMonth)));
  return addCalendarDays(same.toISOString().slice(0, 10), -1);
}
