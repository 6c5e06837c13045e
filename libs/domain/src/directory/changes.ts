import { sameWording } from './plain-text.js';
import type { SchoolField, SchoolRecord, SchoolValues } from './school-record.js';

/** What a change of a school's record reaches beyond its page: read first in a preview. */
export type ChangeReach = 'orders' | 'budget';

export interface FieldChange {
  readonly field: SchoolField;
  readonly before: SchoolValues[SchoolField];
  readonly after: SchoolValues[SchoolField];
  readonly reaches: readonly ChangeReach[];
}

export type SchoolDifference =
  | { readonly outcome: 'created'; readonly record: SchoolRecord }
  | {
      readonly outcome: 'changed';
      readonly record: SchoolRecord;
      readonly changes: readonly FieldChange[];
      /** everything the changes reach together */
      readonly reaches: readonly ChangeReach[];
    }
  | { readonly outcome: 'unchanged' };

const NOTHING: readonly ChangeReach[] = [];
const ORDERS: readonly ChangeReach[] = ['orders'];
const BUDGET: readonly ChangeReach[] = ['budget'];
const BOTH: readonly ChangeReach[] = ['orders', 'budget'];

/**
 * What each field reaches. Orders: a closed school, one without contract or under another convention (its commune's, its
 * body's) may no longer order. Budget: the allocation rule weighs priority education and counts open, eligible schools.
 * The order of the fields is that of the screen.
 */
export const FIELD_REACHES: Readonly<Record<SchoolField, readonly ChangeReach[]>> = {
  state: BOTH,
  closingAnnounced: ORDERS,
  sector: BOTH,
  stateContract: BOTH,
  communeInsee: BOTH,
  priority: BUDGET,
  kind: NOTHING,
  name: NOTHING,
  circonscriptionUai: NOTHING,
  addressLine1: NOTHING,
  addressLine2: NOTHING,
  postalCode: NOTHING,
  latitude: NOTHING,
  longitude: NOTHING,
  telephone: NOTHING,
  email: NOTHING,
  website: NOTHING,
  siret: NOTHING,
  openedOn: NOTHING,
  hostUai: NOTHING,
  hasInclusionClass: NOTHING,
  concentratedGrouping: NOTHING,
  dispersedGroupingCode: NOTHING,
};

export const SCHOOL_FIELDS = Object.keys(FIELD_REACHES) as readonly SchoolField[];

/** A tenth of a metre: a position stored and read back may differ by less. */
const DEGREES_TOLERANCE = 0.000001;

/**
 * What a row would do to the directory: create the school, change fields of it, or nothing. Only fields the row tells
 * are compared, so that a file without a column erases nothing and the same file again changes nothing. Another shape of
 * apostrophe, hyphen or space is no change.
 *
 * @param existing the school of the same UAI as it stands, null when there is none
 */
export function compareSchool(existing: SchoolValues | null, record: SchoolRecord): SchoolDifference {
  if (existing === null) return { outcome: 'created', record };
  const changes = SCHOOL_FIELDS.filter(
    (field) => record.told.has(field) && differs(existing[field], record[field]),
  ).map((field) => ({ field, before: existing[field], after: record[field], reaches: FIELD_REACHES[field] }));
  if (changes.length === 0) return { outcome: 'unchanged' };
  const reaches = BOTH.filter((reach) => changes.some((change) => change.reaches.includes(reach)));
  return { outcome: 'changed', record, changes, reaches };
}

/**
 * Schools of the plan that a file does not name, in order: reported, never deleted.
 *
 * @param planUais the UAIs of the plan's open schools
 * @param named every UAI readable in the file, those of refused and ignored rows included
 */
export function missingSchools(planUais: Iterable<string>, named: ReadonlySet<string>): readonly string[] {
  return [...planUais].filter((uai) => !named.has(uai)).sort();
}

function differs(before: SchoolValues[SchoolField], after: SchoolValues[SchoolField]): boolean {
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) > DEGREES_TOLERANCE;
  if (typeof before === 'string' && typeof after === 'string') return !sameWording(before, after);
  return before !== after;
}
