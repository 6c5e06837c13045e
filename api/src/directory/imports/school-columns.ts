import type { SchoolField, SchoolValues } from '@parc/domain';

interface SchoolColumn {
  /** Expression over the aliases of `SCHOOL_SOURCE` that reads the field. */
  reads: string;
  /** Type of the staged value, which `TOLD` gives under the field's name. */
  type: 'text' | 'boolean' | 'date' | 'double precision';
  /** Columns it is written to, with what: expressions over the aliases of `TOLD`. */
  writes: Readonly<Record<string, string>>;
}

function plain(field: SchoolField, column: string, type: SchoolColumn['type'] = 'text'): SchoolColumn {
  return { reads: `s.${column}`, type, writes: { [column]: `v."${field}"` } };
}

/** Where each field of the national directory lives: one table for comparing, creating and changing. */
export const SCHOOL_COLUMNS: Readonly<Record<SchoolField, SchoolColumn>> = {
  name: plain('name', 'name'),
  sector: plain('sector', 'sector'),
  stateContract: plain('stateContract', 'state_contract'),
  kind: plain('kind', 'kind'),
  communeInsee: { reads: 'm.insee_code', type: 'text', writes: { commune_id: 'm.id' } },
  priority: plain('priority', 'priority'),
  state: plain('state', 'state'),
  closingAnnounced: plain('closingAnnounced', 'closing_announced', 'boolean'),
  circonscriptionUai: { reads: 'q.code', type: 'text', writes: { circonscription_id: 'q.id' } },
  addressLine1: plain('addressLine1', 'address'),
  addressLine2: plain('addressLine2', 'address_line2'),
  postalCode: plain('postalCode', 'postal_code'),
  latitude: plain('latitude', 'latitude', 'double precision'),
  longitude: plain('longitude', 'longitude', 'double precision'),
  telephone: plain('telephone', 'telephone'),
  email: { ...plain('email', 'email'), reads: 's.email::text' },
  website: plain('website', 'website'),
  siret: plain('siret', 'siret'),
  openedOn: { ...plain('openedOn', 'opened_on', 'date'), reads: 's.opened_on::text' },
  hostUai: {
    // Looked up by its key: a join would be planned by statistics that an import has just made untrue.
    reads: 'coalesce(s.host_uai, (select h.uai from school h where h.id = s.host_school_id))',
    type: 'text',
    writes: { host_uai: 'v."hostUai"', host_school_id: 'h.id' },
  },
  hasInclusionClass: plain('hasInclusionClass', 'has_inclusion_class', 'boolean'),
  concentratedGrouping: plain('concentratedGrouping', 'concentrated_grouping', 'boolean'),
  dispersedGroupingCode: plain('dispersedGroupingCode', 'dispersed_grouping_code'),
};

const FIELDS = Object.entries(SCHOOL_COLUMNS) as [SchoolField, SchoolColumn][];

/** A school with all that its fields are read from. */
export const SCHOOL_SOURCE = `school s join commune m on m.id = s.commune_id
  left join circonscription q on q.id = s.circonscription_id`;

/** Select list that gives each field under its own name: a `SchoolValues`. */
export const SCHOOL_FIELDS_SQL = FIELDS.map(([field, { reads }]) => `${reads} as "${field}"`).join(', ');

/** A school as the directory stands. */
export interface ExistingSchool extends SchoolValues {
  id: string;
  uai: string;
  communeName: string;
  circonscriptionName: string | null;
}

/** One text that changes with any field that the national directory could change, and with the territory. */
export const SCHOOL_MARK_SQL = `select concat_ws(' ', count(*),
    coalesce(sum(hashtextextended(concat_ws('|', s.uai, ${FIELDS.map(([, { reads }]) => `coalesce((${reads})::text, '-')`).join(', ')}), 0)::numeric), 0),
    (select count(*) from commune)) as mark
  from ${SCHOOL_SOURCE}`;

/** Staged changes with their values taken apart once, and the places they name. */
const TOLD = `directory_import_change c
  cross join lateral jsonb_to_record(c.applied_values) as v (${FIELDS.map(([field, { type }]) => `"${field}" ${type}`).join(', ')})
  left join commune m on m.insee_code = v."communeInsee"
  left join circonscription q on q.code = v."circonscriptionUai"
  left join school h on h.uai = v."hostUai"`;

const WRITTEN = FIELDS.flatMap(([field, { writes }]) =>
  Object.entries(writes).map(([column, value]) => ({ field, column, value })),
);

/** Creates the schools staged under import `$1`, whole. */
export const CREATE_SCHOOLS_SQL = `insert into school (uai, ${WRITTEN.map(({ column }) => column).join(', ')})
  select c.key, ${WRITTEN.map(({ value }) => value).join(', ')}
    from ${TOLD} where c.import_id = $1 and c.outcome = 'created' order by c.line`;

/** Changes, of the schools staged under import `$1`, the staged fields alone. */
export const CHANGE_SCHOOLS_SQL = `update school s set version = s.version + 1, ${WRITTEN.map(
  ({ field, column, value }) =>
    `${column} = case when c.applied_values ? '${field}' then ${value} else s.${column} end`,
).join(', ')}
  from ${TOLD} where c.import_id = $1 and c.outcome = 'changed' and s.id = c.school_id`;
