/** Which groups of fields a reader reads, one flag a group. */
export type Reads<Group extends string> = Readonly<Record<Group, boolean>>;

/** Words with the group of fields each tells of; null for what everybody who reads the object or the list reads. */
export type Terms<Group extends string> = Readonly<Record<string, Group | null>>;

/**
 * What a list shows and what it may be asked. An order, a filter or a search by a hidden column tells it as surely as the
 * column does, so that all of them stand in one place.
 */
export interface ListTerms<Group extends string> {
  readonly columns: Terms<Group>;
  readonly sorts: Terms<Group>;
  readonly filters: Terms<Group>;
}

/** Does a reader read what a term tells of? A word that nobody declared is read by nobody. */
export function isRead<Group extends string>(group: Group | null | undefined, reads: Reads<Group>): boolean {
  if (group === undefined) return false;
  return group === null || reads[group];
}
