import type { SchoolField, SchoolValues } from '@parc/domain';

interface SchoolColumn {
  /** Expression over the aliases of `SCHOOL_SOURCE` that reads the field. */
  reads: string;
  /** Assignment of the column from the staged text `value`; null when the field is written apart. */
  writes: readonly { column: string; sql: (value: string) => string }[];
}

function plain(column: string, cast = ''): SchoolColumn {
  return { reads: `s.${column}`, writes: [{ column, sql: (value) => `${value}${cast}` }] };
}

/** Where each field of the national directory lives: one table for comparing, creating and changing. */
export const SCHOOL_COLUMNS: Readonly<Record<SchoolField, SchoolColumn>> = {
  name: plain('name'),
  sector: plain('sector'),
  contract: plain('state_contract'),
  kind: plain('kind'),
  communeInsee: {
    reads: 'm.insee_code',
    writes: [{ column: 'commune_id', sql: (value) => `(select id from commune where insee_code = ${value})` }],
  },
  priority: plain('priority'),
  state: plain('state'),
  closingAnnounced: plain('closing_announced', '::boolean'),
  circonscriptionUai: {
    reads: 'q.code',
    writes: [
      { column: 'circonscription_id', sql: (value) => `(select id from circonscription where code = ${value})` },
    ],
  },
  addressLine1: plain('address'),
  addressLine2: plain('address_line2'),
  postalCode: plain('postal_code'),
  latitude: plain('latitude', '::double precision'),
  longitude: plain('longitude', '::double precision'),
  telephone: plain('phone'),
  email: { reads: 's.email::text', writes: [{ column: 'email', sql: (value) => value }] },
  website: plain('website'),
  siret: plain('siret'),
  openedOn: { reads: 's.opened_on::text', writes: [{ column: 'opened_on', sql: (value) => `${value}::date` }] },
  hostUai: {
    reads: 'coalesce(s.host_uai, h.uai)',
    writes: [
      { column: 'host_uai', sql: (value) => value },
      { column: 'host_school_id', sql: (value) => `(select id from school where uai = ${value})` },
    ],
  },
  hasInclusionClass: plain('has_inclusion_class', '::boolean'),
  concentratedGrouping: plain('concentrated_grouping', '::boolean'),
  dispersedGroupingCode: plain('dispersed_grouping_code'),
};

const FIELDS = Object.entries(SCHOOL_COLUMNS) as [SchoolField, SchoolColumn][];

/** A school with all that its fields are read from. */
export const SCHOOL_SOURCE = `school s join commune m on m.id = s.commune_id
  left join circonscription q on q.id = s.circonscription_id left join school h on h.id = s.host_school_id`;

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

/** Creates the schools staged under import `$1`, whole. */
export const CREATE_SCHOOLS_SQL = `insert into school (uai, ${writtenColumns(null)
  .map(({ column }) => column)
  .join(', ')})
  select c.key, ${writtenColumns(null)
    .map(({ sql }) => sql)
    .join(', ')}
    from directory_import_change c where c.import_id = $1 and c.outcome = 'created' order by c.line`;

/** Changes, of the schools staged under import `$1`, the staged fields alone. */
export const CHANGE_SCHOOLS_SQL = `update school s set version = s.version + 1, ${writtenColumns('s')
  .map(({ column, sql }) => `${column} = ${sql}`)
  .join(', ')}
  from directory_import_change c where c.import_id = $1 and c.outcome = 'changed' and s.id = c.school_id`;

/** @param current alias of the row whose columns stay when a change does not name the field */
function writtenColumns(current: string | null): { column: string; sql: string }[] {
  return FIELDS.flatMap(([field, { writes }]) =>
    writes.map(({ column, sql }) => {
      const written = sql(`(c.applied_values ->> '${field}')`);
      const kept = `case when c.applied_values ? '${field}' then ${written} else ${current}.${column} end`;
      return { column, sql: current ? kept : written };
    }),
  );
}
