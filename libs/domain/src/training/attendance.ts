/** One half-day of a session. Instants are ISO. */
export interface AttendedHalfDay {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What was said of one person at one half-day. */
export interface Presence {
  readonly dateId: string;
  readonly present: boolean;
}

/** The code may be entered so long before a half-day begins, and so long after it has ended. */
const AROUND_MINUTES = 30;
/** Digits of the code that a trainer shows. */
export const ATTENDANCE_CODE_DIGITS = 6;
/** How long one is shown. */
export const ATTENDANCE_CODE_SECONDS = 60;

const MINUTE = 60_000;

export const minutesOfHalfDay = ({ startsAt, endsAt }: Pick<AttendedHalfDay, 'startsAt' | 'endsAt'>): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE);

/** Minutes of the half-days at which the person was there; a half-day of which nothing was said counts for none. */
export function minutesAttended(dates: readonly AttendedHalfDay[], presences: readonly Presence[]): number {
  const there = new Set(presences.filter(({ present }) => present).map(({ dateId }) => dateId));
  return dates.filter(({ id }) => there.has(id)).reduce((sum, date) => sum + minutesOfHalfDay(date), 0);
}

/** Of the session as a whole: at every half-day of it (true), away from one (false), or not all has been said (null). */
export function presenceOf(
  dates: readonly Pick<AttendedHalfDay, 'id'>[],
  presences: readonly Presence[],
): boolean | null {
  const said = new Map(presences.map(({ dateId, present }) => [dateId, present]));
  if (dates.length === 0 || dates.some(({ id }) => !said.has(id))) return null;
  return dates.every(({ id }) => said.get(id) === true);
}

/** The half-day at which somebody who is there now signs; the next one where two touch. Null: none is held now. */
export function halfDayHeldAt<Date_ extends AttendedHalfDay>(dates: readonly Date_[], now: string): Date_ | null {
  const at = Date.parse(now);
  const around = AROUND_MINUTES * MINUTE;
  const held = dates.filter(
    ({ startsAt, endsAt }) => at >= Date.parse(startsAt) - around && at <= Date.parse(endsAt) + around,
  );
  const begun = held.filter(({ startsAt, endsAt }) => at >= Date.parse(startsAt) && at < Date.parse(endsAt));
  return begun[0] ?? held.at(-1) ?? null;
}

/** Whoever came can be said of it: it has begun. */
export const hasBegun = ({ startsAt }: Pick<AttendedHalfDay, 'startsAt'>, now: string): boolean =>
  Date.parse(startsAt) <= Date.parse(now);

/** The minute in which a code is made, as its number since 1970. */
export const codeMinute = (now: Date): number => Math.floor(now.getTime() / (ATTENDANCE_CODE_SECONDS * 1000));

/** The minutes whose code is let in: the present one, and the one before, for who types slowly. */
export const codeMinutesAccepted = (now: Date): readonly [number, number] => [codeMinute(now), codeMinute(now) - 1];

/** When the code that is shown now gives way to the next. */
export const codeUntil = (now: Date): Date => new Date((codeMinute(now) + 1) * ATTENDANCE_CODE_SECONDS * 1000);

/** Digits of a code from what was signed of its session and minute. @param signed 4 bytes or more */
export function codeDigits(signed: Uint8Array): string {
  const number = ((signed[0]! << 24) | (signed[1]! << 16) | (signed[2]! << 8) | signed[3]!) >>> 0;
  return String(number % 10 ** ATTENDANCE_CODE_DIGITS).padStart(ATTENDANCE_CODE_DIGITS, '0');
}
