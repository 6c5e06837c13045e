import {
  KINDS_OPENING_NOTHING,
  type Runners,
  SCHOOL_KINDS,
  SECTORS,
  CONVENTIONS,
  CONVENTIONS_IN_FORCE,
  CONVENTIONS_OVER,
} from '@parc/domain';
import { IN_PLAN } from '../directory/school.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { noneOf, quoted, whenEach } from '../platform/database/kinds.sql.js';

/** Conventions that let the schools they list order. */
export const opensOrders = (alias: string) => noneOf(`${alias}.kind`, KINDS_OPENING_NOTHING, '<>');

/** The gate as SQL, written once: a convention in force whose term and whose site's dates both hold on the day. */
export function coverSql(school: string, day: string): string {
  return `exists (select from convention_site gs join convention gc on gc.id = gs.convention_id
    where gs.school_id = ${school} and ${inStates('gc.state', CONVENTIONS_IN_FORCE)} and ${opensOrders('gc')}
      and ${day}::date between gs.from_day and gs.to_day and ${day}::date between gc.from_day and gc.to_day)`;
}

/**
 * The same of a day that has passed: a convention that has ended since covered it then. Of the present day it answers what the
 * gate answers.
 */
export const coveredOn = (school: string, day: string): string =>
  `exists (select from convention_site gs join convention gc on gc.id = gs.convention_id
    where gs.school_id = ${school} and ${inStates('gc.state', [...CONVENTIONS_IN_FORCE, ...CONVENTIONS_OVER])} and ${opensOrders('gc')}
      and ${day}::date between gs.from_day and gs.to_day and ${day}::date between gc.from_day and gc.to_day
      and (gc.ended_on is null or gc.ended_on > ${day}::date))`;

/** Of several conventions that list a school and do not cover it, the one that says what happens next comes first. */
export const NEXT_FIRST = `${inStates('c.state', CONVENTIONS.statesFrom('enter-into-force'))} desc, cs.to_day desc, c.id`;

/** "de Sorbiers", "d’Unieux", "du Chambon-Feugerolles": a commune's name as a complement. */
const OF_COMMUNE = (name: string) => `case when ${name} like 'Le %' then 'du ' || substr(${name}, 4)
    when ${name} like 'Les %' then 'des ' || substr(${name}, 5)
    when ${name} ~* '^[aeiouyâàéèêëîïôûùœ]' then 'd’' || ${name} else 'de ' || ${name} end`;

const runnerName = ({ runners }: { runners: Runners | null }) => runners && quoted(runners.word);

/**
 * Whom a school depends on for its convention, over `s`, its commune `m` and its body `b`: the body that runs it, public
 * or private (a teaching unit is the medico-social body's), else the commune, for what is public and the commune's.
 */
export const PARTY_NAME = `case when b.id is not null then b.name
  ${whenEach(
    SCHOOL_KINDS,
    (kind) => `s.kind = ${kind}`,
    (kind) => runnerName(SCHOOL_KINDS[kind]),
  )}
  ${whenEach(
    SECTORS,
    (sector) => `s.sector = ${sector}`,
    (sector) => runnerName(SECTORS[sector]),
  )}
  else 'la commune ' || ${OF_COMMUNE('m.name')} end`;

/** Schools that the gate concerns, over `s`: open, and not outside any State contract, which are never eligible. */
export const ELIGIBLE = `s.state = 'open' and ${IN_PLAN}`;

/**
 * The conventions in force that list these schools, each with the school it covers: held until the transaction ends, by id, so
 * that an end signed meanwhile waits. For `lockOrders` alone.
 * @param schools words of SQL that list ids: `select school_id from seen` @param first what must have been answered before
 */
export const HOLD_GATES = (schools: string, day: string, first: string) =>
  `select c.id, s.school_id from convention_site s join convention c on c.id = s.convention_id
    where s.school_id = any(array(${schools})) and ${first} and ${inStates('c.state', CONVENTIONS_IN_FORCE)} and ${opensOrders('c')}
      and ${day}::date between c.from_day and c.to_day and ${day}::date between s.from_day and s.to_day
    order by c.id for share of c`;
