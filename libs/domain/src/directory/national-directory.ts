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
import {
  type DirectoryIgnored,
  type EstablishmentClass,
  establishmentClass,
  schoolSector,
  schoolState,
  type StateOfSchool,
  type StateReading,
} from './national-directory-values.js';
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
  /** UAIs of the plan's schools: a row that names one is never set aside in silence. */
  readonly uais?: ReadonlySet<string>;
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
    readDirectoryRow(new RowCells(header, cells, line), options, lineByUai);
  return { outcome: 'read', style: directoryHeaderStyle(headerCells), header, readRow };
}

function readDirectoryRow(
  row: DirectoryCells,
  { territory, uais }: DirectoryOptions,
  lineByUai: Map<string, number>,
): DirectoryRow {
  if (row.isEmpty()) return row.ignored('empty-row');
  row.checkShape();
  const uai = row.uai('uai');
  const sort = establishmentClass(row.text('type'), row.text('nature'));
  const commune = readInseeCode(row.text('communeInsee'));
  const state = schoolState(row.text('state'));
  const aside = reasonToSetAside(sort, commune, state, territory);
  if (aside !== null && !(uai !== null && uais?.has(uai))) return row.ignored(aside);
  if (aside !== null) return refuseOurs(row, aside);

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
    ...(state as StateOfSchool),
    ...rest,
    told,
  });
}

/** Why a row concerns none of the plan's sites, or null when it may. */
function reasonToSetAside(
  sort: EstablishmentClass,
  commune: ReturnType<typeof readInseeCode>,
  state: StateReading | null,
  territory: ReadonlySet<string> | null,
): DirectoryIgnored | null {
  if (sort !== 'school' && sort !== 'teaching-unit' && sort !== 'unknown') return sort;
  if (commune !== null && territory !== null && !territory.has(commune.code)) return 'outside-territory';
  return state?.state === 'not-open-yet' ? 'not-open-yet' : null;
}

/** A row that would be set aside names a school of the plan: that is said, whatever the reason. */
function refuseOurs(row: DirectoryCells, aside: DirectoryIgnored): DirectoryRow {
  if (aside === 'outside-territory') row.refuse('commune-outside-plan', 'communeInsee', row.text('communeInsee'));
  else if (aside === 'not-open-yet') row.refuse('school-no-longer', 'state', row.text('state'));
  else row.refuse('school-no-longer', 'type', row.text('type') || row.text('nature'));
  return row.refusal!;
}

function refuseRepeated(row: DirectoryCells, uai: string, lineByUai: ReadonlyMap<string, number>): void {
  const otherLine = lineByUai.get(uai);
  if (otherLine !== undefined) row.refuse('uai-repeated', 'uai', uai, { otherLine });
}
