import { readSchoolYearStart } from '../calendar/index.js';
import { type ColumnTable, type Header, type HeaderReading, readHeader } from './header.js';
import { RowCells, type RowReading, type RowShapeRefusal } from './row-reading.js';
import type { UaiRefusal } from './uai.js';

/** A school's pupils and classes at one rentrée: totals only, no pupil is ever read. */
export interface SchoolFigures {
  readonly uai: string;
  /** the year of the rentrée: 2022 is 2022-2023 */
  readonly schoolYearStart: number;
  readonly pupils: number;
  readonly classes: number;
  readonly nurseryPupils: number | null;
  readonly elementaryPupils: number | null;
  /** counted apart from both */
  readonly inclusionPupils: number | null;
}

export type PupilsRefusal = UaiRefusal | RowShapeRefusal | 'year-unreadable' | 'count-unreadable' | 'row-repeated';

/** Reasons for which a row of a yearly file concerns nobody here: counted, not refused. */
export type FiguresIgnored = 'school-outside-plan' | 'empty-row';

export type PupilsColumn = 'year' | 'uai' | 'classes' | 'pupils' | 'nursery' | 'elementary' | 'inclusion';

/** What is read of `fr-en-ecoles-effectifs-nb_classes` (DEPP, Licence Ouverte 2.0): its CSV and its API names. */
export const PUPILS_COLUMNS: ColumnTable<PupilsColumn> = {
  year: { label: 'Rentrée scolaire', required: true },
  uai: { label: "Numéro de l'école", alsoNamed: ['numero_ecole', 'UAI', 'numero_uai'], required: true },
  classes: { label: 'Nombre total de classes', alsoNamed: ['nombre_total_classes'], required: true },
  pupils: { label: "Nombre total d'élèves", alsoNamed: ['nombre_total_eleves'], required: true },
  nursery: {
    label: "Nombre d'élèves en pré-élémentaire hors ULIS",
    alsoNamed: ['nombre_eleves_preelementaire_hors_ulis', 'nombre_eleves_pre_elementaire_hors_ulis'],
    required: false,
  },
  elementary: {
    label: "Nombre d'élèves en élémentaire hors ULIS",
    alsoNamed: ['nombre_eleves_elementaire_hors_ulis'],
    required: false,
  },
  inclusion: { label: "Nombre d'élèves en ULIS", alsoNamed: ['nombre_eleves_ulis'], required: false },
};

export type PupilsRow = RowReading<SchoolFigures, PupilsRefusal, FiguresIgnored>;

export interface PupilsReader {
  readonly outcome: 'read';
  readonly header: Header<PupilsColumn>;
  readonly readRow: (cells: readonly string[], line: number) => PupilsRow;
}

type Row = RowCells<PupilsColumn, PupilsRefusal>;
type HeaderRefused = Extract<HeaderReading<PupilsColumn>, { outcome: 'refused' }>;

/** No school has so many pupils or classes: more is a figure in the wrong column. */
const LARGEST_COUNT = 5000;

/**
 * Opens the yearly file of pupils and classes. It names communes without INSEE code, so that schools are joined by UAI
 * alone; it holds one row a school and a rentrée.
 *
 * @param planUais the UAIs of the plan's schools: rows of others are ignored and counted
 */
export function openPupilsFile(
  headerCells: readonly string[],
  planUais: ReadonlySet<string>,
): PupilsReader | HeaderRefused {
  const reading = readHeader(headerCells, PUPILS_COLUMNS);
  if (reading.outcome === 'refused') return reading;
  const { header } = reading;
  const lineBySchoolYear = new Map<string, number>();
  const readRow = (cells: readonly string[], line: number): PupilsRow =>
    readPupilsRow(new RowCells(header, cells, line), planUais, lineBySchoolYear);
  return { outcome: 'read', header, readRow };
}

function readPupilsRow(row: Row, planUais: ReadonlySet<string>, lineBySchoolYear: Map<string, number>): PupilsRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  row.checkShape();
  const uai = row.uai('uai');
  if (uai !== null && !planUais.has(uai)) return row.ignored('school-outside-plan');
  const yearText = row.text('year');
  const schoolYearStart = readSchoolYearStart(yearText) ?? row.refuse('year-unreadable', 'year', yearText);
  const figures = {
    pupils: readCount(row, 'pupils') ?? refuseMissing(row, 'pupils'),
    classes: readCount(row, 'classes') ?? refuseMissing(row, 'classes'),
    nurseryPupils: readCount(row, 'nursery'),
    elementaryPupils: readCount(row, 'elementary'),
    inclusionPupils: readCount(row, 'inclusion'),
  };
  const key = `${uai} ${schoolYearStart}`;
  const otherLine = lineBySchoolYear.get(key);
  if (otherLine !== undefined) row.refuse('row-repeated', 'uai', row.text('uai'), { otherLine });
  if (row.refusal !== null) return row.refusal;

  lineBySchoolYear.set(key, row.line);
  const read = figures as Omit<SchoolFigures, 'uai' | 'schoolYearStart'>;
  warnWhenPartsDiffer(row, read);
  return row.record({ uai: uai!, schoolYearStart: schoolYearStart!, ...read });
}

/** A whole number of pupils or classes; null when the cell is empty. */
function readCount(row: Row, key: PupilsColumn): number | null {
  const text = row.text(key);
  if (text === '') return null;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Infinity;
  return count <= LARGEST_COUNT ? count : row.refuse('count-unreadable', key, text);
}

function refuseMissing(row: Row, key: PupilsColumn): null {
  return row.refuse('count-unreadable', key, row.text(key));
}

/** The total is what the allocation rule uses; parts that do not add up are said, not corrected. */
function warnWhenPartsDiffer(row: Row, figures: Omit<SchoolFigures, 'uai' | 'schoolYearStart'>): void {
  const parts = [figures.nurseryPupils, figures.elementaryPupils, figures.inclusionPupils];
  const told = parts.filter((part) => part !== null);
  const sum = told.reduce((total, part) => total + part, 0);
  if (told.length === parts.length && sum !== figures.pupils) row.warn('total-differs', 'pupils', row.text('pupils'));
}
