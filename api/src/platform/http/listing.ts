import { isRead, type ListTerms, type Reads, type Terms } from '@parc/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PageQuery } from './page.js';

/** What any list is asked: a page, an order and its direction, and its own filters. */
interface Asked extends PageQuery {
  sort?: string;
  direction?: 'asc' | 'desc';
}
/** None for a list that stands in one order. */
type SortOf<Query extends Asked> = 'sort' extends keyof Query ? NonNullable<Query['sort']> : never;
type FilterOf<Query extends Asked> = Exclude<keyof Query & string, keyof Asked>;

/** The groups that hide something, by their type. */
type GroupsOf<Terms extends ListTerms<string>> = NonNullable<
  Terms['columns'][string] | Terms['sorts'][string] | Terms['filters'][string]
>;

/** A column that somebody does not read may be null: else the list could not leave it out. */
type ColumnTerms<Item> = { readonly [Name in keyof Item & string]: null extends Item[Name] ? string | null : null };

/** The terms of a list of `Item` asked by `Query`: a field of either that stands in no term does not compile. */
interface TermsOf<Item, Query extends Asked> {
  readonly columns: ColumnTerms<Item>;
  readonly sorts: Readonly<Record<SortOf<Query>, string | null>>;
  readonly filters: Readonly<Record<FilterOf<Query>, string | null>>;
}

type Columns<Item> = Record<keyof Item & string, string>;
type Filters<Query extends Asked> = {
  [Name in FilterOf<Query>]-?: (value: NonNullable<Query[Name]>) => unknown;
};

/**
 * A list whose columns, orders and filters follow one list of fields (`ListTerms`, libs/domain). To a reader who does not read
 * a group, its columns are null, its orders are the list's own and its filters keep every row: the same for all lists, so
 * that a link shared between roles opens and tells nothing.
 */
export function listing<Item extends object, Query extends Asked>() {
  return <const Terms extends TermsOf<Item, Query> & ListTerms<string>>(
    terms: Terms,
  ): Listing<Item, Query, GroupsOf<Terms>> => new Listing(terms as ListTerms<GroupsOf<Terms>>);
}

export class Listing<Item extends object, Query extends Asked, Group extends string> {
  constructor(private readonly terms: ListTerms<Group>) {}

  /** Adds the columns, each under its name: all in one, since each selection of its own costs the builder a walk of the entity. */
  select<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>, columns: Columns<Item>, reads: Reads<Group>): void {
    const named = Object.entries<string>(columns).map(
      ([name, sql]) => `${isRead(this.terms.columns[name], reads) ? sql : 'null'} as "${name}"`,
    );
    rows.addSelect(named.join(', '));
  }

  /** Which order the rows stand in. */
  sort(query: Query, first: SortOf<Query>, reads: Reads<Group>): SortOf<Query> {
    const asked = query.sort as SortOf<Query> | undefined;
    return asked !== undefined && isRead(this.terms.sorts[asked], reads) ? asked : first;
  }

  /** Narrows the rows by what the query asks, each in its own way. */
  filter(query: Query, reads: Reads<Group>, filters: Filters<Query>): void {
    for (const name of Object.keys(filters) as FilterOf<Query>[]) {
      const value = query[name];
      if (value === undefined || value === '' || !isRead(this.terms.filters[name], reads)) continue;
      filters[name](value as NonNullable<typeof value>);
    }
  }

  /** The columns of a file that its reader reads, in their order. */
  headings(words: Partial<Record<keyof Item & string, string>>, reads: Reads<Group>): Record<string, string> {
    const read = Object.entries(words).filter(([name]) => isRead(this.terms.columns[name], reads));
    return Object.fromEntries(read) as Record<string, string>;
  }
}

/** Fields that may be hidden as they stand: null, or nothing in the list. */
type Hideable<Row> = {
  [Name in keyof Row]-?: null extends Row[Name] ? Name : Row[Name] extends readonly unknown[] | string ? Name : never;
}[keyof Row];
type RowTerms<Row, Group extends string> = {
  readonly [Name in keyof Row & string]-?: Name extends Hideable<Row> ? Group | null : null;
};

/**
 * One object as its reader reads it. What is hidden is empty whatever it holds, so that not even its absence is told.
 * @param empty what stands for a hidden field that may not be null
 */
export function shown<Row extends object, Group extends string>(
  terms: RowTerms<Row, Group>,
  reads: Reads<Group>,
  row: Row,
  empty: Partial<Row> = {},
): Row {
  const fields = Object.entries(row).map(([name, value]) => {
    const group = (terms as Terms<Group>)[name];
    return [name, isRead(group, reads) ? value : (empty[name as keyof Row] ?? null)];
  });
  return Object.fromEntries(fields) as Row;
}
