import type { AttendanceDate, AttendancePerson, AttendanceSheet } from '@parc/api-client';
import { halfDayHeldAt, hasBegun, minutesAttended, minutesOfHalfDay, minutesWords, presenceOf } from '@parc/domain';
import { type ChipWords, counted, day, time } from '@parc/ui';

/** People of one school, and what waits there for the training. */
export interface SchoolGroup {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly people: readonly AttendancePerson[];
  readonly opens: ChipWords | null;
}

/** "9 h à 12 h" */
export const spanWords = ({ startsAt, endsAt }: AttendanceDate): string => `${time(startsAt)} à ${time(endsAt)}`;

/** "mer. 2 déc., 14 h à 16 h" */
export const halfDayWords = (date: AttendanceDate): string => `${day(date.startsAt)}, ${spanWords(date)}`;

/** Null: nobody has said. */
export const presentAt = ({ presences }: AttendancePerson, dateId: string): boolean | null =>
  presences.find((presence) => presence.dateId === dateId)?.present ?? null;

export const presentCount = ({ people }: AttendanceSheet, dateId: string): number =>
  people.filter((person) => presentAt(person, dateId) === true).length;

/** Who remains to be said, of every half-day. */
export const unsaidCount = ({ people, dates }: AttendanceSheet): number =>
  people.filter(({ presences }) => presenceOf(dates, presences) === null).length;

/** The half-day that is held now, else the first of which something is missing, else the last that has begun. */
export function halfDayToSay({ dates, people }: AttendanceSheet, now: string): AttendanceDate | null {
  const begun = dates.filter((date) => hasBegun(date, now));
  const missing = begun.find(({ id }) => people.some((person) => presentAt(person, id) === null));
  return halfDayHeldAt(dates, now) ?? missing ?? begun.at(-1) ?? dates[0] ?? null;
}

/** "10 présents sur 12 inscrits" */
export function attendanceTitle(sheet: AttendanceSheet, date: AttendanceDate | null): string {
  const all = counted(sheet.people.length, 'inscrit');
  if (date === null) return all;
  return `${counted(presentCount(sheet, date.id), 'présent')} sur ${all}`;
}

const wentThrough = (sheet: AttendanceSheet, { presences }: AttendancePerson): boolean =>
  presenceOf(sheet.dates, presences) === true;

/** Schools in the order of the list, each with what its people open. */
export function schoolGroups(sheet: AttendanceSheet): readonly SchoolGroup[] {
  const groups = new Map<string, AttendancePerson[]>();
  for (const person of sheet.people) groups.set(person.schoolId, [...(groups.get(person.schoolId) ?? []), person]);
  return [...groups.entries()].map(([schoolId, people]) => ({
    ...{ schoolId, people, schoolName: people[0]!.schoolName },
    opens: opensChip(
      devicesOf(sheet, schoolId),
      people.some((person) => wentThrough(sheet, person)),
    ),
  }));
}

const devicesOf = ({ opens }: AttendanceSheet, schoolId: string): number =>
  opens.find((school) => school.schoolId === schoolId)?.devices ?? 0;

function opensChip(devices: number, isOpened: boolean): ChipWords | null {
  if (devices === 0) return null;
  return isOpened
    ? { tone: 'done', icon: 'check', word: counted(devices, 'appareil s’ouvre', 'appareils s’ouvrent') }
    : { tone: 'idle', icon: 'clock', word: counted(devices, 'appareil attend', 'appareils attendent') };
}

/** "36 appareils s’ouvrent, dans 3 écoles." */
export function closingWords(sheet: AttendanceSheet): string {
  const came = new Set(sheet.people.filter((person) => wentThrough(sheet, person)).map(({ schoolId }) => schoolId));
  const opened = sheet.opens.filter(({ schoolId }) => came.has(schoolId));
  const devices = opened.reduce((sum, school) => sum + school.devices, 0);
  if (devices === 0) return 'aucun appareil ne s’ouvre.';
  return `${counted(devices, 'appareil s’ouvre', 'appareils s’ouvrent')}, dans ${counted(opened.length, 'école')}.`;
}

/** "2 h": of the whole session. */
export const lengthWords = ({ dates }: AttendanceSheet): string =>
  minutesWords(dates.reduce((sum, date) => sum + minutesOfHalfDay(date), 0));

/** At how many of its minutes somebody came, of at least one half-day. */
export const cameCount = ({ people, dates }: AttendanceSheet): number =>
  people.filter(({ presences }) => minutesAttended(dates, presences) > 0).length;
