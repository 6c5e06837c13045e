import { plainText } from '../directory/plain-text.js';
import type { PlainDate } from '../calendar/plain-date.js';
import type { UsageColumn } from './usage-columns.js';
import { USAGE_SUBJECT_NAMES, USAGE_SUBJECTS, type UsageLineRefusal, type UsageSubject } from './usage-kinds.js';
import { readIsoWeek } from './usage-week.js';

/** Minutes of a week. */
export const MOST_MINUTES = 10_080;
const MOST_COUNT = 32_767;
const DEVICE_CHARACTERS = 60;
const LETTER = /\p{L}/u;
/** What a tag or a serial number is made of. */
const DEVICE = /^[\p{L}\p{N} ._:/#()+-]+$/u;

/** One line as it may be kept; null where the file does not say. */
export interface UsageLine {
  /** Label or serial number, in capitals. */
  device: string;
  /** Monday. */
  week: PlainDate;
  minutes: number | null;
  sessions: number | null;
  users: number | null;
  days: number | null;
  subject: UsageSubject | null;
}

export type ReadUsageLine = UsageLine | UsageLineRefusal | 'persons-named';

const SUBJECTS = new Map<string, UsageSubject>(
  USAGE_SUBJECT_NAMES.flatMap((name) => [
    [name, name],
    [plainText(USAGE_SUBJECTS[name].word), name],
    ...USAGE_SUBJECTS[name].named.map((word): [string, UsageSubject] => [word, name]),
  ]),
);

/**
 * Reads lines of one file. Whatever repeats (weeks, subjects) is read once; nothing of a line outlives it.
 * @param weeks the weeks that may be told
 */
export class UsageLineReader {
  private readonly weeks = new Map<string, PlainDate | UsageLineRefusal>();
  private readonly subjects = new Map<string, UsageSubject | null>();

  constructor(private readonly told: { readonly first: PlainDate; readonly last: PlainDate }) {}

  /**
   * @param cell of a column, empty where it is left out
   * @returns the line, why it is refused, or that a number's place names somebody: the whole file is refused then
   */
  read(cell: (column: UsageColumn) => string): ReadUsageLine {
    const users = count(cell('users'), MOST_COUNT);
    if (users === undefined && LETTER.test(cell('users'))) return 'persons-named';
    const device = cell('device').trim().toUpperCase();
    if (device === '' || device.length > DEVICE_CHARACTERS || !DEVICE.test(device)) return 'device-unknown';
    const week = this.weekOf(cell('week'));
    if (!isDay(week)) return week;
    const minutes = count(cell('minutes'), MOST_MINUTES);
    if (minutes === undefined) return Number(cell('minutes')) > MOST_MINUTES ? 'minutes-wrong' : 'number-wrong';
    const sessions = count(cell('sessions'), MOST_COUNT);
    const days = count(cell('days'), 7);
    if (sessions === undefined || days === undefined || users === undefined) return 'number-wrong';
    const subject = this.subjectOf(cell('subject'));
    if (subject === undefined) return 'subject-unknown';
    return { device, week, minutes, sessions, users, days, subject };
  }

  private weekOf(text: string): PlainDate | UsageLineRefusal {
    const known = this.weeks.get(text);
    if (known !== undefined) return known;
    const week = this.judged(readIsoWeek(text));
    if (this.weeks.size < 1_000) this.weeks.set(text, week);
    return week;
  }

  private judged(week: PlainDate | null): PlainDate | UsageLineRefusal {
    if (week === null) return 'week-unreadable';
    if (week > this.told.last) return 'week-ahead';
    return week < this.told.first ? 'week-too-old' : week;
  }

  private subjectOf(text: string): UsageSubject | null | undefined {
    if (text === '') return null;
    if (!this.subjects.has(text)) {
      if (this.subjects.size > 1_000) this.subjects.clear();
      this.subjects.set(text, SUBJECTS.get(plainText(text)) ?? null);
    }
    return this.subjects.get(text) ?? undefined;
  }
}

const isDay = (week: PlainDate | UsageLineRefusal): week is PlainDate => week.startsWith('2');

/** Null where nothing is said, undefined where it is no whole number within its bounds. */
function count(text: string, most: number): number | null | undefined {
  if (text === '' || text.trim() === '') return null;
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 && number <= most ? number : undefined;
}
