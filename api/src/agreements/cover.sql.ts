/** The gate as SQL, written once: a convention in force whose term and whose site's dates both hold on the day. */
export function coverSql(school: string, day: string): string {
  return `exists (select from convention_site gs join convention gc on gc.id = gs.convention_id
    where gs.school_id = ${school} and gc.state = 'in-force' and gc.kind <> 'framework'
      and ${day}::date between gs.from_day and gs.to_day and ${day}::date between gc.from_day and gc.to_day)`;
}

/** Of several conventions that list a school and do not cover it, the one that says what happens next comes first. */
export const NEXT_FIRST = `c.state = 'signed' desc, cs.to_day desc, c.id`;

/** Whom a school depends on for its convention, over `s`, its commune `m` and its body `b`. */
export const PARTY_NAME = `case when s.sector = 'private' and b.id is not null then b.name else 'la commune de ' || m.name end`;

/** Schools that the gate concerns, over `s`: open, and not outside any State contract, which are never eligible. */
export const ELIGIBLE = `s.state = 'open' and s.state_contract is distinct from 'none'`;

/** Holds the convention in force until the transaction ends, so that an end signed meanwhile waits; no row when there is none. */
export const HOLD_GATE = (school: string, day: string) =>
  `select c.id from convention c
    where c.state = 'in-force' and c.kind <> 'framework' and ${day}::date between c.from_day and c.to_day
      and exists (select from convention_site s where s.convention_id = c.id and s.school_id = ${school} and ${day}::date between s.from_day and s.to_day)
    order by c.id limit 1 for share of c`;
