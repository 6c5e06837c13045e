import { grouped, keptOf, type Tables } from './tables.js';

export interface SchoolRow {
  id: string;
  name: string;
  sector: string;
  kind: string;
  priority: string;
  state_contract: string | null;
  commune_id: string;
  circonscription_id: string | null;
  managing_body_id: string | null;
  opened_on: string | null;
  closed_on: string | null;
  state: string;
}

export interface FiguresRow {
  school_id: string;
  school_year: number;
  pupils: number | null;
  classes: number | null;
  teachers: number | null;
  social_index: number | null;
}

/** What a school is broken down by, and narrowed by. */
export interface Profile {
  id: string;
  sector: string;
  kind: string;
  network: string;
  commune: string;
  publicCommune: string | null;
  circonscription: string | null;
  body: string | null;
  size: string | null;
  communeSize: string | null;
  quartile: string;
}

/** Of the plan on a day: open then, and not without contract. */
export function isInPlan(school: SchoolRow, day: string): boolean {
  if (school.state_contract === 'none') return false;
  if (school.opened_on !== null && school.opened_on > day) return false;
  return school.closed_on === null ? school.state === 'open' : school.closed_on > day;
}

export const schoolsOfPlan = (tables: Tables, day: string): SchoolRow[] =>
  tables.of<SchoolRow>('school').filter((school) => isInPlan(school, day));

const byTables = new WeakMap<Tables, Map<string, FiguresRow[]>>();

/** Pupils, classes and teachers of a school year, else of the latest of the two before; null where none of the three has any. */
export function figuresOfYear(tables: Tables, schoolId: string, year: number): FiguresRow | null {
  const known = byTables.get(tables) ?? grouped(tables.of<FiguresRow>('school_year_figures'), (row) => row.school_id);
  byTables.set(tables, known);
  const ofSchool = known.get(schoolId) ?? [];
  for (const one of [year, year - 1, year - 2]) {
    const row = ofSchool.find((found) => found.school_year === one);
    if (row && (row.pupils !== null || row.classes !== null)) return row;
  }
  return null;
}

/** Every school with what it counts under on a day. */
export const profilesOn = keptOf(profiles);

function profiles(tables: Tables, day: string, year: number): Map<string, Profile> {
  const inhabitants = new Map(
    tables.of<{ id: string; population: number | null }>('commune').map((row) => [row.id, row.population]),
  );
  const indexes = indexesOn(tables, day, year);
  const found = new Map<string, Profile>();
  for (const school of tables.of<SchoolRow>('school')) {
    const pupils = figuresOfYear(tables, school.id, year)?.pupils ?? null;
    const people = inhabitants.get(school.commune_id) ?? null;
    found.set(school.id, {
      ...{ id: school.id, sector: school.sector, kind: school.kind, network: school.priority },
      commune: school.commune_id,
      publicCommune: school.sector === 'public' ? school.commune_id : null,
      circonscription: school.circonscription_id,
      body: school.managing_body_id,
      size: pupils === null ? null : pupils >= 180 ? 'large' : pupils >= 80 ? 'middle' : 'small',
      communeSize: people === null ? null : people >= 10_000 ? 'large' : people >= 2_000 ? 'middle' : 'small',
      quartile: quartileOf(indexes, school.id),
    });
  }
  return found;
}

/** Social indexes of the schools of the plan, of the last yearly file that has any, none from before 2022. */
function indexesOn(tables: Tables, day: string, year: number): Map<string, number> {
  const figures = tables.of<FiguresRow>('school_year_figures');
  const years = figures
    .filter((row) => row.social_index !== null)
    .map((row) => row.school_year)
    .filter((one) => one <= year && one >= year - 2 && one >= 2022);
  const file = Math.max(...years);
  const open = new Set(schoolsOfPlan(tables, day).map(({ id }) => id));
  const indexes = new Map<string, number>();
  for (const row of figures)
    if (row.school_year === file && row.social_index !== null && open.has(row.school_id))
      indexes.set(row.school_id, row.social_index);
  return indexes;
}

function quartileOf(indexes: Map<string, number>, schoolId: string): string {
  const own = indexes.get(schoolId);
  if (own === undefined) return 'none';
  let lower = 0;
  for (const other of indexes.values()) if (other < own) lower++;
  return String(1 + Math.floor((4 * lower) / indexes.size));
}
