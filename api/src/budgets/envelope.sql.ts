import type { Joined, Rows } from '../platform/database/joins.sql.js';

/** What an envelope's bar is made of, and the running amount of its last entry `l` that says it. */
const AMOUNTS = {
  openedCents: 'l.opened_after',
  spentCents: 'l.spent_after',
  committedCents: 'l.committed_after',
  reservedCents: 'l.reserved_after',
  availableCents: 'l.available_after',
};

/** The bar as parts of a JSON object; a sum over many envelopes, or one of its own. */
const parts = (worth: (amount: string) => string) =>
  Object.entries(AMOUNTS)
    .map(([name, amount]) => `'${name}', coalesce(${worth(amount)}, 0)`)
    .join(', ');

export const ENVELOPES: Rows = ['envelope', 'e'];

/** The envelope of a school, a year and a kind, as `e`. */
export const envelopeOf = (school: string, year: string, kind: string): Joined => [
  'envelope',
  'e',
  `e.school_id = ${school} and e.year = ${year} and e.kind = ${kind}`,
];

/** The envelopes with these ids, locked by id. @param ids words of SQL @param first what must have been answered before */
export const LOCK_ENVELOPES = (ids: string, first = 'true') =>
  `select e.id, e.school_id, e.year, e.kind from envelope e where e.id = any(array(${ids})) and ${first} order by e.id for no key update of e`;

/** The envelopes of a year for each school and kind: ids. @param pairs words of SQL that list both */
export const ENVELOPES_FOR = (pairs: string, year: string) =>
  `select y.id from envelope y where (y.school_id, y.kind) in ${pairs} and y.year = ${year}`;

/** The last entry of the envelope `e`, as `l`. */
export const LAST_ENTRY =
  'lateral (select * from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l';

/** Envelopes `e` with their last entry `l`, if they have one. */
export const ENVELOPES_NOW = `envelope e left join ${LAST_ENTRY} on true`;
/** The same, without those that nothing was ever posted to. */
export const ENVELOPES_USED = `envelope e cross join ${LAST_ENTRY}`;

/** The bar of an envelope over `ENVELOPES_NOW`, as a JSON object with its year and kind. */
export const BAR = `json_build_object('year', e.year, 'kind', e.kind, ${parts((amount) => amount)})`;
/** One bar for many, over `ENVELOPES_USED`: the parts of a JSON object. */
export const SUMMED_BAR = parts((amount) => `sum(${amount})`);
/** The same as columns of a row. */
export const BAR_COLUMNS = Object.entries(AMOUNTS)
  .map(([name, amount]) => `coalesce(${amount}, 0) as "${name}"`)
  .join(', ');
export const SUMMED_COLUMNS = Object.entries(AMOUNTS)
  .map(([name, amount]) => `sum(${amount}) as "${name}"`)
  .join(', ');

/** The envelope of a school, a kind and the present year, by id. */
export const presentEnvelopeOf = (school: string, kind: string) =>
  `(select id from envelope where school_id = ${school} and kind = ${kind}
      and year = extract(year from now() at time zone 'Europe/Paris'))`;
