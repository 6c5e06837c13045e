import {
  openPublicHolidaysFile,
  openSchoolHolidaysFile,
  PUBLIC_HOLIDAY_REFUSAL_WORDS,
  type PublicHoliday,
  type RowRefused,
  sameHolidayName,
  sameWording,
  SCHOOL_HOLIDAY_REFUSAL_WORDS,
  type SchoolHoliday,
  YEARLY_IGNORED_WORDS,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ZONE } from '../school.sql.js';
import type { Comparison, FieldShown, ImportChange, ImportFile, MissingEntry } from './import-kind.js';

const SHARED = { groupWords: { days: 'Dates' }, ignoredWords: YEARLY_IGNORED_WORDS };

/** Public holidays, a day each. */
export const PUBLIC_HOLIDAYS_FILE: ImportFile<PublicHoliday> = {
  ...SHARED,
  lockedTable: 'public_holiday',
  countSql: 'select count(*)::int as count from public_holiday',
  markSql: `select concat_ws(' ', count(*), coalesce(sum(hashtextextended(day::text || name, 0)::numeric), 0)) as mark from public_holiday`,

  open(firstRow) {
    const { readRow } = openPublicHolidaysFile();
    return { columnCount: firstRow.length, usedColumnCount: 4, headerStyle: null, firstRowIsHeader: false, readRow };
  },

  namedBy: ({ date }) => [date],

  async compare(manager, rows) {
    const known = await manager.query('select day::text, name from public_holiday where day = any($1::date[])', [
      rows.map(({ value }) => value.date),
    ]);
    const names = new Map<string, string>(known.map(({ day, name }: { day: string; name: string }) => [day, name]));
    return rows.map(({ value }) => comparePublicHoliday(value, names.get(value.date) ?? null));
  },

  refusalSentences: (refused) => sentences(PUBLIC_HOLIDAY_REFUSAL_WORDS, refused),

  missing: (manager, named) =>
    // The file speaks of the years between its first and its last day; what is known outside them is not missing.
    daysMissing(
      manager,
      `select day::text as key, name from public_holiday where day between $1::date and $2::date and day::text <> all($3) order by day`,
      named,
    ),

  async apply(manager, importId) {
    await manager.query(
      `insert into public_holiday (day, name) select key::date, applied_values ->> 'name' from directory_import_change where import_id = $1 order by key
       on conflict (day) do update set name = excluded.name`,
      [importId],
    );
  },
};

function comparePublicHoliday({ date, name }: PublicHoliday, before: string | null): Comparison {
  // The day is what counts: known under another of its names, it keeps the one it has.
  if (before !== null && sameHolidayName(before, name)) return { outcome: 'unchanged' };
  return change(before === null ? 'created' : 'changed', date, name, { name }, [day('name', 'Nom', before, name)]);
}

interface KnownPeriod {
  id: string;
  from: string;
  to: string;
  name: string;
}

/** School holidays of the plan's zone. A period that overlaps known ones takes their place: two can never overlap. */
export const SCHOOL_HOLIDAYS_FILE: ImportFile<SchoolHoliday> = {
  ...SHARED,
  lockedTable: 'school_holiday',
  countSql: `select count(*)::int as count from school_holiday where zone = '${ZONE}'`,
  markSql: `select concat_ws(' ', count(*), coalesce(sum(hashtextextended(concat_ws('|', zone, from_day, to_day, name), 0)::numeric), 0)) as mark from school_holiday`,

  open(firstRow) {
    const reader = openSchoolHolidaysFile(firstRow, ZONE);
    if (reader.outcome === 'refused') return reader;
    const { columnCount, usedCount } = reader.header;
    return {
      columnCount,
      usedColumnCount: usedCount,
      headerStyle: null,
      firstRowIsHeader: true,
      readRow: reader.readRow,
    };
  },

  namedBy: ({ from, to }) => [from, to],

  async compare(manager, rows) {
    const known: KnownPeriod[] = await manager.query(
      `select id, from_day::text as "from", to_day::text as "to", name from school_holiday where zone = $1 order by from_day`,
      [ZONE],
    );
    return rows.map(({ value }) =>
      comparePeriod(
        value,
        known.filter(({ from, to }) => from <= value.to && value.from <= to),
      ),
    );
  },

  refusalSentences: (refused) => sentences(SCHOOL_HOLIDAY_REFUSAL_WORDS, refused),

  missing: (manager, named) =>
    daysMissing(
      manager,
      `select h.from_day::text as key, h.name from school_holiday h
        where h.zone = '${ZONE}' and h.from_day between $1::date and $2::date
          and not exists (select from unnest($3::date[]) told where told between h.from_day and h.to_day) order by h.from_day`,
      named,
    ),

  async apply(manager, importId) {
    await manager.query(
      `delete from school_holiday where id in (select (jsonb_array_elements_text(applied_values -> 'replaces'))::uuid
         from directory_import_change where import_id = $1)`,
      [importId],
    );
    await manager.query(
      `insert into school_holiday (zone, name, from_day, to_day)
       select '${ZONE}', applied_values ->> 'name', key::date, (applied_values ->> 'to')::date from directory_import_change where import_id = $1 order by key`,
      [importId],
    );
  },
};

function comparePeriod({ from, to, name: told }: SchoolHoliday, overlapped: readonly KnownPeriod[]): Comparison {
  const [first] = overlapped;
  const isAlone = overlapped.length === 1;
  // The same words in other typography are no correction: what is known stays as it is written.
  const name = isAlone && sameWording(first!.name, told) ? first!.name : told;
  if (isAlone && first!.from === from && first!.to === to && first!.name === name) return { outcome: 'unchanged' };
  const before = (part: 'name' | 'from' | 'to') =>
    overlapped.length === 0 ? null : overlapped.map((period) => period[part]).join(' et ');
  const fields = [
    day('name', 'Nom', before('name'), name),
    day('from', 'Premier jour', before('from'), from),
    day('to', 'Dernier jour', before('to'), to),
  ].filter((field) => field.before !== field.after);
  const applied = { name, to, replaces: overlapped.map(({ id }) => id) };
  return change(first ? 'changed' : 'created', from, name, applied, fields);
}

function change(
  outcome: ImportChange['outcome'],
  key: string,
  name: string,
  appliedValues: ImportChange['appliedValues'],
  fields: FieldShown[],
): ImportChange {
  return { outcome, key, name, communeName: null, schoolId: null, appliedValues, fields, reaches: [] };
}

function day(field: string, label: string, before: string | null, after: string): FieldShown {
  return { field, label, group: 'days', before, after, reaches: [] };
}

async function daysMissing(manager: EntityManager, sql: string, named: ReadonlySet<string>): Promise<MissingEntry[]> {
  const days = [...named].sort();
  if (days.length === 0) return [];
  const found = await manager.query(sql, [days[0], days.at(-1), days]);
  return found.map((entry: { key: string; name: string }) => ({ ...entry, communeName: null, schoolId: null }));
}

function sentences(
  words: Readonly<Record<string, (refused: RowRefused<string>) => string>>,
  refused: RowRefused<string>,
) {
  return { reason: words[refused.code]!(refused), fate: 'Les dates déjà connues restent comme elles sont.' };
}
