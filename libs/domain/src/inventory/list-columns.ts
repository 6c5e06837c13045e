import { plainText } from '../directory/plain-text.js';

/** What a list somebody made may tell in one of its columns. */
export interface ListColumnRow {
  /** Our word, as the screen says it. */
  readonly label: string;
  /** How people and programs head it, in French and English; compared without accents, capitals and signs. */
  readonly named: readonly string[];
  /** Without it no row can be read. */
  readonly required?: true;
}

/** Where each of our words stands in one list, the first column being 0. */
export type ListMapping<Column extends string> = Partial<Record<Column, number>>;

/** How a list heads what it tells, as it was mapped the last time. */
export type ListHeadings<Column extends string> = Partial<Record<Column, string>>;

const namesOf = <Column extends string>(table: Readonly<Record<Column, ListColumnRow>>): Column[] =>
  Object.keys(table) as Column[];

/** The columns of a list by their headings: as they were mapped before, else as most lists name them. */
export function guessColumns<Column extends string>(
  table: Readonly<Record<Column, ListColumnRow>>,
  header: readonly string[],
  remembered: ListHeadings<Column> = {},
): ListMapping<Column> {
  const names = header.map(plainText);
  const taken = new Set<number>();
  const found = (name: string) => names.findIndex((each, place) => each === plainText(name) && !taken.has(place));
  const mapping: ListMapping<Column> = {};
  const take = (column: Column, place: number) => {
    if (place < 0 || mapping[column] !== undefined) return;
    taken.add(place);
    mapping[column] = place;
  };
  for (const column of namesOf(table)) {
    const heading = remembered[column];
    if (heading !== undefined) take(column, found(heading));
  }
  for (const column of namesOf(table)) {
    const { label, named } = table[column];
    for (const name of [label, ...named]) take(column, found(name));
  }
  return mapping;
}

/** What is remembered of a mapping: headings, since their order varies from one list to the next. */
export function headingsOf<Column extends string>(
  table: Readonly<Record<Column, ListColumnRow>>,
  header: readonly string[],
  mapping: ListMapping<Column>,
): ListHeadings<Column> {
  const headings: ListHeadings<Column> = {};
  for (const column of namesOf(table)) {
    const place = mapping[column];
    if (place !== undefined && header[place]) headings[column] = header[place];
  }
  return headings;
}

/** What the file of refused rows adds behind a list's own columns: nobody maps them when it is sent again. */
export const REFUSED_ROW_HEADINGS = ['Ligne du fichier', 'Motif du refus'] as const;
