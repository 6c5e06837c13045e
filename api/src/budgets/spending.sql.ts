import { ENVELOPE_KINDS } from '@parc/domain';
import { dayEnds } from '../platform/database/paris-days.sql.js';
import { whenEach } from '../platform/database/kinds.sql.js';

/**
 * The envelopes of schools of one year as they stood at the end of a day: `school_id`, `kind` as people read it, `opened_cents`
 * and `spent_cents`. What lapsed or was carried into the next year had been opened all the same.
 */
export const envelopesOn = (year: string, day: string) =>
  `select e.school_id, case ${whenEach(
    ENVELOPE_KINDS,
    (kind) => `e.kind = ${kind}`,
    (kind) => `'${ENVELOPE_KINDS[kind].word}'`,
  )} end as kind, l.opened_cents, l.spent_cents
     from envelope e cross join lateral (
       select sum(l.opened_change) filter (where l.kind <> 'lapse' and (l.kind <> 'carry-over' or l.opened_change > 0)) as opened_cents, sum(l.spent_change) as spent_cents
         from ledger_entry l where l.envelope_id = e.id and l.posted_at < ${dayEnds(day)}) l
    where e.year = ${year} and e.school_id is not null and l.opened_cents is not null`;
