import { readSchoolYearStart } from '../calendar/index.js';
import { type ColumnTable, type Header, type HeaderReading, readHeader } from './header.js';
import type { FiguresIgnored } from './pupils-file.js';
import { RowCells, type RowReading, type RowShapeRefusal } from './row-reading.js';
import type { UaiRefusal } from './uai.js';

/** A school's social index (*indice de position sociale*) in one school year. */
export interface SchoolSocialIndex {
  readonly uai: string;
  readonly schoolYearStart: number;
  /** the index times ten, whole: 90.5 is 905 */
  readonly socialIndexTenths: number;
}

export type SocialIndexRefusal = UaiRefusal | RowShapeRefusal | 'year-unreadable' | 'index-unreadable' | 'row-repeated';

/** Small schools have no index of their own: the file says « NS » or leaves the cell empty. */
export type SocialIndexIgnored = FiguresIgnored | 'index-not-published';

export type SocialIndexColumn = 'year' | 'uai' | 'index';

/**
 * What is read of `fr-en-ips_ecoles` and its successors (DEPP, Licence Ouverte 2.0). The source misspells
 * « établissment » in a column that is not needed: the UAI says which school it is.
 */
export const SOCIAL_INDEX_COLUMNS: ColumnTable<SocialIndexColumn> = {
  year: { label: 'Rentrée scolaire', required: true },
  uai: { label: 'UAI', alsoNamed: ['numero_uai', "Numéro de l'école", 'numero_ecole'], required: true },
  index: { label: 'IPS', alsoNamed: ["IPS de l'école", 'ips_ecole'], required: true },
};

export type SocialIndexRow = RowReading<SchoolSocialIndex, SocialIndexRefusal, SocialIndexIgnored>;

export interface SocialIndexReader {
  readonly outcome: 'read';
  readonly header: Header<SocialIndexColumn>;
  readonly readRow: (cells: readonly string[], line: number) => SocialIndexRow;
}

type Row = RowCells<SocialIndexColumn, SocialIndexRefusal>;
type HeaderRefused = Extract<HeaderReading<SocialIndexColumn>, { outcome: 'refused' }>;

/** Schools are published between about 45 and 185; a figure outside these bounds stands in the wrong column. */
const LOWEST_TENTHS = 300;
const HIGHEST_TENTHS = 2000;

/** Opens the yearly file of the social index. `planUais` are the plan's schools: rows of others are ignored and counted. */
export function openSocialIndexFile(
  headerCells: readonly string[],
  planUais: ReadonlySet<string>,
): SocialIndexReader | HeaderRefused {
  const reading = readHeader(headerCells, SOCIAL_INDEX_COLUMNS);
  if (reading.outcome === 'refused') return reading;
  const { header } = reading;
  const lineBySchoolYear = new Map<string, number>();
  const readRow = (cells: readonly string[], line: number): SocialIndexRow =>
    readSocialIndexRow(new RowCells(header, cells, line), planUais, lineBySchoolYear);
  return { outcome: 'read', header, readRow };
}

function readSocialIndexRow(
  row: Row,
  planUais: ReadonlySet<string>,
  lineBySchoolYear: Map<string, number>,
): SocialIndexRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  row.checkShape();
  const uai = row.uai('uai');
  if (uai !== null && !planUais.has(uai)) return row.ignored('school-outside-plan');
  const indexText = row.text('index');
  if (uai !== null && row.tells('index') && /^(?:NS|ND)?$/i.test(indexText)) return row.ignored('index-not-published');
  const yearText = row.text('year');
  const schoolYearStart = readSchoolYearStart(yearText) ?? row.refuse('year-unreadable', 'year', yearText);
  const socialIndexTenths = readTenths(indexText) ?? row.refuse('index-unreadable', 'index', indexText);
  const key = `${uai} ${schoolYearStart}`;
  const otherLine = lineBySchoolYear.get(key);
  if (otherLine !== undefined) row.refuse('row-repeated', 'uai', row.text('uai'), { otherLine });
  if (row.refusal !== null) return row.refusal;

  lineBySchoolYear.set(key, row.line);
  return row.record({ uai: uai!, schoolYearStart: schoolYearStart!, socialIndexTenths: socialIndexTenths! });
}

/** Decimal point or comma, at most one decimal as published; null when unreadable or out of bounds. */
function readTenths(text: string): number | null {
  const parts = /^(\d{2,3})(?:[.,](\d))?$/.exec(text);
  if (parts === null) return null;
  const tenths = Number(parts[1]) * 10 + Number(parts[2] ?? 0);
  return tenths >= LOWEST_TENTHS && tenths <= HIGHEST_TENTHS ? tenths : null;
}
