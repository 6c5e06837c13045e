import { CONVENTION_KINDS, type ConventionKind, kindsOf, type Partner, SECTORS, kindsWhere } from '@parc/domain';
import { anyOf, quoted, whenEach } from '../platform/database/kinds.sql.js';

/** The parameters that hold a convention's partner. */
interface References {
  communeId: string;
  managingBodyId: string;
}

const OF_COMMUNES = kindsWhere(SECTORS, ({ runners }) => runners === null);

/** The schools that a partner signs for, over `s`: a commune for those it runs, a body for its own, Éducation nationale for all. */
const SITES: Record<Partner, (references: References) => string> = {
  education: () => 'true',
  commune: ({ communeId }) => `s.commune_id = ${communeId}::uuid and ${anyOf('s.sector', OF_COMMUNES)}`,
  'managing-body': ({ managingBodyId }) => `s.managing_body_id = ${managingBodyId}::uuid`,
};

/** The schools that a convention may list, over `s`. @param kind the parameter that holds its kind */
export function signedFor(kind: string, references: References): string {
  const sites = (each: ConventionKind) => SITES[CONVENTION_KINDS[each].partner](references);
  return `case ${kind}::text ${whenEach(CONVENTION_KINDS, (literal) => literal, sites)} end`;
}

const NAMES: Record<Partner, ((kind: ConventionKind) => string) | null> = {
  education: null,
  commune: (kind) => `select id, name, ${quoted(kind)} as kind from commune`,
  'managing-body': (kind) =>
    `select id, name, ${quoted(kind)} as kind from managing_body where ${anyOf('kind', CONVENTION_KINDS[kind].bodies)}`,
};

/** Whom a convention of each kind may be drafted with: `id`, `name`, and the `kind` of convention it signs. */
export const PARTIES = kindsOf(CONVENTION_KINDS)
  .flatMap((kind) => NAMES[CONVENTION_KINDS[kind].partner]?.(kind) ?? [])
  .join(' union all ');
