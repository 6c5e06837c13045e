import { CONVENTION_KINDS, type ConventionKind, kindsOf, type Partner } from '@parc/domain';
import { bodiesOf, COMMUNES, publicOf, runBy } from '../directory/school.sql.js';
import { quoted, whenEach } from '../platform/database/kinds.sql.js';

/** The parameters that hold a convention's partner. */
interface References {
  communeId: string;
  managingBodyId: string;
}

/** The schools that a partner signs for, over `s`: a commune for those it runs, a body for its own, Éducation nationale for all. */
const SITES: Record<Partner, (references: References) => string> = {
  education: () => 'true',
  commune: ({ communeId }) => publicOf(`${communeId}::uuid`),
  'managing-body': ({ managingBodyId }) => runBy(`${managingBodyId}::uuid`),
};

/** The schools that a convention may list, over `s`. @param kind the parameter that holds its kind */
export function signedFor(kind: string, references: References): string {
  const sites = (each: ConventionKind) => SITES[CONVENTION_KINDS[each].partner](references);
  return `case ${kind}::text ${whenEach(CONVENTION_KINDS, (literal) => literal, sites)} end`;
}

const NAMES: Record<Partner, ((kind: ConventionKind) => string) | null> = {
  education: null,
  commune: () => COMMUNES,
  'managing-body': (kind) => bodiesOf(CONVENTION_KINDS[kind].bodies),
};

/** Whom a convention of each kind may be drafted with: `id`, `name`, and the `kind` of convention it signs. */
export const PARTIES = kindsOf(CONVENTION_KINDS)
  .flatMap((kind) => {
    const names = NAMES[CONVENTION_KINDS[kind].partner]?.(kind);
    return names === undefined ? [] : `select id, name, ${quoted(kind)} as kind from (${names}) partner`;
  })
  .join(' union all ');
