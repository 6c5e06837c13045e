import {
  type DayPeriod,
  type PlainDate,
  addCalendarDays,
  calendarDaysBetween,
  isInYears,
  PLAN_YEARS,
  readParisMoment,
} from '../calendar/index.js';
import { type ColumnTable, type Header, type HeaderReading, readHeader } from './header.js';
import { plainText } from './plain-text.js';
import { RowCells, type RowReading, type RowShapeRefusal } from './row-reading.js';

/** A period without class in one zone; first and last day are both holidays. */
export interface SchoolHoliday extends DayPeriod {
  readonly name: string;
}

export type SchoolHolidayRefusal =
  | RowShapeRefusal
  | 'date-impossible'
  | 'period-reversed'
  | 'period-too-long'
  | 'period-overlaps'
  | 'zone-unknown'
  | 'holiday-name-missing';

export type SchoolHolidayIgnored = 'other-zone' | 'teachers-only' | 'day-marked' | 'period-told-before' | 'empty-row';

export type SchoolHolidayColumn = 'from' | 'to' | 'name' | 'zone' | 'population';

export type HolidayZone = 'A' | 'B' | 'C';

/** Columns whose end is the day on which pupils come back. */
const RETURN_COLUMNS: readonly string[] = ['date de fin', 'end date'];

/**
 * The ministry's `fr-en-calendrier-scolaire` by its labels or its API names, where the end is the day of return; or, written
 * by hand, `debut;fin;nom;zone` and `debut,fin_inclus,nom`, where the end is the last day without class.
 */
export const SCHOOL_HOLIDAY_COLUMNS: ColumnTable<SchoolHolidayColumn> = {
  from: { label: 'debut', alsoNamed: ['date de debut', 'start date'], required: true },
  to: { label: 'fin', alsoNamed: ['fin inclus', 'fin incluse', ...RETURN_COLUMNS], required: true },
  name: { label: 'nom', alsoNamed: ['description'], required: true },
  zone: { label: 'zone', alsoNamed: ['zones'], required: false },
  population: { label: 'population', required: false },
};

export type SchoolHolidayRow = RowReading<SchoolHoliday, SchoolHolidayRefusal, SchoolHolidayIgnored>;

export interface SchoolHolidaysReader {
  readonly outcome: 'read';
  readonly header: Header<SchoolHolidayColumn>;
  readonly readRow: (cells: readonly string[], line: number) => SchoolHolidayRow;
}

type Row = RowCells<SchoolHolidayColumn, SchoolHolidayRefusal>;
type HeaderRefused = Extract<HeaderReading<SchoolHolidayColumn>, { outcome: 'refused' }>;

/** The summer holidays last about nine weeks: a period beyond eleven has a wrong year. */
const LONGEST_PERIOD_DAYS = 77;

/** Opens a file of school holidays for one zone (A for the académie de Lyon); rows of other zones are ignored. */
export function openSchoolHolidaysFile(
  headerCells: readonly string[],
  zone: HolidayZone,
): SchoolHolidaysReader | HeaderRefused {
  const reading = readHeader(headerCells, SCHOOL_HOLIDAY_COLUMNS);
  if (reading.outcome === 'refused') return reading;
  const { header } = reading;
  const earlier: { readonly line: number; readonly period: DayPeriod }[] = [];
  const readRow = (cells: readonly string[], line: number): SchoolHolidayRow => {
    const row = readHolidayRow(new RowCells(header, cells, line), zone, earlier);
    if (row.outcome === 'record') earlier.push({ line, period: row.value });
    return row;
  };
  return { outcome: 'read', header, readRow };
}

function readHolidayRow(
  row: Row,
  zone: HolidayZone,
  earlier: readonly { readonly line: number; readonly period: DayPeriod }[],
): SchoolHolidayRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  row.checkShape();
  if (row.tells('zone')) {
    const zones = zonesOf(row.text('zone'));
    if (zones === null) row.refuse('zone-unknown', 'zone', row.text('zone'));
    else if (!zones.includes(zone)) return row.ignored('other-zone');
  }
  if (isForTeachersOnly(row.text('population'))) return row.ignored('teachers-only');
  const from = readFirstDay(row);
  const { to, isBeforeReturn } = readLastDay(row);
  const name = row.textOrNull('name') ?? row.refuse('holiday-name-missing', 'name', '');
  if (from !== null && to !== null) {
    if (marksADay(name, from, to, isBeforeReturn)) return row.ignored('day-marked');
    // The ministry repeats a period for each académie of the zone.
    const same = earlier.some(({ period }) => period.from === from && period.to === to);
    if (same && row.refusal === null) return row.ignored('period-told-before');
    if (to < from) row.refuse('period-reversed', 'to', row.text('to'));
    if (calendarDaysBetween(from, to) >= LONGEST_PERIOD_DAYS) row.refuse('period-too-long', 'to', row.text('to'));
    const other = earlier.find(({ period }) => period.from <= to && from <= period.to);
    if (other) row.refuse('period-overlaps', 'from', row.text('from'), { otherLine: other.line });
  }
  return row.refusal ?? row.record({ from: from!, to: to!, name: name! });
}

function readFirstDay(row: Row): PlainDate | null {
  return readMoment(row, 'from')?.date ?? null;
}

/** The last day without class: the one before a day of return, or before an instant at midnight. */
function readLastDay(row: Row): { to: PlainDate | null; isBeforeReturn: boolean } {
  const moment = readMoment(row, 'to');
  if (moment === null) return { to: null, isBeforeReturn: false };
  const isBeforeReturn =
    moment.time === null ? RETURN_COLUMNS.includes(plainText(row.labelOf('to'))) : moment.time === '00:00';
  return { to: isBeforeReturn ? addCalendarDays(moment.date, -1) : moment.date, isBeforeReturn };
}

function readMoment(row: Row, key: 'from' | 'to'): ReturnType<typeof readParisMoment> {
  const text = row.text(key);
  const moment = readParisMoment(text);
  if (moment === null || !isInYears(moment.date, PLAN_YEARS)) return row.refuse('date-impossible', key, text);
  if (text.includes('/')) row.warn('date-in-french', key, text);
  return moment;
}

/**
 * « Début des vacances d’été », published before its end is known, and « Rentrée » say a day and no period: they neither
 * begin one nor shorten the one that is known.
 */
function marksADay(name: string | null, from: PlainDate, to: PlainDate, isBeforeReturn: boolean): boolean {
  if (isBeforeReturn && calendarDaysBetween(from, to) === -1) return true;
  return to === from && /^(debut des vacances|rentree|prerentree)\b/.test(plainText(name ?? ''));
}

/** « Enseignants » beside « Élèves »: days on which teachers are free or called in, pupils or not. */
function isForTeachersOnly(text: string): boolean {
  const words = plainText(text).split(' ');
  return words.includes('enseignants') && !words.includes('eleves');
}

/**
 * « A », « Zone A », « Zones A et C », « A,B »; none for a place with a calendar of its own (Corse, Mayotte…), as the
 * ministry names it beside the three zones. Null when no zone can be told.
 */
function zonesOf(text: string): readonly string[] | null {
  const words = plainText(text)
    .split(' ')
    .filter((word) => word !== 'et' && word !== '');
  const isNamedZone = /^zones?$/.test(words[0] ?? '');
  const letters = isNamedZone ? words.filter((word) => !/^zones?$/.test(word)) : words;
  if (letters.length > 0 && letters.every((word) => /^[abc]$/.test(word)))
    return letters.map((word) => word.toUpperCase());
  const isPlace = !isNamedZone && words.some((word) => word.length > 2);
  return isPlace ? [] : null;
}
