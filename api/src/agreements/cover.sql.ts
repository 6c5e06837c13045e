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
