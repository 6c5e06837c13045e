import { type Header, type HeaderRefusal, readHeader } from './header.js';
import { readInseeCode } from './insee.js';
import {
  DIRECTORY_COLUMNS,
  type DirectoryColumn,
  type DirectoryHeaderStyle,
  directoryHeaderStyle,
} from './national-directory-columns.js';
import {
  type DirectoryCells,
  type ToldFields,
  communeOf,
  readAddress,
  readContacts,
  readContract,
  readIdentity,
  readKind,
  readNetwork,
  readTeachingUnit,
} from './national-directory-fields.js';
import type { DirectoryRefusal } from './national-directory-refusals.js';
import { type DirectoryIgnored, establishmentClass, schoolSector, schoolState } from './national-directory-values.js';
import { RowCells, type RowReading } from './row-reading.js';
import type { SchoolRecord } from './school-record.js';

export type DirectoryRow = RowReading<SchoolRecord, DirectoryRefusal, DirectoryIgnored>;

export interface DirectoryReader {
  readonly outcome: 'read';
  readonly style: DirectoryHeaderStyle;
  readonly header: Header<DirectoryColumn>;
  /** Reads the next row; `line` is its first line in the file. Rows must come in the file's order, each once. */
  readonly readRow: (cells: readonly string[], line: number) => DirectoryRow;
}

export interface DirectoryHeaderRefused {
  readonly outcome: 'refused';
  readonly code: HeaderRefusal;
  readonly columns: readonly string[];
}

export interface DirectoryOptions {
  /** INSEE codes of the plan's communes; rows of others are ignored and counted. Null takes every commune. */
  readonly territory: ReadonlySet<string> | null;
}

/** Opens the national directory's file by its header row. The reader remembers one line number a school: 68,000 rows fit. */
export function openNationalDirectory(
  headerCells: readonly string[],
  options: DirectoryOptions,
): DirectoryReader | DirectoryHeaderRefused {
  const reading = readHeader(headerCells, DIRECTORY_COLUMNS);
  if (reading.outcome === 'refused') return reading;
  const { header } = reading;
  const has = (key: DirectoryColumn): boolean => header.positions.has(key);
  if (!has('nature') && !(has('nursery') && has('elementary'))) {
    const columns = (['nursery', 'elementary', 'nature'] as const).map((key) => header.labels[key]);
    return { outcome: 'refused', code: 'columns-missing', columns };
  }
  const lineByUai = new Map<string, number>();
  const readRow = (cells: readonly string[], line: number): DirectoryRow =>
    readDirectoryRow(new RowCells(header, cells, line), options.territory, lineByUai);
  return { outcome: 'read', style: directoryHeaderStyle(headerCells), header, readRow };
}

function readDirectoryRow(
  row: DirectoryCells,
  territory: ReadonlySet<string> | null,
  lineByUai: Map<string, number>,
): DirectoryRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  row.checkLength();
  const uai = row.uai('uai');
  const sort = establishmentClass(row.text('type'), row.text('nature'));
  if (sort !== 'school' && sort !== 'teaching-unit' && sort !== 'unknown') return row.ignored(sort);
  const commune = readInseeCode(row.text('communeInsee'));
  if (commune !== null && territory !== null && !territory.has(commune.code)) return row.ignored('outside-territory');
  const state = schoolState(row.text('state'));
  if (state?.state === 'not-open-yet') return row.ignored('not-open-yet');

  const told: ToldFields = new Set(['name', 'sector', 'communeInsee', 'state', 'closingAnnounced']);
  const name = row.textOrNull('name') ?? row.refuse('name-missing', 'name', '');
  if (sort === 'unknown') row.refuse('type-unknown', 'type', row.text('type'));
  const kind = sort === 'school' ? readKind(row, told) : readTeachingUnit(told);
  const sector = schoolSector(row.text('sector')) ?? row.refuse('sector-unknown', 'sector', row.text('sector'));
  const stateContract = readContract(row, sector, kind, told);
  const communeInsee = communeOf(row, commune);
  if (state === null) row.refuse('state-unknown', 'state', row.text('state'));
  const rest = {
    ...readAddress(row, told),
    ...readNetwork(row, told),
    ...readContacts(row, told),
    ...readIdentity(row, told),
  };
  if (uai !== null) refuseRepeated(row, uai, lineByUai);
  if (row.refusal !== null) return row.refusal;

  lineByUai.set(uai!, row.line);
  return row.record({
    uai: uai!,
    name: name!,
    kind: kind!,
    sector: sector!,
    stateContract,
    communeInsee: communeInsee!,
    communeName: row.textOrNull('communeName'),
    state: state!.state,
    closingAnnounced: state!.closingAnnounced,
    ...rest,
    told,
  });
}

function refuseRepeated(row: DirectoryCells, uai: string, lineByUai: ReadonlyMap<string, number>): void {
  const otherLine = lineByUai.get(uai);
  if (otherLine !== undefined) row.refuse('uai-repeated', 'uai', uai, { otherLine });
}
