import { type DayPeriod, type PlainDate, calendarDaysBetween, readPlainDate } from '../calendar/index.js';
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

export type SchoolHolidayIgnored = 'other-zone' | 'empty-row';

export type SchoolHolidayColumn = 'from' | 'to' | 'name' | 'zone';

export type HolidayZone = 'A' | 'B' | 'C';

/** `debut;fin;nom;zone` or, for one zone alone, `debut,fin_inclus,nom`. */
export const SCHOOL_HOLIDAY_COLUMNS: ColumnTable<SchoolHolidayColumn> = {
  from: { label: 'debut', alsoNamed: ['date de debut'], required: true },
  to: { label: 'fin', alsoNamed: ['fin inclus', 'fin incluse', 'date de fin'], required: true },
  name: { label: 'nom', alsoNamed: ['description'], required: true },
  zone: { label: 'zone', alsoNamed: ['zones'], required: false },
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
  row.checkLength();
  if (row.tells('zone')) {
    const zones = zonesOf(row.text('zone'));
    if (zones === null) row.refuse('zone-unknown', 'zone', row.text('zone'));
    else if (!zones.includes(zone)) return row.ignored('other-zone');
  }
  const from = readDay(row, 'from');
  const to = readDay(row, 'to');
  const name = row.textOrNull('name') ?? row.refuse('holiday-name-missing', 'name', '');
  if (from !== null && to !== null) {
    if (to < from) row.refuse('period-reversed', 'to', row.text('to'));
    if (calendarDaysBetween(from, to) >= LONGEST_PERIOD_DAYS) row.refuse('period-too-long', 'to', row.text('to'));
    const other = earlier.find(({ period }) => period.from <= to && from <= period.to);
    if (other) row.refuse('period-overlaps', 'from', row.text('from'), { otherLine: other.line });
  }
  return row.refusal ?? row.record({ from: from!, to: to!, name: name! });
}

function readDay(row: Row, key: 'from' | 'to'): PlainDate | null {
  const text = row.text(key);
  const day = readPlainDate(text);
  if (day === null) return row.refuse('date-impossible', key, text);
  if (text.includes('/')) row.warn('date-in-french', key, text);
  return day;
}

/** « A », « Zone A », « Zones A et C », « A,B »; null when no zone can be told. */
function zonesOf(text: string): readonly string[] | null {
  const words = plainText(text)
    .split(' ')
    .filter((word) => !['zone', 'zones', 'et', ''].includes(word));
  return words.length > 0 && words.every((word) => /^[abc]$/.test(word))
    ? words.map((word) => word.toUpperCase())
    : null;
}
