import { type PlainDate, civilYearOf, isInYears, PLAN_YEARS, readParisDay } from '../calendar/index.js';
import { type Header, readHeader } from './header.js';
import { plainText } from './plain-text.js';
import { RowCells, type RowReading, type RowShapeRefusal } from './row-reading.js';

export interface PublicHoliday {
  readonly date: PlainDate;
  readonly name: string;
}

export type PublicHolidayRefusal =
  RowShapeRefusal | 'date-impossible' | 'year-differs' | 'holiday-name-missing' | 'date-repeated';

export type PublicHolidayIgnored = 'other-zone' | 'header-row' | 'empty-row';

type Column = 'date' | 'year' | 'zone' | 'name';

/** The file has no header: its columns are known by their place, `date,annee,zone,nom_jour_ferie`. */
const HEADER: Header<Column> = publishedHeader();
/** Alsace-Moselle and the overseas territories have holidays of their own. */
const ZONE = 'metropole';

export type PublicHolidayRow = RowReading<PublicHoliday, PublicHolidayRefusal, PublicHolidayIgnored>;

export interface PublicHolidaysReader {
  readonly readRow: (cells: readonly string[], line: number) => PublicHolidayRow;
}

/** Opens the file of public holidays (Etalab, Licence Ouverte 2.0); its first row may be a header all the same. */
export function openPublicHolidaysFile(): PublicHolidaysReader {
  const lineByDate = new Map<PlainDate, number>();
  return { readRow: (cells, line) => readHolidayRow(new RowCells(HEADER, cells, line), lineByDate) };
}

function readHolidayRow(
  row: RowCells<Column, PublicHolidayRefusal>,
  lineByDate: Map<PlainDate, number>,
): PublicHolidayRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  // The second line where the first one only tells the separator.
  if (row.line <= 2 && plainText(row.text('date')) === 'date') return row.ignored('header-row');
  row.checkShape();
  if (row.tells('zone') && plainText(row.text('zone')) !== ZONE) return row.ignored('other-zone');
  const dateText = row.text('date');
  const day = readParisDay(dateText);
  const date = day !== null && isInYears(day, PLAN_YEARS) ? day : row.refuse('date-impossible', 'date', dateText);
  const yearText = row.text('year');
  if (date !== null && String(civilYearOf(date)) !== yearText) row.refuse('year-differs', 'year', yearText);
  const name = row.textOrNull('name') ?? row.refuse('holiday-name-missing', 'name', '');
  const otherLine = lineByDate.get(date ?? '');
  if (otherLine !== undefined) row.refuse('date-repeated', 'date', dateText, { otherLine });
  if (row.refusal !== null) return row.refusal;

  lineByDate.set(date!, row.line);
  return row.record({ date: date!, name: name! });
}

function publishedHeader(): Header<Column> {
  const names = ['date', 'annee', 'zone', 'nom_jour_ferie'];
  const reading = readHeader(names, {
    date: { label: 'date', required: true },
    year: { label: 'annee', required: true },
    zone: { label: 'zone', required: true },
    name: { label: 'nom_jour_ferie', required: true },
  });
  if (reading.outcome === 'refused') throw new Error(`Not the published columns: ${reading.columns.join(', ')}`);
  return reading.header;
}
