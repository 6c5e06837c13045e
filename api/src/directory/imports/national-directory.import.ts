import {
  compareSchool,
  DIRECTORY_IGNORED_WORDS,
  directoryRefusalSentences,
  type DirectoryRowRefusal,
  FIELD_GROUP_WORDS,
  FIELD_WORDS,
  type FieldChange,
  missingSchools,
  openNationalDirectory,
  type RowRead,
  type RowRefused,
  SCHOOL_FIELDS,
  type SchoolField,
  type SchoolRecord,
  schoolValueWords,
  needsStateContract,
  SECTORS,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { STANDING_IN_SCHOOLS } from '../../inventory/standing.sql.js';
import type { Comparison, FieldShown, ImportChange, ImportFile, PlanNames } from './import-kind.js';
import {
  CHANGE_SCHOOLS_SQL,
  CREATE_SCHOOLS_SQL,
  type ExistingSchool,
  SCHOOL_FIELDS_SQL,
  SCHOOL_MARK_SQL,
  SCHOOL_SOURCE,
} from './school-columns.js';

/** The national directory of schools, by UAI. */
export const NATIONAL_DIRECTORY: ImportFile<SchoolRecord> = {
  groupWords: FIELD_GROUP_WORDS,
  ignoredWords: DIRECTORY_IGNORED_WORDS,
  markSql: SCHOOL_MARK_SQL,
  countSql: 'select count(*)::int as count from school',
  lockedTable: 'school',

  open(firstRow, { territory, uais }) {
    const reader = openNationalDirectory(firstRow, { territory, uais });
    if (reader.outcome === 'refused') return reader;
    const { columnCount, usedCount } = reader.header;
    return {
      columnCount,
      usedColumnCount: usedCount,
      headerStyle: reader.style,
      firstRowIsHeader: true,
      readRow: reader.readRow,
    };
  },

  namedBy: ({ uai }) => [uai],

  async compare(manager, rows) {
    // Asked together: one conversation with the database instead of three.
    const [existing, names] = await Promise.all([existingSchools(manager, rows), placeNames(manager, rows)]);
    const closing = rows.flatMap(({ value }) => closes(value, existing.get(value.uai)));
    const standing = await devicesStanding(manager, closing);
    return rows.map((row) => {
      const school = existing.get(row.value.uai) ?? null;
      const devices = standing.get(school?.id ?? '') ?? 0;
      return devices > 0 ? devicesLeft(row, devices) : compareRow(row, school, names);
    });
  },

  refusalSentences(refused, { uais }: PlanNames) {
    return directoryRefusalSentences(refused as RowRefused<DirectoryRowRefusal>, (uai) => uais.has(uai));
  },

  async missing(manager, named) {
    const open: { uai: string }[] = await manager.query(`select uai from school where state = 'open'`);
    const uais = missingSchools(
      open.map(({ uai }) => uai),
      named,
    );
    return manager.query(
      `select s.uai as key, s.name, m.name as "communeName", s.id as "schoolId"
         from school s join commune m on m.id = s.commune_id where s.uai = any($1)`,
      [uais],
    );
  },

  async apply(manager, importId) {
    // What the index of the search gathers of 68,000 names is sorted in memory, not laid down in many small passes.
    await manager.query(`set local work_mem = '64MB'`);
    await manager.query(NEW_CIRCONSCRIPTIONS, [importId]);
    await manager.query(CREATE_SCHOOLS_SQL, [importId]);
    await manager.query(FIRST_UAIS, [importId]);
    await manager.query(HOSTS_CREATED_TOGETHER, [importId]);
    await manager.query(CHANGE_SCHOOLS_SQL, [importId]);
  },
};

/** Circonscriptions are known by their own code; one that exists keeps the name it has. */
const NEW_CIRCONSCRIPTIONS = `insert into circonscription (code, name)
  select distinct on (code) code, coalesce(name, code) from (
    select applied_values ->> 'circonscriptionUai' as code, applied_values ->> 'circonscriptionName' as name, line
      from directory_import_change where import_id = $1) told
   where code is not null order by code, line on conflict (code) do nothing`;

/**
 * A school's codes are kept with dates; one that another school still carries at those dates stays that school's. Asked
 * before, and in the codes' order: `on conflict` looks twice into an index that is slow to fill in any other.
 */
const FIRST_UAIS = `insert into school_uai (school_id, uai, from_day)
  select s.id, s.uai, f.from_day
    from directory_import i join directory_import_change c on c.import_id = i.id join school s on s.uai = c.key
    cross join lateral (select coalesce(s.opened_on, (i.uploaded_at at time zone 'Europe/Paris')::date) as from_day) f
   where i.id = $1 and c.outcome = 'created' and not exists (select from school_uai u
     where u.uai = s.uai and daterange(u.from_day, u.to_day, '[)') && daterange(f.from_day, null, '[)'))
   order by s.uai`;

/** The host of a school may have been created by the same file. */
const HOSTS_CREATED_TOGETHER = `update school s set host_school_id = h.id
  from directory_import_change c, school h
  where c.import_id = $1 and c.outcome = 'created' and s.uai = c.key and h.uai = s.host_uai and s.host_school_id is null`;

async function existingSchools(
  manager: EntityManager,
  rows: readonly RowRead<SchoolRecord>[],
): Promise<Map<string, ExistingSchool>> {
  const found: ExistingSchool[] = await manager.query(
    `select s.id, s.uai, m.name as "communeName", q.name as "circonscriptionName", ${SCHOOL_FIELDS_SQL}
       from ${SCHOOL_SOURCE} where s.uai = any($1)`,
    [rows.map((row) => row.value.uai)],
  );
  return new Map(found.map((school) => [school.uai, school]));
}

/** The id of a school that the file closes. */
function closes({ state, told }: SchoolRecord, existing: ExistingSchool | undefined): string[] {
  if (!existing || !told.has('state') || state === 'open') return [];
  return existing.state === 'open' ? [existing.id] : [];
}

async function devicesStanding(manager: EntityManager, schoolIds: string[]): Promise<Map<string, number>> {
  if (schoolIds.length === 0) return new Map();
  const found: { schoolId: string; devices: number }[] = await manager.query(STANDING_IN_SCHOOLS, [schoolIds]);
  return new Map(found.map(({ schoolId, devices }) => [schoolId, devices]));
}

interface PlaceNames {
  communes: ReadonlyMap<string, string>;
  circonscriptions: ReadonlyMap<string, string>;
}

async function placeNames(manager: EntityManager, rows: readonly RowRead<SchoolRecord>[]): Promise<PlaceNames> {
  const pairs = (found: { code: string; name: string }[]) => new Map(found.map(({ code, name }) => [code, name]));
  const insee = new Set(rows.map((row) => row.value.communeInsee));
  const codes = new Set(rows.map((row) => row.value.circonscriptionUai));
  const [communes, circonscriptions] = await Promise.all([
    manager.query('select insee_code as code, name from commune where insee_code = any($1)', [[...insee]]),
    manager.query('select code, name from circonscription where code = any($1)', [[...codes]]),
  ]);
  return { communes: pairs(communes), circonscriptions: pairs(circonscriptions) };
}

function compareRow(row: RowRead<SchoolRecord>, existing: ExistingSchool | null, names: PlaceNames): Comparison {
  const record = withContractSettled(row.value);
  if (lacksContract(record, existing)) return contractMissing(row);
  const difference = compareSchool(existing, record);
  if (difference.outcome === 'unchanged') return difference;
  const changes = difference.outcome === 'changed' ? difference.changes : valuesOf(record);
  return {
    outcome: difference.outcome,
    key: record.uai,
    name: existing?.name ?? record.name,
    communeName: names.communes.get(record.communeInsee) ?? existing?.communeName ?? null,
    schoolId: existing?.id ?? null,
    appliedValues: withCirconscriptionName(
      record,
      difference.outcome === 'changed' ? changes.map(({ field }) => field) : SCHOOL_FIELDS,
    ),
    fields: changes.map((change) => shown(change, record, existing, names)),
    reaches: difference.outcome === 'changed' ? difference.reaches : [],
  };
}

/** A public school has no contract, whether the file has the column or not. */
function withContractSettled(record: SchoolRecord): SchoolRecord {
  if (SECTORS[record.sector].hasStateContract || record.told.has('stateContract')) return record;
  return { ...record, stateContract: null, told: new Set([...record.told, 'stateContract']) };
}

/** Whether a private school would stand without a contract known: whether it may order would then be a guess. */
function lacksContract(record: SchoolRecord, existing: ExistingSchool | null): boolean {
  const kind = existing && !record.told.has('kind') ? existing.kind : record.kind;
  const contract = existing && !record.told.has('stateContract') ? existing.stateContract : record.stateContract;
  return contract === null && needsStateContract({ sector: record.sector, kind });
}

const contractMissing = (row: RowRead<SchoolRecord>) => refusedRow(row, 'contract-missing', '');

const devicesLeft = (row: RowRead<SchoolRecord>, devices: number) =>
  refusedRow(row, 'devices-standing', `${devices} ${devices === 1 ? 'appareil' : 'appareils'}`);

function refusedRow(
  { line, value: { uai } }: RowRead<SchoolRecord>,
  code: DirectoryRowRefusal,
  value: string,
): RowRefused<DirectoryRowRefusal> {
  return { outcome: 'refused', line, code, column: null, value, uai, suggestion: null, otherLine: null };
}

/** What a preview shows of a new school: enough to recognise it; all of it is created. */
const SHOWN_OF_NEW: readonly SchoolField[] = [
  'state',
  'sector',
  'stateContract',
  'communeInsee',
  'priority',
  'kind',
  'circonscriptionUai',
  'addressLine1',
];

function valuesOf(record: SchoolRecord): FieldChange[] {
  return SHOWN_OF_NEW.filter((field) => record[field] !== null).map((field) => ({
    field,
    before: null,
    after: record[field],
    reaches: [],
  }));
}

/** A created school carries every field, a changed one those that change; a circonscription comes with its name. */
function withCirconscriptionName(record: SchoolRecord, fields: readonly SchoolField[]): ImportChange['appliedValues'] {
  const values = Object.fromEntries(fields.map((field) => [field, record[field]]));
  return fields.includes('circonscriptionUai')
    ? { ...values, circonscriptionName: record.circonscriptionName }
    : values;
}

function shown(
  change: FieldChange,
  record: SchoolRecord,
  existing: ExistingSchool | null,
  names: PlaceNames,
): FieldShown {
  const { field, before, after, reaches } = change;
  const words = (value: FieldChange['after'], name: string | null | undefined) => {
    const said = schoolValueWords(field, value);
    return name && value !== null ? `${name} (${said})` : said;
  };
  const nameBefore = { communeInsee: existing?.communeName, circonscriptionUai: existing?.circonscriptionName };
  const nameAfter = {
    communeInsee: names.communes.get(record.communeInsee) ?? record.communeName,
    circonscriptionUai: names.circonscriptions.get(record.circonscriptionUai ?? '') ?? record.circonscriptionName,
  };
  return {
    field,
    ...FIELD_WORDS[field],
    before: existing ? words(before, nameBefore[field as keyof typeof nameBefore]) : null,
    after: words(after, nameAfter[field as keyof typeof nameAfter]),
    reaches,
  };
}
