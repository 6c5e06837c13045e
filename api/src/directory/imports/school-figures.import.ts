import {
  type ChangeReach,
  openPupilsFile,
  openSocialIndexFile,
  PUPILS_REFUSAL_WORDS,
  type RowRead,
  type RowRefused,
  type SchoolFigures,
  type SchoolSocialIndex,
  schoolYearStarting,
  SOCIAL_INDEX_REFUSAL_WORDS,
  YEARLY_IGNORED_WORDS,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Comparison, FieldShown, ImportFile, MissingEntry } from './import-kind.js';

interface FigureField {
  field: string;
  label: string;
  reaches: readonly ChangeReach[];
}

const PUPILS: FigureField = { field: 'pupils', label: 'Élèves', reaches: ['budget'] };
const CLASSES: FigureField = { field: 'classes', label: 'Classes', reaches: ['budget'] };
const SOCIAL_INDEX: FigureField = { field: 'socialIndex', label: 'Indice de position sociale', reaches: [] };

/** Pupils and classes of each school at a rentrée: the allocation rule counts them. */
export const PUPILS_FILE: ImportFile<SchoolFigures> = {
  ...figuresKind(),

  open(firstRow, { uais }) {
    const reader = openPupilsFile(firstRow, uais);
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

  namedBy: ({ uai }) => [uai],
  compare: (manager, rows) =>
    compareFigures(manager, rows, [PUPILS, CLASSES], ({ pupils, classes }) => ({ pupils, classes })),
  refusalSentences: (refused) => sentences(PUPILS_REFUSAL_WORDS, refused),
};

/** The social index of each school in one school year. */
export const SOCIAL_INDEX_FILE: ImportFile<SchoolSocialIndex> = {
  ...figuresKind(),

  open(firstRow, { uais }) {
    const reader = openSocialIndexFile(firstRow, uais);
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

  namedBy: ({ uai }) => [uai],
  compare: (manager, rows) =>
    compareFigures(manager, rows, [SOCIAL_INDEX], ({ socialIndexTenths }) => ({ socialIndex: socialIndexTenths / 10 })),
  refusalSentences: (refused) => sentences(SOCIAL_INDEX_REFUSAL_WORDS, refused),
};

/** What both files share: the figures they are compared with and written to, a column each. */
function figuresKind() {
  return {
    groupWords: { figures: 'Chiffres' },
    ignoredWords: YEARLY_IGNORED_WORDS,
    lockedTable: 'school_year_figures',
    countSql: 'select count(distinct school_id)::int as count from school_year_figures',
    markSql: `select concat_ws(' ', count(*), coalesce(sum(hashtextextended(concat_ws('|', school_id, school_year, coalesce(pupils::text, '-'),
        coalesce(classes::text, '-'), coalesce(social_index::text, '-')), 0)::numeric), 0), (select count(*) from school)) as mark from school_year_figures`,

    /** Open schools whose figures the file does not give, whatever the year. */
    missing(manager: EntityManager, named: ReadonlySet<string>): Promise<MissingEntry[]> {
      return manager.query(
        `select s.uai as key, s.name, m.name as "communeName", s.id as "schoolId" from school s join commune m on m.id = s.commune_id
          where s.state = 'open' and s.uai <> all($1)
            and not exists (select from school_uai u where u.school_id = s.id and u.uai = any($1)) order by s.uai`,
        [[...named]],
      );
    },

    async apply(manager: EntityManager, importId: string): Promise<void> {
      await manager.query(WRITE_FIGURES, [importId]);
    },
  };
}

/** A school named twice for one year, by two codes it has had, keeps the first. */
const WRITE_FIGURES = `insert into school_year_figures as f (school_id, school_year, pupils, classes, social_index)
  select distinct on (1, 2) school_id, (applied_values ->> 'schoolYear')::int, (applied_values ->> 'pupils')::int, (applied_values ->> 'classes')::int,
         (applied_values ->> 'socialIndex')::numeric
    from directory_import_change where import_id = $1 order by 1, 2, line
  on conflict (school_id, school_year) do update set
    pupils = coalesce(excluded.pupils, f.pupils), classes = coalesce(excluded.classes, f.classes),
    social_index = coalesce(excluded.social_index, f.social_index)`;

interface KnownFigures {
  told: string;
  schoolId: string;
  schoolName: string;
  communeName: string;
  /** Figures by school year. */
  years: Record<string, Record<string, number | null>>;
}

/** A file of an earlier year names a school by the code it had then. */
const KNOWN_FIGURES = `select told, s.id as "schoolId", s.name as "schoolName", m.name as "communeName",
    coalesce((select json_object_agg(f.school_year, json_build_object('pupils', f.pupils, 'classes', f.classes, 'socialIndex', f.social_index))
      from school_year_figures f where f.school_id = s.id), '{}') as years
  from unnest($1::text[]) told
  join school s on s.id = coalesce((select id from school where uai = told),
    (select school_id from school_uai where uai = told order by from_day desc limit 1))
  join commune m on m.id = s.commune_id`;

type Figures = Record<string, number>;

async function compareFigures<Value extends { uai: string; schoolYearStart: number }>(
  manager: EntityManager,
  rows: readonly RowRead<Value>[],
  fields: readonly FigureField[],
  figuresOf: (value: Value) => Figures,
): Promise<Comparison[]> {
  const known: KnownFigures[] = await manager.query(KNOWN_FIGURES, [[...new Set(rows.map((row) => row.value.uai))]]);
  const byUai = new Map(known.map((school) => [school.told, school]));
  return rows.map(({ value }) => compareYear(byUai.get(value.uai)!, value.schoolYearStart, figuresOf(value), fields));
}

function compareYear(
  school: KnownFigures,
  schoolYear: number,
  figures: Figures,
  fields: readonly FigureField[],
): Comparison {
  const before = school.years[schoolYear];
  const changes = fields.filter(({ field }) => before?.[field] !== figures[field]);
  if (changes.length === 0) return { outcome: 'unchanged' };
  return {
    outcome: before ? 'changed' : 'created',
    key: `${school.told} ${schoolYear}`,
    name: `${school.schoolName}, ${schoolYearStarting(schoolYear).label}`,
    communeName: school.communeName,
    schoolId: school.schoolId,
    appliedValues: { schoolYear, ...figures },
    fields: changes.map((change) => shown(change, before?.[change.field] ?? null, figures[change.field]!)),
    reaches: changes.some(({ reaches }) => reaches.length > 0) ? ['budget'] : [],
  };
}

function shown({ field, label, reaches }: FigureField, before: number | null, after: number): FieldShown {
  const words = (figure: number) => String(figure).replace('.', ',');
  return {
    field,
    label,
    group: 'figures',
    before: before === null ? null : words(before),
    after: words(after),
    reaches,
  };
}

function sentences(
  words: Readonly<Record<string, (refused: RowRefused<string>) => string>>,
  refused: RowRefused<string>,
) {
  const known = 'Les chiffres déjà connus restent comme ils sont.';
  return {
    reason: words[refused.code]!(refused),
    fate: refused.code === 'row-repeated' ? `La ligne ${refused.otherLine} est retenue.` : known,
  };
}
